/** How a participant of a claim stands to those of a fact. */

import type { Item, Proposition } from "../meaning.ts";
import { isPartOf, withOwners } from "../owners.ts";
import { hasReceiver, isForOther, isImplied, OWNING, ownedAct } from "./owned.ts";

import { compareTerms, isAgent, isKindOf } from "./terms.ts";
import type { World } from "./types.ts";

export function alignItem(
  item: Item,
  claim: Proposition,
  evidence: Proposition,
  world: World,
): string {
  if (isImplied(item, claim, world) || isItsMoment(item, evidence)) return "equal";
  const relation = world.relations.get(claim.concept);
  let best: "equal" | "opposite" | "extra" = "extra";
  let swapped: Item | null = null;
  const core = item.depth === 0 && (item.role === "agent" || item.role === "theme");
  const typed = world.relations.get(claim.concept)?.roles[item.role] !== undefined;
  const filled =
    core &&
    (typed || claim.concept === "be") &&
    evidence.items.some((o) => o.depth === 0 && o.role === item.role);
  for (const other of evidence.items) {
    if (
      filled &&
      item.term.kind === "entity" &&
      !(other.depth === 0 && (other.role === "agent" || other.role === "theme"))
    )
      continue;
    const outcome = compareTerms(item.term, other.term, world);
    if (outcome === "equal" || outcome === "more-general") {
      if (isTallied(item) && !isTallied(other)) continue;
      // "faster than any such treaty": what it is measured by takes no part in it.
      if (item.role === "than" && ["agent", "theme"].includes(other.role)) continue;
      // Those against whom it is done are not those who do it.
      if (item.role === "against" && ["agent", "by"].includes(other.role)) continue;
      if (core && item.role === "agent" && other.role === "against") continue;
      if (isOnOtherSide(item, claim, other, world)) {
        swapped = other;
        continue;
      }
      // "an unfair deal for Peru": it has to be for Peru where it is told for whom it is.
      if (isForOther(item, evidence, world)) continue;
      if (
        rolesFit(item, claim, other, evidence, world) &&
        ownsAlike(item, claim, other, evidence, world)
      )
        return "equal";
      swapped = other;
    } else if (outcome === "opposite") best = "opposite";
    else if (
      claim.concept !== "be" &&
      item.term.kind === "entity" &&
      other.term.kind === "entity" &&
      other.depth === item.depth &&
      isPartOf(other.term.id, item.term.id, world.entities)
    )
      return "equal";
  }
  if (best === "opposite") return best;
  const post =
    postBeside(item, claim, evidence, world) ?? houseBeside(item, claim, evidence, world);
  if (post) return `the source says ${post.text}, the claim ${item.text}`;
  const rival = rivalOf(item, claim, evidence, world) ?? rivalInCause(item, claim, evidence, world);
  if (rival) return `the source says ${rival.text}, the claim ${item.text}`;
  if (item.depth === 0 && relation?.oneValue.includes(item.role)) {
    const slot = evidence.items.find((o) => o.depth === 0 && o.role === item.role);
    // "acted without a decision of the council": whom the claim names as well can't be another.
    const named =
      slot && claim.items.some((i) => compareTerms(i.term, slot.term, world) === "equal");
    if (
      slot &&
      !named &&
      !(item.role === "agent" && lacksTheme(claim, evidence)) &&
      !isForeign(item, slot, claim, world) &&
      compareTerms(item.term, slot.term, world) === "disjoint"
    ) {
      return `the source says ${slot.text}, the claim ${item.text}`;
    }
  }
  for (const other of evidence.items) {
    const alike = other.role === item.role || (TOPICAL.has(other.role) && TOPICAL.has(item.role));
    if (
      alike &&
      compareTerms(item.term, other.term, world) === "disjoint" &&
      item.term.kind !== "entity" &&
      !isOnAnother(item, claim, evidence, world)
    ) {
      return `the source says ${other.text}, the claim ${item.text}`;
    }
  }
  const home = claim.concept === "be" && isHome(item) ? evidence.items.find(isHome) : undefined;
  if (home && compareTerms(item.term, home.term, world) === "disjoint")
    return `the source says ${home.text}, the claim ${item.text}`;
  if (swapped && item.depth === 0 && !world.concepts.symmetric.includes(claim.concept))
    return `the source has ${item.text} in another role`;
  return "extra";
}

