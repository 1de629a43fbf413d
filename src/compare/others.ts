/** Whether a claim speaks of somebody or something else than a fact. */
import type { Item, Proposition } from "../meaning.ts";
import { OWNING } from "./owned.ts";
import { homeOf } from "./rivals.ts";
import { ownedBy } from "./role-fit.ts";
import { compareTerms, isAgent, isKindOf } from "./terms.ts";
import type { World } from "./types.ts";

/** Somebody else, and nobody who speaks or acts for the same country. */
function isAnother(own: Item, other: Item, world: World): boolean {
  const { term } = own;
  if (term.kind === "entity" && other.term.kind === "entity") {
    const [a, b] = [homeOf(own, world), homeOf(other, world)];
    const differ = ["disjoint", "independent"].includes(compareTerms(term, other.term, world));
    // "Peru objected": its ministry did.
    return differ && (a === null || a !== b) && isAgent(term.type) && isAgent(other.term.type);
  }
  return false;
}

/** Roles in which another one makes it another event. */
const DECIDING: readonly string[] = ["agent", "for", "against"];

/**
 * Do all tellings of an event that a claim is about have somebody else in a part of it: another who
 * does it, for whom it is, whose it is ("against Peru's people", not Chile's)? Or is the doer there
 * in another part?
 */
export function isOfOthers(
  claim: Proposition,
  tellings: readonly Proposition[],
  world: World,
): boolean {
  const alike = tellings.filter((t) => t.concept === claim.concept);
  const exact = alike.filter((t) => t.sign === claim.sign && t.mode === claim.mode);
  const told = exact.length > 0 ? exact : alike;
  const named = (p: Proposition, role: string): readonly Item[] =>
    p.items.filter((i) => i.depth === 0 && i.role === role && i.term.kind !== "quality");
  const differ = (own: readonly Item[], theirs: readonly Item[]): boolean =>
    own.length > 0 &&
    theirs.length > 0 &&
    own.every((a) => theirs.every((b) => isAnother(a, b, world)));
  // "duty before honour" is not "honour before duty".
  const own = named(claim, "agent");
  const among = (items: readonly Item[]): boolean =>
    own.some((a) => items.some((b) => compareTerms(a.term, b.term, world) === "equal"));
  // What does it there is here in another part.
  const isSwapped = (t: Proposition): boolean =>
    named(t, "agent").some(
      (b) =>
        b.term.kind !== "entity" &&
        claim.items.some(
          (i) => !own.includes(i) && compareTerms(i.term, b.term, world) === "equal",
        ),
    ) && !among(named(t, "agent"));
  const things = own.length > 0 && own.every((a) => a.term.kind !== "entity");
  const owners = (p: Proposition): readonly [Item, Item][] =>
    p.items.flatMap((i, at): [Item, Item][] => {
      const next = p.items.slice(at + 1).find((o) => o.term.kind !== "quality");
      const thing = i.role === "of" ? ownedBy(i, p.items) : i.role === "'s" ? next : undefined;
      return thing?.term.kind === "class" && i.term.kind === "entity" ? [[i, thing]] : [];
    });
  const robbed = owners(claim).some(([own, thing]) => {
    const theirs = alike
      .flatMap(owners)
      .filter(([, other]) => compareTerms(thing.term, other.term, world) === "equal");
    return differ(
      [own],
      theirs.map(([owner]) => owner),
    );
  });
  return (
    robbed ||
    (things && told.some(isSwapped) && !told.some((t) => among(named(t, "agent")))) ||
    DECIDING.some((role) =>
      differ(
        named(claim, role),
        told.flatMap((t) => named(t, role)).filter((i) => i.term.kind === "entity"),
      ),
    )
  );
}

/** Does the fact have somebody or something else where the claim has this participant? */
export function isOther(item: Item, evidence: Proposition): boolean {
  if (item.role !== "agent" && item.role !== "theme") return false;
  if (item.term.kind === "quality") return false;
  return evidence.items.some((o) => o.depth === 0 && o.role === item.role);
}

