/** Seasons and quarters: "the summer of 2025", "winter 2022/23", "Q2 2025". */
import { dayNumber, monthsSpan } from "./calendar.ts";
import { withYear } from "./month-date.ts";
import { type Context, type Days, has, known, nearest, type Period, skip, word } from "./period.ts";
import type { SeasonData } from "./types.ts";
import { readYear } from "./year.ts";

/** Reads the season or quarter that starts at atom `at` (after any "the"), or null. */
export function readSeason(context: Context, at: number): Period | null {
  return readNamedSeason(context, at) ?? readQuarter(context, at);
}

/** The days of a season that begins in a year. */
export function seasonDays(season: SeasonData, year: number): Days {
  const over = season.from[0] > season.to[0];
  return [dayNumber(year, ...season.from), dayNumber(over ? year + 1 : year, ...season.to)];
}

/**
 * "the winter of 2022" begins in that year or ends in it: both count, but not a summer between them
 * where the later one is still to come.
 */
function widestDays(season: SeasonData, year: number, reference: number | null): Days {
  const [lo, hi] = seasonDays(season, year);
  if (season.from[0] > season.to[0] && reference !== null && lo > reference)
    return seasonDays(season, year - 1);
  return season.from[0] > season.to[0] ? [dayNumber(year, 1, 1), hi] : [lo, hi];
}

function readNamedSeason(context: Context, at: number): Period | null {
  const season = context.lexicon.seasons.get(word(context, at));
  if (season === undefined || context.atoms[at + 1]?.glued === true) return null;
  const split = readSplitYear(context, at + 1, season);
  if (split !== null) return split;
  const inYear = (year: number): Days => widestDays(season, year, context.reference);
  const yearless = { month: season.from[0] };
  const found = withYear(context, at + 1, { inYear, precision: "season", yearless, weak: true });
  // "passing them on falls under the ban": no season is on.
  if (word(context, at - 1) === "on") return null;
  // "the fall of the city"
  if (found.to === at + 1 && has(context, found.to, "genitive")) return null;
  if (found.yearless === undefined || found.anaphor !== undefined) return found;
  const plain = (year: number): Days => seasonDays(season, year);
  const [lo, hi] = nearest(context, plain);
  return { ...found, lo, hi, inYear: plain };
}

/** "winter 2022/23" */
function readSplitYear(context: Context, at: number, season: SeasonData): Period | null {
  const year = readYear(context, skip(context, at, "of"), true);
  if (year === null || season.from[0] < season.to[0]) return null;
  const sign = word(context, year.to);
  const second = context.atoms[year.to + 1];
  if (!["/", "-", "–"].includes(sign) || second?.digits !== true) return null;
  if (Number(second.text) % 100 !== (year.year + 1) % 100) return null;
  const days: Days = [dayNumber(year.year, ...season.from), dayNumber(year.year + 1, ...season.to)];
  return known(year.to + 2, days, "season");
}

/** "Q2 2025", "2025 Q2", "Q2 of 2025". */
function readQuarter(context: Context, at: number): Period | null {
  const first = readYear(context, at, true);
  const start = first !== null && /^[0-9]{4}$/.test(context.atoms[at]?.text ?? "") ? first.to : at;
  const number = Number(context.atoms[start + 1]?.text);
  if (!has(context, start, "quarter_sign") || context.atoms[start + 1]?.glued !== true) return null;
  if (!(number >= 1 && number <= 4)) return null;
  const inYear = (year: number): Days => monthsSpan(year, number * 3 - 2, 3);
  if (start > at && first !== null) return known(start + 2, inYear(first.year), "quarter");
  const yearless = { month: number * 3 - 2 };
  return withYear(context, start + 2, { inYear, precision: "quarter", yearless, weak: true });
}
