/** Parts of periods: "late June 2025", "the end of the nineties", "the first half of 2025". */
import { civilOf, monthsSpan, yearsSpan } from "./calendar.ts";
import type { Part } from "./lexicon.ts";
import { type Context, type Days, NEVER, nearest, type Period, skip, word } from "./period.ts";
import type { Precision } from "./types.ts";

export type Reader = (context: Context, at: number) => Period | null;

/** Reads "late June 2025", "the end of the nineties"; `inner` reads the period after it. */
export function readPart(context: Context, at: number, inner: Reader): Period | null {
  const hit = context.lexicon.parts.at(context.atoms, at);
  if (hit === null) return null;
  const start = word(context, hit.to) === "-" ? hit.to + 1 : hit.to;
  const period = inner(context, skip(context, start, "article"));
  if (period === null || period.impossible === true) return null;
  if (period.weekdays !== undefined || period.precision === "day") {
    // "late on Sunday": a part of a day is that day.
    return { ...period, weak: false };
  }
  const part = hit.value;
  const edge = context.lexicon.data.edges[part.name];
  return {
    ...narrow(context, period, (days) => shareOf(days, period.precision, part), period.precision),
    ...(part.approx ? { approx: true } : {}),
    ...(period.yearless ? { yearless: { ...period.yearless, part: part.name } } : {}),
    ...(edge ? { edge } : {}),
    weak: false,
  };
}

/** Applies `cut` to a period, with a year or without. */
export function narrow(
  context: Context,
  period: Period,
  cut: (days: Days) => Days | null,
  precision: Precision,
): Period {
  const { inYear } = period;
  if (inYear === undefined || Number.isFinite(period.lo)) {
    const days = Number.isFinite(period.lo) ? (cut([period.lo, period.hi]) ?? NEVER) : null;
    if (days === null) return { ...period, precision };
    const impossible = days[0] > days[1];
    const marks = impossible ? { impossible } : {};
    const cutInYear = inYear === undefined ? {} : { inYear: inside(inYear, cut) };
    return { ...period, lo: days[0], hi: days[1], precision, ...marks, ...cutInYear };
  }
  const cutInYear = inside(inYear, cut);
  const [lo, hi] = nearest(context, cutInYear);
  return { ...period, lo, hi, precision, inYear: cutInYear };
}

function inside(
  inYear: (year: number) => Days | null,
  cut: (days: Days) => Days | null,
): (year: number) => Days | null {
  return (year) => {
    const days = inYear(year);
    return days === null ? null : cut(days);
  };
}

/** A share of a period; sharp halves fall on months of a year and on years of longer periods. */
function shareOf([lo, hi]: Days, precision: Precision, part: Part): Days {
  const long = precision === "century" || precision === "millennium";
  const [from, to] = long ? part.century : part.share;
  const { approx } = part;
  if (!approx && precision === "year") {
    const { year } = civilOf(lo);
    return monthsSpan(year, from * 12 + 1, (to - from) * 12);
  }
  const years = civilOf(hi).year - civilOf(lo).year + 1;
  if (precision === "decade" || long) {
    const start = civilOf(lo).year;
    const first = start + Math.floor(from * years);
    return yearsSpan(first, Math.max(first, start + Math.ceil(to * years) - 1));
  }
  const length = hi - lo + 1;
  return [lo + Math.floor(from * length), Math.max(lo, lo + Math.ceil(to * length) - 1)];
}
