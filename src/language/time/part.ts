/** Parts of periods: "late June 2025", "the last decade of the twentieth century". */
import { readNumeral } from "../number/numeral.ts";
import { civilOf, dayNumber, monthsSpan, weekdayOf, yearsSpan } from "./calendar.ts";
import type { Part } from "./lexicon.ts";
import { type Context, type Days, NEVER, nearest, type Period, skip, word } from "./period.ts";
import type { Precision } from "./types.ts";

type Reader = (context: Context, at: number) => Period | null;

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
function narrow(
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
function shareOf([lo, hi]: Days, precision: Precision, { share, approx }: Part): Days {
  const [from, to] = share;
  if (!approx && precision === "year") {
    const { year } = civilOf(lo);
    return monthsSpan(year, from * 12 + 1, (to - from) * 12);
  }
  const years = civilOf(hi).year - civilOf(lo).year + 1;
  if (precision === "decade" || precision === "century" || precision === "millennium") {
    const start = civilOf(lo).year;
    const first = start + Math.floor(from * years);
    return yearsSpan(first, Math.max(first, start + Math.ceil(to * years) - 1));
  }
  const length = hi - lo + 1;
  return [lo + Math.floor(from * length), Math.max(lo, lo + Math.ceil(to * length) - 1)];
}

interface Which {
  readonly to: number;
  /** From the start if positive, from the end if negative; 1 and -1 are the ends. */
  readonly index: number;
}

/**
 * Reads "the penultimate day of June 2025", "the first three months of 2025", "the last
 * Sunday of June 2025", "the second quarter of 2025".
 */
export function readUnitOf(context: Context, at: number, inner: Reader): Period | null {
  const { atoms, lexicon } = context;
  const which = readWhich(context, at);
  if (which === null) return null;
  const count = Math.abs(which.index) === 1 ? readNumeral(atoms, which.to, lexicon.numbers) : null;
  const counted = count !== null && !count.ordinal && Number.isInteger(count.value);
  const next = counted ? count.to : which.to;
  const many = counted ? count.value : 1;
  const name = word(context, next);
  const cutter = findCutter(context, next);
  // "the closing days of June" is a part of it, not one day.
  if (cutter === null || (!counted && lexicon.vagueDurations.has(name))) return null;
  let index = which.index;
  let to = cutter.to;
  const butOne = skip(context, to, "but_one");
  if (butOne > to && index === -1) {
    index = -2;
    to = butOne;
  }
  const of = skip(context, to, "of");
  const period = inner(context, skip(context, of, "article"));
  if (period === null || period.impossible === true || of === to) return null;
  if (period.precision === "day" || period.weekdays !== undefined) return null;
  const cut = (days: Days): Days | null => cutter.cut(days, index, many, period.precision);
  const found = narrow(context, period, cut, many === 1 ? cutter.precision : "range");
  const sample = found.inYear?.(2001);
  const single = sample != null && sample[0] === sample[1] && name !== "";
  const day = single && !lexicon.weekdays.has(name) ? { day: civilOf(sample[0]).day } : {};
  return {
    ...found,
    ...(found.yearless ? { yearless: { ...found.yearless, ...day } } : {}),
    weak: false,
  };
}

function readWhich(context: Context, at: number): Which | null {
  const penultimate = skip(context, at, "penultimate");
  if (penultimate > at) return { to: penultimate, index: -2 };
  const last = skip(context, at, "last_ordinal");
  if (last > at) return { to: last, index: -1 };
  const ordinal = readNumeral(context.atoms, at, context.lexicon.numbers);
  if (ordinal === null || !ordinal.ordinal) return null;
  const toLast = skip(context, ordinal.to, "last_ordinal");
  if (toLast > ordinal.to) return { to: toLast, index: -ordinal.value };
  return { to: ordinal.to, index: ordinal.value };
}

interface Cutter {
  readonly to: number;
  readonly precision: Precision;
  readonly cut: (days: Days, index: number, count: number, of: Precision) => Days | null;
}

function findCutter(context: Context, at: number): Cutter | null {
  const { atoms, lexicon } = context;
  const name = word(context, at);
  const weekday = lexicon.weekdays.get(name);
  if (weekday !== undefined) {
    return { to: at + 1, precision: "day", cut: (days, index) => nthWeekday(days, weekday.number, index) };
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
    return { to: hit.to, precision: "quarter", cut: (days, index, count, of) => blocks(days, index, count, of, months) };
  }
  const unit = lexicon.units.get(name);
  if (unit === undefined) return null;
  const to = at + 1;
  if (unit.unit === "day") return { to, precision: "day", cut: (days, i, n) => stretch(days, i, n, 1) };
  if (unit.unit === "week") return { to, precision: "week", cut: (days, i, n) => stretch(days, i, n, 7 * unit.times) };
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
function blocks([lo, hi]: Days, index: number, count: number, of: Precision, months: number): Days | null {
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
  return from < first || from > last ? null : [dayNumber(from, 1, 1), dayNumber(Math.min(to, last), 12, 31)];
}
