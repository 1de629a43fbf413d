import type { Item, Meaning, Proposition, Speaker, Term } from "../meaning.ts";
import { settleRoles } from "../roles.ts";
import { attribute, isSpeaker, isTheirs } from "./attribution.ts";
import { numericEvaluation, withIncluded } from "./counts.ts";
import { evaluateDistance } from "./distance.ts";
import { expand } from "./expand.ts";
import type { FactIndex } from "./fact-index.ts";
import { evaluateGist } from "./gist.ts";
import type { Gists } from "./gists.ts";
import { TOPICAL } from "./items.ts";
import { bearingOn, isOfOthers, ownedAct } from "./match.ts";
import { evaluateQuantified, quantifiedItem } from "./quantified.ts";
import { compareTerms, isAgent } from "./terms.ts";
import type { Bearing, Evaluation, Fact, World } from "./types.ts";
import { compareWhen } from "./when.ts";

export interface Facts {
  readonly index: FactIndex;
  readonly gists: Gists;
}

/** Roles of why something is or isn't so. */
const REASONS: ReadonlySet<string> = new Set([
  "because",
  "because of",
  "due",
  "due to",
  "owing to",
  "thanks to",
]);

export const NEITHER: Evaluation = { value: "neither", bearings: [] };

/**
 * Evaluates a sentence: all of its propositions have to hold. Where that decides nothing, the
 * sentence is taken as one clause; such a reading counts only if a fact covers every word of it.
 */
export function evaluateMeaning(meaning: Meaning, facts: Facts, world: World): Evaluation {
  const evaluation = evaluateOnce(meaning, facts, world);
  if (evaluation.value !== "neither") return evaluation;
  const other = meaning.otherwise?.() ?? null;
  return other ? evaluateMeaning(other, facts, world) : evaluation;
}

function evaluateOnce(meaning: Meaning, facts: Facts, world: World): Evaluation {
  if (meaning.parts) {
    // "The 1998 convention" is another than the one of 1997.
    const isAnother = (part: Meaning): boolean =>
      part.supposed === true && evaluateMeaning(part, facts, world).value !== "true";
    if (meaning.parts.some(isAnother)) return NEITHER;
    const together = conjunction(
      meaning.parts.flatMap((part) => {
        const value = evaluateMeaning(part, facts, world);
        if (part.supposed) return [];
        return part.implied && value.value !== "false" ? [] : [value];
      }),
    );
    if (!meaning.denied) return together;
    // What was read in part only can be false, but its denial can't be true, unless all of it is
    // told of in another way.
    const partly = (part: Meaning): boolean =>
      part.unread.length > 0 &&
      !part.denied &&
      evaluateGist(part.gist, facts.gists, world, part.propositions).value !== "false";
    return together.value === "false" && meaning.parts.some(partly) ? NEITHER : negate(together);
  }
  // "since 2014, and massively since 2022": each belongs to a thing of its own, which was not told apart.
  if (meaning.propositions.some((p) => p.when.filter((w) => w.relation === "since").length > 1))
    return NEITHER;
  const whole = conjunction(meaning.propositions.map((p) => evaluate(p, facts, world)));
  // "takes effect six months after the notice": that it has no effect yet says nothing of that.
  const open = meaning.propositions.some((p) =>
    p.distances.some((d) => !d.event && !d.date && d.days && Number.isFinite(d.days.hi)),
  );
  if (open && whole.value === "false" && whole.bearings.every((b) => b.fact.proposition.sign < 0))
    return NEITHER;
  const vague =
    meaning.unread.length > 0 && whole.bearings.every((b) => isIndirect(b, meaning, world));
  // What another said as well may yet be these words: the whole sentence tells.
  const elsewhere = whole.value === "false" && whole.bearings.every((b) => b.elsewhere);
  if ((whole.value === "false" && !elsewhere && !vague) || whole.value === "both") return whole;
  // "A borders B": which two they are is told by their places, not by the words alone.
  const paired =
    meaning.unread.length === 0 &&
    meaning.propositions.length === 1 &&
    meaning.propositions.every(
      (p) =>
        world.concepts.symmetric.includes(p.concept) &&
        p.items.filter((i) => i.depth === 0 && i.term.kind === "entity").length > 1,
    );
  const likeness = paired
    ? NEITHER
    : evaluateGist(meaning.gist, facts.gists, world, meaning.propositions);
  const gist: ReturnType<typeof evaluateGist> =
    likeness.value === "true" &&
    (isToldOfOthers(meaning, likeness.bearings, facts, world) || isOfAll(meaning))
      ? NEITHER
      : likeness;
  const attributed =
    meaning.gist.speaker && gist.value !== "neither"
      ? ofSpeaker(gist, meaning.gist.speaker, world)
      : gist;
  if (elsewhere && !vague) return attributed.value === "true" ? attributed : whole;
  if (whole.value === "true" && meaning.unread.length === 0 && !meaning.reasoned)
    return gist.value === "false" ? attributed : whole;
  for (const alternative of meaning.alternatives) {
    // "They left because it is at war" is not "it is at war because they left".
    if (meaning.reasoned && alternative.concept !== meaning.propositions[0]?.concept) continue;
    // How far it lies from what was not told apart from it.
    if (alternative.distances.length > 0) continue;
    const evaluation = evaluate(alternative, facts, world);
    // Whom a denied fact speaks of has to be the one meant: sure only where nobody else is named.
    const actors = alternative.items.filter(
      (i) => i.term.kind === "entity" && isAgent(i.term.type),
    );
    const isAbout = (fact: Fact): boolean =>
      actors.length === 1 &&
      fact.proposition.items.some(
        (i) => compareTerms(i.term, (actors[0] as Item).term, world) === "equal",
      );
    const covered = evaluation.bearings.filter(
      (b) =>
        b.covers &&
        !b.elsewhere &&
        (b.value === "true" || b.fact.proposition.sign > 0 || isAbout(b.fact)),
    );
    const foreign = evaluation.value === "true" && isToldOfOthers(meaning, covered, facts, world);
    const against = vague && whole.value === "false" && evaluation.value === "true";
    if (covered.length > 0 && evaluation.value !== "neither" && !foreign && !against)
      return { value: evaluation.value, bearings: covered };
  }
  const against = vague && whole.value === "false" && attributed.value === "true";
  if (gist.value !== "neither" && !against) return attributed;
  return meaning.unread.length > 0 || meaning.reasoned ? NEITHER : whole;
}

