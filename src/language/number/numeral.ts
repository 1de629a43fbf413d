/** Reads one bare numeral, cardinal or ordinal, in digits, in words or mixed ("1.5 million"). */
import { type Atom, endsWord, skipHyphen, startsWord } from "./atoms.ts";
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

/**
 * Reads the numeral that starts at atom `at`, or null. It says nothing about what follows
 * in the same word: callers check that ("60" in "60mm" is their business).
 * @example readNumeral(toAtoms(one hundred and fifty), 0, lexicon) // { to: 4, value: 150, … }
 */
export function readNumeral(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): Numeral | null {
  const first = atoms[at];
  if (first === undefined) return null;
  if (first.digits) return readDigits(atoms, at, lexicon);
  return readMultiplied(atoms, at, lexicon) ?? readWords(atoms, at, lexicon);
}

function readDigits(atoms: readonly Atom[], at: number, lexicon: NumberLexicon): Numeral | null {
  if (!startsWord(atoms, at) && atoms[at - 1]?.letters === true) return null;
  let text = atoms[at]?.text ?? "";
  let to = at + 1;
  if (text.length <= 3) {
    for (;;) {
      const group = thousands(atoms, to);
      if (group === null) break;
      text += group.text;
      to = group.to;
    }
  }
  const point = atoms[to];
  const decimals = atoms[to + 1];
  if (point?.lower === "." && point.glued && decimals?.digits === true && decimals.glued) {
    text += `.${decimals.text}`;
    to += 2;
    const next = atoms[to];
    if (next?.lower === "." && next.glued && atoms[to + 1]?.glued === true) return null;
  }
  const value = Number(text);
  const ending = atoms[to];
  if (ending?.glued === true && lexicon.endings.has(ending.lower)) {
    return { to: to + 1, value, ordinal: true, digits: true, scale: 1, loose: false };
  }
  if (ending?.lower === "-" && ending.glued && lexicon.endings.has(atoms[to + 1]?.lower ?? "")) {
    return { to: to + 2, value, ordinal: true, digits: true, scale: 1, loose: false };
  }
  return scaled(atoms, to, value, lexicon);
}

function thousands(atoms: readonly Atom[], at: number): { text: string; to: number } | null {
  const sign = atoms[at];
  const group = atoms[at + 1];
  if (sign?.lower === "," && sign.glued && group?.glued === true && /^[0-9]{3}$/.test(group.text)) {
    return { text: group.text, to: at + 2 };
  }
  // "10 000": a loose group counts only when it can be no number of its own.
  if (sign !== undefined && !sign.glued && sign.text === "000") return { text: "000", to: at + 1 };
  return null;
}

/** "1.5 million", "60k", "2 dozen", "2½". */
function scaled(atoms: readonly Atom[], at: number, value: number, lexicon: NumberLexicon): Numeral {
  let to = at;
  let total = value;
  const sign = lexicon.fractionSigns.get(atoms[to]?.lower ?? "");
  if (sign !== undefined) {
    total += sign;
    to += 1;
  }
  const half = lexicon.halves.at(atoms, to);
  if (half !== null) {
    total += 0.5;
    to = half.to;
  }
  const here = atoms[to];
  const suffix = here?.glued === true ? lexicon.suffixes.get(here.lower) : undefined;
  if (suffix !== undefined && endsWord(atoms, to + 1)) {
    return { to: to + 1, value: total * suffix, ordinal: false, digits: true, scale: suffix, loose: false };
  }
  let scale = 1;
  for (;;) {
    const next = skipHyphen(atoms, to);
    const factor = lexicon.multiplierForms.get(atoms[next]?.lower ?? "");
    if (factor === undefined) break;
    scale *= factor;
    to = next + 1;
  }
  return { to, value: total * scale, ordinal: false, digits: true, scale, loose: false };
}

/** "half a million", "a couple of dozen", "a quarter of a million", "a dozen", "a million and a half". */
function readMultiplied(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): Numeral | null {
  const { data } = lexicon;
  const word = (index: number): string => atoms[index]?.lower ?? "";
  const multiplierAt = (index: number): number | undefined => lexicon.multipliers.get(word(index));
  const make = (to: number, value: number, scale: number, loose: boolean): Numeral => ({
    to,
    value,
    ordinal: false,
    digits: false,
    scale,
    loose,
  });
  const couple = lexicon.couple.at(atoms, at);
  if (couple !== null) {
    const scale = multiplierAt(couple.to);
    return scale === undefined ? null : make(couple.to + 1, 2 * scale, scale, true);
  }
  let next = at;
  let article = false;
  if (lexicon.articles.has(word(next))) {
    article = true;
    next += 1;
  }
  for (const [part, ratio] of [
    [data.half, 0.5],
    [data.quarter, 0.25],
  ] as const) {
    if (word(next) !== part) continue;
    let after = skipHyphen(atoms, next + 1);
    // "of" and "a" may both stand between: "a quarter of a million".
    if (lexicon.fractionFollowers.has(word(after))) after += 1;
    if (lexicon.articles.has(word(after))) after += 1;
    const scale = multiplierAt(after);
    return scale === undefined ? null : make(after + 1, ratio * scale, scale, false);
  }
  if (!article) return null;
  const scale = multiplierAt(next);
  if (scale === undefined) return null;
  const rest = readWords(atoms, next, lexicon);
  if (rest === null) return null;
  const half = lexicon.halves.at(atoms, rest.to);
  return half === null ? rest : make(half.to, rest.value + scale / 2, scale, false);
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
function readWords(atoms: readonly Atom[], at: number, lexicon: NumberLexicon): Numeral | null {
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
    const factor = lexicon.multipliers.get(word) ?? (state.seen ? lexicon.multiplierForms.get(word) : undefined);
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
