/** Whether participants of the same name have the same part in an event, and the same owner. */
import type { Item, Proposition } from "../meaning.ts";
import { hasReceiver, OWNING } from "./owned.ts";
import { compareTerms, isAgent } from "./terms.ts";
import type { World } from "./types.ts";

/** What a modifier says the owner or doer of: before it in "the coast of Peru", after it in "Peru's coast". */
export function ownedBy(item: Item, items: readonly Item[]): Item | undefined {
  if (item.depth === 0 || !OWNING.includes(item.role)) return undefined;
  const at = items.indexOf(item);
  const isThing = (i: Item): boolean => i.term.kind !== "entity" && i.term.kind !== "quality";
  return ["of", "by"].includes(item.role)
    ? // "the coast of Chile from the might of Peru": the might is Peru's, the coast is not.
      items.slice(0, at).findLast((i) => isThing(i) || i.depth < item.depth)
    : items.slice(at).find(isThing);
}

const SECOND: ReadonlySet<string> = new Set(["theme", "over", "to", "than", "above", "before"]);

/** "Honour goes before duty": what goes before is not what comes after it. */
export function isOnOtherSide(item: Item, claim: Proposition, other: Item, world: World): boolean {
  if (world.concepts.onesided[claim.concept] !== "things") return false;
  if (item.depth > 0 || other.depth > 0 || item.term.kind === "quality") return false;
  // "Honour is put first": what is put there is named like an object.
  const isSole = !claim.items.some((i) => i.depth === 0 && i.role === "agent");
  return (
    (item.role === "agent" && SECOND.has(other.role)) ||
    (SECOND.has(item.role) && !(item.role === "theme" && isSole) && other.role === "agent")
  );
}

/** "Peru's coast" is not theirs whom the evidence has elsewhere, if it says that it is another's. */
export function ownsAlike(
  item: Item,
  claim: Proposition,
  other: Item,
  evidence: Proposition,
  world: World,
): boolean {
  if (item.term.kind !== "entity" || !isAgent(item.term.type)) return true;
  const thing = ownedBy(item, claim.items);
  if (!thing) return true;
  // "Peru fights Peru's people": who does it has been met; whose they are is told nowhere.
  const twice = claim.items.some(
    (i) => i !== item && i.depth === 0 && compareTerms(i.term, item.term, world) === "equal",
  );
  if (twice && other.depth === 0 && thing.term.kind === "class") return false;
  const owners = evidence.items.filter((o) => {
    const owned = ownedBy(o, evidence.items);
    const isAgents = o.term.kind === "entity" && isAgent(o.term.type);
    return isAgents && owned && compareTerms(thing.term, owned.term, world) === "equal";
  });
  return (
    owners.length === 0 ||
    owners.includes(other) ||
    owners.some((o) => compareTerms(item.term, o.term, world) !== "disjoint")
  );
}

/** Roles of why something is or isn't so. */
export const REASONS: ReadonlySet<string> = new Set([
  "because",
  "because of",
  "due",
  "due to",
  "owing to",
  "thanks to",
]);

/** "A blamed it": that B blamed A tells nothing of that, where either can do so. */
export function isDoneToIt(
  item: Item,
  claim: Proposition,
  other: Item,
  evidence: Proposition,
  world: World,
): boolean {
  if (world.concepts.symmetric.includes(claim.concept)) return false;
  const { agent = [] } = world.relations.get(claim.concept)?.roles ?? {};
  const acts = ({ depth, role, term, loose }: Item): boolean =>
    depth === 0 &&
    role === "agent" &&
    !loose &&
    term.kind === "entity" &&
    agent.includes(term.type);
  const isAlone = claim.items.every((i) => i === item || i.term.kind !== "entity");
  return acts(item) && other.role === "theme" && isAlone && evidence.items.some(acts);
}

const RECEIVING: ReadonlySet<string> = new Set(["to", "for", "against"]);

/** The same participant in another core role is a swap, unless the roles don't matter. */
export function rolesFit(
  item: Item,
  claim: Proposition,
  other: Item,
  evidence: Proposition,
  world: World,
): boolean {
  const core = ["agent", "theme"];
  if (item.role === other.role || world.concepts.symmetric.includes(claim.concept)) return true;
  // "bans their sale because of sales": why it is so is not what is done.
  if (REASONS.has(item.role) && other.role === "theme" && item.term.kind === "event") return false;
  // "enough for the vote to count": not that the vote is enough, where it is told for what it is.
  const aimed = (i: Item): boolean => i.role === "for" && i.depth === 0;
  if (aimed(item) && other.role === "agent" && evidence.items.some(aimed)) return false;
  // "against two states": those to whom or against whom it is done don't do it.
  if (item.quantifier?.kind === "count" && RECEIVING.has(item.role) && other.role === "agent")
    return false;
  const isActor = ({ term }: Item): boolean => term.kind === "entity" && isAgent(term.type);
  // "Members approve of it": that somebody criticises members tells nothing of that.
  const isDone = claim.concept !== evidence.concept && item.role === "agent" && item.depth === 0;
  if (isDone && evidence.items.some((o) => o !== other && o.role === "agent" && isActor(o)))
    return false;
  if (item.term.kind !== "entity" || item.depth > 0 || other.depth > 0) return true;
  // "A must tell B": A is not the one that is told.
  const acts = item.role === "agent" && isAgent(item.term.type);
  if (acts && other.role === "to" && hasReceiver(item, claim)) return false;
  if (!core.includes(item.role) || !core.includes(other.role)) return true;
  // "A was attacked": where the same kind of things does it and undergoes it, A's attack is another.
  const roles = world.relations.get(claim.concept)?.roles ?? {};
  const { type } = item.term;
  if (core.every((role) => roles[role]?.includes(type))) return false;
  // "A told B" is not that A was told: another has A's place there.
  const taken = claim.items.some((i) => i.depth === 0 && i.role === other.role && isActor(i));
  if (taken && isActor(item)) return false;
  const rival = evidence.items.find(
    (o) => o.depth === 0 && o.role === item.role && o.term.kind === "entity",
  );
  // "A opposes it": that B criticises A tells nothing of that.
  const contrary = claim.concept !== evidence.concept;
  if (contrary && rival && isActor(rival) && isActor(other)) return false;
  return (
    rival === undefined ||
    (other.term.kind === "entity" &&
      rival.term.kind === "entity" &&
      rival.term.type !== other.term.type)
  );
}
