/** The types of the date grammar: time spans out, and the shape of `time.yaml`. */
import type { Comparison, NumberData } from "../number/types.ts";

/** A calendar date as `2025-06-29`. */
export type ISODate = string;

/** How the words before (or behind) a date tie it to the rest; "bare" where nothing does. */
export type Relation =
  | "bare"
  | "in"
  | "on"
  | "of"
  | "for"
  | "from"
  | "earliest"
  | "since"
  | "until"
  | "by"
  | "before"
  | "after"
  | "between"
  | "from-to"
  | "throughout"
  | "around"
  | "as-of"
  | "within";

export type Precision =
  | "time"
  | "day"
  | "weekend"
  | "week"
  | "month"
  | "quarter"
  | "season"
  | "half"
  | "year"
  | "decade"
  | "century"
  | "millennium"
  | "range"
  | "none";

export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/** Where a duration points, by the word that follows it: "six months after". */
export type Direction =
  | "after"
  | "before"
  | "later"
  | "earlier"
  | "ago"
  | "into"
  | "since"
  | "old"
  | "of"
  | "from"
  | "long";

/** A date whose year isn't said: "29 June", "in March", "on the 29th". Month 1-12. */
export interface Yearless {
  readonly month?: number;
  readonly day?: number;
  /** The part of the month that is meant: "late", "end". */
  readonly part?: string;
}

export interface TimeSpan {
  /** Word indexes, `to` exclusive; the preposition that sets `relation` is inside. */
  readonly from: number;
  readonly to: number;
  /** The same without the preposition. */
  readonly core: readonly [from: number, to: number];
  readonly kind: "date" | "weekday" | "duration" | "recurring";
  /**
   * Days since 1970-01-01, both inclusive, of the date itself: "before 2010" is the year 2010
   * with relation "before". Infinite where nothing is known or the end is open.
   */
  readonly lo: number;
  readonly hi: number;
  readonly relation: Relation;
  readonly precision: Precision;
  /** "around 2005", "late June 2025": the ends are no sharp ones. */
  readonly approx: boolean;
  /** The text doesn't say which time is meant: relative dates without a reference date, "years". */
  readonly vague: boolean;
  /** 03/04/2025: lo and hi span both readings, `readings` has the day of each. */
  readonly ambiguous: boolean;
  readonly readings?: readonly number[];
  /** It stands within the name of what it is the date of: "the 1997 convention". */
  readonly within?: boolean;
  /** A date that the calendar doesn't have, such as 31 June; lo > hi. */
  readonly impossible: boolean;
  /** 0 (Sunday) to 6; with a date where both are given ("Sunday, 29 June 2025"). */
  readonly weekday?: number;
  /** "a weekend", "on a weekday" and, with one element, "on a Sunday". */
  readonly weekdays?: readonly number[];
  readonly yearless?: Yearless;
  /** "that year", "the same day": the time is the one that the text has spoken of. */
  /** "time" for "since then". */
  readonly anaphor?: Precision;
  /** A duration in days, with tolerance: "six years" reaches from 5.5 up to 7 years. */
  readonly duration?: { readonly loDays: number; readonly hiDays: number };
  /** A duration as said, in its own unit; exclusive ends ("over three years") come out closed. */
  readonly amount?: { readonly lo: number; readonly hi: number; readonly unit: Unit };
  readonly comparisons?: readonly Comparison[];
  readonly direction?: Direction;
  /** "only", "a mere three years". */
  readonly only: boolean;
  /** The words as written, with the preposition and without. */
  readonly text: string;
  readonly coreText: string;
}

/** The data that `findTimes` needs. */
export interface TimeLanguage {
  readonly time: TimeData;
  readonly numbers: NumberData;
}

/** How much of a period a part takes, as shares of its length: "late" [0.6, 1]. */
export type Share = readonly [from: number, to: number];

export interface PartData {
  readonly share: Share;
  /** The share of a century or more, where it is narrower. */
  readonly century?: Share;
  readonly phrases: readonly string[];
  /** False for sharp parts such as "the first half of". */
  readonly approx?: boolean;
}

export interface MonthData {
  readonly number: number;
  /** Other spellings; the first name is the key. */
  readonly short: readonly string[];
  /** An ordinary word as well ("may", "march"): taken for a month only beside other date words. */
  readonly word?: boolean;
}

export interface SeasonData {
  readonly names: readonly string[];
  /** [month, day] of the first and the last day on the widest reading. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** `data/language/time.yaml`, parsed. */
export interface TimeData {
  readonly months: Readonly<Record<string, MonthData>>;
  readonly weekdays: Readonly<
    Record<string, { readonly number: number; readonly short: readonly string[] }>
  >;
  readonly weekday_sets: Readonly<Record<string, readonly number[]>>;
  readonly seasons: Readonly<Record<string, SeasonData>>;
  readonly units: Readonly<
    Record<Unit, { readonly days: number; readonly forms: readonly string[] }>
  >;
  readonly big_units: Readonly<Record<string, { readonly unit: Unit; readonly times: number }>>;
  readonly relations: Readonly<Partial<Record<Relation, readonly string[]>>>;
  readonly relation_prefixes: readonly string[];
  readonly prefix_alone: readonly string[];
  readonly onwards: Readonly<Partial<Record<Relation, readonly string[]>>>;
  readonly parts: Readonly<Record<string, PartData>>;
  /** Parts that mean the first or last day of the period after "by", "before" and the like. */
  readonly edges: Readonly<Record<string, "first" | "last">>;
  /** Small word lists by name; `lexicon.ts` lists those that must be there. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly decades: Readonly<Record<string, readonly number[]>>;
  readonly decade_tails: Readonly<Record<string, number>>;
  readonly year_pairs: Readonly<Record<string, number>>;
  readonly named_periods: Readonly<Record<string, NamedPeriod>>;
  readonly relative_days: Readonly<Record<string, number>>;
  readonly directions: Readonly<Record<Direction, readonly string[]>>;
  readonly duration_relations: Readonly<Partial<Record<Relation, readonly string[]>>>;
  readonly vague_durations: Readonly<Record<string, readonly [number, number | null]>>;
  readonly pivot: number;
  readonly years: readonly [lo: number, hi: number];
}

/** A named stretch of years: "the new century". */
export interface NamedPeriod {
  readonly from: number;
  readonly to: number;
  readonly precision: Precision;
  readonly approx?: boolean;
  /** Which of its days "before" and "by" mean. */
  readonly edge?: "first" | "middle" | "last";
  readonly phrases: readonly string[];
}
