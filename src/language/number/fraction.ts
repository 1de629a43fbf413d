/** Fractions: "two-thirds", "a quarter of", "half", "1/3", "½", "four out of five". */
import { type Atom, endsWord, skipHyphen, startsWord } from "./atoms.ts";
import type { Core } from "./core.ts";
import type { NumberLexicon } from "./lexicon.ts";
import { readNumeral } from "./numeral.ts";

/** Reads the fraction that starts at atom `at`, or null. */
export function readFraction(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): Core | null {
  if (!startsWord(atoms, at)) return null;
  const here = atoms[at];
  if (here === undefined) return null;
  const sign = lexicon.fractionSigns.get(here.lower);
  if (sign !== undefined) return fraction(at + 1, sign);
  if (here.lower === lexicon.data.half) {
    const after = atoms[at + 1];
    return after?.glued === true ? null : fraction(at + 1, 0.5);
  }
  return readSlash(atoms, at) ?? readNamed(atoms, at, lexicon) ?? readOutOf(atoms, at, lexicon);
}

function fraction(to: number, ratio: number): Core {
  const value = Math.round(ratio * 1e6) / 1e6;
  return {
    to,
    kind: "fraction",
    lo: value,
    hi: value,
    value,
    approx: false,
    vague: false,
    unit: "",
  };
}

/** "1/3"; small numbers only, so "441/2025" and "24/7" stay out. */
function readSlash(atoms: readonly Atom[], at: number): Core | null {
  const [top, slash, bottom] = [atoms[at], atoms[at + 1], atoms[at + 2]];
  if (top?.digits !== true || slash?.lower !== "/" || bottom?.digits !== true) return null;
  if (!slash.glued || !bottom.glued || !endsWord(atoms, at + 3)) return null;
  const [a, b] = [Number(top.text), Number(bottom.text)];
  return a < b && b <= 100 && bottom.text === String(b) ? fraction(at + 3, a / b) : null;
}

/** "two-thirds", "three quarters", "a quarter of", "one half", "a third of". */
function readNamed(atoms: readonly Atom[], at: number, lexicon: NumberLexicon): Core | null {
  const first = atoms[at]?.lower ?? "";
  const top = lexicon.articles.has(first) ? 1 : (lexicon.cardinals.get(first) ?? Number(first));
  if (!Number.isInteger(top) || top < 1 || top > 20) return null;
  const next = skipHyphen(atoms, at + 1);
  const word = atoms[next]?.lower ?? "";
  const own = lexicon.fractionWords.get(word);
  const plural = word.endsWith("s") ? lexicon.ordinals.get(word.slice(0, -1)) : undefined;
  const singular = top === 1 ? lexicon.ordinals.get(word) : undefined;
  const bottom = own ?? plural ?? singular;
  if (bottom === undefined || bottom < 2 || top > bottom) return null;
  const after = atoms[next + 1];
  if (own === undefined && plural === undefined) {
    // "a third country", "one second": only what follows tells a share from a place in line.
    if (after === undefined || !lexicon.fractionFollowers.has(after.lower)) return null;
  }
  if (lexicon.fractionWords.has(word) && after?.lower === "-") {
    return fraction(next + 1, top / bottom);
  }
  return endsWord(atoms, next + 1) || after?.lower === "-"
    ? fraction(next + 1, top / bottom)
    : null;
}

/** "four out of five", "one in three". */
function readOutOf(atoms: readonly Atom[], at: number, lexicon: NumberLexicon): Core | null {
  const top = readNumeral(atoms, at, lexicon);
  if (top === null || top.ordinal) return null;
  const link = lexicon.fractionLinks.at(atoms, top.to);
  if (link === null) return null;
  const bottom = readNumeral(atoms, link.to, lexicon);
  if (bottom === null || bottom.ordinal || bottom.value <= top.value) return null;
  // "166 in 2005" is no share, nor "one in 160 countries" of much use.
  if (bottom.value > 1000) return null;
  return fraction(bottom.to, top.value / bottom.value);
}
