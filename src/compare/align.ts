/** Sets the parts of a claim's proposition against those of a fact, one by one. */
import type { Item, Proposition } from "../meaning.ts";
import type { Entailment } from "./entailment.ts";
import { alignItem } from "./items.ts";
import { isOfAnother, isOther, isOthers } from "./others.ts";
import { compareTerms, isAgent, keyOf } from "./terms.ts";
import type { World } from "./types.ts";
import { compareWhen } from "./when.ts";

/** How the parts of a claim's proposition stand to those of a fact. */
export interface Alignment {
  readonly matched: number;
  /** What the claim says beyond the fact. */
  readonly extra: readonly string[];
  /** Some of it is a circumstance of the event, not how long or in what manner. */
  readonly detailed: boolean;
  /** Parts with one value where the claim has another: words for the rationale. */
  readonly clashes: readonly string[];
  /** They are all of the time. */
  readonly timed: boolean;
  /** A core participant is another than the fact's: the claim speaks of another event. */
  readonly other: boolean;
  /** How often a part is the opposite of its counterpart. */
  readonly opposites: number;
  /** How each of these parts stands to the claim's. */
  readonly relations: readonly Entailment[];
}

/** Roles that only say when. */
const PLACING: ReadonlySet<string> = new Set(["after", "before", "since", "during", "following"]);

/**
 * Sets every part of a claim's proposition against the fact's.
 *
 * @returns what matches, differs and is added; no part of the fact that the claim leaves out counts
 */
export function align(claim: Proposition, evidence: Proposition, world: World): Alignment {
  const parts = alignItems(claim, evidence, world);
  // "ratified it only in 2014, after the war": what else it is placed by leaves it the same event.
  const blurred = parts.extra.length > parts.placed;
  const times = alignTimes(claim, evidence, blurred, world);
  const extra = [...parts.extra, ...times.extra];
  const clashes = [...parts.clashes, ...times.clashes];
  // What differs comes before what is added: then a difference holds for the more specific, too.
  // One differing part is enough to exclude the whole, so several count once.
  const relations: Entailment[] = [
    ...Array<Entailment>(parts.opposites).fill("negation"),
    ...clashes.slice(0, 1).map((): Entailment => "alternation"),
    ...extra.map((): Entailment => "reverse"),
  ];
  return {
    matched: parts.matched + times.matched,
    extra,
    detailed: parts.detailed || times.detailed,
    clashes,
    timed: clashes.length > 0 && parts.clashes.length === 0,
    opposites: parts.opposites,
    other: parts.other,
    relations,
  };
}

type Aligned = Pick<Alignment, "matched" | "extra" | "detailed" | "clashes">;

/** The same of those who and what take part; `placed`: how many added parts only say when. */
function alignItems(
  claim: Proposition,
  evidence: Proposition,
  world: World,
): Aligned & Pick<Alignment, "opposites" | "other"> & { readonly placed: number } {
  let matched = 0;
  let opposites = 0;
  let placed = 0;
  let other = false;
  let detailed = false;
  const extra: string[] = [];
  const clashes: string[] = [];
  for (const item of claim.items) {
    const aligned = alignItem(item, claim, evidence, world);
    const isClash = !["equal", "opposite", "extra"].includes(aligned);
    const outcome = isClash && item.loose ? "extra" : aligned;
    if (outcome === "equal") matched++;
    else if (outcome === "opposite") {
      matched++;
      opposites++;
    } else if (outcome === "extra" && describes(item, claim, world)) {
      // "the decree on the withdrawal": it says which one is meant.
    } else if (outcome === "extra" || isElsewhere(item, claim, evidence, world)) {
      extra.push(item.text);
      if (item.term.kind !== "quality") detailed = true;
      if (PLACING.has(item.role) && item.depth === 0) placed++;
      if (isOfOther(item, claim, evidence, world)) other = true;
    } else clashes.push(outcome);
  }
  return { matched, opposites, placed, other, detailed, extra, clashes };
}

/** Does an added part make it an event of another? */
function isOfOther(item: Item, claim: Proposition, evidence: Proposition, world: World): boolean {
  return item.depth === 0
    ? isOther(item, evidence) ||
        isObjectByOtherName(item, claim, evidence) ||
        isOfAnother(item, claim, evidence, world)
    : isOthers(item, evidence, world);
}

/** The same of when it was; `blurred`: so much is added that the times may be those of another event. */
function alignTimes(
  claim: Proposition,
  evidence: Proposition,
  blurred: boolean,
  world: World,
): Aligned {
  let matched = 0;
  let detailed = false;
  const extra: string[] = [];
  const clashes: string[] = [];
  const oneValue = world.relations.get(claim.concept)?.oneValue ?? [];
  const narrower = evidence.items.some(
    (o) =>
      o.term.kind === "quality" &&
      !claim.items.some((i) => compareTerms(i.term, o.term, world) === "equal"),
  );
  // When massive use began says nothing of when use began.
  const times =
    narrower && oneValue.includes("start")
      ? evidence.when.filter((w) => w.relation !== "since")
      : evidence.when;
  for (const when of claim.when) {
    const outcome = blurred ? "extra" : compareWhen(when, times, oneValue);
    // What goes on in whatever manner goes on: it did not begin later.
    const later =
      outcome === "extra" && !blurred && when.beginning
        ? compareWhen(when, evidence.when, [])
        : outcome;
    if (outcome === "equal") matched++;
    else if (later === "extra" || later === "equal") {
      extra.push(when.text);
      if (when.relation !== "since" && when.relation !== "until") detailed = true;
    } else clashes.push(later);
  }
  return { matched, extra, detailed, clashes };
}

/** "voted for a law on taxes": what is voted for is what the statement has as what is approved. */
function isObjectByOtherName(item: Item, claim: Proposition, evidence: Proposition): boolean {
  const hasTheme = (p: Proposition): boolean =>
    p.items.some((i) => i.depth === 0 && i.role === "theme");
  return (
    item.role === "for" &&
    ["class", "entity", "word"].includes(item.term.kind) &&
    !hasTheme(claim) &&
    hasTheme(evidence)
  );
}

/** "Article 5 of another treaty" is no other article of this one. */
function isElsewhere(item: Item, claim: Proposition, evidence: Proposition, world: World): boolean {
  if (item.term.kind !== "label") return false;
  const after = claim.items.slice(claim.items.indexOf(item) + 1);
  const end = after.findIndex((i) => i.depth <= item.depth);
  return after
    .slice(0, end < 0 ? undefined : end)
    .some((i) => i.term.kind === "entity" && alignItem(i, claim, evidence, world) === "extra");
}

/** Does a modifier only say of a thing, not an agent, what the base says of it as well? */
function describes(item: Item, claim: Proposition, world: World): boolean {
  if (item.depth === 0 || item.role === "to") return false;
  const above = claim.items.slice(0, claim.items.indexOf(item)).filter((i) => i.depth < item.depth);
  // "uses knives against people of Peru": it is the people who are Peru's, not the knives.
  const isOwner =
    ["of", "by"].includes(item.role) && item.term.kind === "entity" && isAgent(item.term.type);
  if (isOwner && above.at(-1)?.term.kind === "class") return false;
  const head = above.findLast((i) => i.term.kind === "entity");
  if (head?.term.kind !== "entity" || isAgent(head.term.type)) return false;
  return world.entities.get(head.term.id)?.known.includes(keyOf(item.term)) ?? false;
}
