/** Comparators around a number and what they do to its interval. */
import type { Atom, Hit, Phrases } from "./atoms.ts";
import type { NumberLexicon } from "./lexicon.ts";
import type { Comparison } from "./types.ts";

export interface Interval {
  readonly lo: number;
  readonly hi: number;
  readonly approx: boolean;
}

export interface Comparators {
  readonly to: number;
  /** From left to right. */
  readonly list: readonly Comparison[];
}

/** How far "about 100" reaches to either side. */
const ABOUT = 0.1;
/** "barely six months" may be a little more than that. */
const BARELY_ABOVE = 0.15;
/** "a good 60" is 60 and somewhat more. */
const SOMEWHAT_MORE = 0.2;
/** More comparators than this before one number are no English. */
const MOST = 4;

/** Reads all comparators that start at atom `at`; an empty list where there are none. */
export function readComparators(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): Comparators {
  return readAll(atoms, at, lexicon.before);
}

/** The same for those behind a number: "or more", "at least". */
export function readTrailing(
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): Comparators {
  return readAll(atoms, at, lexicon.after);
}

function readAll(atoms: readonly Atom[], at: number, table: Phrases<Comparison>): Comparators {
  const list: Comparison[] = [];
  let to = at;
  while (list.length < MOST) {
    // "160-odd", "60-ish": the hyphen belongs to the comparator.
    const hit: Hit<Comparison> | null =
      table.at(atoms, to) ??
      (list.length === 0 && atoms[to]?.lower === "-" && atoms[to]?.glued === true
        ? table.at(atoms, to + 1)
        : null);
    if (hit === null) break;
    list.push(hit.value);
    to = hit.to;
  }
  return { to, list };
}

/**
 * What a comparator makes of an interval. `step` is the distance to the next possible
 * value: 1 for counts, 0 for measures such as durations and fractions, whose open ends
 * come out closed.
 * @example applyComparison("gt", { lo: 160, hi: 160, approx: false }, 1) // lo 161, hi Infinity
 */
export function applyComparison(comparison: Comparison, base: Interval, step: 0 | 1): Interval {
  const { lo, hi } = base;
  const infinite = Number.POSITIVE_INFINITY;
  const round = (value: number, up: boolean): number =>
    step === 0 ? clean(value) : up ? Math.ceil(clean(value)) : Math.floor(clean(value));
  switch (comparison) {
    case "gt":
      return { lo: lo + step, hi: infinite, approx: base.approx };
    case "ge":
      return { lo, hi: infinite, approx: base.approx };
    case "lt":
      return { lo: 0, hi: hi - step, approx: base.approx };
    case "le":
      return { lo: 0, hi, approx: base.approx };
    case "near-below":
      return { lo: round(lo * (1 - ABOUT), false), hi, approx: true };
    case "just-over":
      return { lo: lo + step, hi: round(hi * (1 + SOMEWHAT_MORE), true), approx: true };
    case "just-under":
      return { lo: round(lo * (1 - ABOUT), false), hi: hi - step, approx: true };
    case "about":
      return {
        lo: round(lo * (1 - ABOUT), false),
        hi: round(hi * (1 + ABOUT), true),
        approx: true,
      };
    case "barely":
      return {
        lo: round(lo * (1 - ABOUT), false),
        hi: round(hi * (1 + BARELY_ABOVE), true),
        approx: true,
      };
    case "exact":
    case "full":
    case "only":
      return base;
  }
}

/** Applies comparators from the innermost (last) to the outermost (first). */
export function applyAll(
  comparisons: readonly Comparison[],
  base: Interval,
  step: 0 | 1,
): Interval {
  return comparisons.reduceRight(
    (interval, comparison) => applyComparison(comparison, interval, step),
    base,
  );
}

/** Takes binary rounding noise off a product such as 60 * 1.1. */
function clean(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : value;
}
