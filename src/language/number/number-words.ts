/** Numerals in words: "one hundred and fifty", "twenty-ninth". */
import { type Atom, skipHyphen } from "./atoms.ts";
import type { NumberLexicon } from "./lexicon.ts";

export interface Numeral {
  /** The atom index after it. */
  readonly to: number;
  readonly value: number;
  readonly ordinal: boolean;
  /** Written with digits. */
  readonly digits: boolean;
  /** The multiplier that it ends in ("3 million": 1000000), else 1. */
  readonly scale: number;
  /** True for "a couple of dozen" and the like. */
  readonly loose: boolean;
}

interface State {
  total: number;
  group: number;
  lastBig: number;
  scale: number;
  to: number;
  seen: boolean;
}

/**
 * Number words by the usual composition: units and tens into hundreds, groups of hundreds
 * times thousand, million and so on in falling order. A word that doesn't fit ends the numeral.
 */
export function readWords(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): Numeral | null {
  const state: State = {
    total: 0,
    group: 0,
    lastBig: Number.POSITIVE_INFINITY,
    scale: 1,
    to: at,
    seen: false,
  };
  let next = at;
  for (;;) {
    const word = atoms[next]?.lower ?? "";
    const ordinal = lexicon.ordinals.get(word);
    if (ordinal !== undefined) {
      const value = withOrdinal(state, ordinal);
      if (value === null) break;
      return { to: next + 1, value, ordinal: true, digits: false, scale: 1, loose: false };
    }
    const simple = lexicon.cardinals.get(word);
    const factor =
      lexicon.multipliers.get(word) ?? (state.seen ? lexicon.multiplierForms.get(word) : undefined);
    if (simple !== undefined ? !addSimple(state, simple) : !multiply(state, factor)) break;
    state.seen = true;
    state.to = next + 1;
    next = nextWord(atoms, state, lexicon);
  }
  if (!state.seen) return null;
  const value = state.total + state.group;
  const half = state.scale === 1 ? lexicon.halves.at(atoms, state.to) : null;
  if (half !== null) {
    const scale = lexicon.multiplierForms.get(atoms[half.to]?.lower ?? "");
    const to = scale === undefined ? half.to : half.to + 1;
    const total = (value + 0.5) * (scale ?? 1);
    return { to, value: total, ordinal: false, digits: false, scale: scale ?? 1, loose: false };
  }
  return { to: state.to, value, ordinal: false, digits: false, scale: state.scale, loose: false };
}

/** The next number word: over a hyphen, or over "and" after a hundred or more. */
function nextWord(atoms: readonly Atom[], state: State, lexicon: NumberLexicon): number {
  const next = skipHyphen(atoms, state.to);
  const here = atoms[next];
  if (here === undefined || !lexicon.and.has(here.lower) || state.scale < 100) return next;
  const after = atoms[next + 1]?.lower ?? "";
  const small = lexicon.cardinals.get(after) ?? lexicon.ordinals.get(after);
  if (small === undefined || small >= 100) return next;
  // "between one hundred and two hundred": the second number starts anew.
  const factor = lexicon.multipliers.get(atoms[next + 2]?.lower ?? "");
  return factor !== undefined && factor < 1000 ? next : next + 1;
}

function addSimple(state: State, value: number): boolean {
  const below = state.group % 100;
  if (value < 10 ? below % 10 !== 0 || (below > 0 && below < 20) : below !== 0) return false;
  // "one" can't follow a unit, nor "five" a dozen.
  if (state.scale === 12 || state.scale === 20) return false;
  state.group += value;
  state.scale = 1;
  return true;
}

function multiply(state: State, factor: number | undefined): boolean {
  if (factor === undefined) return false;
  const group = state.group === 0 && !state.seen ? 1 : state.group;
  if (group === 0) return false;
  if (factor < 1000) {
    if (group >= 100) return false;
    state.group = group * factor;
  } else {
    if (factor >= state.lastBig && state.total > 0) return false;
    state.total += group * factor;
    state.group = 0;
    state.lastBig = factor;
  }
  state.scale = factor;
  return true;
}

function withOrdinal(state: State, ordinal: number): number | null {
  if (ordinal >= 100) {
    const group = state.group === 0 ? 1 : state.group;
    if (ordinal === 100 && group >= 100) return null;
    return state.total + group * ordinal;
  }
  const below = state.group % 100;
  const fits = ordinal < 10 ? below % 10 === 0 && (below === 0 || below >= 20) : below === 0;
  return fits ? state.total + state.group + ordinal : null;
}
