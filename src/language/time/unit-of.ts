/** Units of periods: "the penultimate day of June 2025", "the first three months of 2025". */
import { readNumeral } from "../number/numeral.ts";
import { civilOf } from "./calendar.ts";
import { findCutter } from "./cutters.ts";
import { narrow, type Reader } from "./part.ts";
import { type Context, type Days, type Period, skip, word } from "./period.ts";

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
  const first = skip(context, at, "first_ordinal");
  if (first > at) return { to: first, index: 1 };
  const last = skip(context, at, "last_ordinal");
  if (last > at) return { to: last, index: -1 };
  const ordinal = readNumeral(context.atoms, at, context.lexicon.numbers);
  if (ordinal === null || !ordinal.ordinal) return null;
  const toLast = skip(context, ordinal.to, "last_ordinal");
  if (toLast > ordinal.to) return { to: toLast, index: -ordinal.value };
  return { to: ordinal.to, index: ordinal.value };
}
