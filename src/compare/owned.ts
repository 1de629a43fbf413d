/** What a modifier says of an event: whose act it is, to whom it is done, what it takes for granted. */
import type { Item, Proposition } from "../meaning.ts";
import { compareTerms, isAgent } from "./terms.ts";
import type { World } from "./types.ts";

/** Roles of a modifier that is a participant of the event: "Japan's accession", "the accession of Japan". */
export const OWNING: readonly string[] = ["'s", "'", "of", "by", "mod"];

/** "relinquish its membership": what the event takes for granted adds nothing. */
export function isImplied(item: Item, claim: Proposition, world: World): boolean {
  const { term } = item;
  if (term.kind !== "event" || term.negated) return false;
  return world.concepts.entails.some(
    (e) => e.presupposed && e.from === claim.concept && e.to === term.concept,
  );
}

/**
 * The act whose only agent a modifier names: before it in "the vote of the house", after it in
 * "the house's vote".
 */
export function ownedAct(item: Item, items: readonly Item[], world: World): string | null {
  if (item.depth === 0 || item.term.kind !== "entity" || !isAgent(item.term.type)) return null;
  const at = items.indexOf(item);
  const isAct = (i: Item): boolean => i.term.kind === "event";
  const act = ["of", "by", "from"].includes(item.role)
    ? items.slice(0, at).findLast(isAct)
    : ["'s", "'", "mod"].includes(item.role)
      ? items.slice(at).find(isAct)
      : undefined;
  const concept = act?.term.kind === "event" ? act.term.concept : null;
  return concept !== null && world.relations.get(concept)?.oneValue.includes("agent")
    ? concept
    : null;
}

/** Does a claim name somebody else to whom it is done? */
export function hasReceiver(doer: Item, claim: Proposition): boolean {
  return claim.items.some(
    (i) =>
      i !== doer &&
      i.term.kind === "entity" &&
      isAgent(i.term.type) &&
      (i.role === "to" || i.role === "recipient" || (i.role === "theme" && i.depth === 0)),
  );
}

/** Is it told for whom it is, and is that another? */
export function isForOther(item: Item, evidence: Proposition, world: World): boolean {
  if (item.role !== "for" || item.depth > 0 || item.term.kind !== "entity") return false;
  const told = evidence.items.filter((o) => o.role === "for" && o.term.kind === "entity");
  return (
    told.length > 0 && told.every((o) => compareTerms(item.term, o.term, world) === "disjoint")
  );
}