/**
 * Does a fact deny a claim only by being its contrary, or by denying what the claim says of nothing
 * told? What was not read may make it another matter.
 */
function isIndirect({ clash, fact }: Bearing, { propositions }: Meaning, world: World): boolean {
  const told = fact.proposition;
  const hasTheme = (p: Proposition): boolean => p.items.some((i) => i.role === "theme");
  const own = propositions.filter((p) => p.concept === told.concept);
  const less = told.sign < 0 && hasTheme(told) && own.length > 0 && !own.some(hasTheme);
  const contrary = propositions.some((p) =>
    world.concepts.contraries[p.concept]?.includes(told.concept),
  );
  return !clash && ((own.length === 0 && contrary) || less);
}

/** "Every lawmaker agrees", "somebody other than the king signed": that one does is no evidence for it. */
function isOfAll({ propositions }: Meaning): boolean {
  return propositions.some((p) =>
    p.items.some(
      ({ role, depth, term, quantifier, except }) =>
        role === "agent" &&
        depth === 0 &&
        term.kind === "class" &&
        (quantifier?.kind === "all" || quantifier?.kind === "most" || except.length > 0),
    ),
  );
}

/** Does the structure of a sentence give the others' part in what its words speak of to somebody else? */
function isToldOfOthers(
  meaning: Meaning,
  bearings: readonly Bearing[],
  facts: Facts,
  world: World,
): boolean {
  const claims = new Set(bearings.map((b) => b.fact.claim));
  return meaning.propositions.some((p) => {
    const tellings = facts.index.of(p.concept).filter((f) => claims.has(f.claim));
    return isOfOthers(
      p,
      tellings.map((f) => f.proposition),
      world,
    );
  });
}

/** A whole sentence in somebody's mouth; that they are said not to have said it is in its value. */
function ofSpeaker(
  gist: Evaluation & { readonly recognisable?: boolean },
  speaker: Speaker,
  world: World,
): Evaluation {
  return speaker.denied
    ? onlyOwn(gist, speaker, world)
    : attribute(gist, speaker, world, gist.recognisable ?? false);
}

