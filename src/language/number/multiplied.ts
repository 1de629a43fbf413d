/** Numerals that multiply: "half a million", "a couple of dozen", "a million and a half". */
import { type Atom, skipHyphen } from "./atoms.ts";
import type { NumberLexicon } from "./lexicon.ts";
import { type Numeral, readWords } from "./number-words.ts";

/** Reads such a numeral at atom `at`, or null. "a dozen" and "a hundred and five" are among them. */
export function readMultiplied(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): Numeral | null {
  const couple = lexicon.couple.at(atoms, at);
  if (couple !== null) return times(atoms, couple.to, 2, lexicon, true);
  const article = lexicon.articles.has(atoms[at]?.lower ?? "");
  const next = article ? at + 1 : at;
  const ratio = ratioOf(atoms[next]?.lower ?? "", lexicon);
  if (ratio !== null) {
    let after = skipHyphen(atoms, next + 1);
    // "of" and "a" may both stand between: "a quarter of a million".
    if (lexicon.fractionFollowers.has(atoms[after]?.lower ?? "")) after += 1;
    if (lexicon.articles.has(atoms[after]?.lower ?? "")) after += 1;
    return times(atoms, after, ratio, lexicon, false);
  }
  const scale = article ? lexicon.multipliers.get(atoms[next]?.lower ?? "") : undefined;
  const rest = scale === undefined ? null : readWords(atoms, next, lexicon);
  if (rest === null || scale === undefined) return null;
  const half = lexicon.halves.at(atoms, rest.to);
  return half === null ? rest : { ...rest, to: half.to, value: rest.value + scale / 2, scale };
}

function ratioOf(word: string, { data }: NumberLexicon): number | null {
  return word === data.half ? 0.5 : word === data.quarter ? 0.25 : null;
}

function times(
  atoms: readonly Atom[],
  at: number,
  factor: number,
  lexicon: NumberLexicon,
  loose: boolean,
): Numeral | null {
  const scale = lexicon.multipliers.get(atoms[at]?.lower ?? "");
  if (scale === undefined) return null;
  return { to: at + 1, value: factor * scale, ordinal: false, digits: false, scale, loose };
}
