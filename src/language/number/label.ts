/** Numbered things: "Article 51", "the fifty-first article", "No. 441", "Protocol II". */
import { type Atom, endsWord, startsWord } from "./atoms.ts";
import type { LabelNoun, NumberLexicon } from "./lexicon.ts";
import { readNumeral } from "./numeral.ts";
import { romanValue } from "./roman.ts";

export interface LabelHit {
  readonly to: number;
  readonly noun: string;
  readonly value: string;
}

/**
 * Reads the numbered things that start at atom `at`: several for "Articles 51 and 52",
 * none for anything else. Each hit ends where the next may start.
 */
export function readLabels(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): readonly LabelHit[] {
  const ordinal = readOrdinalLabel(atoms, at, lexicon);
  if (ordinal !== null) return [ordinal];
  if (!startsWord(atoms, at)) return [];
  const noun = lexicon.labels.at(atoms, at);
  if (noun === null) return [];
  const hits: LabelHit[] = [];
  let next = noun.to;
  for (;;) {
    const hit = readValue(atoms, next, noun.value, lexicon, hits.length > 0);
    if (hit === null) break;
    hits.push(hit);
    const link = lexicon.labelLinks.at(atoms, hit.to);
    if (link === null) break;
    // "under Article 51, 2005 …": only a plural noun goes on over a comma.
    const plural = /s\.?$/.test(
      atoms
        .slice(noun.to - 2, noun.to)
        .map((atom) => atom.lower)
        .join(""),
    );
    if (atoms[hit.to]?.lower === "," && !plural) break;
    next = link.to;
  }
  return hits;
}

/** True where a label's noun stands right before atom `at`: its number is no date. */
export function afterLabelNoun(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): boolean {
  for (let start = at - 1; start >= Math.max(0, at - 4); start -= 1) {
    const noun = startsWord(atoms, start) ? lexicon.labels.at(atoms, start) : null;
    if (noun !== null && noun.to === at) return true;
  }
  return false;
}

function readOrdinalLabel(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): LabelHit | null {
  const numeral = readNumeral(atoms, at, lexicon);
  if (numeral === null || !numeral.ordinal) return null;
  const noun = lexicon.labels.at(atoms, numeral.to);
  if (noun?.value.ordinal !== true || !endsWord(atoms, noun.to)) return null;
  return { to: noun.to, noun: noun.value.noun, value: String(numeral.value) };
}

function readValue(
  atoms: readonly Atom[],
  at: number,
  label: LabelNoun,
  lexicon: NumberLexicon,
  follows: boolean,
): LabelHit | null {
  const first = atoms[at];
  if (first === undefined) return null;
  if (first.digits) return digitValue(atoms, at, label.noun);
  const roman = romanValue(first.text);
  // A lone "I" is the pronoun unless the noun is written as a name.
  const named = /^\p{Lu}/u.test(atoms[at - 1]?.text ?? "") || atoms[at - 1]?.lower === ".";
  if (roman !== null && endsWord(atoms, at + 1) && (first.text !== "I" || named)) {
    return { to: at + 1, noun: label.noun, value: String(roman) };
  }
  if (label.bare !== true) return null;
  const numeral = readNumeral(atoms, at, lexicon);
  if (numeral === null || numeral.ordinal || numeral.scale === 12) return null;
  // "Articles 51 and two others": a second value must be of the first one's kind.
  if (follows) return null;
  return { to: numeral.to, noun: label.noun, value: String(numeral.value) };
}

/** "441", "441/2025", "9b", "3.2.0", "12-A": the rest of the word belongs to the value. */
function digitValue(atoms: readonly Atom[], at: number, noun: string): LabelHit | null {
  let to = at + 1;
  let text = atoms[at]?.text ?? "";
  while (atoms[to]?.glued === true) {
    const here = atoms[to];
    const ends = atoms[to + 1]?.glued !== true;
    if (here === undefined || (!here.digits && !here.letters && ends)) break;
    if (here.lower === "'") break;
    text += here.text;
    to += 1;
  }
  return { to, noun, value: text };
}
