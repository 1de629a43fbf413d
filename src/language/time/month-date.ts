/** Days and months by name: 29 June 2025, June 29th, the eighteenth of September, June 2025. */
import { readNumeral } from "../number/numeral.ts";
import { civilOf, dayNumber, exists, monthsSpan } from "./calendar.ts";
import type { Month } from "./lexicon.ts";
import {
  type Context,
  type Days,
  has,
  known,
  NEVER,
  nearest,
  OPEN,
  type Period,
  skip,
  skipComma,
  word,
} from "./period.ts";
import type { Yearless } from "./types.ts";
import { readYear } from "./year.ts";

/** Reads the date with a month's name that starts at atom `at` (after any "the"), or null. */
export function readMonthDate(context: Context, at: number): Period | null {
  return readDayFirst(context, at) ?? readMonthFirst(context, at);
}

interface MonthHit extends Month {
  readonly to: number;
  readonly capital: boolean;
}

/** The month's name at atom `at`, with the full stop of an abbreviation. */
export function readMonth(context: Context, at: number): MonthHit | null {
  const here = context.atoms[at];
  const month = context.lexicon.months.get(word(context, at));
  if (here === undefined || month === undefined) return null;
  let to = at + 1;
  const stop = context.atoms[to];
  if (
    month.short &&
    stop?.lower === "." &&
    (stop.glued || context.atoms[to + 1]?.digits === true)
  ) {
    to += 1;
  }
  if (context.atoms[to]?.glued === true && context.atoms[to]?.letters === true) return null;
  return { ...month, to, capital: here.text !== here.lower };
}

interface DayHit {
  readonly to: number;
  readonly day: number;
  readonly ordinal: boolean;
}

function readDay(context: Context, at: number): DayHit | null {
  const { atoms, lexicon } = context;
  const here = atoms[at];
  if (here === undefined) return null;
  if (here.digits) {
    if (here.text.length > 2) return null;
    const ending = atoms[at + 1];
    const ordinal = ending !== undefined && lexicon.numbers.endings.has(ending.lower);
    const to = ordinal ? at + 2 : at + 1;
    // "29,000" and "29.5" are no days.
    const mark = atoms[to];
    if (mark?.glued === true && (mark.lower === "," || mark.lower === ".")) {
      if (atoms[to + 1]?.digits === true && atoms[to + 1]?.glued === true) return null;
    }
    if (mark?.glued === true && (mark.letters || mark.digits || mark.lower === "%")) return null;
    return { to, day: Number(here.text), ordinal };
  }
  const numeral = readNumeral(atoms, at, lexicon.numbers);
  if (numeral === null || numeral.value > 31 || numeral.scale !== 1) return null;
  return { to: numeral.to, day: numeral.value, ordinal: numeral.ordinal };
}

function readDayFirst(context: Context, at: number): Period | null {
  const day = readDay(context, at);
  if (day === null) return null;
  const range = readDayLink(context, day);
  const last = range ?? day;
  let next = skip(context, last.to, "day");
  const of = skip(context, next, "of");
  next = of > next ? skip(context, of, "month") : next;
  if (word(context, next) === "-" || word(context, next) === "/") next += 1;
  const month = readMonth(context, next);
  if (month === null) return null;
  const sure = day.ordinal || of > last.to;
  const weak = month.word && !month.capital && !sure;
  return finish(context, month.to, { month, day: day.day, last: last.day, weak });
}

/** The second day of "18-20 June" or "18 to 20 June". */
function readDayLink(context: Context, day: DayHit): DayHit | null {
  const link = context.lexicon.list("range_to").at(context.atoms, day.to);
  if (link === null) return null;
  const last = readDay(context, skip(context, link.to, "article"));
  return last !== null && last.day > day.day ? last : null;
}

function readMonthFirst(context: Context, at: number): Period | null {
  const month = readMonth(context, at);
  if (month === null) return null;
  let next = skip(context, month.to, "article");
  if (word(context, next) === "-" || word(context, next) === "/") next += 1;
  const day = readDay(context, next);
  if (day !== null && day.day >= 1 && day.day <= 31 && !isCounted(context, day)) {
    const range = readDayLink(context, day);
    const last = range ?? day;
    // "march 5" may be a command, "May 5" hardly.
    const weak = month.word && !month.capital;
    const found = finish(context, last.to, { month, day: day.day, last: last.day, weak });
    if (found !== null) return found;
  }
  const weak = month.word && !opensNoun(context, at, month);
  return finish(context, month.to, { month, day: null, last: null, weak });
}

