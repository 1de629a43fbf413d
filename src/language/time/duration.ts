/** Durations: "over three years", "a quarter of a century", "barely six months old". */
import { skipHyphen } from "../number/atoms.ts";
import { applyAll, readComparators, readTrailing } from "../number/comparator.ts";
import { type Core, readCore } from "../number/core.ts";
import type { Comparison } from "../number/types.ts";
import type { UnitWord } from "./lexicon.ts";
import { type Context, has, skip, word } from "./period.ts";
import { toDays } from "./tolerance.ts";
import type { Direction, Relation, Unit } from "./types.ts";

export interface Duration {
  readonly to: number;
  /** The atom after the preposition. */
  readonly core: number;
  readonly relation: Relation;
  readonly amount: { readonly lo: number; readonly hi: number; readonly unit: Unit };
  readonly days: { readonly loDays: number; readonly hiDays: number };
  readonly comparisons: readonly Comparison[];
  readonly approx: boolean;
  readonly vague: boolean;
  readonly direction: Direction | null;
  /** The atom of a direction word that takes an object; it is left outside. */
  readonly objectAt: number | null;
}

interface Length {
  readonly to: number;
  /** Comparators between the number and the unit: "3+ years". */
  readonly comparisons?: readonly Comparison[];
  readonly lo: number;
  readonly hi: number;
  readonly approx: boolean;
  readonly vague: boolean;
  readonly unit: UnitWord;
}

/** Reads the duration that starts at atom `at`, or null. */
export function readDuration(context: Context, at: number): Duration | null {
  const hit = context.lexicon.durationRelations.at(context.atoms, at);
  const related = hit === null ? null : read(context, hit.to, hit.value);
  const bare = read(context, at, "bare");
  if (related === null || bare === null) return related ?? bare;
  return related.to >= bare.to ? related : bare;
}

function read(context: Context, at: number, relation: Relation): Duration | null {
  const { atoms, lexicon } = context;
  const before = readComparators(atoms, at, lexicon.numbers);
  const length =
    readLength(context, before.to, before.list, relation) ??
    readVague(context, before.to, relation, before.list);
  if (length === null) return null;
  const trailing = readTrailing(atoms, length.to, lexicon.numbers);
  const end = skip(context, trailing.to, "duration_end");
  const comparisons = [...before.list, ...(length.comparisons ?? []), ...trailing.list];
  const bounded: Comparison[] = relation === "within" ? ["le", ...comparisons] : comparisons;
  const { unit } = length;
  const interval = applyAll(bounded, length, 0);
  const unitDays = lexicon.data.units[unit.unit].days;
  const [lo, hi] = [length.lo * unit.times, length.hi * unit.times];
  const [amountLo, amountHi] = [interval.lo * unit.times, interval.hi * unit.times];
  const approx = interval.approx || length.vague;
  const days = toDays({
    lo,
    hi,
    amountLo,
    amountHi,
    unitDays,
    times: unit.times,
    approx,
    comparisons: bounded,
  });
  return {
    core: at,
    relation,
    amount: { lo: amountLo, hi: amountHi, unit: unit.unit },
    days,
    comparisons: bounded,
    approx,
    vague: length.vague,
    ...readDirection(context, end),
  };
}

/** A number with its unit, or an article with one. */
function readLength(
  context: Context,
  at: number,
  comparators: readonly Comparison[],
  relation: Relation,
): Length | null {
  const number = readCore(context.atoms, at, context.lexicon.numbers);
  const counted = number === null ? null : withUnit(context, number);
  if (counted !== null) return andMore(context, counted);
  const pointed = readPointed(context, at);
  if (pointed !== null) return pointed;
  const article = skip(context, at, "one_more");
  // "a full month", "a mere decade": the article is inside the comparator.
  const inside = comparators.some((c) => c === "full" || c === "only" || c === "just-over");
  if (article === at && !inside) return null;
  const unit = unitAt(context, skipAdjectives(context, article));
  if (unit === null || unit.plural) return null;
  // "a year when they lost" is no length; "for a year when …", "less than a year when …" is.
  const measured = relation === "for" || comparators.length > 0;
  if (!measured && has(context, unit.to, "generic_followers")) return null;
  const one = { to: unit.to, lo: 1, hi: 1, approx: false, vague: false, unit: unit.unit };
  return andMore(context, one);
}

