import { parserInput } from "../../src/language/syntax/index.ts";
import { score } from "../../src/language/syntax/linear.ts";
import {
  bestMove,
  classOf,
  MAX_PARSE_FEATURES,
  moveOf,
  type Parser,
  parseFeatures,
} from "../../src/language/syntax/parser.ts";
import { type Tagger, tag } from "../../src/language/syntax/tagger.ts";
import { LEFT, RIGHT, SHIFT, State } from "../../src/language/syntax/transitions.ts";
import { vary } from "./augment.ts";
import type { Word } from "./conllu.ts";
import { Perceptron } from "./perceptron.ts";
import { seeded, shuffle } from "./random.ts";

/** The relations of a treebank but the root, the most frequent first. */
export function relations(sentences: readonly (readonly Word[])[]): string[] {
  const counts = new Map<string, number>();
  for (const word of sentences.flat()) {
    counts.set(word.rel, (counts.get(word.rel) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([rel]) => rel)
    .filter((rel) => rel !== "root");
}

/** Words as the caller would hand them over. */
export function asInput(words: readonly Word[]): { form: string; upos?: string }[] {
  return words.map((word) =>
    word.given ? { form: word.form, upos: word.upos } : { form: word.form },
  );
}

/**
 * How many gold arcs an action makes impossible (the dynamic oracle for arc-hybrid of Goldberg and
 * Nivre 2013).
 */
export function cost(state: State, heads: readonly number[], action: number): number {
  const { next } = state;
  const s0 = state.fromTop(0);
  let lost = 0;
  if (action === SHIFT) {
    for (let i = 0; i < state.depth; i += 1) {
      const token = state.stack[i] as number;
      lost += heads[token] === next ? 1 : 0;
      lost += heads[next] === token && token !== s0 ? 1 : 0;
    }
    return lost;
  }
  for (let b = next; b < state.size; b += 1) {
    lost += heads[b] === s0 ? 1 : 0;
  }
  const head = heads[s0] as number;
  if (action === LEFT) {
    lost += head !== next && (head > next || head === -1 || head === state.fromTop(1)) ? 1 : 0;
  } else {
    lost += head >= next || head === -1 ? 1 : 0;
  }
  return lost;
}

/** Trains a parser with unquantised weights; fold `f` of the sentences is tagged by tagger `f`. */
export function trainParser(
  sentences: readonly (readonly Word[])[],
  taggers: readonly Tagger[],
  labels: readonly string[],
  epochs: number,
  bits: number,
  seed: number,
  report: (epoch: number, parser: () => Parser) => void,
): Parser {
  const number = new Map(labels.map((label, i) => [label, i]));
  const classes = labels.length * 2 + 1;
  const model = new Perceptron(bits, classes);
  const random = seeded(seed);
  const features = new Int32Array(MAX_PARSE_FEATURES);
  const scores = new Float64Array(classes);
  const order = sentences.map((words, i) => ({ words, tagger: taggers[i % taggers.length] }));
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const { words: original, tagger } of order) {
      const words = vary(original, random);
      const tokens = asInput(words);
      const tags = tag(tagger as Tagger, tokens);
      const pairs = [...tags].map((t) => tagger?.pairs[t] as readonly [string, string]);
      const input = parserInput(tokens, pairs);
      const heads = words.map((word) => word.head);
      const rels = words.map((word) => number.get(word.rel) ?? 0);
      const state = new State(words.length);
      while (!state.done) {
        const count = parseFeatures(input, state, features);
        score(model.weights, features, count, classes, scores);
        const predicted = bestMove(state, scores, classes);
        const gold = bestCorrect(state, heads, rels, scores);
        model.tick();
        if (gold !== predicted && !isCorrect(state, heads, rels, predicted)) {
          model.update(features, count, gold, 1);
          model.update(features, count, predicted, -1);
        }
        const follow = epoch > 0 && random() < 0.9 ? predicted : gold;
        const [action, label] = moveOf(follow);
        state.apply(action, label);
      }
    }
    report(epoch, () => ({ weights: model.average(), labels }));
  }
  return { weights: model.average(), labels };
}

function leastCost(state: State, heads: readonly number[]): [number, number[]] {
  const costs = [SHIFT, LEFT, RIGHT].map((action) =>
    state.allowed(action) ? cost(state, heads, action) : Number.POSITIVE_INFINITY,
  );
  return [Math.min(...costs), costs];
}

function labelFits(
  state: State,
  heads: readonly number[],
  rels: readonly number[],
  action: number,
  label: number,
): boolean {
  const child = state.fromTop(0);
  const head = action === LEFT ? state.next : state.fromTop(1);
  return heads[child] !== head || rels[child] === label;
}

function isCorrect(
  state: State,
  heads: readonly number[],
  rels: readonly number[],
  cls: number,
): boolean {
  const [least, costs] = leastCost(state, heads);
  const [action, label] = moveOf(cls);
  return costs[action] === least && (cls === 0 || labelFits(state, heads, rels, action, label));
}

function bestCorrect(
  state: State,
  heads: readonly number[],
  rels: readonly number[],
  scores: Float64Array,
): number {
  const [least, costs] = leastCost(state, heads);
  let best = -1;
  const consider = (cls: number): void => {
    if (best < 0 || (scores[cls] as number) > (scores[best] as number)) {
      best = cls;
    }
  };
  if (costs[SHIFT] === least) {
    consider(0);
  }
  for (const action of [LEFT, RIGHT]) {
    if (costs[action] !== least) {
      continue;
    }
    const child = state.fromTop(0);
    const head = action === LEFT ? state.next : state.fromTop(1);
    if (heads[child] === head) {
      consider(classOf(action, rels[child] as number));
      continue;
    }
    for (let cls = action === LEFT ? 1 : 2; cls < scores.length; cls += 2) {
      consider(cls);
    }
  }
  return best;
}
