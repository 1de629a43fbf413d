/** How many days a duration may mean. */
import type { Comparison } from "../number/types.ts";

export interface Said {
  /** The number as said, before comparators. */
  readonly lo: number;
  readonly hi: number;
  /** The same after comparators. */
  readonly amountLo: number;
  readonly amountHi: number;
  readonly unitDays: number;
  /** How many units the word holds: 10 for "decade". */
  readonly times: number;
  readonly approx: boolean;
  readonly comparisons: readonly Comparison[];
}

/** People cut off rather than round: "six years" may be nearly seven, hardly five and a half. */
const BELOW = 0.5;
const ABOVE = 1;
/** Decades and centuries are rounder still. */
const BIG_SHARE = 0.1;
const EXACT_SHARE = 0.01;
const FRACTION_SLACK = 0.3;

/** The days that a duration allows, both ends inclusive. */
export function toDays(said: Said): { loDays: number; hiDays: number } {
  const { lo, hi, unitDays, comparisons } = said;
  // "Half a year" is told more finely than a year.
  const slack = Number.isInteger(lo)
    ? said.times > 1
      ? Math.max(1, BIG_SHARE * hi)
      : 1
    : FRACTION_SLACK;
  const range = (from: number, to: number): { loDays: number; hiDays: number } => ({
    loDays: Math.max(0, tidy(from)),
    hiDays: tidy(to),
  });
  const open = comparisons.includes("gt") || comparisons.includes("just-over");
  const below = comparisons.includes("lt") || comparisons.includes("just-under");
  const instant = Math.min(1, unitDays * 0.01);
  const top = said.amountHi * unitDays;
  const bottom = said.amountLo * unitDays;
  if (open || comparisons.includes("ge")) return range(bottom + (open ? instant : 0), top);
  if (below || comparisons.includes("le")) return range(bottom, top - (below ? instant : 0));
  if (comparisons.includes("exact")) {
    const edge = Math.max(Math.min(1, unitDays), EXACT_SHARE * hi * unitDays);
    return range(lo * unitDays - edge, hi * unitDays + edge);
  }
  if (comparisons.includes("full")) return range(lo * unitDays, (hi + slack * ABOVE) * unitDays);
  if (said.approx) {
    return range(bottom - BELOW * slack * unitDays, top + BELOW * slack * unitDays);
  }
  return range((lo - BELOW * slack) * unitDays, (hi + ABOVE * slack) * unitDays);
}

function tidy(days: number): number {
  return Number.isFinite(days) ? Math.round(days * 1000) / 1000 : days;
}
