/** Dates counted from other dates ("two years before 2022") or from now ("the last three years"). */
import { addMonths } from "./calendar.ts";
import { type Duration, readDuration } from "./duration.ts";
import { type Context, type Days, known, OPEN, type Period, skip } from "./period.ts";
import type { Related } from "./range.ts";
import { readPeriod } from "./read.ts";
import type { Relation } from "./types.ts";

/** With these the words before still say how the date is tied in; others are the duration's own. */
const KEPT = new Set<Relation>(["by", "until", "since"]);

/** Reads "two years before 2022" at a duration that was found there, or null. */
export function readShift(context: Context, duration: Duration): Related | null {
  const { objectAt, relation } = duration;
  if (objectAt === null || duration.vague || relation === "for") return null;
  const back = skip(context, objectAt, "shift_back");
  const on = skip(context, objectAt, "shift_on");
  const start = Math.max(back, on);
  if (start === objectAt) return null;
  const base = readPeriod(context, start);
  if (base === null || base.weak === true || base.impossible === true) return null;
  const sign = back > objectAt ? -1 : 1;
  const move = (days: Days): Days => moved(days, duration, sign);
  const { inYear } = base;
  if (inYear === undefined && !Number.isFinite(base.lo)) return null;
  const shiftedYear =
    inYear === undefined
      ? {}
      : {
          inYear: (year: number): Days | null => {
            const days = inYear(year);
            return days === null ? null : move(days);
          },
          yearless: {},
        };
  const days = Number.isFinite(base.lo) ? move([base.lo, base.hi]) : OPEN;
  const precision = Number.isFinite(days[0]) && Number.isFinite(days[1]) ? base.precision : "range";
  const approx = duration.approx ? { approx: true } : {};
  const period: Period = known(base.to, days, precision, { ...approx, ...shiftedYear });
  return { core: duration.core, relation: KEPT.has(relation) ? relation : "bare", period };
}

function moved([lo, hi]: Days, { amount, comparisons }: Duration, sign: 1 | -1): Days {
  const { unit } = amount;
  const step = (day: number, count: number): number => {
    if (!Number.isFinite(count)) return sign * count;
    if (unit === "year") return addMonths(day, sign * Math.round(count * 12));
    if (unit === "month") return addMonths(day, sign * Math.round(count));
    const days = unit === "week" ? 7 : unit === "day" ? 1 : 0;
    return day + sign * Math.round(count * days);
  };
  const strict = comparisons.includes("gt") ? 1 : 0;
  // The day after the end is moved, so that the end of a month stays the end of one.
  return sign > 0
    ? [step(lo, amount.lo) + strict, step(hi + 1, amount.hi) - 1]
    : [step(lo, amount.hi), step(hi + 1, amount.lo) - 1 - strict];
}

/** Reads "the last three years", "over the past decade", "the coming months", or null. */
export function readStretch(context: Context, at: number): Related | null {
  const { lexicon, atoms, reference } = context;
  const relation = lexicon.durationRelations.at(atoms, at);
  for (const start of new Set([relation?.to ?? at, at, at + 1])) {
    if (start === at + 1 && !lexicon.numbers.before.at(atoms, at)) continue;
    for (const [list, sign] of [
      ["past_stretch", -1],
      ["coming_stretch", 1],
    ] as const) {
      const next = skip(context, start, list);
      if (next === start) continue;
      const found = readDuration(context, next) ?? readOne(context, next);
      if (found === null || found.relation !== "bare" || found.direction !== null) continue;
      const { loDays, hiDays } = found.days;
      const known1: Days =
        reference === null
          ? OPEN
          : sign < 0
            ? [reference - Math.round(Number.isFinite(hiDays) ? hiDays : loDays), reference]
            : [reference, reference + Math.round(Number.isFinite(hiDays) ? hiDays : loDays)];
      const vague = reference === null ? { vague: true } : {};
      const more = { approx: true, ...vague };
      return {
        core: start,
        relation: relation?.value ?? "in",
        period: known(found.to, known1, "range", more),
      };
    }
  }
  return null;
}

/** "the past decade": a unit without a number. */
function readOne(
  context: Context,
  at: number,
): Pick<Duration, "to" | "days" | "relation" | "direction"> | null {
  const unit = context.lexicon.units.get(context.atoms[at]?.lower ?? "");
  if (unit === undefined) return null;
  const days = context.lexicon.data.units[unit.unit].days * unit.times;
  return { to: at + 1, days: { loDays: days, hiDays: days }, relation: "bare", direction: null };
}