/** "Lapsed on publication": the event at whose moment the evidence is. */
function isItsMoment({ role, term }: Item, { distances }: Proposition): boolean {
  return (
    MOMENT.has(role) &&
    term.kind === "event" &&
    !term.negated &&
    distances.some((d) => d.direction === "same" && d.event?.concept === term.concept)
  );
}

const MOMENT: ReadonlySet<string> = new Set(["on", "upon", "at", "with"]);

/** Roles of what a text is about. */
export const TOPICAL: ReadonlySet<string> = new Set([
  ...["on", "about", "for", "to", "regarding", "concerning"],
]);

/** "a decree on joining the league": on another thing than the evidence's, so another decree. */
function isOnAnother(item: Item, claim: Proposition, evidence: Proposition, world: World): boolean {
  if (!TOPICAL.has(item.role)) return false;
  const own = claim.items.slice(claim.items.indexOf(item) + 1);
  const end = own.findIndex((i) => i.depth === 0);
  return own
    .slice(0, end < 0 ? undefined : end)
    .some(
      ({ term }) =>
        ["entity", "class", "word"].includes(term.kind) &&
        evidence.items.every((o) =>
          ["disjoint", "independent"].includes(compareTerms(term, o.term, world)),
        ),
    );
}

/** "A diplomat signs in Rome": what, is not told, so that it may be another thing than another signed. */
function lacksTheme(claim: Proposition, evidence: Proposition): boolean {
  const isTheme = (i: Item): boolean => i.role === "theme";
  const others = claim.items.filter((i) => i.role !== "agent" && i.role !== "mod" && i.depth === 0);
  return evidence.items.some(isTheme) && !claim.items.some(isTheme) && others.length > 0;
}

/** "The Danish senate voted to leave": another country's body acts on its own country's matters. */
function isForeign(item: Item, slot: Item, claim: Proposition, world: World): boolean {
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

/** "two million drones": a thing told by its number, which is more than that there are such. */
function isTallied(item: Item): boolean {
  return (
    item.quantifier?.kind === "count" && item.term.kind === "entity" && !isAgent(item.term.type)
  );
}

/**
 * Whose "a decision of the court" is, where the evidence gives the same act to another and such an
 * act has one agent.
 */
function rivalOf(item: Item, claim: Proposition, evidence: Proposition, world: World): Item | null {
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
function rivalInCause(
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
function postBeside(
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
function houseBeside(
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

/** The country in "a Swedish bishop": somebody has one where a source tells it. */
function isHome(item: Item): boolean {
  return item.depth > 0 && item.term.kind === "entity" && item.term.type === "state";
}

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
function isOnOtherSide(item: Item, claim: Proposition, other: Item, world: World): boolean {
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
function ownsAlike(
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

const RECEIVING: ReadonlySet<string> = new Set(["to", "for", "against"]);

/** The same participant in another core role is a swap, unless the roles don't matter. */
function rolesFit(
  item: Item,
  claim: Proposition,
  other: Item,
  evidence: Proposition,
  world: World,
): boolean {
  const core = ["agent", "theme"];
  if (item.role === other.role || world.concepts.symmetric.includes(claim.concept)) return true;
  // "against two states": those to whom or against whom it is done don't do it.
  if (item.quantifier?.kind === "count" && RECEIVING.has(item.role) && other.role === "agent")
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
  const isActor = ({ term }: Item): boolean => term.kind === "entity" && isAgent(term.type);
  const taken = claim.items.some((i) => i.depth === 0 && i.role === other.role && isActor(i));
  if (taken && isActor(item)) return false;
  const rival = evidence.items.find(
    (o) => o.depth === 0 && o.role === item.role && o.term.kind === "entity",
  );
  return (
    rival === undefined ||
    (other.term.kind === "entity" &&
      rival.term.kind === "entity" &&
      rival.term.type !== other.term.type)
  );
}
