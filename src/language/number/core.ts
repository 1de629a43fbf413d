/** The number inside a quantity, before comparators: a numeral, a range, a fraction, a vague amount. */
import { type Atom, endsWord, skipHyphen, startsWord } from "./atoms.ts";
import { readFraction } from "./fraction.ts";
import type { NumberLexicon } from "./lexicon.ts";
import { type Numeral, readNumeral } from "./numeral.ts";

export interface Core {
  readonly to: number;
  readonly kind: "cardinal" | "ordinal" | "fraction" | "percent";
  readonly lo: number;
  readonly hi: number;
  /** Null for ranges and vague amounts. */
  readonly value: number | null;
  readonly approx: boolean;
  readonly vague: boolean;
  /** A currency sign before it, else "". */
  readonly unit: string;
}

/**
 * Reads the number that starts at atom `at`, the longest reading first, or null.
 * @example between 150 and 220 → lo 150, hi 220; two-thirds → fraction; a few hundred → vague
 */
export function readCore(atoms: readonly Atom[], at: number, lexicon: NumberLexicon): Core | null {
  // "voted 14 to 66": two results, not a range.
  const tally = lexicon.tally.has(atoms[at - 1]?.lower ?? "");
  const range = tally ? null : readRange(atoms, at, lexicon);
  if (range !== null) return range;
  const single = readSingle(atoms, at, lexicon);
  if (single === null) return null;
  // "66-14" is neither a range nor the number 66.
  const link = endsWord(atoms, single.to) ? null : lexicon.rangeLinks.at(atoms, single.to);
  return link !== null && atoms[link.to]?.digits === true ? null : single;
}

/** The same without ranges. */
export function readSingle(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): Core | null {
  const here = atoms[at];
  if (here === undefined) return null;
  if (lexicon.currency.has(here.lower)) {
    const amount = readPlain(atoms, at + 1, lexicon);
    return amount === null ? null : { ...amount, unit: here.text };
  }
  const fraction = readFraction(atoms, at, lexicon);
  const plain = readPlain(atoms, at, lexicon);
  if (fraction !== null && plain !== null) return fraction.to >= plain.to ? fraction : plain;
  const vague = readVague(atoms, at, lexicon);
  const exact = fraction ?? plain;
  return exact !== null && vague !== null && vague.to > exact.to ? vague : (exact ?? vague);
}

function readPlain(atoms: readonly Atom[], at: number, lexicon: NumberLexicon): Core | null {
  const numeral = readNumeral(atoms, at, lexicon);
  if (numeral === null || !cleanEdges(atoms, at, numeral.to, lexicon)) return null;
  if (!numeral.ordinal) {
    const sign = lexicon.percent.at(atoms, skipHyphen(atoms, numeral.to));
    if (sign !== null && endsWord(atoms, sign.to)) return simple(numeral, sign.to, "percent");
  }
  return simple(numeral, numeral.to, numeral.ordinal ? "ordinal" : "cardinal");
}

function simple(numeral: Numeral, to: number, kind: Core["kind"]): Core {
  const { value } = numeral;
  // "a couple of dozen" is two or three dozen.
  const hi = numeral.loose ? value * 1.5 : value;
  return { to, kind, lo: value, hi, value, approx: numeral.loose, vague: false, unit: "" };
}

/**
 * False where the rest of the word shows that this is no number: "T-72", "A1", "v1", "9b", "3.2.0".
 * A hyphenated noun ("five-member") and a trailing comparator ("160+", "160-odd") are fine.
 */
