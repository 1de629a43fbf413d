/** How a participant of a claim stands to those of a fact. */
import type { Item, Proposition } from "../meaning.ts";
import { isPartOf } from "../owners.ts";
import { isForOther, isImplied } from "./owned.ts";
import { houseBeside, isForeign, postBeside, rivalInCause, rivalOf } from "./rivals.ts";
import { isDoneToIt, isOnOtherSide, ownsAlike, rolesFit } from "./role-fit.ts";
import { compareTerms, isAgent } from "./terms.ts";
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
  // "The king's party backs it": those who do it are not the one whose law is backed.
  const isDoer =
    core &&
    item.role === "agent" &&
    item.term.kind === "class" &&
    evidence.items.some((o) => o.depth === 0 && o.role === "agent");
  for (const other of evidence.items) {
    const inCore = other.depth === 0 && (other.role === "agent" || other.role === "theme");
    // "The paper counts only once they agree": what they agree on is not told by what it is from.
    const isAim =
      item.role === "aim" &&
      item.term.kind === "class" &&
      other.term.kind === "entity" &&
      !isAgent(other.term.type);
    const isAside = (isDoer || isAim) && other.depth > 0;
    if (!inCore && ((filled && item.term.kind === "entity") || isAside)) continue;
    const outcome = compareTerms(item.term, other.term, world);
    if (outcome === "equal" || outcome === "more-general") {
      if (isTallied(item) && !isTallied(other)) continue;
      // "bans all weapons": that it bans one kind is too little.
      if (outcome === "more-general" && item.quantifier?.kind === "all" && item.role === "theme")
        continue;
      // "faster than any such treaty": what it is measured by takes no part in it.
      if (item.role === "than" && ["agent", "theme"].includes(other.role)) continue;
      // "does not stand without Peru as an ally": what is lacking takes no part in it.
      if (item.role === "without" && other.role !== "without") continue;
      // Those against whom it is done are not those who do it.
      if (item.role === "against" && ["agent", "by"].includes(other.role)) continue;
      if (core && item.role === "agent" && other.role === "against") continue;
      // "backs the king": that his decree is backed tells nothing of that.
      const isPerson = item.term.kind === "entity" && isAgent(item.term.type);
      if (core && item.role === "theme" && isPerson && other.depth > 0 && isOwnerOfTheme(evidence))
        continue;
      // What it is kept from is not what is kept.
      if (
        core &&
        item.role === "theme" &&
        (item.term.kind === "entity" || item.term.kind === "class") &&
        isWardedOff(other, evidence)
      )
        continue;
      if (isOnOtherSide(item, claim, other, world)) {
        swapped = other;
        continue;
      }
      if (isDoneToIt(item, claim, other, evidence, world)) continue;
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
      !(core && item.role === "theme" && isAgent(item.term.type) && !isAgent(other.term.type)) &&
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

/** Is a document or a deed what somebody is said to be for or against? */
function isOwnerOfTheme({ items }: Proposition): boolean {
  const theme = items.find((i) => i.depth === 0 && i.role === "theme");
  return theme?.term.kind === "entity" && !isAgent(theme.term.type);
}

/** "It shields its coast from raids by Peru": of what something is kept from, or is meant against. */
function isWardedOff(item: Item, { items }: Proposition): boolean {
  const above = items.slice(0, items.indexOf(item) + 1).findLast((i) => i.depth === 0);
  const isKept = items.some((i) => i.depth === 0 && i.role === "theme");
  return isKept && above !== undefined && WARDED.has(above.role);
}

const WARDED: ReadonlySet<string> = new Set(["from", "against"]);

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

/** "two million drones": a thing told by its number, which is more than that there are such. */
function isTallied(item: Item): boolean {
  return (
    item.quantifier?.kind === "count" && item.term.kind === "entity" && !isAgent(item.term.type)
  );
}

/** The country in "a Swedish bishop": somebody has one where a source tells it. */
function isHome(item: Item): boolean {
  return item.depth > 0 && item.term.kind === "entity" && item.term.type === "state";
}
