/** Ranges: "between 2001 and 2010", "from 2014 to 2022", "2014-22", "18 to 20 June 2025". */
import { civilOf, dayNumber, exists, yearsSpan } from "./calendar.ts";
import { fullYear } from "./numeric-date.ts";
import { type Context, known, OPEN, type Period, skip } from "./period.ts";
import { readPeriod } from "./read.ts";
import type { Relation } from "./types.ts";

export interface Related {
  readonly relation: Relation;
  /** The atom where the date itself begins, after its preposition. */
  readonly core: number;
  readonly period: Period;
}

/** Reads the range that starts at atom `at`, with its prepositions, or null. */
export function readRange(context: Context, at: number): Related | null {
  const between = skip(context, at, "between");
  if (between > at) return pair(context, between, "between", "between_and");
  const from = skip(context, at, "range_from");
  if (from > at) return pair(context, from, "from-to", "range_to");
  const years = skip(context, at, "range_period");
  if (years > at) return pair(context, years, "from-to", "range_to");
  const either = skip(context, at, "range_either");
  return pair(context, at, "from-to", "range_bare") ?? pair(context, either, "between", "range_or");
}

function pair(context: Context, at: number, relation: Relation, links: string): Related | null {
  const start = skip(context, at, "article");
  const first = readPeriod(context, at);
  const whole = first === null ? null : join(context, start, first, relation, links);
  if (whole !== null) return whole;
  const bare = links === "range_bare" ? null : bareDay(context, start);
  return bare === null ? null : join(context, start, bare, relation, links);
}

/** "between 18 and 20 June": a day that gets its month from the second date. */
function bareDay(context: Context, at: number): Period | null {
  const here = context.atoms[at];
  if (here?.digits !== true || here.text.length > 2) return null;
  const ending = context.atoms[at + 1];
  const ordinal = ending?.glued === true && context.lexicon.numbers.endings.has(ending.lower);
  const day = Number(here.text);
  if (day < 1 || day > 31) return null;
  return known(ordinal ? at + 2 : at + 1, OPEN, "day", { yearless: { day }, weak: true });
}

function join(
  context: Context,
  core: number,
  first: Period,
  relation: Relation,
  links: string,
): Related | null {
  const link = context.lexicon.list(links).at(context.atoms, first.to);
  if (link === null || first.impossible === true || first.recurring === true) return null;
  const second = shortYear(context, first, link.to) ?? readPeriod(context, link.to);
  if (second === null || second.impossible === true || second.recurring === true) return null;
  if (links === "range_bare" && (first.weak === true || second.weak === true)) return null;
  if (links === "range_or" && !follows(first, second)) return null;
  if (first.weekdays !== undefined && second.weekdays !== undefined) {
    return weekdays(core, first, second, relation);
  }
  const [lo, hi] = [startOf(first, second), endOf(first, second)];
  const more = {
    ...(first.approx === true || second.approx === true ? { approx: true } : {}),
    ...(first.ambiguous === true || second.ambiguous === true ? { ambiguous: true } : {}),
  };
  if (lo === null || hi === null) {
    // Neither has a year: both are open until the reader knows it.
    const month = first.yearless?.month ?? second.yearless?.month;
    if (month === undefined || second.yearless?.month === undefined) return null;
    const yearless =
      first.yearless?.day === undefined ? { month } : { month, day: first.yearless.day };
    const { inYear } = second;
    const joined = inYear === undefined ? {} : { inYear };
    return {
      relation,
      core,
      period: known(second.to, OPEN, "range", { yearless, ...joined, ...more }),
    };
  }
  if (lo > hi) return null;
  return { relation, core, period: known(second.to, [lo, hi], "range", more) };
}

/** "28 or 29 June", "in 2004 or 2005": two times without a gap between them, so that no other is meant. */
function follows(first: Period, second: Period): boolean {
  const lo = startOf(first, second);
  if (lo === null || !Number.isFinite(second.lo)) return false;
  const end = first.yearless !== undefined && !Number.isFinite(first.hi) ? lo : first.hi;
  return second.lo === end + 1;
}

/** "2014-22" */
function shortYear(context: Context, first: Period, at: number): Period | null {
  const here = context.atoms[at];
  if (first.precision !== "year" || !/^[0-9]{2}$/.test(here?.text ?? "")) return null;
  const next = context.atoms[at + 1];
  if (here?.glued !== true || (next?.glued === true && (next.letters || next.digits))) return null;
  const { year } = civilOf(first.lo);
  const short = Number(here.text);
  const full = Math.floor(year / 100) * 100 + short;
  const end = full > year ? full : fullYear(context, short);
  return end > year ? known(at + 1, yearsSpan(end), "year") : null;
}

function startOf(first: Period, second: Period): number | null {
  const month = first.yearless?.month;
  const day = first.yearless?.day;
  // "between 18 and 20 June": the first day is of the second one's month.
  if (month === undefined && day !== undefined) {
    if (!Number.isFinite(second.lo)) return null;
    const end = civilOf(second.lo);
    return exists(end.year, end.month, day) ? dayNumber(end.year, end.month, day) : null;
  }
  if (first.inYear !== undefined && second.yearless === undefined && Number.isFinite(second.hi)) {
    const { year } = civilOf(second.hi);
    const days = first.inYear(year);
    return days !== null && days[0] > second.hi
      ? (first.inYear(year - 1)?.[0] ?? null)
      : (days?.[0] ?? null);
  }
  return Number.isFinite(first.lo) ? first.lo : null;
}

function endOf(first: Period, second: Period): number | null {
  if (second.inYear !== undefined && first.yearless === undefined && Number.isFinite(first.lo)) {
    const { year } = civilOf(first.lo);
    const days = second.inYear(year);
    return days !== null && days[1] < first.lo
      ? (second.inYear(year + 1)?.[1] ?? null)
      : (days?.[1] ?? null);
  }
  return Number.isFinite(second.hi) ? second.hi : null;
}

/** "Monday to Friday" */
function weekdays(core: number, first: Period, second: Period, relation: Relation): Related | null {
  const [from, to] = [first.weekdays?.[0], second.weekdays?.[0]];
  if (from === undefined || to === undefined || relation === "between") return null;
  const list: number[] = [];
  for (let day = from; list.length < 7; day = (day + 1) % 7) {
    list.push(day);
    if (day === to) break;
  }
  return { relation, core, period: known(second.to, OPEN, "range", { weekdays: list }) };
}
