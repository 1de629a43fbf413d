import type { Item, Mode, Proposition } from "../meaning.ts";
import { type Entailment, join, truthFrom } from "./entailment.ts";
import { alignItem, homeOf, ownedBy } from "./items.ts";
import { isSwapped } from "./swap.ts";
import { compareTerms, isAgent, keyOf } from "./terms.ts";
import type { Bearing, Fact, World } from "./types.ts";
import { compareWhen } from "./when.ts";

/** How the parts of a claim's proposition stand to those of a fact. */
interface Alignment {
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

const RANK: Readonly<Partial<Record<Mode, number>>> = {
  planned: 1,
  expected: 1,
  begun: 2,
  fact: 2,
  continued: 2,
  stopped: 2,
  done: 3,
};

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
  // Of different kinds each may be taken for the other's place, but not both at once.
  if (alignment.clashes.length === 0 && isSwapped(claim, evidence, world)) return null;
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

/** "Lately it began to join": however it is said to join, it isn't leaving. */
function withoutManner(claim: Proposition): Proposition {
  const isManner = (i: Item): boolean => i.term.kind === "quality" && i.role === "mod";
  return { ...claim, items: claim.items.filter((i) => i.depth > 0 || !isManner(i)) };
}

/**
 * Does a claim say so much else that it may speak of another thing, whatever follows formally?
 * Same event first.
 */
function isOutOfReach(
  claim: Proposition,
  fact: Fact,
  { extra, clashes, other, opposites }: Alignment,
  contrary: boolean,
  value: "true" | "false",
  world: World,
): boolean {
  if (value === "true") return fact.onlyRefutes;
  // Who leaves has joined before.
  const before =
    claim.mode === "done" &&
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
  if (claim.sign > 0 && isOfAnySuch(claim, fact.proposition, extra, world)) return true;
  // What the sources dispute is settled for nothing more specific.
  if (fact.conflictsWith.length > 0 && extra.length > 1) return true;
  return !mentionsSubject(claim, fact.proposition, world);
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

/** "Its effect was put off": what comes at the same moment as something else isn't. */
function isPutOff(claim: Proposition, evidence: Proposition): boolean {
  return (
    claim.mode === "delayed" && evidence.distances.some((d) => d.direction === "same" && d.event)
  );
}

/** How one state of an event stands to another: what is done was begun, what is begun was planned. */
function compareModes(from: Mode, to: Mode, concept: string, world: World): Entailment {
  if (from === to) return "equivalent";
  if (
    world.relations.get(concept)?.once &&
    from === "done" &&
    (to === "planned" || to === "expected" || to === "begun")
  )
    return "alternation";
  const [a, b] = [RANK[from], RANK[to]];
  if (a === undefined || b === undefined) return "independent";
  if (a === b || (!world.relations.get(concept)?.stages && a >= 2 && b >= 2)) return "equivalent";
  return a > b ? "forward" : "reverse";
}

function align(claim: Proposition, evidence: Proposition, world: World): Alignment {
  let matched = 0;
  let opposites = 0;
  let placed = 0;
  let other = false;
  let detailed = false;
  const extra: string[] = [];
  const clashes: string[] = [];
  const relation = world.relations.get(claim.concept);
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
      if (
        item.depth === 0
          ? isOther(item, evidence) ||
            isObjectByOtherName(item, claim, evidence) ||
            isOfAnother(item, claim, evidence, world)
          : isOthers(item, evidence, world)
      )
        other = true;
    } else clashes.push(outcome);
  }
  const narrower = evidence.items.some(
    (o) =>
      o.term.kind === "quality" &&
      !claim.items.some((i) => compareTerms(i.term, o.term, world) === "equal"),
  );
  const parts = clashes.length;
  // "ratified it only in 2014, after the war": what else it is placed by leaves it the same event.
  const blurred = extra.length > placed;
  for (const when of claim.when) {
    // When massive use began says nothing of when use began.
    const times =
      narrower && relation?.oneValue.includes("start")
        ? evidence.when.filter((w) => w.relation !== "since")
        : evidence.when;
    const outcome = blurred ? "extra" : compareWhen(when, times, relation?.oneValue ?? []);
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
  const timed = clashes.length > 0 && parts === 0;
  // What differs comes before what is added: then a difference holds for the more specific, too.
  // One differing part is enough to exclude the whole, so several count once.
  const relations: Entailment[] = [
    ...Array<Entailment>(opposites).fill("negation"),
    ...clashes.slice(0, 1).map((): Entailment => "alternation"),
    ...extra.map((): Entailment => "reverse"),
  ];
  return { matched, extra, detailed, clashes, timed, opposites, other, relations };
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
  if (item.depth === 0) return false;
  const above = claim.items.slice(0, claim.items.indexOf(item)).filter((i) => i.depth < item.depth);
  // "uses knives against people of Peru": it is the people who are Peru's, not the knives.
  const isOwner =
    ["of", "by"].includes(item.role) && item.term.kind === "entity" && isAgent(item.term.type);
  if (isOwner && above.at(-1)?.term.kind === "class") return false;
  const head = above.findLast((i) => i.term.kind === "entity");
  if (head?.term.kind !== "entity" || isAgent(head.term.type)) return false;
  return world.entities.get(head.term.id)?.known.includes(keyOf(item.term)) ?? false;
}

/** Roles of a modifier that is a participant of the event: "Japan's accession", "the accession of Japan". */
export const OWNING: readonly string[] = ["'s", "'", "of", "by", "mod"];

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
            ((b === w || i.depth > 0 || i.role !== "agent" || i.term.kind !== "entity") &&
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
function isOther(item: Item, evidence: Proposition): boolean {
  if (item.role !== "agent" && item.role !== "theme") return false;
  if (item.term.kind === "quality") return false;
  return evidence.items.some((o) => o.depth === 0 && o.role === item.role);
}

/** "a member of the council": not of what the fact speaks of. */
function isOfAnother(item: Item, claim: Proposition, evidence: Proposition, world: World): boolean {
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
function isOthers(item: Item, evidence: Proposition, world: World): boolean {
  const owned = evidence.items.filter((o) => o.depth > 0 && OWNING.includes(o.role));
  return (
    OWNING.includes(item.role) &&
    item.term.kind === "entity" &&
    item.term.type === "state" &&
    owned.some((o) => compareTerms(item.term, o.term, world) === "disjoint")
  );
}

/** "relinquish its membership": what the event takes for granted adds nothing. */
export function isImplied(item: Item, claim: Proposition, world: World): boolean {
  const { term } = item;
  if (term.kind !== "event" || term.negated) return false;
  return world.concepts.entails.some(
    (e) => e.presupposed && e.from === claim.concept && e.to === term.concept,
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