/** Evaluates a proposition: its parts, its quantifier, its negation, its speaker. */
export function evaluate(proposition: Proposition, facts: Facts, world: World): Evaluation {
  const timed = (p: Proposition, e: Evaluation): Evaluation =>
    e.value === "false" ? e : withDistances(e, p, facts, world);
  const signed = (p: Proposition): Evaluation => {
    const positive = { ...p, sign: 1 as const };
    const evaluation = timed(positive, evaluateSimple(positive, facts, world));
    if (p.sign > 0) return evaluation;
    const ongoing = evaluation.value === "false" ? goneOnSince(positive, facts, world) : null;
    if (ongoing) return negate(ongoing);
    // "did not sign because of the war": why is more than that it didn't.
    const reasoned = p.items.some((i) => i.depth === 0 && REASONS.has(i.role));
    const told = evaluation.bearings.some((b) => b.covers);
    const added =
      (reasoned && !told) ||
      // "snubbed it at a fair": that it did not join it tells of no such thing.
      (p.byWord && evaluation.bearings.every((b) => b.detailed && b.fact.proposition.sign < 0)) ||
      // "took a different step and stays": two contraries that belong to two statements.
      (p.byWord && evaluation.bearings.every((b) => b.opposed));
    return evaluation.value === "false" && added ? NEITHER : negate(evaluation);
  };
  // "Neither X nor Y did", "X and Y did not": each of them did not.
  const spread = (p: Proposition): Evaluation => conjunction(expand(p, world).map(signed));
  const quantified = quantifiedItem(proposition);
  const number = quantified ? numericEvaluation(proposition, quantified, facts, world) : null;
  // "does not ban only their use": it bans it, but not only that.
  const notJust =
    proposition.sign < 0 &&
    quantified?.quantifier?.kind === "only" &&
    quantified.role === "theme" &&
    proposition.items.indexOf(quantified) > 0;
  if (notJust) return negate(evaluate({ ...proposition, sign: 1 }, facts, world));
  // "No serious state did": there is none that did, not one that didn't.
  const none = quantified?.quantifier?.kind === "some" && quantified.quantifier.none === true;
  const turned = (item: Item): Proposition => ({
    ...proposition,
    sign: proposition.sign > 0 ? -1 : 1,
    items: proposition.items.map((i) =>
      i === item ? { ...item, quantifier: { kind: "some" } } : i,
    ),
    speaker: null,
    denied: false,
  });
  const counted =
    (quantified?.term.kind === "class" && none
      ? negate(evaluate(turned(quantified), facts, world))
      : null) ??
    (number && quantified && withIncluded(number, proposition, quantified, spread, world)) ??
    (quantified &&
      evaluateQuantified(
        proposition,
        quantified,
        spread,
        world,
        termsOf(proposition, quantified, facts),
      ));
  const told =
    counted?.value === "neither" && quantified
      ? atAnotherTime(proposition, quantified, spread, world)
      : (counted ?? spread(proposition));
  const own =
    told.value === "neither" && proposition.exclusive
      ? doneByAnother(proposition, facts, world)
      : told;
  const flipped = proposition.denied ? negate(own) : own;
  if (!proposition.speaker) return flipped;
  const attributed = attribute(flipped, proposition.speaker, world);
  if (proposition.speaker.denied) return negate(onlyOwn(attributed, proposition.speaker, world));
  if (attributed.value !== "neither") return attributed;
  const displaced = ofAnotherDoer(proposition, proposition.speaker, facts, world);
  if (displaced) return displaced;
  const favoured = advocated(proposition, proposition.speaker, world);
  const view = favoured ? evaluate(favoured, facts, world) : NEITHER;
  return view.value === "false" && isOfSameActors(proposition, view) ? view : attributed;
}

/**
 * "It is Chile that has to sign": false where a source gives it to another. Of what the sources list the
 * doers of, or what holds both ways, others may do it as well.
 */
