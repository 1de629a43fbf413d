/**
 * The proleptic Gregorian calendar as plain arithmetic on days since 1970-01-01, for the
 * years 1 to 9999. Conversions after Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms" (days_from_civil, civil_from_days): years start in March there, so that the
 * leap day is the last of the year.
 */

/** A calendar day; month and day count from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/**
 * The day number of a date; no check that the date exists.
 * @example dayNumber(1970, 1, 1) // 0
 */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The date of a day number; the inverse of `dayNumber`. */
export function civilOf(day: number): Civil {
  const z = Math.floor(day) + EPOCH_SHIFT;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** "2025-06-29" for a day number; years are padded to four digits. */
export function isoOf(day: number): string {
  const { year, month, day: date } = civilOf(day);
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The day number of "2025-06-29", or null where the text is no date of the calendar. */
export function parseIso(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.slice(0, 10));
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return exists(year, month, day) ? dayNumber(year, month, day) : null;
}

/**
 * The weekday of a day number, 0 for Sunday to 6 for Saturday.
 * @example weekdayOf(dayNumber(2025, 6, 29)) // 0
 */
export function weekdayOf(day: number): number {
  return (((Math.floor(day) + 4) % 7) + 7) % 7;
}

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number of days of a month. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a date that the calendar has. */
export function exists(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** The first and last day of a span of months, or of years. */
export function monthsSpan(year: number, month: number, count = 1): readonly [number, number] {
  const start = dayNumber(year, month, 1);
  const index = year * 12 + (month - 1) + count;
  return [start, dayNumber(Math.floor(index / 12), (index % 12) + 1, 1) - 1];
}

export function yearsSpan(from: number, to: number = from): readonly [number, number] {
  return [dayNumber(from, 1, 1), dayNumber(to, 12, 31)];
}

/** Moves a day by whole months, to the last day of the month where the day doesn't exist. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: date } = civilOf(day);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayNumber(toYear, toMonth, Math.min(date, monthLength(toYear, toMonth)));
}
