/** Propositions about how many: the things in question are tried one by one. */
import type { Item, Proposition, Term } from "../meaning.ts";
import { exceptedValue, includedValue, takenByExcepted } from "./exceptions.ts";
import { isNarrowed } from "./narrowed.ts";
import { evaluateNotOnly, evaluateOnly, evaluateOnlyThat } from "./only.ts";
import type { Tally } from "./quantify.ts";
import { countValue } from "./quantify.ts";
import { isKindOf } from "./terms.ts";
import { domainOf, type Evaluator, isListed, NEITHER, type Trial, tryAll } from "./trials.ts";
import type { Bearing, Evaluation, Thing, Value, World } from "./types.ts";

const CORE = ["agent", "theme"];

/** The participant that speaks of how many, if any. */
export function quantifiedItem(proposition: Proposition): Item | null {
  for (const item of proposition.items) {
    if (item.depth > 0 || item.quantifier === null) continue;
    const { kind } = item.term;
    if (
      item.quantifier.kind === "only" &&
      kind !== "set" &&
      kind !== "event" &&
      !(CORE.includes(item.role) && kind === "entity")
    )
      return item;
    if (!CORE.includes(item.role)) continue;
    if (
      (item.quantifier.kind === "only" || item.quantifier.kind === "not-only") &&
      kind !== "class"
    )
      return item;
    if (kind === "class" || kind === "set") return item;
  }
  return null;
}

/** Tries everything that an item can mean and counts. */
export function evaluateQuantified(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
  known: readonly Term[],
): Evaluation {
  const meant = asGroup(item, world);
  if (meant) {
    const items = proposition.items.map((i) => (i === item ? meant : i));
    return evaluateQuantified({ ...proposition, items }, meant, evaluate, world, known);
  }
  if (item.quantifier?.kind === "not-only")
    return evaluateNotOnly(proposition, item, evaluate, world);
  if (item.quantifier?.kind === "only" && (item.term.kind === "class" || !CORE.includes(item.role)))
    return evaluateOnlyThat(proposition, item, evaluate, known, world);
  if (item.quantifier?.kind === "only") return evaluateOnly(proposition, item, evaluate, world);
  if (item.quantifier?.kind === "the") return evaluateThe(proposition, item, evaluate, world);
  const taken = takenByExcepted(proposition, item, evaluate, world);
  if (taken) return taken;
  const things = domainOf(item, world).filter((thing) => isAmong(thing, item, evaluate));
  const trial = tryAll(things, proposition, item, evaluate);
  const tally: Tally = {
    ...closedBy(trial, things.length, item),
    spare:
      item.except.includes("?") &&
      ![proposition, ...trial.bearings.map((b) => b.fact.proposition)].some((p) =>
        namesAnother(item, p),
      ),
    listed: isListed(proposition, item, world),
  };
  const value = countValue(item, tally);
  const named = [
    exceptedValue(proposition, item, evaluate, world),
    includedValue(proposition, item, evaluate, world),
  ].flatMap((e) => (e && e.value !== "true" ? [e] : []));
  if (value !== "false" && named.length > 0)
    return named.find((e) => e.value === "false") ?? NEITHER;
  if (value === "neither") return NEITHER;
  // "No other state does": the one that does may be the one that is spoken of.
  const isSpokenOf = item.except.includes("?") && new Set(trial.yes).size < 2;
  const few = isNarrowed(item, proposition) || hasTooFew(trial, things.length, item) || isSpokenOf;
  if (few && decidesByOne(item.quantifier?.kind ?? "some", value)) return NEITHER;
  return { value, bearings: told(value, item.quantifier?.kind ?? "some", trial) };
}