function doneByAnother(p: Proposition, facts: Facts, world: World): Evaluation {
  const relation = world.relations.get(p.concept);
  const [doer, ...more] = p.items.filter((i) => i.depth === 0 && i.role === "agent");
  if (!doer || more.length > 0 || p.sign < 0 || doer.quantifier || p.distances.length > 0)
    return NEITHER;
  if (
    !relation ||
    relation.listed.includes("agent") ||
    world.concepts.symmetric.includes(p.concept)
  )
    return NEITHER;
  const bearings = facts.index.bearingOn(p).flatMap((fact): Bearing[] => {
    const other = fact.proposition.items.find((i) => i.depth === 0 && i.role === "agent");
    if (!other || fact.proposition.sign < 0 || p.items.length < 2) return [];
    if (compareTerms(doer.term, other.term, world) !== "disjoint") return [];
    const items = p.items.flatMap((i, at): Item[] =>
      i === doer
        ? [{ ...doer, term: other.term }]
        : // "the Peruvian diet": whose the other one is goes with it.
          p.items[at + 1] === doer && i.depth > 0 && i.role === "mod"
          ? []
          : [i],
    );
    const bearing = bearingOn({ ...p, items }, fact, world);
    const reason = `the source says ${other.text}, the claim ${doer.text}`;
    return bearing?.value === "true" ? [{ ...bearing, value: "false", reason }] : [];
  });
  return bearings.length > 0 ? { value: "false", bearings } : NEITHER;
}

/**
 * "The king accused Chile of it": somebody else than the one of whom the king said so, and one of
 * whom he spoke as well.
 */
function ofAnotherDoer(
  proposition: Proposition,
  speaker: Speaker,
  facts: Facts,
  world: World,
): Evaluation | null {
  // "Chile's troops did it": Chile did.
  const isKind = (i: Item): boolean =>
    i.depth === 0 && i.role === "agent" && i.term.kind === "class";
  const doers = proposition.items.filter((i) => i.depth === 0 && i.role === "agent" && !isKind(i));
  const [doer] = doers;
  if (doers.length !== 1 || doer?.term.kind !== "entity" || doer.term.type !== "state") return null;
  if (proposition.sign < 0 || proposition.denied || doer.quantifier) return null;
  const { id } = doer.term;
  const bearings: Bearing[] = [];
  let isKnown = false;
  for (const fact of facts.index.of(proposition.concept)) {
    const bearing: Bearing = { fact, value: "false", reason: "", covers: false, clash: true };
    if (fact.onlyRefutes || !isTheirs(bearing, speaker, world)) continue;
    const { items } = fact.proposition;
    if (items.some((i) => i.term.kind === "entity" && i.term.id === id)) isKnown = true;
    const other = items.find((i) => i.depth === 0 && i.role === "agent");
    if (other?.term.kind !== "entity" || other.term.type !== "state" || other.term.id === id)
      continue;
    const { term, text } = other;
    const same = {
      ...proposition,
      speaker: null,
      items: proposition.items
        .filter((i) => !isKind(i))
        .map((i) => (i === doer ? { ...i, term } : i)),
    };
    const told = bearingOn(same, fact, world);
    if (told?.value === "true" && told.covers)
      bearings.push({ ...bearing, reason: `the source says ${text}, the claim ${doer.text}` });
  }
  return isKnown && bearings.length > 0 ? { value: "false", bearings } : null;
}

/** "Has not done so since 2022": what has gone on since 2014 was done all that time. */
function goneOnSince(positive: Proposition, facts: Facts, world: World): Evaluation | null {
  const [since, ...more] = positive.when.filter((w) => w.relation === "since" && !w.beginning);
  if (!since?.days || more.length > 0) return null;
  const { lo } = since.days;
  const rest = positive.when.filter((w) => w !== since);
  const timeless = evaluateSimple({ ...positive, when: rest }, facts, world);
  const longer = timeless.bearings.filter(({ fact }) =>
    fact.proposition.when.some((w) => w.relation === "since" && w.days && w.days.hi <= lo),
  );
  return timeless.value === "true" && longer.length > 0
    ? { value: "true", bearings: longer }
    : null;
}

/** What somebody is said to have denied, or not to have said: sure only where their words are told. */
function onlyOwn(evaluation: Evaluation, speaker: Speaker, world: World): Evaluation {
  const own = evaluation.bearings.filter((b) => !b.elsewhere && isTheirs(b, speaker, world));
  const value = own.every((b) => b.value === "true") ? "true" : "false";
  return own.length > 0 ? { value, bearings: own } : NEITHER;
}

/** "urged Chile to join": that one is for Peru's leaving says nothing of what Chile should do. */
function isOfSameActors({ items }: Proposition, { bearings }: Evaluation): boolean {
  const actors = items.filter((i) => i.role === "agent" && i.term.kind === "entity");
  return bearings.some(({ fact }) =>
    actors.every(({ term }) =>
      fact.proposition.items.some((i) => i.term.kind === "entity" && isSame(i.term, term)),
    ),
  );
}

