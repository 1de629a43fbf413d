/** What one fact says of one proposition. */
import type { Item, Proposition } from "../meaning.ts";
import { align } from "./align.ts";
import { type Entailment, join, truthFrom } from "./entailment.ts";
import { compareModes, isPutOff } from "./modes.ts";
import { isOutOfReach } from "./reach.ts";
import { isSwapped } from "./swap.ts";
import { compareTerms } from "./terms.ts";
import type { Bearing, Fact, World } from "./types.ts";

/**
 * What a fact says of a proposition taken as positive: true, false, or nothing (null).
 * Same event first, contradiction second (de Marneffe et al. 2008).
 */
export function bearingOn(claim: Proposition, fact: Fact, world: World): Bearing | null {
  const evidence = fact.proposition;
  const same = claim.concept === evidence.concept;
  const contrary =
    !same && (world.concepts.contraries[claim.concept]?.includes(evidence.concept) ?? false);
  if (!same && !contrary) return null;
  const alignment = align(contrary ? withoutManner(claim) : claim, evidence, world);
  // Where both participants have changed places, nothing else need match; nor where nothing but the
  // time is told ("the decision was taken in May"), or that it has to be ("a vote is needed").
  const needed = claim.mode === "required" && claim.items.length === 0;
  const told =
    claim.items.length > 0 || (claim.when.length === 0 && !needed) || claim.distances.length > 0;
  if (
    (alignment.matched === 0 &&
      told &&
      (alignment.clashes.length < 2 || claim.distances.length > 0)) ||
    (alignment.other && alignment.clashes.length === 0)
  )
    return null;
  const edits: readonly Entailment[] = [
    evidence.sign < 0 ? "negation" : "equivalent",
    isPutOff(claim, evidence)
      ? "alternation"
      : compareModes(evidence.mode, claim.mode, claim.concept, world),
    same ? "equivalent" : "alternation",
    ...alignment.relations,
  ];
  const relation = edits.reduce(join);
  const value = truthFrom(relation);
  if (value === null || isOutOfReach(claim, fact, alignment, contrary, value, world)) return null;
  if (contrary && value === "false" && !namesObject(claim, evidence, world)) return null;
  if (isAmongThemselves(claim, evidence, world)) return null;
  // Of different kinds each may be taken for the other's place, but not both at once.
  if (alignment.clashes.length === 0 && isSwapped(claim, evidence, world)) return null;
  // That somebody did it does not keep another from meaning to.
  const ahead = ["planned", "expected", "urged", "considered"].includes(claim.mode);
  if (ahead && alignment.clashes.length > 0 && !alignment.timed && evidence.sign > 0) return null;
  const clash = alignment.clashes.length > 0 && (alignment.timed ? "time" : "part");
  return {
    fact,
    value,
    reason: clash
      ? alignment.clashes.join("; ")
      : `the source says${contrary ? " the contrary" : ""}: ${fact.statement}`,
    covers: !clash && !contrary && alignment.extra.length === 0,
    ...(clash ? { clash } : {}),
    ...(alignment.detailed ? { detailed: true } : {}),
    ...(alignment.opposites > 0 ? { opposed: true } : {}),
  };
}

/** "Chile and Peru are allies": that each is one of Norway's tells nothing of what they are to each other. */
function isAmongThemselves(claim: Proposition, evidence: Proposition, world: World): boolean {
  if (!world.concepts.symmetric.includes(claim.concept)) return false;
  const named = claim.items.filter((i) => i.depth === 0 && i.term.kind === "entity");
  const meet = (i: Item, o: Item): boolean => compareTerms(i.term, o.term, world) === "equal";
  const [agents, others] = [true, false].map((isAgent) =>
    evidence.items.filter((o) => o.depth === 0 && (o.role === "agent") === isAgent),
  );
  return (
    named.length > 1 &&
    named.length === claim.items.length &&
    (others ?? []).some((o) => o.term.kind === "entity") &&
    named.every((i) => (agents ?? []).some((o) => meet(i, o)))
  );
}

/** "They form part of a group": of what they form part is told, and it is not what they leave. */
function namesObject(claim: Proposition, evidence: Proposition, world: World): boolean {
  const objects = evidence.items.filter(
    (i) =>
      (i.depth === 0 && (i.role === "theme" || i.role === "by")) ||
      (i.depth === 1 && i.term.kind === "event"),
  );
  if (claim.items.every((i) => i.role === "agent")) return true;
  const isNamed = (o: Item): boolean =>
    claim.items.some((i) =>
      ["equal", "more-general", "opposite"].includes(compareTerms(i.term, o.term, world)),
    );
  return objects.length === 0 || objects.some(isNamed);
}

/** "Lately it began to join": however it is said to join, it isn't leaving. */
function withoutManner(claim: Proposition): Proposition {
  const isManner = (i: Item): boolean => i.term.kind === "quality" && i.role === "mod";
  return { ...claim, items: claim.items.filter((i) => i.depth > 0 || !isManner(i)) };
}

/** The fact about the same event that comes nearest to a proposition, and what it lacks. */
export function nearestFact(
  claim: Proposition,
  facts: readonly Fact[],
  world: World,
): { readonly fact: Fact; readonly lacks: readonly string[] } | null {
  let best: { fact: Fact; lacks: readonly string[]; score: number } | null = null;
  for (const fact of facts) {
    const { matched, extra, clashes, other } = align(claim, fact.proposition, world);
    const score = matched - extra.length - clashes.length - (other ? 1 : 0);
    if (matched > 0 && (best === null || score > best.score))
      best = { fact, lacks: [...extra, ...clashes], score };
  }
  return best;
}
