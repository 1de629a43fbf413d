import { type Distance, INSTANT, type Interval, type Proposition } from "../meaning.ts";
import { bearingOn } from "./match.ts";
import type { Facts } from "./simple.ts";
import type { Bearing, Evaluation, Fact, World } from "./types.ts";

type Outcome = "within" | "apart" | "open";

const YEAR = 365.2425;
/** "over three years" is read as up to about a quarter more. */
const MARGIN = 1.25;
const REAL: ReadonlySet<string> = new Set(["fact", "done", "begun"]);
const NEITHER: Evaluation = { value: "neither", bearings: [] };

/**
 * Evaluates how long before or after another event something was: by the times that the facts give
 * to both, or by a fact that says so itself.
 */
export function evaluateDistance(
  claim: Proposition,
  distance: Distance,
  facts: Facts,
  world: World,
): Evaluation {
  const own = factsOf(claim, facts, world);
  if (own.length === 0) return NEITHER;
  if (distance.event === null) {
    return distance.date === null
      ? NEITHER
      : (statedLength(own, distance) ??
          decide(momentsOf(own, claim), [{ fact: null, days: distance.date }], distance));
  }
  const others = factsOf(distance.event, facts, world);
  const stated =
    statedDistance(own, distance, distance.event, false, world) ??
    statedDistance(others, distance, claim, true, world);
  return stated ?? decide(momentsOf(own, claim), momentsOf(others, distance.event), distance);
}

/** A fact that tells how long it has gone on ("has lasted for over three years"). */
function statedLength(own: readonly Fact[], claim: Distance): Evaluation | null {
  for (const fact of own) {
    for (const d of fact.proposition.distances) {
      if (d.event !== null || d.date === null || d.direction !== claim.direction) continue;
      const outcome = compareBounds(claim, boundsOf(d));
      if (outcome !== "open")
        return verdict(outcome, [fact], `the source says ${d.text}, the claim ${claim.text}`);
    }
  }
  return null;
}

interface Moment {
  readonly fact: Fact | null;
  readonly days: Interval;
}

/** The facts that say that an event is so, whenever that may have been. */
function factsOf(p: Proposition, facts: Facts, world: World): Fact[] {
  const bare: Proposition = { ...p, sign: 1, when: [], distances: [] };
  const known = facts.index.bearingOn(bare);
  // "this decision": the one that there is.
  if (p.items.length === 0)
    return known.filter(
      (f) => f.proposition.sign > 0 && !f.onlyRefutes && REAL.has(f.proposition.mode),
    );
  return known.filter((fact) => bearingOn(bare, fact, world)?.value === "true");
}

/** The times that facts give; what is said of a special kind of an event says nothing of it in general. */
function momentsOf(facts: readonly Fact[], p: Proposition): Moment[] {
  const special = p.items.some((i) => i.term.kind === "quality");
  const general = facts.filter(
    (f) => special || f.proposition.items.every((i) => i.term.kind !== "quality"),
  );
  return general.flatMap((fact) =>
    fact.proposition.when.flatMap((w) =>
      w.days && Number.isFinite(w.days.lo) && Number.isFinite(w.days.hi)
        ? [{ fact, days: w.days }]
        : [],
    ),
  );
}

/** A fact that tells the distance itself ("over three years after the start of the war"). */
function statedDistance(
  own: readonly Fact[],
  claim: Distance,
  event: Proposition,
  inverse: boolean,
  world: World,
): Evaluation | null {
  for (const fact of own) {
    for (const d of fact.proposition.distances) {
      if (d.event === null) continue;
      const other = { ...fact, proposition: d.event };
      const is = (p: Proposition): boolean =>
        p.items.length === 0
          ? p.concept === d.event?.concept
          : bearingOn({ ...p, sign: 1, when: [], distances: [] }, other, world)?.value === "true";
      const same = is(event);
      // Who it is that published it may be left open where it was no other time anyhow.
      if (!same && !is({ ...event, items: event.items.filter((i) => i.role !== "agent") }))
        continue;
      const [lo, hi] = boundsOf(d);
      const outcome = compareBounds(claim, inverse ? [-hi, -lo] : [lo, hi]);
      if (outcome === "apart" || (outcome === "within" && same))
        return verdict(outcome, [fact], `the source says ${d.text}, the claim ${claim.text}`);
    }
  }
  return null;
}

/** The days from the other event to this one that a stated distance allows. */
function boundsOf(d: Distance): [number, number] {
  const lo = d.days?.lo ?? (d.direction === "same" ? 0 : INSTANT);
  const open = d.days === null ? Number.POSITIVE_INFINITY : lo * MARGIN;
  const hi = d.direction === "same" ? lo : d.days && Number.isFinite(d.days.hi) ? d.days.hi : open;
  return d.direction === "before" ? [-hi, -lo] : [lo, hi];
}

