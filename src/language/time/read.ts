/** Joins the readers of periods: the longest reading at a place wins. */
import { readEra } from "./era.ts";
import { readMonthDate } from "./month-date.ts";
import { readNumericDate } from "./numeric-date.ts";
import { readPart } from "./part.ts";
import { type Context, type Period, skip } from "./period.ts";
import { readRelative } from "./relative.ts";
import { readSeason } from "./season.ts";
import { readUnitOf } from "./unit-of.ts";
import { readDayBeside, readWeekday } from "./weekday.ts";
import { readYearPeriod } from "./year.ts";

/** "the closing days of the last decade of the twentieth century" is about as deep as it gets. */
const DEEPEST = 4;

/** Reads the period that starts at atom `at`, with its article, or null. */
export function readPeriod(context: Context, at: number): Period | null {
  return readDeep(context, at, 0);
}

function readDeep(context: Context, at: number, depth: number): Period | null {
  if (depth > DEEPEST || at >= context.atoms.length) return null;
  const before = context.periods.get(at);
  if (before !== undefined) return before;
  const found = readFresh(context, at, depth);
  context.periods.set(at, found);
  return found;
}

function readFresh(context: Context, at: number, depth: number): Period | null {
  const inner = (c: Context, next: number): Period | null => readDeep(c, next, depth + 1);
  const start = skip(context, at, "article");
  const candidates = [
    start > at ? readRelative(context, at) : null,
    readRelative(context, start),
    readDayBeside(context, start, inner),
    readNumericDate(context, start),
    readWeekday(context, start, inner),
    readUnitOf(context, start, inner),
    readPart(context, start, inner),
    readMonthDate(context, start),
    readSeason(context, start),
    readEra(context, start),
    readYearPeriod(context, start),
  ];
  let best: Period | null = null;
  for (const candidate of candidates) {
    if (candidate !== null && (best === null || candidate.to > best.to)) best = candidate;
  }
  if (best === null) return null;
  // "the 1997 convention", "the summer": an article takes away the doubt about seasons and eras.
  const sure = start > at && (best.precision === "season" || best.precision === "decade");
  return sure && best.weak === true ? { ...best, weak: false } : best;
}
