/** "Only X does", "not only X does": what it says of X and what of others. */
import type { Item, Proposition, Term } from "../meaning.ts";
import { blockOf } from "./narrowed.ts";
import { compareTerms } from "./terms.ts";
import { type Evaluator, isListed, NEITHER, ownOf, tryAll } from "./trials.ts";
import type { Bearing, Evaluation, Thing, World } from "./types.ts";

/** Everybody of the same kind but those named. */
function othersThan(own: readonly Thing[], item: Item, world: World): Thing[] {
  const kinds = own.map((thing) => thing.kind);
  const named = new Set([...own.map((thing) => thing.id), ...item.except]);
  return [...world.entities.values()].filter(
    (t) => t.inBase && t.members.length === 0 && !named.has(t.id) && kinds.includes(t.kind),
  );
}

/** "Only X does": X does, and nobody else is known to. */
export function evaluateOnly(
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
export function evaluateOnlyThat(
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

/** "Not only X does": X does, and somebody else does, too. */
export function evaluateNotOnly(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
): Evaluation {
  const own = ownOf(item, world);
  const its = tryAll(own, proposition, item, evaluate);
  if (its.no.length > 0)
    return { value: "false", bearings: its.bearings.filter((b) => b.value === "false") };
  // "Not the only lawmaker": what kind of person the others are was left out.
  const others = othersThan(own, item, world).filter((t) => t.kind !== "person");
  const rest = tryAll(others, proposition, item, evaluate);
  if (its.open > 0 || rest.yes.length === 0) return NEITHER;
  return {
    value: "true",
    bearings: [...rest.bearings, ...its.bearings].filter((b) => b.value === "true"),
  };
}
