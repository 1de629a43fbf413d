import { civilOf, dayNumber, monthsSpan, yearsSpan } from "../../time/calendar.ts";
import type { TimeSpan } from "../../time/types.ts";
import type { Unit } from "../../units/units.ts";

/**
 * Times told by an earlier one: "signed in 1997 and in force two years later", "in December of the
 * same year", "since then". They become dates, counted from the date before them.
 */
export function anchorTimes(units: readonly Unit[]): readonly Unit[] {
  let anchor: TimeSpan | null = null;
  const told = units.filter((u, i) => !isVagueDistance(u, units[i + 1], units[i + 2]));
  return told.map((unit, index) => {
    const { time } = unit;
    if (!time) return unit;
    if (anchor && time.anaphor === "year" && !Number.isFinite(time.lo))
      return { ...unit, time: inYearOf(time, anchor) };
    if (anchor && time.anaphor === "time" && time.relation === "since")
      return { ...unit, time: { ...time, lo: anchor.lo, hi: anchor.hi } };
    if (anchor && time.kind === "duration" && pointsAlone(time, told[index + 1]))
      return { ...unit, time: moved(time, anchor) };
    if (time.kind === "date" && Number.isFinite(time.lo) && Number.isFinite(time.hi)) anchor = time;
    return unit;
  });
}

/** "years before 2022": no more than before it. */
function isVagueDistance({ time }: Unit, next: Unit | undefined, after: Unit | undefined): boolean {
  const points = time?.direction === "before" || time?.direction === "after";
  return (
    time?.kind === "duration" &&
    time.vague &&
    points &&
    (next?.mark ?? false) &&
    after?.time?.kind === "date"
  );
}

/** "two years later", "six months afterwards": no object follows. */
function pointsAlone(time: TimeSpan, next: Unit | undefined): boolean {
  if (time.direction === "later" || time.direction === "earlier") return true;
  return (
    (time.direction === "after" || time.direction === "before") &&
    (next === undefined || /^[.,;:!?]$/u.test(next.form))
  );
}

function inYearOf(time: TimeSpan, anchor: TimeSpan): TimeSpan {
  const first = civilOf(anchor.lo).year;
  const last = civilOf(anchor.hi).year;
  const month = first === last ? time.yearless?.month : undefined;
  const [lo, hi] = month === undefined ? yearsSpan(first, last) : monthsSpan(first, month);
  const { yearless: _, ...dated } = time;
  return { ...dated, kind: "date", lo, hi };
}

function moved(time: TimeSpan, anchor: TimeSpan): TimeSpan {
  const { amount, duration } = time;
  if (!amount || !duration) return time;
  const back = time.direction === "earlier" || time.direction === "before";
  const date = {
    ...time,
    kind: "date" as const,
    relation: time.relation === "until" ? ("until" as const) : ("in" as const),
    precision: anchor.precision,
  };
  const counted =
    amount.unit === "year" && amount.lo === amount.hi && (time.comparisons ?? []).length === 0;
  if (counted)
    return {
      ...date,
      lo: yearsOn(anchor.lo, back ? -amount.lo : amount.lo),
      hi: yearsOn(anchor.hi, back ? -amount.lo : amount.lo),
    };
  const [near, far] = [duration.loDays, duration.hiDays];
  return back
    ? { ...date, lo: anchor.lo - far, hi: anchor.hi - near }
    : { ...date, lo: anchor.lo + near, hi: anchor.hi + far };
}

/** The year counts, not the day: two years after 18 September 1997 is in 1999. */
function yearsOn(day: number, years: number): number {
  const { year, month, day: date } = civilOf(day);
  return dayNumber(year + Math.round(years), month, month === 2 && date === 29 ? 28 : date);
}