/** "the day after", "the year before": one unit, if a direction follows. */
function readPointed(context: Context, at: number): Length | null {
  const article = skip(context, at, "article");
  const unit = article === at ? null : unitAt(context, article);
  if (unit === null || unit.plural) return null;
  const { direction, objectAt } = readDirection(context, unit.to);
  if (direction === null || objectAt === null) return null;
  if (!has(context, objectAt, "shift_back") && !has(context, objectAt, "shift_on")) return null;
  return { to: unit.to, lo: 1, hi: 1, approx: false, vague: false, unit: unit.unit };
}

function withUnit(context: Context, number: Core): Length | null {
  if (number.kind === "ordinal" || number.kind === "percent" || number.unit !== "") return null;
  let next = number.to;
  if (number.kind === "fraction") {
    // "a quarter of a century", "half a year", "a half-century"
    next = skip(context, skip(context, skipHyphen(context.atoms, next), "of"), "indefinite");
  }
  const trailing = readTrailing(context.atoms, next, context.lexicon.numbers);
  const unit = unitAt(context, skipAdjectives(context, trailing.to));
  if (unit === null) return null;
  const { lo, hi, approx, vague } = number;
  return { to: unit.to, lo, hi, approx, vague, unit: unit.unit, comparisons: trailing.list };
}

function skipAdjectives(context: Context, at: number): number {
  let next = at;
  for (let round = 0; round < 2; round += 1) next = skip(context, next, "unit_adjectives");
  return next;
}

function unitAt(
  context: Context,
  at: number,
): { to: number; unit: UnitWord; plural: boolean } | null {
  const name = word(context, at);
  const unit = context.lexicon.units.get(name);
  if (unit === undefined) return null;
  const next = context.atoms[at + 1];
  if (next?.glued === true && (next.letters || next.digits)) return null;
  return { to: at + 1, unit, plural: context.lexicon.vagueDurations.has(name) };
}

/** "a year and a half", "two years and three months" */
function andMore(context: Context, first: Length): Length {
  const { lexicon, atoms } = context;
  const half = lexicon.numbers.halves.at(atoms, first.to);
  if (half !== null) return { ...first, to: half.to, lo: first.lo + 0.5, hi: first.hi + 0.5 };
  const and = skip(context, first.to, "and");
  const comma = word(context, first.to) === "," ? first.to + 1 : and;
  if (comma === first.to || first.unit.unit !== "year" || first.unit.times !== 1) return first;
  const number = readCore(atoms, comma, lexicon.numbers);
  const more = number === null ? null : withUnit(context, number);
  if (more === null || more.unit.unit !== "month") return first;
  const months = { unit: "month", times: 1 } as const;
  return {
    ...first,
    to: more.to,
    lo: first.lo * 12 + more.lo,
    hi: first.hi * 12 + more.hi,
    unit: months,
  };
}

/** How many "within weeks", "within months" can be at most. */
const MOST_WITHIN = 23;

/** "years before 2022", "for decades": a plural that something marks as a duration. */
function readVague(
  context: Context,
  at: number,
  relation: Relation,
  comparators: readonly Comparison[],
): Length | null {
  const ends = context.lexicon.vagueDurations.get(word(context, at));
  const unit = unitAt(context, at);
  if (ends === undefined || unit === null) return null;
  const marked = relation === "for" || relation === "within" || comparators.length > 0;
  const { direction } = readDirection(context, unit.to);
  // "the final days of the month" is no length of time.
  if (!marked && (direction === null || direction === "of" || direction === "long")) return null;
  return {
    to: unit.to,
    lo: ends[0],
    hi: ends[1] ?? (relation === "within" ? MOST_WITHIN : Number.POSITIVE_INFINITY),
    approx: true,
    vague: true,
    unit: unit.unit,
  };
}

/** The direction word behind a duration; inside the span only where it takes no object. */
function readDirection(
  context: Context,
  at: number,
): { to: number; direction: Direction | null; objectAt: number | null } {
  const { atoms, lexicon } = context;
  const start = skipHyphen(atoms, at);
  const hit = lexicon.directions.at(atoms, start);
  const none = { to: at, direction: null, objectAt: null };
  if (hit === null) return none;
  const next = atoms[hit.to];
  const final = next === undefined || (!next.letters && !next.digits && next.lower !== "'");
  if (has(context, start, "final_directions") && hit.to === start + 1 && !final) return none;
  const object = lexicon.list("object_directions").at(atoms, start);
  if (object !== null && object.to === hit.to && !final) {
    return { to: at, direction: hit.value, objectAt: start };
  }
  return { to: hit.to, direction: hit.value, objectAt: null };
}