function isSame(a: Term, b: Term): boolean {
  return a.kind === "entity" && b.kind === "entity" && a.id === b.id;
}

/** "urged them to stay", "says that they must": who says so is in favour of it. */
function advocated(p: Proposition, speaker: Speaker, world: World): Proposition | null {
  if ((p.mode !== "urged" && p.mode !== "required") || speaker.denied || p.denied) return null;
  const theme: Term = { kind: "event", concept: p.concept, negated: p.sign < 0 };
  const item = { quantifier: null, except: [], depth: 0 };
  return {
    ...p,
    concept: world.concepts.advocates,
    sign: 1,
    mode: "fact",
    items: [
      { ...item, role: "agent", term: speaker.term, text: speaker.text },
      { ...item, role: "theme", term: theme, text: p.text },
      ...p.items.map((i) => ({ ...i, depth: i.depth + 1 })),
    ],
    speaker: null,
  };
}

/** "The five of them left in May": they all did, but the facts give it one time, and another. */
function atAnotherTime(
  proposition: Proposition,
  item: Item,
  spread: (p: Proposition) => Evaluation,
  world: World,
): Evaluation {
  if (proposition.when.length === 0) return NEITHER;
  const timeless = evaluateQuantified({ ...proposition, when: [] }, item, spread, world, []);
  const oneValue = world.relations.get(proposition.concept)?.oneValue ?? [];
  if (timeless.value !== "true" || proposition.sign < 0) return NEITHER;
  const reasons = timeless.bearings.map(({ fact }) =>
    proposition.when
      .map((w) => compareWhen(w, fact.proposition.when, oneValue))
      .find((r) => r !== "equal" && r !== "extra"),
  );
  if (reasons.length === 0 || reasons.includes(undefined)) return NEITHER;
  return {
    value: "false",
    bearings: timeless.bearings.map(
      (b, i): Bearing => ({ ...b, value: "false", reason: reasons[i] ?? "" }),
    ),
  };
}

/** What the facts of the same event have in a role: what "only" is said against. */
function termsOf(proposition: Proposition, item: Item, facts: Facts): Term[] {
  return facts.index
    .bearingOn(proposition)
    .flatMap((f) =>
      f.proposition.items.filter((i) => i.depth === 0 && i.role === item.role).map((i) => i.term),
    );
}

/** What is said to have been so long before or after something else has to have been so then. */
function withDistances(
  evaluation: Evaluation,
  proposition: Proposition,
  facts: Facts,
  world: World,
): Evaluation {
  const first = expand(proposition, world)[0] ?? proposition;
  // "the decision came years later": that there was one is taken for granted.
  const bare = proposition.items.length === 0 && evaluation.value === "neither";
  return conjunction([
    ...(bare && proposition.distances.length > 0 ? [] : [evaluation]),
    ...proposition.distances.map((d) => evaluateDistance(first, d, facts, world)),
  ]);
}

/** Rule 1 of a conjunction: one false part refutes it, one undecided part leaves it open. */
export function conjunction(parts: readonly Evaluation[]): Evaluation {
  const falses = parts.filter((p) => p.value === "false");
  if (falses.length > 0)
    return {
      value: "false",
      bearings: falses.flatMap((p) => p.bearings.filter((b) => b.value === "false")),
    };
  if (parts.length === 0 || parts.some((p) => p.value === "neither")) return NEITHER;
  const value = parts.some((p) => p.value === "both") ? "both" : "true";
  const ranked = [...parts].sort((a, b) => Number(b.value === "both") - Number(a.value === "both"));
  return { value, bearings: ranked.flatMap((p) => p.bearings) };
}

/** What holds of the contrary. */
export function negate(evaluation: Evaluation): Evaluation {
  const value =
    evaluation.value === "true"
      ? "false"
      : evaluation.value === "false"
        ? "true"
        : evaluation.value;
  const bearings = evaluation.bearings.map(
    (b): Bearing => ({ ...b, value: b.value === "true" ? "false" : "true" }),
  );
  return { value, bearings };
}