function compareBounds(claim: Distance, [lo, hi]: [number, number]): Outcome {
  const sameMoment = lo === 0 && hi === 0;
  // What happens at a moment happens "after" it as well, but neither before nor some time after.
  if (sameMoment && claim.direction === "after" && claim.days === null) return "within";
  if (claim.direction === "apart" && lo * hi >= 0)
    return compareApart([lo, hi], Math.round((lo + hi) / 2 / YEAR), claim);
  const allowed = allowedDays(claim);
  if (lo >= allowed[0] && hi <= allowed[1]) return "within";
  return hi < allowed[0] || lo > allowed[1] ? "apart" : "open";
}

/** The days from the other event to this one that the claim allows. */
function allowedDays({ direction, days, unit }: Distance): [number, number] {
  const lo = days?.lo ?? INSTANT;
  const hi = days?.hi ?? Number.POSITIVE_INFINITY;
  switch (direction) {
    case "after":
      return [lo, hi];
    case "before":
      return [-hi, -lo];
    case "apart":
      return [-hi, hi];
    case "same":
      return unit === "year" ? [-366, 366] : unit === "month" ? [-31, 31] : [-1, 1];
  }
}

function decide(own: readonly Moment[], others: readonly Moment[], claim: Distance): Evaluation {
  const outcomes = own.flatMap((a) =>
    others.map((b) => ({ a, b, outcome: compareMoments(a.days, b.days, claim) })),
  );
  const chosen =
    outcomes.find((o) => o.outcome === "within") ?? outcomes.find((o) => o.outcome === "apart");
  if (!chosen || (chosen.outcome === "apart" && outcomes.some((o) => o.outcome === "open")))
    return NEITHER;
  const told = [chosen.a.fact, chosen.b.fact].filter((f): f is Fact => f !== null);
  const texts = told.map((f) => f.proposition.when.map((w) => w.text).join(", ")).join("; ");
  if (chosen.outcome === "open") return NEITHER;
  return verdict(
    chosen.outcome,
    told,
    `by the sources (${texts}), against "${claim.text}" in the claim`,
  );
}

function compareMoments(a: Interval, b: Interval, claim: Distance): Outcome {
  const bounds: [number, number] = [a.lo - b.hi, a.hi - b.lo];
  const years = Math.round((a.lo + a.hi - b.lo - b.hi) / 2 / YEAR);
  const coarse = (i: Interval): boolean => i.hi - i.lo > 300;
  if (claim.direction === "same") return compareSame(a, b, claim);
  if (claim.direction === "apart") return compareApart(bounds, years, claim);
  const plain = compareBounds(claim, bounds);
  if (plain !== "open" || claim.days === null) return plain;
  const signed = claim.direction === "after" ? years : -years;
  if (claim.years) {
    // Two years as such are counted: from 1999 to 2005 it is six.
    if (signed >= claim.years.lo && signed <= claim.years.hi) return "within";
    return coarse(a) && coarse(b) ? "apart" : "open";
  }
  const day = signed * YEAR;
  const inside = day > claim.days.lo && day < claim.days.hi;
  return inside && (coarse(a) || coarse(b)) && claim.days.hi - claim.days.lo > YEAR
    ? "within"
    : "open";
}

function compareSame(a: Interval, b: Interval, claim: Distance): Outcome {
  if (a.lo > b.hi || b.lo > a.hi) {
    if (claim.unit !== "year") return "apart";
    return yearOf(a.lo) > yearOf(b.hi) || yearOf(b.lo) > yearOf(a.hi) ? "apart" : "open";
  }
  const one =
    claim.unit === "year" &&
    yearOf(a.lo) === yearOf(a.hi) &&
    yearOf(b.lo) === yearOf(b.hi) &&
    yearOf(a.lo) === yearOf(b.lo);
  return one || (a.lo === a.hi && b.lo === b.hi && a.lo === b.lo) ? "within" : "open";
}

function compareApart([lo, hi]: [number, number], years: number, claim: Distance): Outcome {
  if (claim.days === null) return "open";
  const [near, far] =
    lo <= 0 && hi >= 0
      ? [0, Math.max(-lo, hi)]
      : [Math.min(Math.abs(lo), Math.abs(hi)), Math.max(Math.abs(lo), Math.abs(hi))];
  if (near >= claim.days.lo && far <= claim.days.hi) return "within";
  if (far < claim.days.lo || near > claim.days.hi) return "apart";
  if (!claim.years) return "open";
  return Math.abs(years) >= claim.years.lo && Math.abs(years) <= claim.years.hi ? "within" : "open";
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

function verdict(outcome: "within" | "apart", facts: readonly Fact[], reason: string): Evaluation {
  const value = outcome === "within" ? "true" : "false";
  return { value, bearings: facts.map((fact): Bearing => ({ fact, value, reason, covers: true })) };
}
