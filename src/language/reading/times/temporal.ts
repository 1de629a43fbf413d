import { type Distance, INSTANT } from "../../../meaning.ts";
import {
  type NeedsOf,
  Pattern,
  type PatternBook,
  type PatternData,
  wordsIn,
} from "../../patterns.ts";
import type { TimeSpan } from "../../time/types.ts";
import type { Unit } from "../../units/units.ts";
import { lengthOf } from "./when.ts";

/** `data/language/temporal.yaml`, parsed. */
export interface TemporalData {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly patterns: readonly (Omit<TemporalPattern, "pattern"> & { readonly pattern: string })[];
  /** Nouns that only point to an event, by the noun that names it. */
  readonly "stand-ins": Readonly<Record<string, readonly string[]>>;
}

/** The same as the build leaves it. */
export interface TemporalEntries {
  readonly patterns: readonly TemporalEntry[];
  readonly standIns: readonly (readonly [string, string])[];
}

type TemporalEntry = Omit<TemporalPattern, "pattern"> & { readonly pattern: PatternData };

export interface Temporal {
  readonly patterns: PatternBook<TemporalPattern>;
  /** "move" for "decision", "war" for "aggression". */
  readonly standIns: ReadonlyMap<string, string>;
}

export interface TemporalPattern {
  readonly order: "after" | "before" | "same" | "apart" | "dated";
  readonly pattern: Pattern;
  /** "not … until": it happened then. */
  readonly until?: boolean;
  readonly unit?: "day" | "month" | "year";
  /** "the day after X was …": how many days lie between X and the date. */
  readonly shift?: number;
  readonly relation?: "before" | "after";
  /** Both are asserted, not `b` taken for granted. */
  readonly both?: boolean;
  /** It is denied that they lie so. */
  readonly negated?: boolean;
  /** Only for what goes on from `b` on. */
  readonly lasting?: boolean;
  /** Of which unit an ordinal tells the number, in days ("the thirtieth day"); else years. */
  readonly nth?: number;
  /** It is less than the length: "not yet two years old". */
  readonly less?: boolean;
  /** It is later in fact, not at the very moment. */
  readonly strict?: boolean;
  /** It is the length or more: "no sooner than a month after". */
  readonly least?: boolean;
  /** The date is that of the beginning. */
  readonly begins?: boolean;
}

/** A sentence taken apart into two events and how they lie in time. */
export interface Split {
  readonly rule: TemporalPattern;
  readonly a: readonly Unit[];
  readonly b: readonly Unit[];
  readonly length:
    | (Pick<Distance, "days" | "years"> & {
        readonly text: string;
        /** "for a year": it goes on so long. */
        readonly lasting?: boolean;
      })
    | null;
  readonly dates: readonly TimeSpan[];
  readonly negated: boolean;
  readonly text: string;
}

/** Spells the patterns out, as the build does: `{name}` stands for a list, `{E}` for any word. */
export function compileTemporal(data: TemporalData, needsOf: NeedsOf): TemporalEntries {
  const { lists, patterns } = data;
  const literal = (text: string): string =>
    text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&").replaceAll(" ", "[ _]");
  const expand = (pattern: string): string =>
    pattern.replaceAll("{E}", "(?:\\S+ )").replace(
      /\{([a-z-]+)\}/gu,
      (_, name: string) =>
        `(?:${[...(lists[name] ?? [])]
          .sort((x, y) => y.length - x.length)
          .map(literal)
          .join("|")})`,
    );
  return {
    patterns: patterns.map((p) => {
      const source = expand(p.pattern);
      return { ...p, pattern: { source, needs: needsOf(source) } };
    }),
    standIns: Object.entries(data["stand-ins"]).flatMap(([noun, words]) =>
      words.map((word) => [word, noun] as const),
    ),
  };
}

/** Makes ready what the build has left. */
export function openTemporalPattern(text: string): TemporalPattern {
  const entry = JSON.parse(text) as TemporalEntry;
  return { ...entry, pattern: new Pattern(entry.pattern) };
}

/** Every way to take a sentence apart, in the order of the patterns. */
export function* splitsOf(
  units: readonly Unit[],
  patterns: PatternBook<TemporalPattern>,
): Generator<Split> {
  const closing = units.findLastIndex((u) => !/^[.!?]+$/u.test(u.form)) + 1;
  const body = units.slice(0, closing);
  const text = body.map((u) => `${slotOf(u)} `).join("");
  const words = wordsIn(body.map(slotOf));
  for (const rule of patterns.fitting(words)) {
    const match = rule.pattern.exec(text);
    const groups = match?.indices?.groups;
    if (!match || !groups) continue;
    const take = (name: string): readonly Unit[] => {
      const range = groups[name];
      if (!range) return [];
      const at = (offset: number): number => text.slice(0, offset).split(" ").length - 1;
      return body.slice(at(range[0]), at(range[1]));
    };
    const b = trim(take("b"));
    if (b.length === 0) continue;
    yield {
      rule,
      // "the decree takes a year after it is published to come into force": whose time it is stands in front.
      a: trim([...take("s"), ...take("a")]),
      b,
      length: rule.strict
        ? { days: { lo: INSTANT, hi: Number.POSITIVE_INFINITY }, years: null, text: "later" }
        : bounded(lengthIn(take("d")[0], rule.nth), rule),
      dates: [...take("t"), ...take("u")].flatMap((u) => u.time ?? []),
      negated: (groups.not !== undefined) !== (rule.negated ?? false),
      text: body.map((u) => u.form).join(" "),
    };
  }
}

/**
 * "Not yet two years": anything below; "no sooner than two years": that or more. A bound of its own
 * ("not over two years") is no such length.
 */
function bounded(length: Split["length"], rule: TemporalPattern): Split["length"] {
  if (!length?.days || !(rule.less || rule.least)) return length;
  const { lo, hi } = length.days;
  if (rule.least) return { ...length, days: { lo, hi: Number.POSITIVE_INFINITY }, years: null };
  return Number.isFinite(hi) ? { ...length, days: { lo: 0, hi: lo }, years: null } : null;
}

/** A length of time as told: "six years", or "the fourth year", which is over three and no more than four. */
function lengthIn(unit: Unit | undefined, ordinal = YEAR): Split["length"] {
  if (unit?.time) {
    const { text, relation } = unit.time;
    return { ...lengthOf(unit.time), text, lasting: relation === "for" };
  }
  const nth = unit?.quantity?.kind === "ordinal" ? unit.quantity.lo : 0;
  if (!unit || !(nth > 0)) return null;
  const days = { lo: (nth - 1) * ordinal, hi: nth * ordinal };
  return { days, years: null, text: `${unit.form} ${ordinal === YEAR ? "year" : "day"}` };
}

const YEAR = 365.2425;

/** Without the commas at its ends. */
function trim(units: readonly Unit[]): readonly Unit[] {
  let [from, to] = [0, units.length];
  while (from < to && units[from]?.form === ",") from++;
  while (to > from && units[to - 1]?.form === ",") to--;
  return units.slice(from, to);
}

function slotOf(unit: Unit): string {
  const { time } = unit;
  // "in the same year": with nothing after it that says as what.
  if (time?.kind === "duration" && unit.lower.endsWith("the same year")) return "<Y>";
  if (time?.kind === "duration")
    return time.direction === undefined ? "<D>" : `<D:${time.direction}>`;
  if (time) return time.anaphor !== undefined && !Number.isFinite(time.lo) ? "<Y>" : "<T>";
  if (unit.name) return "<E>";
  if (unit.quantity?.kind === "ordinal") return "<O>";
  return unit.lower.replaceAll(" ", "_");
}
