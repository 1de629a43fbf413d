/** What the sources say of one proposition: by itself, by what it entails, or of others. */
import type { Item, Proposition, Speaker, Term } from "../meaning.ts";
import { attribute, isTheirs } from "./attribution.ts";
import { numericEvaluation, withIncluded } from "./counts.ts";
import { evaluateDistance } from "./distance.ts";
import { expand, isNoList } from "./expand.ts";
import { bearingOn } from "./match.ts";
import { isUnfinished } from "./modes.ts";
import { isForPurpose, isNotOfAll, isOfSome } from "./others.ts";
import { evaluateQuantified, quantifiedItem } from "./quantified.ts";
import { REASONS } from "./role-fit.ts";
import { evaluateSimple, type Facts } from "./simple.ts";
import { compareTerms } from "./terms.ts";
import type { Bearing, Evaluation, World } from "./types.ts";
import { conjunction, NEITHER, negate } from "./values.ts";
import { compareWhen } from "./when.ts";

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
      // "no longer signs": that it never signed is another matter.
      (p.mode === "stopped" && evaluation.bearings.every((b) => b.fact.proposition.sign < 0)) ||
      // "put it off until 2010": that it came before that is no evidence for it.
      (p.when.some((w) => w.relation === "until") &&
        (p.byWord || evaluation.bearings.every((b) => b.clash === "time"))) ||
      // "snubbed it at a fair", "did not join it for fear of Peru": that it did not tells of no such thing.
      ((p.byWord || p.items.some(isCircumstance)) &&
        evaluation.bearings.every((b) => b.detailed && b.fact.proposition.sign < 0)) ||
      // "is outside": who has only begun to leave is not out yet.
      (p.mode === "fact" &&
        evaluation.bearings.every((b) => isUnfinished(b.fact.proposition, p, world))) ||
      // "praised them in 2012": that they were criticised at another time is no praise.
      (p.byWord && evaluation.bearings.every((b) => b.clash !== undefined)) ||
      // "took a different step and stays": two contraries that belong to two statements.
      (p.byWord && evaluation.bearings.every((b) => b.opposed));
    return evaluation.value === "false" && added ? NEITHER : negate(evaluation);
  };
  // "Neither X nor Y did", "X and Y did not": each of them did not.
  const spread = (p: Proposition): Evaluation => {
    const each = conjunction(expand(p, world).map(signed));
    return each.value === "true" && isNoList(p, world) ? signed(p) : each;
  };
  const quantified = quantifiedItem(proposition);
  const number = quantified ? numericEvaluation(proposition, quantified, facts, world) : null;
  // "does not ban only their use": it bans it, but not only that.
  const notJust =
    proposition.sign < 0 &&
    quantified?.quantifier?.kind === "only" &&
    quantified.role === "theme" &&
    proposition.items.indexOf(quantified) > 0;
  // "does not ban all of them": it may ban some.
  const notAll =
    proposition.sign < 0 &&
    quantified?.quantifier?.kind === "all" &&
    quantified.term.kind === "class" &&
    quantified.role === "theme" &&
    proposition.items.some((i) => i.depth === 0 && i.role === "agent");
  if (notJust || notAll) return negate(evaluate({ ...proposition, sign: 1 }, facts, world));
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
  const isOpen =
    isOfSome(proposition) || isForPurpose(proposition, world) || isNotOfAll(proposition);
  const sure = own.value === "false" && isOpen ? NEITHER : own;
  const flipped = proposition.denied ? negate(sure) : sure;
  if (!proposition.speaker) return flipped;
  // "Some deputies said that they will oppose it": who will is those who say so, not one who welcomes it.
  const isOwnPlan =
    proposition.mode === "planned" && !proposition.items.some((i) => i.role === "agent");
  const { term } = proposition.speaker;
  const isByThem = flipped.bearings.some(({ fact }) =>
    fact.proposition.items.some((i) =>
      ["equal", "more-general"].includes(compareTerms(i.term, term, world)),
    ),
  );
  if (isOwnPlan && flipped.value === "false" && !isByThem) return NEITHER;
  const attributed = attribute(flipped, proposition.speaker, world);
  if (proposition.speaker.denied) return negate(onlyOwn(attributed, proposition.speaker, world));
  if (attributed.value !== "neither") return attributed;
  const displaced = ofAnotherDoer(proposition, proposition.speaker, facts, world);
  if (displaced) return displaced;
  const favoured = advocated(proposition, proposition.speaker, world);
  const view = favoured ? evaluate(favoured, facts, world) : NEITHER;
  return view.value === "false" && isOfSameActors(proposition, view) ? view : attributed;
}

/** "for fear of Peru", "in order to save money", "despite its size": why or in spite of what something is not done. */
function isCircumstance({ depth, role, term }: Item): boolean {
  return depth === 0 && (DESPITE.has(role) || (AIMS.has(role) && term.kind !== "entity"));
}

const DESPITE: ReadonlySet<string> = new Set(["despite", "in spite of", "notwithstanding"]);
const AIMS: ReadonlySet<string> = new Set(["for", "to", "in order to", "so as to", "out of"]);

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
    const bearing: Bearing = { fact, value: "false", reason: "", covers: false, clash: "part" };
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
export function onlyOwn(evaluation: Evaluation, speaker: Speaker, world: World): Evaluation {
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