/** "decided to stay": who decided to do something plans it, and doesn't if it plans the contrary. */
function resolved(p: Proposition, world: World): Proposition | null {
  if (!world.concepts.resolves.includes(p.concept)) return null;
  const at = p.items.findIndex(
    (i) => i.depth === 0 && i.role === "theme" && i.term.kind === "event",
  );
  const theme = p.items[at];
  if (theme?.term.kind !== "event") return null;
  const end = p.items.findIndex((i, index) => index > at && i.depth === 0);
  const own = p.items
    .slice(at + 1, end < 0 ? undefined : end)
    .map((i) => ({ ...i, depth: i.depth - 1 }));
  const roles = world.relations.get(theme.term.concept)?.roles ?? {};
  const others = [...p.items.slice(0, at), ...(end < 0 ? [] : p.items.slice(end))];
  return {
    ...p,
    concept: theme.term.concept,
    sign: theme.term.negated ? -1 : 1,
    mode: "planned",
    items: settleRoles([...others, ...own], roles),
    when: [],
    distances: [],
  };
}

/** A country that decides to leave plans it; a council that does decides for another. */
function actsItself(plan: Proposition, world: World): boolean {
  const kinds = world.relations.get(plan.concept)?.roles.agent;
  return plan.items.every(
    (i) =>
      i.depth > 0 ||
      i.role !== "agent" ||
      (i.term.kind === "entity" && (kinds?.includes(i.term.type) ?? true)),
  );
}

/** Does a fact tell of a decision by the one whom the claim names? If not, it is another decision. */
function isDecider(claim: Proposition, fact: Fact): boolean {
  const agents = (p: Proposition): readonly string[] =>
    p.items.flatMap((i) =>
      i.depth === 0 && i.role === "agent" && i.term.kind === "entity" ? [i.term.id] : [],
    );
  return agents(claim).some((id) => agents(fact.proposition).includes(id));
}

function evaluateSimple(proposition: Proposition, facts: Facts, world: World): Evaluation {
  const plain = evaluateOwn(proposition, facts, world);
  const plan =
    plain.value === "neither" || plain.value === "false" ? resolved(proposition, world) : null;
  if (!plan) return plain;
  const own = evaluateOwn({ ...plan, sign: 1 }, facts, world);
  const planned = plan.sign > 0 ? own : negate(own);
  const timeless = proposition.when.length + proposition.distances.length === 0;
  if (planned.value === "true" && timeless && actsItself(plan, world)) return planned;
  const foreign =
    plain.bearings.every((b) => b.clash && !isDecider(proposition, b.fact)) &&
    actsItself(plan, world);
  if (planned.value === "false" && (plain.value === "neither" || foreign)) return planned;
  return foreign ? NEITHER : plain;
}

/** "Norway is one of the countries that …": that it is a country no source need say. */
function isOfItsKind({ concept, items, when }: Proposition, world: World): boolean {
  const [who, what] = items;
  return (
    concept === "be" &&
    items.length === 2 &&
    when.length === 0 &&
    who?.term.kind === "entity" &&
    what?.term.kind === "class" &&
    compareTerms(what.term, who.term, world) === "more-general"
  );
}

/**
 * "Chile is a Nordic country": who belongs to a group is known from its name. A group that is only
 * described ("the five allies") tells whom it holds, not whom it leaves out.
 */
function membership(
  { concept, items, when }: Proposition,
  world: World,
): { readonly id: string; readonly value: "true" | "false" } | null {
  const [who, what] = items;
  if (concept !== "be" || items.length !== 2 || when.length > 0) return null;
  if (who?.term.kind !== "entity" || what?.term.kind !== "entity") return null;
  if (what.role !== "theme" || what.quantifier !== null) return null;
  const group = world.entities.get(what.term.id);
  const thing = world.entities.get(who.term.id);
  if (!group || !thing || group.members.length === 0 || thing.members.length > 0) return null;
  const { id } = thing;
  if (group.members.includes(id)) return { id, value: "true" };
  const alike = group.members.every((m) => world.entities.get(m)?.kind === thing.kind);
  const described = group.classes.some((c) => thing.classes.includes(c));
  return alike && !described ? { id, value: "false" } : null;
}

/** What shows that a source speaks of somebody at all: the first thing that it says of them. */
function tellingsOf(
  { id, value }: { readonly id: string; readonly value: "true" | "false" },
  { index }: Facts,
  world: World,
): Bearing[] {
  const group = (term: Term): boolean =>
    term.kind === "entity" &&
    (term.id === id || (world.entities.get(term.id)?.members.includes(id) ?? false));
  for (const fact of index.values())
    if (
      !fact.onlyRefutes &&
      fact.proposition.items.some((i) => i.role === "agent" && group(i.term))
    )
      return [{ fact, value, reason: `the source says: ${fact.statement}`, covers: true }];
  return [];
}

