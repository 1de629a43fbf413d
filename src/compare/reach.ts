/** Whether a claim says so much else that a fact does not reach it. */
import type { Item, Proposition } from "../meaning.ts";
import type { Alignment } from "./align.ts";
import { TOPICAL } from "./items.ts";
import { OWNING } from "./owned.ts";
import { compareTerms, isKindOf } from "./terms.ts";
import type { Fact, World } from "./types.ts";

/**
 * Does a claim say so much else that it may speak of another thing, whatever follows formally?
 * Same event first.
 */
export function isOutOfReach(
  claim: Proposition,
  fact: Fact,
  { extra, clashes, other, opposites }: Alignment,
  contrary: boolean,
  value: "true" | "false",
  world: World,
): boolean {
  if (value === "true") return fact.onlyRefutes;
  // Who leaves has joined before, and is a member until it has left.
  const before =
    (claim.mode === "done" || (claim.mode === "fact" && claim.state === true)) &&
    world.concepts.entails.some(
      (e) => e.presupposed && e.from === fact.proposition.concept && e.to === claim.concept,
    );
  // That many belong to it does not deny that somebody leaves.
  const many = fact.proposition.items.some((i) => i.depth === 0 && i.quantifier?.kind === "count");
  // "In 2012 it joined" is no contrary of its leaving now.
  const dated = claim.when.length > 0 && claim.mode === "fact";
  if (contrary) return extra.length > 0 || clashes.length > 0 || before || many || dated;
  if (clashes.length > 0) return opposites > 0 || other;
  if (fact.proposition.sign > 0) return extra.length > 0;
  if (claim.sign > 0 && claim.items.some((i) => isNamedElse(i, claim))) return true;
  if (claim.sign > 0 && isOfWhatItIsOn(claim, fact.proposition, world)) return true;
  if (claim.sign > 0 && isOfAnySuch(claim, fact.proposition, extra, world)) return true;
  // What the sources dispute is settled for nothing more specific.
  if (fact.conflictsWith.length > 0 && extra.length > 0) return true;
  if (claim.sign > 0 && claim.items.some((i) => isOnElse(i, claim, fact.proposition, world)))
    return true;
  return !mentionsSubject(claim, fact.proposition, world);
}

/** "The Lima Treaty": what goes by a name that nothing is known of is another thing. */
function isNamedElse(
  { term, depth, text, role }: Item,
  { items, text: all }: Proposition,
): boolean {
  if (term.kind !== "word" || role !== "mod" || depth === 0) return false;
  return (
    /^\p{Lu}/u.test(text) &&
    !all.startsWith(text) &&
    items.some((i) => i.term.kind === "class" && all.includes(`${text} ${i.text}`))
  );
}

/** Roles of what a decision or a text is about. */
const TOPICS: ReadonlySet<string> = new Set([...TOPICAL, "of", "from"]);

/** "approved the decision on taxes", "the withdrawal of troops": that another was not approved tells nothing of it. */
function isOnElse(item: Item, claim: Proposition, { items }: Proposition, world: World): boolean {
  const { term, role, depth } = item;
  const known = term.kind === "entity" ? world.entities.get(term.id) : undefined;
  // "to leave the club": one that the base doesn't know.
  const isElse = term.kind === "entity" && term.type !== "state" && known?.inBase !== true;
  if (isElse && depth > 0 && role === "mod") return true;
  if (!TOPICS.has(role) || (depth === 0 && !["on", "to", "from"].includes(role))) return false;
  const at = claim.items.indexOf(item);
  const head = claim.items.slice(0, at).findLast((i) => i.depth === 0);
  // "within hours of the vote": it tells when, not what was approved.
  const before = claim.items[at - 1];
  const isWhen = before !== undefined && before.depth > 0 && before.role === "within";
  if (head?.role !== "theme" || head.term.kind !== "event" || isWhen) return false;
  const decides = world.concepts.resolves.includes(head.term.concept);
  const isActor =
    term.kind === "class" &&
    world.concepts.speakers.some((kind) => isKindOf(term.concept, kind, world));
  if (isActor && decides && role === "of") return false;
  if (!isElse && !["event", "class", "word"].includes(term.kind)) return false;
  return items.every((o) =>
    ["disjoint", "independent"].includes(compareTerms(term, o.term, world)),
  );
}

/** "approved the treaty": that the withdrawal from it has not been approved is another matter. */
export function isOfWhatItIsOn(claim: Proposition, evidence: Proposition, world: World): boolean {
  if (claim.concept !== evidence.concept) return false;
  const themes = (p: Proposition): readonly Item[] =>
    p.items.filter((i) => i.depth === 0 && i.role === "theme");
  const [told] = themes(evidence);
  if (told?.term.kind !== "event") return false;
  const isNamed = claim.items.some((i) =>
    ["equal", "more-general"].includes(compareTerms(i.term, told.term, world)),
  );
  const nested = blockOf(told, evidence.items).filter((i) => i.depth > 0);
  return (
    !isNamed &&
    themes(claim).some(
      (t) =>
        t.term.kind === "entity" &&
        nested.some((n) => compareTerms(t.term, n.term, world) === "equal"),
    )
  );
}

/** That one thing of a kind has not been signed says nothing of others of its kind. */
function isOfAnySuch(
  claim: Proposition,
  evidence: Proposition,
  extra: readonly string[],
  world: World,
): boolean {
  // "a treaty on nuclear tests": what it is described by is not told of the one.
  const described = extra.length === 0 && claim.items.some((i) => i.depth > 0);
  return claim.items.some(
    (i) =>
      i.depth === 0 &&
      i.term.kind === "class" &&
      i.role === "theme" &&
      (!described || claim.when.length > 0) &&
      evidence.items.some(
        (e) =>
          e.depth === 0 &&
          e.role === i.role &&
          e.term.kind === "entity" &&
          compareTerms(i.term, e.term, world) === "more-general",
      ),
  );
}

/** Roles of those who do it and what it is done to. */
const CORE: readonly string[] = ["agent", "theme"];

/** That one of them didn't refutes only what is said of this one. */
function mentionsSubject(claim: Proposition, evidence: Proposition, world: World): boolean {
  const subjects = evidence.items.filter((i) => i.depth === 0 && i.role === "agent");
  const wanted =
    subjects.length > 0
      ? subjects
      : evidence.items.filter((i) => i.depth === 0 && i.role === "theme");
  return wanted.every((w) => {
    const block = w.term.kind === "entity" ? [w] : blockOf(w, evidence.items);
    return claim.items.some(
      (i) =>
        (i.depth === 0 || OWNING.includes(i.role)) &&
        block.some(
          (b) =>
            // Who does it is not who owns what it is done to.
            ((b === w || i.depth > 0 || !CORE.includes(i.role) || i.term.kind !== "entity") &&
              ["equal", "opposite"].includes(compareTerms(i.term, b.term, world))) ||
            (i.quantifier?.kind === "all" &&
              compareTerms(i.term, b.term, world) === "more-general"),
        ),
    );
  });
}

/** A participant with what modifies it. */
function blockOf(head: Item, items: readonly Item[]): readonly Item[] {
  const at = items.indexOf(head);
  const end = items.findIndex((i, index) => index > at && i.depth === 0);
  return items.slice(at, end < 0 ? undefined : end);
}