/** "a member of the council": not of what the fact speaks of. */
export function isOfAnother(
  item: Item,
  claim: Proposition,
  evidence: Proposition,
  world: World,
): boolean {
  if (![...OWNING, "in", "on", "from", "to"].includes(item.role)) return false;
  // "withdrew from Lima": from what, a name that nothing is known of tells as well.
  const from = item.role === "from" && item.term.kind === "word";
  const act =
    item.depth === 0 && (item.term.kind === "event" || item.term.kind === "class" || from);
  if (!act && (item.term.kind !== "entity" || (item.term.type === "state" && item.role !== "from")))
    return false;
  const isTheme = (i: Item): boolean => i.depth === 0 && i.role === "theme";
  if (claim.items.some(isTheme)) return false;
  return evidence.items.some(
    (o) =>
      isTheme(o) && ["disjoint", "independent"].includes(compareTerms(item.term, o.term, world)),
  );
}

/** "the decision of Chile": the fact is about another country's. */
export function isOthers(item: Item, evidence: Proposition, world: World): boolean {
  const owned = evidence.items.filter((o) => o.depth > 0 && OWNING.includes(o.role));
  return (
    OWNING.includes(item.role) &&
    item.term.kind === "entity" &&
    item.term.type === "state" &&
    owned.some((o) => compareTerms(item.term, o.term, world) === "disjoint")
  );
}

/** "Some unions backed it", "most unions did": that unions opposed it is not told of each of them. */
export function isOfSome({ items }: Proposition): boolean {
  const isDone = !items.some((i) => i.depth === 0 && i.role === "agent");
  return items.some(
    ({ role, depth, term, quantifier: q }) =>
      // "Some bombs are laid openly": that bombs are hidden is not told of each of them, either.
      (role === "agent" || (role === "theme" && isDone)) &&
      depth === 0 &&
      term.kind === "entity" &&
      (q?.kind === "most" ||
        q?.kind === "count" ||
        q?.kind === "not-all" ||
        (q?.kind === "some" && !q.none)),
  );
}

/** "They left the trade": what somebody does is done to nothing that the relation takes. */
export function takesElse({ concept, items }: Proposition, world: World): boolean {
  const { agent, theme } = world.relations.get(concept)?.roles ?? {};
  if (!agent || !theme) return false;
  const those = (role: string): Item[] => items.filter((i) => i.role === role && i.depth === 0);
  const does = ({ term }: Item): boolean => term.kind === "entity" && agent.includes(term.type);
  const isElse = ({ term }: Item): boolean =>
    term.kind === "class" &&
    !theme.some((k) => isKindOf(term.concept, k, world) || isKindOf(k, term.concept, world));
  const themes = those("theme");
  return those("agent").some(does) && themes.length > 0 && themes.every(isElse);
}

/** "The pact allows keeping drones for training": what it bans may be allowed for a purpose. */
export function isForPurpose({ concept, items, sign }: Proposition, world: World): boolean {
  const taken = world.relations.get(concept)?.roles.theme ?? [];
  const deeds = items.flatMap(({ depth, role, term, list, quantifier }) =>
    depth === 0 && role === "theme" && term.kind === "event" && !list && !quantifier
      ? [term.concept]
      : [],
  );
  return (
    sign < 0 &&
    deeds.filter((deed) => taken.includes(deed)).length === 1 &&
    deeds
      .slice(deeds.findIndex((deed) => taken.includes(deed)))
      .some((deed) => !taken.includes(deed) && !world.relations.has(deed))
  );
}

/** "The pact does not ban all drones": those of one sort may be another matter. */
export function isNotOfAll({ sign, items }: Proposition): boolean {
  const isDoer = ({ role, term }: Item): boolean =>
    role === "agent" && term.kind === "entity" && isAgent(term.type);
  if (items.some(isDoer)) return false;
  return items.some(
    ({ term, quantifier: q }) =>
      term.kind === "entity" &&
      !isAgent(term.type) &&
      (q?.kind === "not-all" || (sign < 0 && q?.kind === "all")),
  );
}
