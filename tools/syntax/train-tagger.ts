import { score } from "../../src/language/syntax/linear.ts";
import { MAX_TAG_FEATURES, type Tagger, tagFeatures, tokenShape } from "../../src/language/syntax/tagger.ts";
import { vary } from "./augment.ts";
import type { Word } from "./conllu.ts";
import { Perceptron } from "./perceptron.ts";
import { seeded, shuffle } from "./random.ts";

/** The tag pairs of a treebank that occur more than once, the most frequent first. */
export function tagPairs(sentences: readonly (readonly Word[])[]): [string, string][] {
  const counts = new Map<string, number>();
  for (const word of sentences.flat()) {
    const key = `${word.upos} ${word.xpos}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 3)
    .sort((a, b) => b[1] - a[1])
    .map(([key]) => key.split(" ") as [string, string]);
}

/** Trains a tagger with unquantised weights. */
export function trainTagger(
  sentences: readonly (readonly Word[])[],
  pairs: readonly (readonly [string, string])[],
  epochs: number,
  bits: number,
  seed: number,
): Tagger {
  const number = new Map(pairs.map(([upos, xpos], i) => [`${upos} ${xpos}`, i]));
  const model = new Perceptron(bits, pairs.length);
  const random = seeded(seed);
  const features = new Int32Array(MAX_TAG_FEATURES);
  const scores = new Float64Array(pairs.length);
  const order = [...sentences];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const sentence of order) {
      const words = epoch === 0 ? sentence : vary(sentence, random);
      const shapes = words.map((word) => tokenShape(word));
      const tags = new Int32Array(words.length);
      for (const [i, word] of words.entries()) {
        const gold = number.get(`${word.upos} ${word.xpos}`);
        const count = tagFeatures(shapes, tags, i, features);
        score(model.weights, features, count, pairs.length, scores);
        let best = 0;
        for (let c = 1; c < pairs.length; c += 1) {
          if ((scores[c] as number) > (scores[best] as number)) {
            best = c;
          }
        }
        model.tick();
        if (gold !== undefined && best !== gold) {
          model.update(features, count, gold, 1);
          model.update(features, count, best, -1);
        }
        tags[i] = word.given && gold !== undefined ? gold : best;
      }
    }
  }
  return { weights: model.average(), pairs };
}
