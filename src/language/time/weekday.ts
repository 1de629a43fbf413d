/** Weekdays, alone or before a date, and the days before and after something. */
import { civilOf, weekdayOf } from "./calendar.ts";
import { type Context, known, OPEN, type Period, skip, skipComma, word } from "./period.ts";

type Reader = (context: Context, at: number) => Period | null;

/** Reads "a Sunday", "Sunday, 29 June 2025", "a weekend", "Sundays", or null. */
export function readWeekday(context: Context, at: number, inner: Reader): Period | null {
  const { atoms, lexicon } = context;
  const start = skip(context, at, "indefinite");
  const set = lexicon.weekdaySets.at(atoms, start);
  if (set !== null) {
    const isWeak = start === at && skip(context, at, "weekday_adverb") === at;
    const more = { weekdays: set.value, ...(isWeak ? { weak: true } : {}) };
    return known(set.to, OPEN, "weekend", more);
  }
  const plural = skip(context, start, "weekday_plural");
  if (plural > start) return readPlural(context, start, plural);
  const here = atoms[start];
  const weekday = lexicon.weekdays.get(word(context, start));
  if (here === undefined || weekday === undefined) return null;
  let to = start + 1;
  if (weekday.short && word(context, to) === "." && atoms[to + 1] !== undefined) to += 1;
  const { number } = weekday;
  const bracket = word(context, skipComma(context, to)) === "(" ? 1 : 0;
  const next = skipComma(context, to) + bracket;
  const date = inner(context, skip(context, next, "article"));
  if (date?.precision === "day" && date.weekdays === undefined && date.readings === undefined) {
    return { ...date, weekday: number, weak: false };
  }
  // "Sat", "Sun" and "Mon" alone need a preposition, and a capital to tell them from words.
  if (weekday.short && here.text === here.lower) return null;
  const more = { weekday: number, weekdays: [number] };
  return known(to, OPEN, "day", weekday.short ? { ...more, weak: true } : more);
}

function readPlural(context: Context, at: number, to: number): Period {
  const singular = word(context, at).slice(0, -1);
  const number = context.lexicon.weekdays.get(singular)?.number;
  const set = context.lexicon.data.weekday_sets[singular] ?? [];
  const weekdays = number === undefined ? set : [number];
  return known(to, OPEN, "day", { weekdays, recurring: true });
}

/** Reads "the day before a Monday", "the day after 28 June 2025" (after any "the"), or null. */
export function readDayBeside(context: Context, at: number, inner: Reader): Period | null {
  for (const [list, shift] of [
    ["day_before", -1],
    ["day_after", 1],
  ] as const) {
    const next = skip(context, at, list);
    if (next === at) continue;
    const base = inner(context, skip(context, next, "article"));
    if (base === null || base.weak === true || base.anaphor !== undefined) return null;
    if (base.weekdays?.length === 1 && !Number.isFinite(base.lo)) {
      const number = ((base.weekdays[0] ?? 0) + shift + 7) % 7;
      return known(base.to, OPEN, "day", { weekday: number, weekdays: [number] });
    }
    if (base.precision !== "day" || base.impossible === true) return null;
    const more =
      base.readings === undefined ? {} : { readings: base.readings.map((day) => day + shift) };
    const { inYear } = base;
    const moved =
      inYear === undefined
        ? {}
        : {
            inYear: (year: number): readonly [number, number] | null => {
              const days = inYear(year);
              return days === null ? null : [days[0] + shift, days[1] + shift];
            },
          };
    const weekday = Number.isFinite(base.lo) && base.lo === base.hi && base.weekday !== undefined;
    return {
      ...base,
      lo: base.lo + shift,
      hi: base.hi + shift,
      ...more,
      ...moved,
      ...(weekday ? { weekday: weekdayOf(base.lo + shift) } : {}),
      ...(base.yearless ? { yearless: shiftYearless(moved.inYear) } : {}),
    };
  }
  return null;
}

function shiftYearless(inYear: ((year: number) => readonly [number, number] | null) | undefined): {
  month?: number;
  day?: number;
} {
  const days = inYear?.(2001);
  if (days == null) return {};
  const { month, day } = civilOf(days[0]);
  return { month, day };
}