/** "March – the union criticises it", "The union's March criticism of it", but not "March on" or "May parliament vote?". */
function opensNoun(context: Context, at: number, month: MonthHit): boolean {
  const next = context.atoms[month.to];
  if (at === 0 && month.capital && /^[:–—-]$/u.test(next?.text ?? "")) return true;
  if (!month.capital || !next?.letters || next.text !== next.lower || next.glued) return false;
  if (at === 0 && has(context, at, "month_openers")) return false;
  return !has(context, month.to, "month_followers");
}

/** "in June 29 countries left": the number counts what follows. */
function isCounted(context: Context, day: DayHit): boolean {
  if (day.ordinal) return false;
  const next = context.atoms[day.to];
  if (next === undefined || next.glued || !next.letters || next.text !== next.lower) return false;
  return next.lower.length > 4 && next.lower.endsWith("s");
}

interface Parts {
  readonly month: MonthHit;
  readonly day: number | null;
  readonly last: number | null;
  readonly weak: boolean;
}

/** Adds the year, where one follows, and works out the days. */
function finish(context: Context, at: number, parts: Parts): Period | null {
  const { month, day, last } = parts;
  const inYear = (year: number): Days | null => {
    if (day === null || last === null) return monthsSpan(year, month.number);
    if (!exists(year, month.number, day) || !exists(year, month.number, last)) return null;
    return [dayNumber(year, month.number, day), dayNumber(year, month.number, last)];
  };
  if (day !== null && (day < 1 || day > 31)) return null;
  const precision = day === null ? "month" : day === last ? "day" : "range";
  const yearless: Yearless = day === null ? { month: month.number } : { month: month.number, day };
  return withYear(context, at, { inYear, precision, yearless, weak: parts.weak });
}

/** A period that repeats each year, and what follows it: a year, "of the same year", or nothing. */
export function withYear(
  context: Context,
  at: number,
  base: Required<Pick<Period, "inYear" | "precision" | "yearless" | "weak">>,
): Period {
  const { inYear, precision, yearless, weak } = base;
  const tail = yearTail(context, at);
  if (tail?.year !== undefined) {
    const days = inYear(tail.year);
    if (days === null) return known(tail.to, NEVER, precision, { impossible: true });
    return known(tail.to, days, precision);
  }
  if (tail !== null) {
    return known(tail.to, OPEN, precision, { yearless, inYear, anaphor: "year" });
  }
  // 30 February exists in no year; 2000 has all days that any year has.
  const impossible = inYear(2000) === null;
  const days = impossible ? NEVER : nearest(context, inYear);
  const marks = { ...(weak ? { weak } : {}), ...(impossible ? { impossible } : {}) };
  return known(at, days, precision, { yearless, inYear, ...marks });
}

function yearTail(context: Context, at: number): { to: number; year?: number } | null {
  const of = skip(context, at, "of");
  const starts = [at, skipComma(context, at), of, context.atoms[at]?.lower === "-" ? at + 1 : at];
  for (const start of new Set(starts)) {
    const named = skip(context, skip(context, start, "article"), "year");
    const year = readYear(context, named > start ? named : start, true);
    if (year !== null && year.year >= 1000 && year.year < 2200) return year;
  }
  const that = skip(context, of, "that");
  if (of > at && that > of && has(context, that, "year")) {
    return { to: skip(context, that, "year") };
  }
  return relativeYear(context, of > at ? of : at);
}

/** "June last year", "June of this year". */
function relativeYear(context: Context, at: number): { to: number; year?: number } | null {
  const { reference } = context;
  if (reference === null) return null;
  for (const [list, shift] of [
    ["this", 0],
    ["last", -1],
    ["next", 1],
  ] as const) {
    const next = skip(context, at, list);
    if (next > at && has(context, next, "year")) {
      const now = civilOf(reference).year;
      return { to: skip(context, next, "year"), year: now + shift };
    }
  }
  return null;
}
