/** What plain sentences make of the numbers and times that they take over ("three years old": for three years). */
import { civilOf, yearsSpan } from "../../time/calendar.ts";
import type { Relation } from "../../time/types.ts";
import type { Unit } from "../../units/units.ts";

/** "Has passed 50": at least so many. */
function atLeast(unit: Unit): Unit {
  const { quantity } = unit;
  if (quantity?.kind !== "cardinal" || quantity.comparisons.length > 0) return unit;
  return { ...unit, quantity: { ...quantity, hi: Number.POSITIVE_INFINITY } };
}

/** "Their number is 50": so many and no more. */
function exactly(unit: Unit): Unit {
  const { quantity } = unit;
  if (quantity?.kind !== "cardinal" || quantity.comparisons.length > 0) return unit;
  return { ...unit, quantity: { ...quantity, exact: true } };
}

/** "Three years ago", "three years old": three years. */
function lasting(unit: Unit, relation: Relation): Unit {
  const { time } = unit;
  if (!time?.duration) return unit;
  const { direction: _, ...rest } = time;
  // "Only weeks": not many more than a few.
  const { loDays, hiDays } = time.duration;
  const few = time.only && time.amount?.unit !== "year" && !Number.isFinite(hiDays);
  const duration = few ? { loDays, hiDays: loDays * FEW } : time.duration;
  return { ...unit, time: { ...rest, kind: "duration", relation, duration } };
}

/** What has lasted for three years has done so if it goes on; what has not has lasted less. */
function openEnded(unit: Unit): Unit {
  const { time, ...rest } = lasting(unit, "for");
  if (!time?.duration) return unit;
  const loDays = time.amount ? time.amount.lo * DAYS[time.amount.unit] : time.duration.loDays;
  const duration = { loDays, hiDays: Number.POSITIVE_INFINITY };
  return { ...rest, time: { ...time, duration } };
}

/** How many times the least that it may be a vague length with "only" is at most. */
const FEW = 12;
const YEAR = 365.2425;
const DAYS = {
  second: 1 / 86_400,
  minute: 1 / 1_440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: YEAR / 12,
  year: YEAR,
};

/** Years of which so many are over, and no more than one besides: "the third year", "the third birthday". */
function yearsFrom(unit: Unit, over: (nth: number) => number): Unit {
  const { quantity } = unit;
  if (quantity?.kind !== "ordinal" || typeof quantity.value !== "number") return unit;
  const lo = over(quantity.value);
  if (lo < 0) return unit;
  return {
    ...unit,
    quantity: null,
    time: {
      from: 0,
      to: 1,
      core: [0, 1],
      kind: "duration",
      lo: Number.NEGATIVE_INFINITY,
      hi: Number.POSITIVE_INFINITY,
      relation: "for",
      precision: "none",
      approx: false,
      vague: false,
      ambiguous: false,
      impossible: false,
      duration: { loDays: lo * YEAR, hiDays: (lo + 1) * YEAR },
      only: false,
      text: unit.form,
      coreText: unit.form,
    },
  };
}

/** "In the same decade" as a date: its decade. */
function decadeOf(unit: Unit): Unit {
  const { time } = unit;
  if (time?.kind !== "date" || !Number.isFinite(time.lo + time.hi)) return unit;
  const [first, last] = [time.lo, time.hi].map((day) => Math.floor(civilOf(day).year / 10) * 10);
  if (first === undefined || first !== last) return unit;
  const text = `the ${first}s`;
  const span = { precision: "decade", approx: false, vague: false, ambiguous: false } as const;
  const [lo, hi] = yearsSpan(first, first + 9);
  const { weekday: _, weekdays: __, yearless: ___, ...rest } = time;
  return {
    ...unit,
    form: text,
    lower: text,
    time: { ...rest, ...span, lo, hi, relation: "bare", text, coreText: text },
  };
}

/** What the mark before a group's name makes of its units. */
export const MADE: Readonly<Record<string, (unit: Unit) => Unit>> = {
  "$+": atLeast,
  "$=": exactly,
  "$%": (unit) => lasting(unit, "for"),
  "$|": (unit) => lasting(unit, "bare"),
  "$~": openEnded,
  "$#": decadeOf,
  "$^": (unit) => yearsFrom(unit, (nth) => nth - 1),
  "$*": (unit) => yearsFrom(unit, (nth) => nth),
};
