/**
 * Turns the treebanks into numbers for the trainer of the network.
 *
 *     npx tsx tools/syntax/prepare.ts TREEBANKS WORDNET OUT
 *
 * Writes to the folder OUT: the dictionary of features, the tag pairs, the relations, several
 * varied copies of the training sentences and the development sentences, plain and hasty.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { featureKey, featureNames, UNKNOWN_WORD } from "../../src/language/syntax/features.ts";
import type { Lemmatiser } from "../../src/language/syntax/lemmatiser.ts";
import type { TokenInput } from "../../src/language/syntax/types.ts";
import { vary } from "./augment.ts";
import { readTreebank, type Word } from "./conllu.ts";
import { relations, tagPairs } from "./inventory.ts";
import { packLexicon, readCapitalised, readWordnet } from "./lexicon.ts";
import { hasty } from "./measure.ts";
import { seeded } from "./random.ts";
import { trainLemmas } from "./train-lemmas.ts";

const [treebanks = "", wordnet = "", out = ""] = process.argv.slice(2);
const COPIES = 10;
const LONGEST = 90;
const KNOWN_TAG = { name: 0.25, other: 0.03 } as const;
/** How often a feature must occur to get a vector, by the letter of its kind. */
const RARE: Readonly<Record<string, number>> = { w: 2, t: 8, x: 4, p: 4, s: 4, l: 3 };

const train = ["EWT-train", "GUMfree-train"].flatMap((name) =>
  readTreebank(join(treebanks, `${name}.conllu.xz`)),
);
const dev = readTreebank(join(treebanks, "EWT-dev.conllu.xz"));
const { lemmatiser } = trainLemmas(
  train.flat(),
  packLexicon(readWordnet(wordnet)),
  readCapitalised(wordnet),
);
const random = seeded(5);
const pairs = tagPairs(train).map((pair) => pair.join(" "));
const labels = relations(train);

/** What is known of a word beforehand, in this copy. */
function input(word: Word): TokenInput {
  const chance = word.upos === "PROPN" || word.upos === "NUM" ? KNOWN_TAG.name : KNOWN_TAG.other;
  return word.given === true || random() < chance
    ? { form: word.form, upos: word.upos }
    : { form: word.form };
}

const copies = Array.from({ length: COPIES }, (_, copy) =>
  train
    .map((words) => (copy === 0 ? words : vary(words, random)))
    .filter((words) => words.length <= LONGEST)
    .map((words) => ({ words, tokens: words.map(input) })),
);

mkdirSync(out, { recursive: true });
const cache = new Map<string, string[]>();
const namesOf = (token: TokenInput): string[] => {
  const key = `${token.upos ?? ""} ${token.form}`;
  const names = cache.get(key) ?? featureNames(token, lemmatiser as Lemmatiser);
  cache.set(key, names);
  return names;
};
const counts = new Map<string, number>([[UNKNOWN_WORD, 1000]]);
for (const { tokens } of copies.slice(0, 2).flat()) {
  for (const token of tokens) {
    for (const name of namesOf(token)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
}
const kept = [...counts]
  .filter(([name, count]) => count / 2 >= (name[1] === ":" ? (RARE[name[0] ?? ""] ?? 1) : 1))
  .map(([name, count]) => ({ name, count, key: featureKey(name) }))
  .sort((a, b) => a.key - b.key);
const rows = new Map(kept.map(({ name }, row) => [name, row]));
writeFileSync(
  join(out, "keys.bin"),
  Uint32Array.from(kept, ({ key }) => key),
);
writeFileSync(
  join(out, "counts.bin"),
  Uint32Array.from(kept, ({ count }) => count),
);
writeFileSync(join(out, "unknown.txt"), String(rows.get(UNKNOWN_WORD)));
writeFileSync(join(out, "tags.txt"), pairs.join("\n"));
writeFileSync(join(out, "labels.txt"), labels.join("\n"));

/** One block of numbers a sentence: length, then for each word head, relation, tags, features. */
function dump(
  name: string,
  sentences: readonly { words: readonly Word[]; tokens: readonly TokenInput[] }[],
): void {
  const numbers: number[][] = sentences.map(({ words, tokens }) => [
    words.length,
    ...words.flatMap((word, i) => {
      const [first = "", ...rest] = namesOf(tokens[i] as TokenInput);
      const features = [
        rows.get(first) ?? (rows.get(UNKNOWN_WORD) as number),
        ...rest.map((feature) => rows.get(feature) ?? -1).filter((row) => row >= 0),
      ];
      return [
        word.head,
        labels.indexOf(word.rel),
        pairs.indexOf(`${word.upos} ${word.xpos}`),
        features.length,
        ...features,
      ];
    }),
  ]);
  writeFileSync(join(out, name), Int32Array.from(numbers.flat()));
}

for (const [copy, sentences] of copies.entries()) {
  dump(`train${copy}.bin`, sentences);
}
const plain = (sentences: readonly (readonly Word[])[]) =>
  sentences.map((words) => ({ words, tokens: words.map(({ form }) => ({ form })) }));
dump("dev.bin", plain(dev));
dump("hasty.bin", plain(hasty(dev)));
process.stdout.write(`${kept.length} features, ${pairs.length} tags, ${labels.length} relations\n`);