function cleanEdges(
  atoms: readonly Atom[],
  from: number,
  to: number,
  lexicon: NumberLexicon,
): boolean {
  if (!startsWord(atoms, from)) {
    const before = atoms[from - 1];
    const money = before !== undefined && lexicon.currency.has(before.lower);
    const comparator = lexicon.before.endsAt(atoms, from, 3);
    const linked = lexicon.rangeLinks.endsAt(atoms, from, 1) && atoms[from - 2]?.letters !== true;
    if (!money && !comparator && !linked) return false;
  }
  if (endsWord(atoms, to)) return true;
  const rest = atoms[to];
  if (rest === undefined) return true;
  if (lexicon.after.at(atoms, to) !== null || lexicon.percent.at(atoms, to) !== null) return true;
  if (rest.lower === "'" || rest.lower === ")" || rest.lower === "]") return true;
  if (lexicon.rangeLinks.at(atoms, to) !== null) {
    const next = atoms[to + 1];
    return next === undefined || next.letters || next.digits || endsWord(atoms, to + 1);
  }
  return !rest.letters && !rest.digits && endsWord(atoms, to + 1);
}

function readVague(atoms: readonly Atom[], at: number, lexicon: NumberLexicon): Core | null {
  if (!startsWord(atoms, at)) return null;
  const multiple = lexicon.vagueMultiples.at(atoms, at);
  if (multiple !== null) {
    const scale = lexicon.multipliers.get(atoms[multiple.to]?.lower ?? "");
    if (scale !== undefined) {
      const hi = Math.min(multiple.value.hi * scale, scale * 10);
      return vague(multiple.to + 1, multiple.value.lo * scale, hi);
    }
  }
  const hit = lexicon.vague.at(atoms, at);
  if (hit !== null && endsWord(atoms, hit.to)) return vague(hit.to, hit.value.lo, hit.value.hi);
  const size = lexicon.collectives.get(atoms[at]?.lower ?? "");
  if (size === undefined || !endsWord(atoms, at + 1)) return null;
  return {
    to: at + 1,
    kind: "cardinal",
    lo: size,
    hi: size,
    value: size,
    approx: false,
    vague: false,
    unit: "",
  };
}

function vague(to: number, lo: number, hi: number): Core {
  return { to, kind: "cardinal", lo, hi, value: null, approx: true, vague: true, unit: "" };
}

function readRange(atoms: readonly Atom[], at: number, lexicon: NumberLexicon): Core | null {
  const between = lexicon.between.at(atoms, at);
  if (between !== null) return readPair(atoms, between.to, lexicon, lexicon.betweenAnd);
  const from = lexicon.from.at(atoms, at);
  if (from !== null) return readPair(atoms, from.to, lexicon, lexicon.fromTo);
  return readPair(atoms, at, lexicon, lexicon.rangeLinks);
}

function readPair(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
  links: NumberLexicon["rangeLinks"],
): Core | null {
  const first = readSingle(atoms, at, lexicon);
  if (first === null || first.vague || first.value === null) return null;
  const link = links.at(atoms, first.to);
  if (link === null) return null;
  const second = readSingle(atoms, link.to, lexicon);
  if (second === null || second.value === null || second.vague) return null;
  if (second.kind === "ordinal" || first.kind === "ordinal") return null;
  if (second.kind !== first.kind && second.kind === "fraction") return null;
  const scale = sharedScale(atoms, link.to, first.value, lexicon);
  const lo = first.value * scale;
  if (lo >= second.value) return null;
  return {
    to: second.to,
    kind: second.kind,
    lo,
    hi: second.value,
    value: null,
    approx: false,
    vague: false,
    unit: first.unit === "" ? second.unit : first.unit,
  };
}

/** "2 to 3 million": the multiplier counts for both where the first number is the smaller digit. */
function sharedScale(
  atoms: readonly Atom[],
  at: number,
  first: number,
  lexicon: NumberLexicon,
): number {
  const start = lexicon.currency.has(atoms[at]?.lower ?? "") ? at + 1 : at;
  const numeral = readNumeral(atoms, start, lexicon);
  if (numeral === null || numeral.scale === 1) return 1;
  return first < numeral.value / numeral.scale ? numeral.scale : 1;
}
