import { finish, hashString, mix } from "./hash.ts";
import { score, type Weights } from "./linear.ts";
import type { TokenInput } from "./types.ts";

/**
 * A greedy left-to-right tagger; a linear model (averaged perceptron, Collins 2002) gives each
 * token a pair of universal and Penn tags at once.
 */
export interface Tagger {
  readonly weights: Weights;
  /** The tag pairs, each as `UPOS XPOS`. */
  readonly pairs: readonly (readonly [upos: string, xpos: string])[];
}

export const MAX_TAG_FEATURES = 40;

/** Hashes of one token that do not depend on its neighbours. */
export interface TokenShape {
  readonly word: number;
  readonly lower: number;
  readonly shape: number;
  readonly suffixes: readonly number[];
  readonly prefixes: readonly number[];
}

const NAME = hashString("*name*");
const NUMBER = hashString("*number*");
const SEEDS = { word: 1, lower: 2, shape: 3, suffix: 4, prefix: 9 } as const;

/** A token's hashes; a name or number of several words stands for any name or number. */
export function tokenShape(token: TokenInput): TokenShape {
  const form = token.form.replaceAll("’", "'").replaceAll("‘", "'");
  if (form.includes(" ")) {
    const hash = token.upos === "NUM" || /^[\d ,.:]+$/u.test(form) ? NUMBER : NAME;
    return { word: hash, lower: hash, shape: hash, suffixes: [hash], prefixes: [hash] };
  }
  const lower = form.toLowerCase().replaceAll(/\d/gu, "0");
  const suffixes: number[] = [];
  const prefixes: number[] = [];
  for (let n = 1; n <= 5 && n <= lower.length; n += 1) {
    suffixes.push(hashString(lower.slice(-n), SEEDS.suffix));
    if (n <= 4) {
      prefixes.push(hashString(lower.slice(0, n), SEEDS.prefix));
    }
  }
  return {
    word: hashString(form.replaceAll(/\d/gu, "0"), SEEDS.word),
    lower: hashString(lower, SEEDS.lower),
    shape: hashString(shapeOf(form), SEEDS.shape),
    suffixes,
    prefixes,
  };
}

function shapeOf(form: string): string {
  return form
    .replaceAll(/\p{Lu}/gu, "X")
    .replaceAll(/\p{Ll}/gu, "x")
    .replaceAll(/\d/gu, "0")
    .replaceAll(/(.)\1{2,}/gu, "$1$1");
}

const OUTSIDE: TokenShape = { word: 11, lower: 12, shape: 13, suffixes: [14], prefixes: [15] };

/**
 * Collects the features of token `i`.
 *
 * @param tags the tag pairs (as indices) of the tokens before
 * @param out receives the hashes
 * @returns how many there are
 */
export function tagFeatures(
  shapes: readonly TokenShape[],
  tags: ArrayLike<number>,
  i: number,
  out: Int32Array,
): number {
  let n = 0;
  const add = (kind: number, a: number, b = 0): void => {
    out[n] = finish(mix(mix(kind * 7919 + 17, a), b));
    n += 1;
  };
  const at = (j: number): TokenShape => shapes[j] ?? OUTSIDE;
  const tag = (j: number): number => (j < 0 ? 1000 : (tags[j] as number));
  const [here, previous, next] = [at(i), at(i - 1), at(i + 1)];
  const [p1, p2] = [tag(i - 1), i > 1 ? tag(i - 2) : 1001];
  add(0, 0);
  add(1, here.word);
  add(2, here.lower);
  add(3, here.shape);
  add(4, here.shape, i === 0 ? 1 : 0);
  for (const suffix of here.suffixes) {
    add(5, suffix);
  }
  for (const prefix of here.prefixes) {
    add(6, prefix);
  }
  add(7, p1);
  add(8, p1, p2);
  add(9, p1, here.lower);
  add(10, p2, here.lower);
  add(11, previous.lower);
  add(12, next.lower);
  add(13, at(i - 2).lower);
  add(14, at(i + 2).lower);
  add(15, previous.lower, here.lower);
  add(16, here.lower, next.lower);
  add(17, next.suffixes.at(2) ?? 0);
  add(18, previous.suffixes.at(2) ?? 0);
  add(19, p1, here.suffixes.at(2) ?? 0);
  add(20, p1, next.lower);
  add(21, next.lower, at(i + 2).lower);
  add(22, next.shape);
  add(23, here.shape, next.shape);
  add(24, p1, here.shape);
  add(25, next.suffixes.at(1) ?? 0, here.suffixes.at(1) ?? 0);
  return n;
}

/**
 * Tags tokens; tags given beforehand are kept.
 *
 * @returns the index of a tag pair for each token
 */
export function tag(tagger: Tagger, tokens: readonly TokenInput[]): Int32Array {
  const shapes = tokens.map(tokenShape);
  const features = new Int32Array(MAX_TAG_FEATURES);
  const scores = new Float64Array(tagger.pairs.length);
  const tags = new Int32Array(tokens.length);
  for (const [i, token] of tokens.entries()) {
    const count = tagFeatures(shapes, tags, i, features);
    score(tagger.weights, features, count, tagger.pairs.length, scores);
    tags[i] = bestAllowed(tagger, scores, token);
  }
  return tags;
}

/** The best tag pair that agrees with what is known; what no pair can satisfy is dropped. */
function bestAllowed(tagger: Tagger, scores: Float64Array, token: TokenInput): number {
  let best = -1;
  let free = 0;
  for (const [c, [upos, xpos]] of tagger.pairs.entries()) {
    const value = scores[c] as number;
    if (value > (scores[free] as number)) {
      free = c;
    }
    const allowed =
      (token.upos === undefined || token.upos === upos) &&
      (token.xpos === undefined || token.xpos === xpos);
    if (allowed && (best < 0 || value > (scores[best] as number))) {
      best = c;
    }
  }
  return best < 0 ? free : best;
}
