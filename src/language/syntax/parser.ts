import { finish, mix } from "./hash.ts";
import { score, type Weights } from "./linear.ts";
import { LEFT, RIGHT, SHIFT, State } from "./transitions.ts";

/** A greedy arc-hybrid dependency parser with a linear model. */
export interface Parser {
  readonly weights: Weights;
  /** Relation names; class 0 is SHIFT, then LEFT and RIGHT with each of them in turn. */
  readonly labels: readonly string[];
}

/** What the parser looks at in each token: hashes of the word and of its two tags. */
export interface ParserInput {
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly coarse: Int32Array;
}

export const MAX_PARSE_FEATURES = 96;

/** The class number of a move. */
export function classOf(action: number, label: number): number {
  return action === SHIFT ? 0 : 1 + label * 2 + (action === LEFT ? 0 : 1);
}

/** The move of a class number: its action and its label. */
export function moveOf(cls: number): readonly [action: number, label: number] {
  return cls === 0 ? [SHIFT, 0] : [(cls - 1) % 2 === 0 ? LEFT : RIGHT, (cls - 1) >> 1];
}

const NONE = 77;

/**
 * Collects the features of a state (after Zhang and Nivre 2011).
 *
 * @param out receives the hashes
 * @returns how many there are
 */
export function parseFeatures(input: ParserInput, state: State, out: Int32Array): number {
  let n = 0;
  const add = (kind: number, a: number, b = 0, c = 0): void => {
    out[n] = finish(mix(mix(mix(kind * 6151 + 3, a), b), c));
    n += 1;
  };
  const pick = (from: Int32Array, i: number): number => (i < 0 ? NONE : (from[i] as number));
  const inBuffer = (i: number): number => (state.next + i < state.size ? state.next + i : -1);
  const w = (i: number): number => pick(input.words, i);
  const t = (i: number): number => (i < 0 || i >= state.size ? NONE : (input.tags[i] as number));
  const u = (i: number): number => pick(input.coarse, i);
  const l = (i: number): number => pick(state.labels, i);

  const [s0, s1, s2] = [state.fromTop(0), state.fromTop(1), state.fromTop(2)];
  const [b0, b1, b2] = [inBuffer(0), inBuffer(1), inBuffer(2)];
  const child = (of: Int32Array, i: number): number => (i < 0 ? -1 : (of[i] as number));
  const [s0l, s0r] = [child(state.left1, s0), child(state.right1, s0)];
  const [s1l, s1r] = [child(state.left1, s1), child(state.right1, s1)];
  const [s0l2, s0r2] = [child(state.left2, s0), child(state.right2, s0)];
  const s1r2 = child(state.right2, s1);
  const [b0l, b0l2] = [child(state.left1, b0), child(state.left2, b0)];
  const near = (a: number, b: number): number => (a < 0 || b < 0 ? 0 : Math.min(7, b - a));
  const [d0, d1] = [near(s0, b0), near(s1, s0)];
  const leftCount = (i: number): number => Math.min(4, i < 0 ? 0 : (state.leftCount[i] as number));
  const rightCount = (i: number): number =>
    Math.min(4, i < 0 ? 0 : (state.rightCount[i] as number));

  add(0, 0);
  add(1, w(s0), t(s0));
  add(2, t(s0), d0);
  add(3, w(s1), t(s1));
  add(4, t(s1), d1);
  add(5, w(b0), t(b0));
  add(6, t(b0));
  add(7, w(b1), t(b1));
  add(8, t(b1));
  add(9, w(b2), t(b2));
  add(10, t(b2));
  add(11, w(s0));
  add(12, w(b0));
  add(13, w(s1));
  // Pairs of the top of the stack and the next token.
  add(14, w(s0), w(b0), t(b0));
  add(15, w(s0), t(s0), t(b0));
  add(16, t(s0), w(b0), t(b0));
  add(17, t(s0), t(b0), d0);
  add(18, w(s0), t(b0));
  add(19, t(s0), w(b0));
  add(20, t(b0), t(b1), t(s0));
  add(21, t(b0), t(b1), t(b2));
  // Pairs of the two topmost of the stack.
  add(22, w(s1), w(s0), t(s0));
  add(23, w(s1), t(s1), t(s0));
  add(24, t(s1), w(s0), t(s0));
  add(25, t(s1), t(s0), d1);
  add(26, w(s1), w(s0));
  add(27, w(s1), t(s0));
  add(28, t(s1), w(s0));
  add(29, t(s1), t(s0), t(b0));
  add(30, w(s1), t(s0), t(b0));
  add(31, t(s1), w(s0), t(b0));
  add(32, t(s1), t(s0), w(b0));
  add(33, t(s2), t(s1), t(s0));
  add(34, t(s2), w(s2));
  // Children.
  add(35, t(s0), t(s0l), t(b0));
  add(36, t(s0), t(s0r), t(b0));
  add(37, t(s0), t(b0l), t(b0));
  add(38, t(s1), t(s1l), t(s0));
  add(39, t(s1), t(s1r), t(s0));
  add(40, t(s1), t(s0), t(s0l));
  add(41, t(s1), t(s0), t(s0r));
  add(42, w(s0l), l(s0l), u(s0));
  add(43, w(s0r), l(s0r), u(s0));
  add(44, w(s1l), l(s1l), u(s1));
  add(45, w(s1r), l(s1r), u(s1));
  add(46, w(b0l), l(b0l), u(b0));
  add(47, l(s0l), l(s0r), t(s0));
  add(48, l(s1l), l(s1r), t(s1));
  add(49, l(s0l), l(s0l2), t(s0));
  add(50, l(s0r), l(s0r2), t(s0));
  add(51, l(s1r), l(s1r2), t(s1));
  add(52, l(b0l), l(b0l2), t(b0));
  add(53, t(s0), leftCount(s0), rightCount(s0));
  add(54, t(s1), leftCount(s1), rightCount(s1));
  add(55, t(b0), leftCount(b0), t(s0));
  add(56, w(s0), leftCount(s0), rightCount(s0));
  add(57, w(s1), rightCount(s1));
  add(58, w(s1), l(s1r), t(s0));
  add(59, w(s1), w(s0l), t(s0));
  add(60, u(s1), u(s0), u(b0));
  add(61, u(s0), u(b0), u(b1));
  add(62, w(s0), w(s0l), t(b0));
  add(63, w(b0), l(b0l), t(s0));
  add(64, t(b0 - 1), t(b0), t(s0));
  add(65, t(s0 + 1), t(s0), t(b0));
  add(66, t(s0 - 1), t(s0), t(s1));
  add(67, b0 < 0 ? 1 : 0, state.depth > 4 ? 4 : state.depth, u(s0));
  return n;
}

/** Parses tagged tokens; the state that is returned holds a tree. */
export function parseTokens(parser: Parser, input: ParserInput): State {
  const state = new State(input.words.length);
  const features = new Int32Array(MAX_PARSE_FEATURES);
  const classes = parser.labels.length * 2 + 1;
  const scores = new Float64Array(classes);
  while (!state.done) {
    const count = parseFeatures(input, state, features);
    score(parser.weights, features, count, classes, scores);
    const [action, label] = moveOf(bestMove(state, scores, classes));
    state.apply(action, label);
  }
  return state;
}

/** The best class among the moves that the state allows. */
export function bestMove(state: State, scores: Float64Array, classes: number): number {
  let best = -1;
  const [shift, left, right] = [state.allowed(SHIFT), state.allowed(LEFT), state.allowed(RIGHT)];
  for (let c = 0; c < classes; c += 1) {
    const allowed = c === 0 ? shift : c % 2 === 1 ? left : right;
    if (allowed && (best < 0 || (scores[c] as number) > (scores[best] as number))) {
      best = c;
    }
  }
  return best;
}
