import type { Said } from "./discourse.ts";
import type { Analysed } from "./mentions.ts";
import { capital } from "./strings.ts";
import type { ContextData } from "./types.ts";

const YEAR = /\b(?:1[89]|20)\d\d\b/u;

/**
 * Counts from the last date that was told: "It was signed in 1990 and came into force two years
 * later" (in 1992), "since then" (since 1990).
 *
 * @returns the text, with a year for what was counted where there is one to count from
 */
export function countTime(
  text: string,
  said: readonly Said[],
  analyse: (text: string) => Analysed,
  data: ContextData,
): string {
  const yearBefore = (at: number): number | null => {
    const own = lastYear(text.slice(0, at), analyse);
    if (own !== null) return own;
    const [last] = said;
    return last?.role === "statement" ? lastYear(last.text, analyse) : null;
  };
  const later = new RegExp(data.later, "iu").exec(text);
  if (later?.groups) {
    const number = later.groups.number?.toLowerCase() ?? "";
    const count = /^an?$/u.test(number) ? 1 : (data.numbers[number] ?? Number(number));
    const year = yearBefore(later.index);
    if (year !== null && Number.isInteger(count))
      return replaced(text, later, `in ${year + count}`);
  }
  // "1999 was a good year. In that year it came into force."
  const same = new RegExp(data["this-time"], "iu").exec(text);
  const told = same?.groups?.unit === "year" ? yearBefore(same.index) : null;
  if (same && told !== null) return replaced(text, same, `${same.groups?.tie ?? "in"} ${told}`);
  const thence = new RegExp(data.thence, "iu").exec(text);
  const year = thence && yearBefore(thence.index);
  if (thence && year !== null) return replaced(text, thence, `since ${year}`);
  // "… when it was signed. Since then …"
  const moment =
    /\b(?:when|after|once) (?<told>[^,;:]+ (?:was|were|has been|had been) \p{L}+?)[.!]*$/iu;
  const event =
    thence && said[0]?.role === "statement" ? moment.exec(said[0].text)?.groups?.told : null;
  if (thence && event) return replaced(text, thence, `since ${event}`);
  const dayed = nextDay(text, said, analyse, data);
  return byThen(beforeEnd(dayed, yearBefore, analyse, data), yearBefore, data);
}

/** "It came on Monday. The day before, …": on Sunday. */
function nextDay(
  text: string,
  [last]: readonly Said[],
  analyse: (text: string) => Analysed,
  { "next-day": pattern, weekdays, months }: ContextData,
): string {
  const found = new RegExp(pattern, "iu").exec(text);
  if (!found?.groups || last?.role !== "statement") return text;
  const [time, ...more] = analyse(last.text).units.filter((u) => u.time);
  if (!time || more.length > 0) return text;
  const { before, after } = found.groups;
  // "It dates from that very day."
  const on = /\b(?:from|since|of|until|by|before|after) $/iu.test(text.slice(0, found.index))
    ? ""
    : "on ";
  const by = before !== undefined ? -1 : after !== undefined ? 1 : 0;
  const weekday = weekdays.findIndex((d) => d.toLowerCase() === time.lower);
  if (weekday >= 0) return replaced(text, found, `${on}${weekdays.at((weekday + by) % 7)}`);
  const { day, month, year } = DATE.exec(time.form)?.groups ?? {};
  const at = months.findIndex((m) => m.toLowerCase() === month?.toLowerCase());
  if (at < 0) return text;
  const date = new Date(Date.UTC(Number(year ?? LEAP), at, Number(day) + by));
  const told = `${date.getUTCDate()} ${capital(months[date.getUTCMonth()] ?? "")}`;
  return replaced(
    text,
    found,
    `${on}${told}${year === undefined ? "" : ` ${date.getUTCFullYear()}`}`,
  );
}

const DATE = /^(?<day>\d{1,2}) (?<month>\p{L}+)(?: (?<year>\d{4}))?$/u;
/** For a day of which no year is told. */
const LEAP = 2024;

type YearBefore = (at: number) => number | null;

