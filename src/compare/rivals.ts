/** Somebody or something else that has a participant's place in a fact. */
import type { Item, Proposition } from "../meaning.ts";
import { withOwners } from "../owners.ts";
import { ownedAct } from "./owned.ts";
import { ownedBy } from "./role-fit.ts";
import { compareTerms, isAgent, isKindOf } from "./terms.ts";
import type { World } from "./types.ts";

/** "The Danish senate voted to leave": another country's body acts on its own country's matters. */
export function isForeign(item: Item, slot: Item, claim: Proposition, world: World): boolean {
  const [own, theirs] = [homeOf(slot, world), homeOf(item, world)];
  if (own === null || theirs === null || own === theirs) return false;
  const acts = claim.items.some((i) => i.term.kind === "event");
  // What is a document of the other's is told by what it is about, where that is said.
  return !claim.items.some(
    (i) =>
      i !== item &&
      i.quantifier?.kind !== "count" &&
      homeOf(i, world) === own &&
      !(acts && i.term.kind === "entity" && !isAgent(i.term.type)),
  );
}

/** The country that somebody or something belongs to. */
export function homeOf({ term }: Item, world: World): string | null {
  if (term.kind !== "entity") return null;
  if (term.type === "state") return term.id;
  const country =
    /^[^@]*@(.+)$/u.exec(term.id)?.[1] ?? (term.id.startsWith(OTHER) ? term.id : null);
  if (country) return country;
  const last = [...withOwners(term.id, world.entities)].at(-1) ?? term.id;
  return last !== term.id && world.entities.get(last)?.kind === "state" ? last : null;
}

/** How the ids of things begin that are known by their names alone. */
const OTHER = "~";

/**
 * Whose "a decision of the court" is, where the evidence gives the same act to another and such an
 * act has one agent.
 */
export function rivalOf(
  item: Item,
  claim: Proposition,
  evidence: Proposition,
  world: World,
): Item | null {
  const act = ownedAct(item, claim.items, world);
  if (act === null) return null;
  const others = evidence.items.filter((o) => ownedAct(o, evidence.items, world) === act);
  return others.every((o) => compareTerms(item.term, o.term, world) === "disjoint")
    ? (others[0] ?? null)
    : null;
}

/**
 * "because of Peru's attack": what is done is put down to one such act, whose it is told where the
 * evidence gives another's as the cause.
 */
export function rivalInCause(
  item: Item,
  claim: Proposition,
  evidence: Proposition,
  world: World,
): Item | null {
  const cause = causeOwnedBy(item, claim.items);
  const isObject = (i: Item): boolean => i.depth === 0 && ["theme", "on", "of"].includes(i.role);
  // "revised its budget because of Peru's attack": what else is done is another event.
  const other = claim.items.some(
    (i) =>
      isObject(i) &&
      evidence.items.every((o) =>
        ["disjoint", "independent"].includes(compareTerms(i.term, o.term, world)),
      ),
  );
  if (!cause || other) return null;
  const others = evidence.items.filter((o) => {
    const theirs = causeOwnedBy(o, evidence.items);
    return theirs && compareTerms(cause.term, theirs.term, world) === "equal";
  });
  return others.every((o) => compareTerms(item.term, o.term, world) === "disjoint")
    ? (others[0] ?? null)
    : null;
}

/** The act that is given as the cause and that a modifier names the doer of. */
function causeOwnedBy(item: Item, items: readonly Item[]): Item | undefined {
  if (item.depth === 0 || item.term.kind !== "entity" || !isAgent(item.term.type)) return undefined;
  const act = ownedBy(item, items);
  return act?.role === "because" && act.depth === 0 && act.term.kind === "event" ? act : undefined;
}

/** "is the chairman of the court": the post that the evidence gives the same one in the same body. */
export function postBeside(
  item: Item,
  claim: Proposition,
  evidence: Proposition,
  world: World,
): Item | null {
  const { term } = item;
  if (claim.concept !== "be" || item.role !== "theme" || item.depth > 0) return null;
  if (term.kind !== "entity" || !term.id.startsWith("office:")) return null;
  const body = /^office:[^@]+@(.+)$/u.exec(term.id)?.[1];
  const same = evidence.items.some((i) => i.term.kind === "entity" && i.term.id === body);
  const isPost = ({ term: t, depth }: Item): boolean =>
    depth === 0 && t.kind === "class" && isKindOf(t.concept, world.concepts.posts, world);
  return same ? (evidence.items.find(isPost) ?? null) : null;
}

/**
 * "is a member of the Swedish parliament", "is secretary of the budget committee": the house or
 * committee in which the evidence has the same person, or the same person in the same post.
 */
export function houseBeside(
  { term }: Item,
  claim: Proposition,
  evidence: Proposition,
  world: World,
): Item | null {
  if (term.kind !== "entity") return null;
  const { posts, seats, panels } = world.concepts;
  const isPerson = (i: Item): boolean => i.term.kind === "entity" && i.term.type === "person";
  const isPost = (i: Item): boolean =>
    i.term.kind === "class" && isKindOf(i.term.concept, posts, world);
  const shares = (isIt: (i: Item) => boolean): boolean =>
    claim.items.some(
      (i) =>
        isIt(i) &&
        evidence.items.some((o) => isIt(o) && compareTerms(i.term, o.term, world) === "equal"),
    );
  if (!shares(isPerson)) return null;
  const isHouse = (id: string): boolean =>
    world.entities.get(id)?.classes.some((c) => isKindOf(c, seats, world)) ?? false;
  const isPanel = panels.some(
    (p) => term.id === `office:${p}` || term.id.startsWith(`office:${p}@`),
  );
  const other = evidence.items.find(
    (o) =>
      o.term.kind === "entity" &&
      o.term.type === "body" &&
      (isPanel
        ? isPost(evidence.items[evidence.items.indexOf(o) - 1] ?? o)
        : isHouse(term.id) && isHouse(o.term.id) && o.term.id !== term.id),
  );
  return other && (!isPanel || shares(isPost)) ? other : null;
}
