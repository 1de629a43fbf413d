/** What happens again and again ("every November", "a year" as a rate), and times of day. */
import { readNumeral } from "../number/numeral.ts";
import { readMonth } from "./month-date.ts";
import { type Context, has, known, OPEN, type Period, skip, word } from "./period.ts";
import type { Precision, Unit } from "./types.ts";

/** Reads "every year", "each November", "annually", "ten thousand … a year", or null. */
export function readRecurring(context: Context, at: number): Period | null {
  const { atoms, lexicon } = context;
  const regular = skip(context, at, "regular");
  if (regular > at) return known(regular, OPEN, "none", { recurring: true });
  const every = skip(context, at, "every");
  const rate = every === at && isRate(context, at);
  if (every === at && !rate) return null;
  let next = rate ? skip(context, at, "per") : every;
  const count = readNumeral(atoms, next, lexicon.numbers);
  if (count !== null) next = count.to;
  const unit = lexicon.units.get(word(context, next));
  if (unit !== undefined) return known(next + 1, OPEN, precisionOf(unit.unit), { recurring: true });
  const weekday = lexicon.weekdays.get(word(context, next));
  if (weekday !== undefined && !weekday.short) {
    return known(next + 1, OPEN, "day", { recurring: true, weekdays: [weekday.number] });
  }
  const set = lexicon.weekdaySets.at(atoms, next);
  if (set !== null) return known(set.to, OPEN, "weekend", { recurring: true, weekdays: set.value });
  const month = readMonth(context, next);
  if (month !== null) {
    return known(month.to, OPEN, "month", { recurring: true, yearless: { month: month.number } });
  }
  const season = lexicon.seasons.get(word(context, next));
  if (season === undefined) return null;
  return known(next + 1, OPEN, "season", { recurring: true, yearless: { month: season.from[0] } });
}

function precisionOf(unit: Unit): Precision {
  return unit === "second" || unit === "minute" || unit === "hour" ? "time" : unit;
}

/** "ten thousand cars a year": a number counts something just before, and nothing points on. */
function isRate(context: Context, at: number): boolean {
  const { atoms, lexicon } = context;
  const article = skip(context, at, "per");
  const unit = lexicon.units.get(word(context, article));
  if (article === at || unit === undefined || word(context, article).endsWith("s")) return false;
  if (lexicon.directions.at(atoms, article + 1) !== null) return false;
  if (lexicon.numbers.halves.at(atoms, article + 1) !== null) return false;
  const before = atoms[at - 1];
  if (before === undefined || !before.letters || has(context, at - 1, "of")) return false;
  for (let back = at - 2; back >= Math.max(0, at - 4); back -= 1) {
    const numeral = readNumeral(atoms, back, lexicon.numbers);
    if (numeral === null || numeral.ordinal || numeral.to >= at) continue;
    const year = atoms[back]?.text.length === 4;
    return !year;
  }
  return false;
}

/** Reads "10:30", "5 pm", or null. */
export function readClock(context: Context, at: number): Period | null {
  const { atoms, lexicon } = context;
  if (atoms[at]?.digits !== true || (atoms[at]?.text.length ?? 3) > 2) return null;
  let to = at + 1;
  const colon = atoms[to];
  const minutes = atoms[to + 1];
  const marked = colon?.lower === ":" && colon.glued && /^[0-5][0-9]$/.test(minutes?.text ?? "");
  if (marked) to += 2;
  if (Number(atoms[at]?.text) > 24) return null;
  const clock = lexicon.list("clock").at(atoms, to);
  if (clock === null && !marked) return null;
  const plainHours = clock !== null && !marked && lexicon.units.has(word(context, to));
  if (plainHours) return null;
  return known(clock?.to ?? to, OPEN, "time", { vague: true });
}