/** "The five countries", "two of the five": the one group of the base that has just so many is meant. */
function asGroup(item: Item, world: World): Item | null {
  const { term, quantifier } = item;
  if (term.kind !== "class" || !quantifier || item.among || item.except.length > 0) return null;
  const isAll =
    quantifier.kind === "count" &&
    quantifier.definite &&
    quantifier.of === undefined &&
    quantifier.count.lo === quantifier.count.hi;
  const many = isAll ? quantifier.count.lo : "of" in quantifier ? quantifier.of : undefined;
  if (many === undefined) return null;
  const groups = [...world.entities.values()].filter(
    (thing) =>
      thing.inBase &&
      thing.members.length === many &&
      thing.classes.some((c) => isKindOf(c, term.concept, world)),
  );
  const [group, ...others] = groups;
  if (!group || others.length > 0) return null;
  return {
    ...item,
    term: { kind: "set", members: group.members },
    ...(isAll ? { quantifier: { kind: "all", of: many } } : {}),
  };
}

/** "Not one of the five stays": of so many that only some are meant, fewer tell against it than those five. */
function hasTooFew({ yes, no }: Trial, things: number, { quantifier }: Item): boolean {
  const of = quantifier && "of" in quantifier ? quantifier.of : undefined;
  const against = quantifier?.kind === "no" ? yes : no;
  return of !== undefined && things > of && against.length < of;
}

/** Is one thing enough to tell, be it one of those meant or not? */
function decidesByOne(kind: string, value: Value): boolean {
  return (kind === "all" && value === "false") || (kind === "no" && value === "false");
}

/**
 * "The state that invaded Chile joined": those known to be meant decide. Of a lasting state ("the
 * countries that border Chile") no source need name all whom it holds of, so it only can be false.
 */
function evaluateThe(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
): Evaluation {
  const plural = item.quantifier?.kind === "the" && item.quantifier.plural;
  const things = item.among
    ? domainOf(item, world).filter((thing) => isAmong(thing, item, evaluate))
    : [];
  if (things.length === 0) return NEITHER;
  const { yes, no, open, bearings } = tryAll(things, proposition, item, evaluate);
  if (no.length > 0 && (plural || yes.length + open === 0))
    return { value: "false", bearings: bearings.filter((b) => b.value === "false") };
  const lasting = plural && (item.among ?? []).some((p) => p.mode === "fact");
  if (yes.length === 0 || no.length + open > 0 || lasting) return NEITHER;
  return { value: "true", bearings: bearings.filter((b) => b.value === "true") };
}

/** Is a thing one of those meant: does what narrows them down hold of it? */
function isAmong(thing: Thing, item: Item, evaluate: Evaluator): boolean {
  const own: Item["term"] = { kind: "entity", id: thing.id, type: thing.kind };
  return (item.among ?? []).every((p) => {
    // Nobody is one's own neighbour or ally.
    if (p.items.some((i) => i.term.kind === "entity" && i.term.id === thing.id)) return false;
    const { value } = evaluate({
      ...p,
      items: p.items.map((i) =>
        i.term.kind === "gap" ? { ...i, term: own, text: thing.name } : i,
      ),
    });
    return value === "true" || value === "both";
  });
}

/** "Four others acted like Peru": those are others to Peru, which can't be one of them. */
function namesAnother(item: Item, { items }: Proposition): boolean {
  return items.some(
    ({ role, depth, term }) =>
      role !== item.role && depth === 0 && term.kind === "entity" && term.type === "state",
  );
}

/** Nothing else is in question where those named are all, or as many as there are said to be. */
function closedBy(
  trial: Trial,
  things: number,
  item: Item,
): Pick<Tally, "yes" | "no" | "open" | "closed" | "of"> {
  const of = item.quantifier && "of" in item.quantifier ? item.quantifier.of : undefined;
  const closed = item.term.kind === "set" || (of !== undefined && things === of);
  const decided = of !== undefined && trial.yes.length + trial.no.length === of;
  return { ...trial, open: decided ? 0 : trial.open, closed: closed || decided, of };
}

/** The bearings that decide, with the value that they give the whole. */
function told(value: Value, kind: string, trial: Trial): Bearing[] {
  const decided = value === "false" ? "false" : "true";
  const counter =
    (kind === "all" && value === "false") ||
    (kind === "not-all" && value === "true") ||
    (kind === "no" && value === "true") ||
    (kind === "some" && value === "false");
  const wanted = trial.bearings.filter((b) => b.value === (counter ? "false" : "true"));
  return (wanted.length > 0 ? wanted : trial.bearings).map(
    (b): Bearing => ({ ...b, value: decided }),
  );
}
