/** Cuts the n-th day, week, month, quarter, year or decade out of a period. */
import { civilOf, dayNumber, monthsSpan, weekdayOf } from "./calendar.ts";
import { type Context, type Days, word } from "./period.ts";
import type { Precision } from "./types.ts";

/** Cuts the units of one name out of a period. */
export interface Cutter {
  readonly to: number;
  readonly precision: Precision;
  readonly cut: (days: Days, index: number, count: number, of: Precision) => Days | null;
}

/** The cutter for the unit at atom `at`: a weekday, weekend, day, week, month, quarter, year, decade. */
export function findCutter(context: Context, at: number): Cutter | null {
  const { atoms, lexicon } = context;
  const name = word(context, at);
  const weekday = lexicon.weekdays.get(name);
  if (weekday !== undefined) {
    return {
      to: at + 1,
      precision: "day",
      cut: (days, index) => nthWeekday(days, weekday.number, index),
    };
  }
  const weekend = lexicon.list("weekend").at(atoms, at);
  if (weekend !== null) {
    const cut = (days: Days, index: number): Days | null => {
      const saturday = nthWeekday(days, 6, index);
      return saturday === null ? null : [saturday[0], Math.min(saturday[0] + 1, days[1])];
    };
    return { to: weekend.to, precision: "weekend", cut };
  }
  for (const [list, months] of [
    ["quarter", 3],
    ["quarters", 3],
    ["third", 4],
    ["thirds", 4],
  ] as const) {
    const hit = lexicon.list(list).at(atoms, at);
    if (hit === null) continue;
    return {
      to: hit.to,
      precision: "quarter",
      cut: (days, index, count, of) => blocks(days, index, count, of, months),
    };
  }
  const unit = lexicon.units.get(name);
  if (unit === undefined) return null;
  const to = at + 1;
  if (unit.unit === "day")
    return { to, precision: "day", cut: (days, i, n) => stretch(days, i, n, 1) };
  if (unit.unit === "week")
    return { to, precision: "week", cut: (days, i, n) => stretch(days, i, n, 7 * unit.times) };
  if (unit.unit === "month") {
    return { to, precision: "month", cut: (days, i, n, of) => blocks(days, i, n, of, 1) };
  }
  if (unit.unit !== "year") return null;
  const precision = unit.times === 10 ? "decade" : unit.times === 100 ? "century" : "year";
  return { to, precision, cut: (days, i, n) => yearBlocks(days, i, n, unit.times) };
}

/** `count` units of `size` days, counted from either end. */
function stretch([lo, hi]: Days, index: number, count: number, size: number): Days | null {
  const [from, to] =
    index > 0
      ? [lo + (index - 1) * size, lo + (index - 1 + count) * size - 1]
      : [hi + 1 + (index - count + 1) * size, hi + (index + 1) * size];
  if (from < lo - size + 1 || from > hi) return null;
  return [Math.max(from, lo), Math.min(to, hi)];
}

function nthWeekday([lo, hi]: Days, weekday: number, index: number): Days | null {
  const first = lo + ((weekday - weekdayOf(lo) + 7) % 7);
  const last = hi - ((weekdayOf(hi) - weekday + 7) % 7);
  const day = index > 0 ? first + (index - 1) * 7 : last + (index + 1) * 7;
  return day < lo || day > hi ? null : [day, day];
}

/** Blocks of whole months; a third of a month, a decade or a century is cut by length. */
function blocks(
  [lo, hi]: Days,
  index: number,
  count: number,
  of: Precision,
  months: number,
): Days | null {
  const [start, end] = [civilOf(lo), civilOf(hi)];
  const total = (end.year - start.year) * 12 + end.month - start.month + 1;
  if (of === "month" || (months > 1 && total > 12)) {
    const size = months === 1 ? hi - lo + 1 : (hi - lo + 1) / (12 / months);
    const days = stretch([lo, hi], index, count, size);
    return days === null ? null : [Math.floor(days[0]), Math.floor(days[1])];
  }
  const number = total / months;
  const first = index > 0 ? index - 1 : number + index - count + 1;
  if (first < 0 || first >= number) return null;
  const month = start.month - 1 + first * months;
  const [from] = monthsSpan(start.year + Math.floor(month / 12), (month % 12) + 1);
  const last = month + count * months - 1;
  const [, to] = monthsSpan(start.year + Math.floor(last / 12), (last % 12) + 1);
  return [from, Math.min(to, hi)];
}

/** Years or decades. A century's span holds 101 years (1900 to 2000), so decades hold eleven. */
function yearBlocks([lo, hi]: Days, index: number, count: number, size: number): Days | null {
  const [first, last] = [civilOf(lo).year, civilOf(hi).year];
  const years = last - first + 1;
  const extra = size > 1 && years % size === 1 ? 1 : 0;
  const from =
    index > 0 ? first + (index - 1) * size : last - extra + 1 + (index - count + 1) * size;
  const to = from + count * size - 1 + extra;
  return from < first || from > last
    ? null
    : [dayNumber(from, 1, 1), dayNumber(Math.min(to, last), 12, 31)];
}
