/** Reads one bare numeral, cardinal or ordinal, in digits, in words or mixed ("1.5 million"). */
import { type Atom, endsWord, skipHyphen, startsWord } from "./atoms.ts";
import type { NumberLexicon } from "./lexicon.ts";
import { readMultiplied } from "./multiplied.ts";
import { type Numeral, readWords } from "./number-words.ts";

export type { Numeral };

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
  if (!lexicon.starters.has(first.lower)) return null;
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
function scaled(
  atoms: readonly Atom[],
  at: number,
  value: number,
  lexicon: NumberLexicon,
): Numeral {
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
    return {
      to: to + 1,
      value: total * suffix,
      ordinal: false,
      digits: true,
      scale: suffix,
      loose: false,
    };
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
