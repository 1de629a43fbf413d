import type { Term } from "../meaning.ts";
import { isPartOf } from "../owners.ts";
import type { World } from "./types.ts";

/** How a term of the claim stands to one of the evidence. */
export type TermRelation = "equal" | "more-general" | "opposite" | "disjoint" | "independent";

/**
 * Compares a term of a claim with one of the evidence.
 *
 * @example compareTerms({kind: "class", concept: "country"}, {kind: "entity", id: "norway", …}, world) // "more-general"
 */
export function compareTerms(claim: Term, fact: Term, world: World): TermRelation {
  if (claim.kind === "word" && fact.kind === "word")
    return claim.lemma === fact.lemma ? "equal" : "independent";
  if (claim.kind === "entity" && fact.kind === "entity")
    return compareEntities(claim.id, fact.id, claim.type, fact.type, world);
  if (claim.kind === "class" && fact.kind === "entity") {
    return world.entities.get(fact.id)?.classes.some((c) => isKindOf(c, claim.concept, world))
      ? "more-general"
      : "independent";
  }
  if (claim.kind === "class" && fact.kind === "class") {
    if (claim.concept === fact.concept) return "equal";
    return isKindOf(fact.concept, claim.concept, world) ? "more-general" : "independent";
  }
  if (claim.kind === "event" && fact.kind === "event") {
    if (claim.concept === fact.concept)
      return claim.negated === fact.negated ? "equal" : "opposite";
    // "not joining" is no contrary of leaving.
    return claim.negated === fact.negated &&
      world.concepts.contraries[claim.concept]?.includes(fact.concept)
      ? "disjoint"
      : "independent";
  }
  if (claim.kind === "quality" && fact.kind === "quality") {
    if (claim.concept !== fact.concept) return "independent";
    return claim.negated === fact.negated ? "equal" : "opposite";
  }
  if (claim.kind === "label" && fact.kind === "label") {
    if (claim.noun !== fact.noun) return "independent";
    return claim.value === fact.value ? "equal" : "disjoint";
  }
  return "independent";
}

function compareEntities(
  claim: string,
  fact: string,
  claimType: string,
  factType: string,
  world: World,
): TermRelation {
  if (claim === fact) return "equal";
  if (claim.endsWith("?") || fact.endsWith("?")) return "independent";
  const group = world.entities.get(fact);
  if (group?.members.includes(claim)) return "more-general";
  // Different things of a comparable kind exclude each other in a slot that has one value.
  if (claimType === factType)
    return isPartOf(claim, fact, world.entities) ? "independent" : "disjoint";
  return isAgent(claimType) &&
    isAgent(factType) &&
    !isPartOf(fact, claim, world.entities) &&
    !isPartOf(claim, fact, world.entities)
    ? "disjoint"
    : "independent";
}

export function isKindOf(concept: string, ancestor: string, world: World): boolean {
  for (let c: string | undefined = concept; c !== undefined; c = world.parents.get(c))
    if (c === ancestor) return true;
  return false;
}

const AGENTS: ReadonlySet<string> = new Set([
  "person",
  "body",
  "office",
  "state",
  "group-of-people",
  "group",
  "organisation",
  "newsroom",
]);

/** Can things of this kind act? */
export function isAgent(kind: string): boolean {
  return AGENTS.has(kind);
}

/** A text that is the same for the same term. */
export function keyOf(term: Term): string {
  switch (term.kind) {
    case "entity":
      return term.id;
    case "label":
      return `label:${term.noun} ${term.value}`;
    case "word":
      return `word:${term.lemma}`;
    case "set":
      return `set:${term.members.join(" ")}`;
    case "class":
      return `class:${term.concept}`;
    case "gap":
      return "gap";
    default:
      return `${term.kind}:${term.negated ? "not " : ""}${term.concept}`;
  }
}
