/** What the readers of the date grammar hand to each other: the sentence, and a period found in it. */
import type { Atom } from "../number/atoms.ts";
import { civilOf } from "./calendar.ts";
import type { TimeLexicon } from "./lexicon.ts";
import type { Precision, Yearless } from "./types.ts";

/** The sentence being read. */
export interface Context {
  readonly atoms: readonly Atom[];
  readonly lexicon: TimeLexicon;
  /** The day number that relative dates count from; null where none is known. */
  readonly reference: number | null;
  /** The periods read so far, by the atom where they start: the readers come back to the same places. */
  readonly periods: Map<number, Period | null>;
}

/** First and last day. */
export type Days = readonly [lo: number, hi: number];

/** A stretch of time without its preposition; `to` is the atom index after it. */
export interface Period {
  readonly to: number;
  readonly lo: number;
  readonly hi: number;
  readonly precision: Precision;
  readonly approx?: boolean;
  readonly vague?: boolean;
  readonly ambiguous?: boolean;
  readonly readings?: readonly number[];
  readonly impossible?: boolean;
  readonly weekday?: number;
  readonly weekdays?: readonly number[];
  readonly yearless?: Yearless;
  /** For a date without a year: its days in a given year. */
  readonly inYear?: (year: number) => Days | null;
  readonly anaphor?: Precision;
  readonly recurring?: boolean;
  /** The edge that "by" and "before" mean: "before the end of July". */
  readonly edge?: "first" | "middle" | "last";
  /** Only a date where a preposition or another date word stands before it. */
  readonly weak?: boolean;
}

export const NEVER: Days = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
export const OPEN: Days = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** The lower-case text of atom `at`, "" past the end. */
export function word({ atoms }: Context, at: number): string {
  return atoms[at]?.lower ?? "";
}

/** The atom after the list entry that starts at `at`, or `at` itself where none does. */
export function skip({ atoms, lexicon }: Context, at: number, list: string): number {
  return lexicon.list(list).at(atoms, at)?.to ?? at;
}

/** True where an entry of the list starts at `at`. */
export function has({ atoms, lexicon }: Context, at: number, list: string): boolean {
  return lexicon.list(list).at(atoms, at) !== null;
}

/** True where an entry of the list ends before `at`. */
export function follows({ atoms, lexicon }: Context, at: number, list: string): boolean {
  return lexicon.list(list).endsAt(atoms, at);
}

/** True for a comma, which dates may hold, that doesn't end the sentence part. */
export function skipComma(context: Context, at: number): number {
  return word(context, at) === "," ? at + 1 : at;
}

/** Puts a date without a year into a year: that of the reference, or the nearest to it. */
export function nearest(context: Context, inYear: (year: number) => Days | null): Days {
  const { reference } = context;
  if (reference === null) return OPEN;
  const { year } = civilOf(reference);
  let best: Days | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const candidate of [year, year - 1, year + 1]) {
    const days = inYear(candidate);
    if (days === null) continue;
    const away = Math.max(days[0] - reference, reference - days[1], 0);
    if (away < distance) {
      best = days;
      distance = away;
    }
  }
  return best ?? OPEN;
}

/** Builds a period of known days. */
export function known(
  to: number,
  days: Days,
  precision: Precision,
  more?: Partial<Period>,
): Period {
  return { to, lo: days[0], hi: days[1], precision, ...more };
}
