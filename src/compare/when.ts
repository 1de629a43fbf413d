import type { When } from "../meaning.ts";

/**
 * Compares the time of a claim with those of the evidence: "equal" where the evidence's time lies
 * within the claim's, a text for the rationale where they exclude each other and the event has one
 * time only, else "extra".
 */
export function compareWhen(
  claim: When,
  evidence: readonly When[],
  oneValue: readonly string[],
): string {
  let clash: string | null = null;
  for (const fact of evidence) {
    const outcome = comparePair(claim, fact);
    if (outcome === "within") return "equal";
    if (
      outcome === "apart" &&
      (isLaterStart(claim, fact) ||
        oneValue.includes("time") ||
        (fact.relation === "since" && oneValue.includes("start")))
    ) {
      clash = `the source says ${fact.text}, the claim ${claim.text}`;
    }
  }
  return clash ?? "extra";
}

/** "began only in 2020" of what has gone on since 2010. */
function isLaterStart(claim: When, fact: When): boolean {
  return (
    fact.relation === "since" &&
    claim.beginning === true &&
    claim.days !== null &&
    fact.days !== null &&
    claim.days.lo > fact.days.hi
  );
}

function comparePair(claim: When, fact: When): "within" | "apart" | "open" {
  // "in September" of what has a date of its own: which year is meant isn't said.
  const anyYear =
    claim.yearless !== null &&
    claim.relation === "in" &&
    fact.yearless === null &&
    (fact.relation === "in" || !Number.isFinite(fact.days?.lo ?? 0));
  if (claim.days && fact.days && !anyYear) return compareDays(claim, fact);
  if (claim.weekdays) {
    const weekdays =
      fact.weekdays ??
      (fact.days && fact.days.lo === fact.days.hi ? [(((fact.days.lo + 4) % 7) + 7) % 7] : null);
    if (!weekdays) return "open";
    if (weekdays.every((d) => claim.weekdays?.includes(d))) return "within";
    return weekdays.some((d) => claim.weekdays?.includes(d)) ? "open" : "apart";
  }
  if (claim.yearless) {
    const { month, day } = claim.yearless;
    const spans = fact.yearless
      ? [fact.yearless]
      : fact.days
        ? monthsOf(fact.days.lo, fact.days.hi)
        : [];
    if (spans.length === 0) return "open";
    if (spans.every((s) => s.month !== month)) return "apart";
    if (spans.length > 1) return "open";
    const only = spans[0];
    if (day === null || only?.day === day) return "within";
    return only?.day === null ? "open" : "apart";
  }
  return "open";
}

function compareDays(claim: When, fact: When): "within" | "apart" | "open" {
  const c = claim.days;
  const f = fact.days;
  if (!c || !f) return "open";
  // An activity that began then and goes on: any later time lies within it.
  if (fact.relation === "since" && claim.relation !== "since" && !claim.beginning) {
    if (claim.relation === "before")
      return f.hi <= c.hi ? "within" : f.lo > c.hi ? "apart" : "open";
    if (c.lo >= f.lo) return "within";
    return c.hi < f.lo ? "apart" : "open";
  }
  if (f.lo >= c.lo && f.hi <= c.hi) return "within";
  return f.hi < c.lo || f.lo > c.hi ? "apart" : "open";
}

/** Days of two months. */
const LONGEST_SPAN = 62;

function monthsOf(lo: number, hi: number): { month: number; day: number | null }[] {
  // A longer span may hold any month: "in June" may lie within "in 2005".
  if (hi - lo > LONGEST_SPAN) return [];
  const first = new Date(lo * 86_400_000);
  const last = new Date(hi * 86_400_000);
  const out = [{ month: first.getUTCMonth() + 1, day: lo === hi ? first.getUTCDate() : null }];
  if (last.getUTCMonth() !== first.getUTCMonth())
    out.push({ month: last.getUTCMonth() + 1, day: null });
  return out;
}
