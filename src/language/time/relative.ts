/** Times that depend on when the text was written, or on what it has just spoken of. */
import { addMonths, civilOf, dayNumber, monthsSpan, weekdayOf, yearsSpan } from "./calendar.ts";
import { readMonth } from "./month-date.ts";
import { type Context, type Days, has, known, OPEN, type Period, skip, word } from "./period.ts";
import { seasonDays } from "./season.ts";
import type { Precision } from "./types.ts";

/** Reads "today", "last March", "this year", "that same day", "some day", or null. */
export function readRelative(context: Context, at: number): Period | null {
  const { atoms, lexicon, reference } = context;
  const someday = skip(context, at, "someday");
  if (someday > at) return known(someday, OPEN, "none", { vague: true });
  const day = lexicon.relativeDays.at(atoms, at);
  if (day !== null) {
    if (reference === null) return known(day.to, OPEN, "day", { vague: true });
    return known(day.to, [reference + day.value, reference + day.value], "day");
  }
  return readShifted(context, at) ?? readThat(context, at);
}

/** "this year", "last March", "next Sunday", "this spring". */
function readShifted(context: Context, at: number): Period | null {
  const { reference } = context;
  for (const [list, shift] of [
    ["this", 0],
    ["last", -1],
    ["next", 1],
  ] as const) {
    const next = skip(context, at, list);
    if (next === at) continue;
    const found =
      shiftedUnit(context, next, shift) ??
      shiftedMonth(context, next, shift) ??
      shiftedSeason(context, next, shift) ??
      shiftedWeekday(context, next, shift);
    // "In 1990, and again in the next decade": from where it is counted is not told.
    const isTold = shift === 1 && skip(context, at, "article") > at;
    if (found !== null && isTold) return { ...found, lo: OPEN[0], hi: OPEN[1], vague: true };
    if (found !== null) return reference === null ? { ...found, vague: true } : found;
  }
  return null;
}

function shiftedUnit(context: Context, at: number, shift: number): Period | null {
  const { reference, lexicon } = context;
  const unit = lexicon.units.get(word(context, at));
  if (unit === undefined || word(context, at).endsWith("s")) return null;
  const to = at + 1;
  const known1 = (precision: Precision, days: () => Days): Period =>
    known(to, reference === null ? OPEN : days(), precision);
  const now = reference ?? 0;
  const { year, month } = civilOf(now);
  if (unit.unit === "year" && unit.times === 1) {
    return known1("year", () => yearsSpan(year + shift));
  }
  if (unit.unit === "year" && unit.times === 10) {
    const start = Math.floor(year / 10) * 10 + shift * 10;
    return known1("decade", () => yearsSpan(start, start + 9));
  }
  if (unit.unit === "month") {
    const first = civilOf(addMonths(dayNumber(year, month, 1), shift));
    return known1("month", () => monthsSpan(first.year, first.month));
  }
  if (unit.unit === "week" && unit.times === 1) {
    const monday = now - ((weekdayOf(now) + 6) % 7) + shift * 7;
    return known1("week", () => [monday, monday + 6]);
  }
  return null;
}

function shiftedMonth(context: Context, at: number, shift: number): Period | null {
  const month = readMonth(context, at);
  if (month === null) return null;
  const inYear = (year: number): Days => monthsSpan(year, month.number);
  const days = inShiftedYear(context, inYear, shift);
  return known(month.to, days, "month", { yearless: { month: month.number }, inYear });
}

function shiftedSeason(context: Context, at: number, shift: number): Period | null {
  const season = context.lexicon.seasons.get(word(context, at));
  if (season === undefined) return null;
  const inYear = (year: number): Days => seasonDays(season, year);
  const days = inShiftedYear(context, inYear, shift);
  return known(at + 1, days, "season", { yearless: { month: season.from[0] }, inYear });
}

/** The running one or this year's for 0, the latest that is over for -1, the first that hasn't begun for 1. */
function inShiftedYear(
  { reference }: Context,
  inYear: (year: number) => Days,
  shift: number,
): Days {
  if (reference === null) return OPEN;
  const { year } = civilOf(reference);
  const now = inYear(year);
  const before = inYear(year - 1);
  if (shift === 0) return before[1] >= reference ? before : now;
  if (shift < 0) return now[1] < reference ? now : before;
  return now[0] > reference ? now : inYear(year + 1);
}

function shiftedWeekday(context: Context, at: number, shift: number): Period | null {
  const { lexicon, reference } = context;
  const weekday = lexicon.weekdays.get(word(context, at));
  const weekend = skip(context, at, "weekend");
  if (weekday === undefined && weekend === at) return null;
  const wanted = weekday?.number ?? 6;
  const weekdays = weekday === undefined ? [0, 6] : [wanted];
  const to = weekday === undefined ? weekend : at + 1;
  const single = weekday === undefined ? {} : { weekday: wanted };
  const precision = weekday === undefined ? "weekend" : "day";
  if (reference === null) return known(to, OPEN, precision, { weekdays, ...single });
  const ahead = (wanted - weekdayOf(reference) + 7) % 7;
  const day =
    reference + (shift < 0 ? (ahead === 0 ? -7 : ahead - 7) : shift > 0 && ahead === 0 ? 7 : ahead);
  const days: Days = weekday === undefined ? [day, day + 1] : [day, day];
  return known(to, days, precision, { weekdays, ...single });
}

/** "that year", "the very same day": the caller knows which. */
function readThat(context: Context, at: number): Period | null {
  const then = skip(context, at, "then");
  if (then > at) return known(then, OPEN, "none", { anaphor: "time", weak: true });
  const next = skip(context, at, "that");
  if (next === at) return null;
  const unit = context.lexicon.units.get(word(context, next));
  if (unit === undefined || word(context, next).endsWith("s")) return null;
  if (unit.times !== 1 || has(context, at, "every")) return null;
  if (unit.unit === "second" || unit.unit === "minute" || unit.unit === "hour") return null;
  return known(next + 1, OPEN, unit.unit, { anaphor: unit.unit });
}