/** "It was signed in 1997, and in force before the decade was out": by 1999. */
function beforeEnd(
  text: string,
  yearBefore: YearBefore,
  analyse: (text: string) => Analysed,
  data: ContextData,
): string {
  const found = new RegExp(data["before-end"], "iu").exec(text);
  const year = found && yearBefore(found.index);
  if (!found || year === null) return text;
  const after = text.slice(found.index + found[0].length);
  // "Before the decade was out, in 1999".
  if (/^,? (?:in|on) /u.test(after) && lastYear(after, analyse) !== null)
    return `${text.slice(0, found.index).trimEnd()}${after.replace(/^,/u, "")}`;
  const end = found.groups?.unit?.toLowerCase() === "year" ? year : year - (year % 10) + 9;
  return replaced(text, found, `by ${end}`);
}

/** "In 1990, by which time it had members": in 1990 it had. */
function byThen(text: string, yearBefore: YearBefore, data: ContextData): string {
  const found = new RegExp(data["by-then"], "iu").exec(text);
  const year = found && yearBefore(found.index);
  if (!found || year === null) return text;
  const isTied = found.groups?.tie !== undefined && found.groups.which === "which";
  return replaced(text, found, `${isTied ? ", and " : (found.groups?.tie ?? "")}in ${year}`);
}

function lastYear(text: string, analyse: (text: string) => Analysed): number | null {
  if (!YEAR.test(text)) return null;
  const times = analyse(text).units.filter((u) => u.time && YEAR.test(u.form));
  // Of several it is open from which is counted.
  const [time, ...more] = times;
  return time && more.length === 0 ? Number(YEAR.exec(time.form)?.[0]) : null;
}

function replaced(text: string, { index, 0: words }: RegExpExecArray, by: string): string {
  const start = index === 0 ? `${by.charAt(0).toUpperCase()}${by.slice(1)}` : by;
  return `${text.slice(0, index)}${start}${text.slice(index + words.length)}`;
}

const MONTH_YEAR = /^\p{Lu}\p{L}+ (?:1[89]|20)\d\d$/u;
const ORDINAL =
  /\bthe (?<day>[12]?\d|3[01])(?:st|nd|rd|th)\b(?! (?:of|century|congress|party|time|session)\b)/iu;

/**
 * What is counted from the date that a heading gives: under "September 1997", "the 18th" is that day
 * and "this year" is 1997. Other texts stay as they are.
 */
export function nameDay(text: string, title: string | null, data: ContextData): string {
  if (title === null) return text;
  const day = MONTH_YEAR.test(title) ? ORDINAL.exec(text) : null;
  if (day) return replaced(text, day, `${day.groups?.day} ${title}`);
  const found = new RegExp(data["this-time"], "iu").exec(text);
  if (!found?.groups || !ENTRY_DATE.test(title)) return text;
  const { tie, unit = "" } = found.groups;
  const date = datesOf(title)[unit.toLowerCase()];
  if (date === undefined) return text;
  const on = /^(?:day|date)$/iu.test(unit) ? "on" : "in";
  return replaced(text, found, tie === undefined ? `${on} ${date}` : `${tie} ${date}`);
}

/** A heading that is a day, a month or a year. */
const ENTRY_DATE = /^(?:(?:\d{1,2} )?\p{L}+ |\p{L}+ \d{1,2},? )?(?:1[89]|20)\d\d$/u;

/** The parts of a date that "this year", "this month" and "this day" name. */
function datesOf(title: string): Readonly<Record<string, string>> {
  const year = title.slice(-4);
  if (title === year) return { year };
  const month = `${/\p{L}+/u.exec(title)?.[0]} ${year}`;
  return title === month ? { year, month } : { year, month, day: title, date: title };
}

/**
 * A sentence with the date of the entry that it stands in: under "5 May 1990", "Talks begin" says
 * when they do.
 *
 * @param title the heading above it
 * @returns null where that is no date or the sentence has one of its own
 */
export function withEntryDate(
  text: string,
  title: string | null,
  analyse: (text: string) => Analysed,
): string | null {
  if (title === null || analyse(text).units.some((u) => u.time)) return null;
  const { units } = analyse(title);
  if (units.length === 0 || !units.every((u) => u.time)) return null;
  const isDay = /\b\d{1,2}\b|day$/iu.test(title);
  return `${isDay ? "On" : "In"} ${title}, ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
