/** Puts things in the place of a participant that speaks of how many, one by one. */
import type { Item, Proposition } from "../meaning.ts";
import { isKindOf } from "./terms.ts";
import type { Bearing, Evaluation, Thing, World } from "./types.ts";

/** Evaluates one plain proposition with its sign. */
export type Evaluator = (proposition: Proposition) => Evaluation;

export const NEITHER: Evaluation = { value: "neither", bearings: [] };
export function ownOf(item: Item, world: World): Thing[] {
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
export function domainOf(item: Item, world: World): Thing[] {
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

export interface Trial {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly open: number;
  readonly bearings: readonly Bearing[];
}

/** Puts each thing in the item's place. */
export function tryAll(
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
export function isListed(proposition: Proposition, item: Item, world: World): boolean {
  return (
    proposition.sign > 0 &&
    (world.relations.get(proposition.concept)?.listed.includes(item.role) ?? false)
  );
}
