/** Propositions about how many: the things in question are tried one by one. */
import type { Item, Proposition, Term } from "../meaning.ts";
import type { Tally } from "./quantify.ts";
import { countValue } from "./quantify.ts";
import { compareTerms, isKindOf } from "./terms.ts";
import type { Bearing, Evaluation, Thing, Value, World } from "./types.ts";

/** Evaluates one plain proposition with its sign. */
export type Evaluator = (proposition: Proposition) => Evaluation;

const NEITHER: Evaluation = { value: "neither", bearings: [] };
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
  if (isNarrowed(item, proposition) && decidesByOne(item.quantifier?.kind ?? "some", value))
    return NEITHER;
  return { value, bearings: told(value, item.quantifier?.kind ?? "some", trial) };
}

/** Is one thing enough to tell, be it one of those meant or not? */
function decidesByOne(kind: string, value: Value): boolean {
  return (kind === "all" && value === "false") || (kind === "no" && value === "false");
}

/** How a name narrows down a class: "Nordic Council member", "member of the Nordic Council". */
const NARROWING: readonly string[] = ["mod", "of", "in", "from", "within", "among", "amongst"];

/** "Every Nordic Council member": a name beside the class narrows down who is meant, and nothing here tells how. */
function isNarrowed(item: Item, proposition: Proposition): boolean {
  return (
    item.term.kind === "class" &&
    blockOf(item, proposition.items).some(
      (i) =>
        i.depth > 0 &&
        NARROWING.includes(i.role) &&
        i.term.kind === "entity" &&
        !item.except.includes(i.term.id),
    )
  );
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

/** "All but Luxembourg": Luxembourg does not; "none but Norway": Norway does. */
function exceptedValue(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
): Evaluation | null {
  const kind = item.quantifier?.kind;
  const named = item.except.flatMap((id) => world.entities.get(id) ?? []);
  if ((kind !== "all" && kind !== "no") || named.length === 0) return null;
  const trial = tryAll(named, proposition, item, evaluate);
  const [wanted, against] = kind === "no" ? [trial.yes, trial.no] : [trial.no, trial.yes];
  if (against.length > 0)
    return {
      value: "false",
      bearings: trial.bearings.map((b): Bearing => ({ ...b, value: "false" })),
    };
  return wanted.length === named.length ? { value: "true", bearings: trial.bearings } : NEITHER;
}

/** "Somebody other than the king signed it": only one can have done it, and it was the king. */
function takenByExcepted(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
): Evaluation | null {
  const oneValue: readonly string[] = world.relations.get(proposition.concept)?.oneValue ?? [];
  const named = item.except.flatMap((id) => world.entities.get(id) ?? []);
  if (item.quantifier?.kind !== "some" || !oneValue.includes(item.role) || proposition.sign < 0)
    return null;
  const { yes, bearings } = tryAll(named, proposition, item, evaluate);
  return yes.length === 0
    ? null
    : { value: "false", bearings: bearings.map((b): Bearing => ({ ...b, value: "false" })) };
}

/** "Some states, Chile among them": Chile as well. */
export function includedValue(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
): Evaluation | null {
  const named = item.including ?? [];
  if (named.length === 0 || item.quantifier?.kind === "not-all") return null;
  const things = named.flatMap((id) => world.entities.get(id) ?? []);
  const trial = tryAll(things, proposition, item, evaluate);
  const [wanted, against] =
    item.quantifier?.kind === "no" ? [trial.no, trial.yes] : [trial.yes, trial.no];
  if (against.length > 0)
    return {
      value: "false",
      bearings: trial.bearings.map((b): Bearing => ({ ...b, value: "false" })),
    };
  return wanted.length === named.length ? { value: "true", bearings: trial.bearings } : NEITHER;
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

/** Everybody of the same kind but those named. */
function othersThan(own: readonly Thing[], item: Item, world: World): Thing[] {
  const kinds = own.map((thing) => thing.kind);
  const named = new Set([...own.map((thing) => thing.id), ...item.except]);
  return [...world.entities.values()].filter(
    (t) => t.inBase && t.members.length === 0 && !named.has(t.id) && kinds.includes(t.kind),
  );
}

/** "Only X does": X does, and nobody else is known to. */
function evaluateOnly(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
): Evaluation {
  if (item.term.kind === "event") return onlyEvent(proposition, item, evaluate, world);
  const own = ownOf(item, world);
  const rest = tryAll(othersThan(own, item, world), proposition, item, evaluate);
  const among = rest.bearings.filter((b) => b.value === "true");
  if (rest.yes.length > 0)
    return { value: "false", bearings: among.map((b): Bearing => ({ ...b, value: "false" })) };
  const its = tryAll(own, proposition, item, evaluate);
  if (its.no.length > 0)
    return { value: "false", bearings: its.bearings.filter((b) => b.value === "false") };
  if (its.open > 0 || own.length === 0) return NEITHER;
  const alone =
    isListed(proposition, item, world) ||
    world.relations.get(proposition.concept)?.oneValue.includes(item.role);
  return alone ? { value: "true", bearings: its.bearings } : NEITHER;
}

/** "bans only their use": false where another act that the relation takes is banned, too. */
function onlyEvent(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
): Evaluation {
  const put = (concept: string): Evaluation =>
    evaluate({
      ...proposition,
      items: proposition.items.flatMap((i): Item[] =>
        i === item
          ? [{ ...item, quantifier: null, term: { kind: "event", concept, negated: false } }]
          : i.term.kind === "event" && i.role === item.role && i.depth === 0
            ? []
            : [i],
      ),
    });
  const named = proposition.items.flatMap((i) =>
    i.term.kind === "event" && i.role === item.role ? [i.term.concept] : [],
  );
  const others = (world.relations.get(proposition.concept)?.roles[item.role] ?? []).filter(
    (c) => !named.includes(c),
  );
  const also = others.map(put).filter((e) => e.value === "true");
  if (also.length > 0)
    return {
      value: "false",
      bearings: also.flatMap((e) => e.bearings.map((b): Bearing => ({ ...b, value: "false" }))),
    };
  const its = item.term.kind === "event" ? put(item.term.concept) : NEITHER;
  return its.value === "false" ? its : NEITHER;
}

/** "Only against soldiers": false where it is also against others. */
function evaluateOnlyThat(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  known: readonly Term[],
  world: World,
): Evaluation {
  // What narrows the named one ("only in a local paper") is not said of the others.
  const own = blockOf(item, proposition.items);
  const put = (term: Term): Evaluation =>
    evaluate({
      ...proposition,
      items: proposition.items.flatMap((i) =>
        i === item
          ? [{ ...item, quantifier: null, term }]
          : term !== item.term && own.includes(i)
            ? []
            : [i],
      ),
    });
  const others = known.filter(
    (term) =>
      compareTerms(item.term, term, world) === "independent" &&
      compareTerms(term, item.term, world) === "independent",
  );
  const also = others.map(put).filter((e) => e.value === "true");
  if (also.length > 0)
    return {
      value: "false",
      bearings: also.flatMap((e) => e.bearings.map((b): Bearing => ({ ...b, value: "false" }))),
    };
  const its = put(item.term);
  return its.value === "false" ? its : NEITHER;
}

/** A participant with what stands right before and behind it to describe it. */
function blockOf(item: Item, items: readonly Item[]): readonly Item[] {
  const at = items.indexOf(item);
  const end = items.findIndex((i, index) => index > at && i.depth === 0);
  const before = items.slice(0, at).findLastIndex((i) => i.depth === 0 || i.role !== "mod");
  return items.slice(before + 1, end < 0 ? undefined : end);
}

/** "Not only X does": X does, and somebody else does, too. */
function evaluateNotOnly(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
): Evaluation {
  const own = ownOf(item, world);
  const its = tryAll(own, proposition, item, evaluate);
  if (its.no.length > 0)
    return { value: "false", bearings: its.bearings.filter((b) => b.value === "false") };
  const rest = tryAll(othersThan(own, item, world), proposition, item, evaluate);
  if (its.open > 0 || rest.yes.length === 0) return NEITHER;
  return {
    value: "true",
    bearings: [...rest.bearings, ...its.bearings].filter((b) => b.value === "true"),
  };
}

function ownOf(item: Item, world: World): Thing[] {
  const ids =
    item.term.kind === "set"
      ? item.term.members
      : item.term.kind === "entity"
        ? membersOf(item.term.id, world)
        : [];
  return ids.flatMap((id) => world.entities.get(id) ?? []);
}

function membersOf(id: string, world: World): readonly string[] {
  const members = world.entities.get(id)?.members ?? [];
  return members.length > 0 ? members : [id];
}

/** Everything in the base that an item can mean. */
function domainOf(item: Item, world: World): Thing[] {
  const { term } = item;
  if (term.kind === "set")
    return ownOf(item, world).filter((thing) => !item.except.includes(thing.id));
  if (term.kind !== "class") return [];
  return [...world.entities.values()].filter(
    (thing) =>
      thing.inBase &&
      thing.members.length === 0 &&
      !item.except.includes(thing.id) &&
      (term.concept === "*" || thing.classes.some((c) => isKindOf(c, term.concept, world))),
  );
}

interface Trial {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly open: number;
  readonly bearings: readonly Bearing[];
}

/** Puts each thing in the item's place. */
function tryAll(
  things: readonly Thing[],
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
): Trial {
  const at = proposition.items.indexOf(item);
  const yes: string[] = [];
  const no: string[] = [];
  const bearings: Bearing[] = [];
  let open = 0;
  const taken = proposition.items.flatMap((i) =>
    i !== item && i.depth === 0 && i.term.kind === "entity" ? [i.term.id] : [],
  );
  for (const thing of things) {
    // Nobody is one's own neighbour or ally.
    if (taken.includes(thing.id)) continue;
    const put: Item = {
      ...item,
      quantifier: null,
      except: [],
      term: { kind: "entity", id: thing.id, type: thing.kind },
      text: thing.name,
    };
    const result = evaluate({
      ...proposition,
      items: proposition.items.map((other, index) => (index === at ? put : other)),
    });
    if (result.value === "true" || result.value === "both") yes.push(thing.id);
    else if (result.value === "false") no.push(thing.id);
    else open++;
    bearings.push(...result.bearings);
  }
  return { yes, no, open, bearings };
}

/** Does the base say that its list counts as complete for "only" and "exactly"? */
function isListed(proposition: Proposition, item: Item, world: World): boolean {
  return (
    proposition.sign > 0 &&
    (world.relations.get(proposition.concept)?.listed.includes(item.role) ?? false)
  );
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