function evaluateOwn(proposition: Proposition, facts: Facts, world: World): Evaluation {
  const concepts = [proposition.concept, ...(world.concepts.contraries[proposition.concept] ?? [])];
  const bearings: Bearing[] = [];
  for (const concept of concepts) {
    for (const fact of facts.index.bearingOn(proposition, concept)) {
      const bearing = bearingOn(proposition, fact, world);
      if (bearing) bearings.push(bearing);
    }
  }
  const told = fromBearings(
    bearings.filter((b) => !b.clash || !isToldOtherwise(proposition, b.fact, facts, world)),
  );
  if (told.value !== "neither") return told;
  if (isOfItsKind(proposition, world)) return { value: "true", bearings: [] };
  const member = membership(proposition, world);
  if (member) return { value: member.value, bearings: tellingsOf(member, facts, world) };
  return proposition.concept === world.concepts.remarks
    ? remarkOn(proposition, facts, world)
    : told;
}

/** "mentioned Chile": somebody did whose words, as the sources tell them, have it. */
function remarkOn(p: Proposition, facts: Facts, world: World): Evaluation {
  const agent = p.items.find((i) => i.depth === 0 && i.role === "agent");
  const topics = p.items.filter((i) => i !== agent);
  if (!agent || topics.length === 0 || p.when.length + p.distances.length > 0) return NEITHER;
  const own = [...facts.index.values()]
    .filter((f) => f.speaker !== null && !f.onlyRefutes)
    .filter((f) =>
      isSpeaker({ term: agent.term, text: "", denied: false }, f.speaker ?? "", world),
    );
  const fact = own.find(({ proposition: { concept, items } }) =>
    topics.every(
      (t) =>
        t.quantifier === null &&
        ((t.term.kind === "event" && t.term.concept === concept) ||
          items.some((i) => compareTerms(t.term, i.term, world) === "equal")),
    ),
  );
  if (!fact) return NEITHER;
  const reason = `the source says: ${fact.statement}`;
  return { value: "true", bearings: [{ fact, value: "true", reason, covers: true }] };
}

/** Another telling of the event has the very participants of the claim: then nothing clashes with them. */
function isToldOtherwise(
  proposition: Proposition,
  fact: Fact,
  facts: Facts,
  world: World,
): boolean {
  const roles = world.relations.get(proposition.concept)?.oneValue ?? [];
  const nested = (i: Item): boolean => ownedAct(i, proposition.items, world) !== null;
  // "signed a decree on joining": that a decree was signed doesn't tell what it is on.
  const topic = (i: Item): boolean =>
    (i.depth > 0 || TOPICAL.has(i.role)) &&
    i.term.kind === "event" &&
    fact.proposition.items.some(
      (o) =>
        (o.role === i.role || (TOPICAL.has(o.role) && TOPICAL.has(i.role))) &&
        compareTerms(i.term, o.term, world) === "disjoint",
    );
  const own = proposition.items.filter(
    (i) =>
      (i.depth === 0 && roles.includes(i.role) && i.term.kind === "entity") ||
      nested(i) ||
      topic(i),
  );
  if (own.length === 0) return false;
  const ids = own.flatMap(({ term }) => (term.kind === "entity" ? [term.id] : []));
  return facts.index
    .naming(ids, proposition.concept)
    .some(
      (other) =>
        other !== fact &&
        other.proposition.sign > 0 &&
        proposition.when.length === 0 &&
        own.every((i) =>
          other.proposition.items.some(
            (o) =>
              (nested(i) || topic(i) || (o.depth === 0 && o.role === i.role)) &&
              compareTerms(i.term, o.term, world) === "equal",
          ),
        ),
    );
}

/**
 * One telling that has it so outweighs another that merely differs; only where the base says that
 * its sources conflict do both count.
 */
function fromBearings(bearings: readonly Bearing[]): Evaluation {
  const yes = bearings.filter((b) => b.value === "true");
  const no = bearings.filter((b) => b.value === "false");
  const conflict = yes.some((y) =>
    no.some(
      (n) =>
        y.fact.conflictsWith.includes(n.fact.claim) || n.fact.conflictsWith.includes(y.fact.claim),
    ),
  );
  if (conflict) return { value: "both", bearings };
  if (yes.length > 0) return { value: "true", bearings: yes };
  return { value: no.length > 0 ? "false" : "neither", bearings: no };
}
