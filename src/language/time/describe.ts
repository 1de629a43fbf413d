/** Time spans in plain words, for the reasons that the program gives. */
import { civilOf, isoOf, monthsSpan, yearsSpan } from "./calendar.ts";
import type { TimeData, TimeSpan } from "./types.ts";

/**
 * The time itself, without its preposition: "29 June 2025", "June 2025", "2005", "the 1990s",
 * "2014 to 2022"; the words as written for durations and for what has no fixed days.
 * @param data `time.yaml`, for the names of months and weekdays
 */
export function describe(span: TimeSpan, data: TimeData): string {
  if (span.kind === "duration" || span.kind === "recurring") return span.text;
  const { lo, hi } = span;
  if (Number.isFinite(lo) && Number.isFinite(hi) && lo <= hi && !span.ambiguous) {
    if (span.approx) return span.coreText;
    return describeDays(lo, hi, data);
  }
  const [weekday] = span.weekdays ?? [];
  if (span.weekdays?.length === 1 && weekday !== undefined) return nameOf(data.weekdays, weekday);
  const { month, day, part } = span.yearless ?? {};
  if (month !== undefined && part === undefined) {
    const name = nameOf(data.months, month);
    return day === undefined ? name : `${day} ${name}`;
  }
  return span.coreText;
}

/** The days from `lo` to `hi` in the shortest exact form. */
export function describeDays(lo: number, hi: number, data: TimeData): string {
  const [start, end] = [civilOf(lo), civilOf(hi)];
  const dayOf = ({ year, month, day }: typeof start): string =>
    `${day} ${nameOf(data.months, month)} ${year}`;
  if (lo === hi) return dayOf(start);
  if (isMonth(lo, hi)) return `${nameOf(data.months, start.month)} ${start.year}`;
  const whole = yearsSpan(start.year, end.year);
  if (whole[0] !== lo || whole[1] !== hi) return `${dayOf(start)} to ${dayOf(end)}`;
  if (start.year === end.year) return String(start.year);
  if (start.year % 10 === 0 && end.year === start.year + 9) return `the ${start.year}s`;
  return `${start.year} to ${end.year}`;
}

function isMonth(lo: number, hi: number): boolean {
  const { year, month } = civilOf(lo);
  const [from, to] = monthsSpan(year, month);
  return from === lo && to === hi;
}

function nameOf(
  table: Readonly<Record<string, { readonly number: number }>>,
  number: number,
): string {
  const name = Object.entries(table).find(([, entry]) => entry.number === number)?.[0] ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** "2025-06-29", or both ends for a longer span. */
export function isoSpan({ lo, hi }: Pick<TimeSpan, "lo" | "hi">): string {
  if (lo === hi) return isoOf(lo);
  const end = (day: number): string => (Number.isFinite(day) ? isoOf(day) : "");
  return `${end(lo)}..${end(hi)}`;
}
