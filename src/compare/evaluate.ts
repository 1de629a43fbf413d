import type { Item, Meaning, Proposition, Speaker } from "../meaning.ts";
import { attribute } from "./attribution.ts";
import { evaluateGist } from "./gist/evaluate.ts";
import { WHOLE } from "./gist/share.ts";
import { isNotOfAll, isOfOthers, isOfSome, takesElse } from "./others.ts";
import { evaluate, onlyOwn } from "./proposition.ts";
import type { Facts } from "./simple.ts";
import { isSwapped } from "./swap.ts";
import { compareTerms, isAgent } from "./terms.ts";
import type { Bearing, Evaluation, Fact, World } from "./types.ts";
import { conjunction, NEITHER, negate } from "./values.ts";

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
    const denied: Evaluation =
      together.value === "false" && meaning.parts.some(partly) ? NEITHER : negate(together);
    const ofAll = meaning.parts.some((part) =>
      part.propositions.some((p) => isNotOfAll({ ...p, sign: -1 })),
    );
    return denied.value === "false" && ofAll ? NEITHER : denied;
  }
  // "since 2014, and massively since 2022": each belongs to a thing of its own, which was not told apart.
  if (meaning.propositions.some((p) => p.when.filter((w) => w.relation === "since").length > 1))
    return NEITHER;
  const values = meaning.propositions.map((p) => evaluate(p, facts, world));
  const whole = conjunction(values);
  if (whole.value === "false" && meaning.propositions.some(hasTimesApart)) return NEITHER;
  // "Bombs that have been defused are harmless": not those of which the sources speak.
  const isOfOtherThings = meaning.propositions.some(
    (p, i) => p.restricts && values[i]?.value !== "true",
  );
  if (isOfOtherThings) return whole.value === "false" ? NEITHER : whole;
  // "takes effect six months after the notice": that it has no effect yet says nothing of that.
  const open = meaning.propositions.some((p) =>
    p.distances.some((d) => !d.event && !d.date && d.days && Number.isFinite(d.days.hi)),
  );
  // "not within the first three years": how far it lies from what is not told apart from whether it was.
  if (
    meaning.propositions.some(
      (p) =>
        p.sign < 0 &&
        p.distances.some(
          (d) => d.direction === "apart" && Number.isFinite(d.days?.hi ?? Number.POSITIVE_INFINITY),
        ),
    )
  )
    return NEITHER;
  if (open && whole.value === "false" && whole.bearings.every((b) => b.fact.proposition.sign < 0))
    return NEITHER;
  const vague = whole.value === "false" && isDoubtful(whole, meaning);
  // What another said as well may yet be these words: the whole sentence tells.
  const elsewhere = whole.value === "false" && whole.bearings.every((b) => b.elsewhere);
  const denied = whole.value === "false" && !elsewhere && !vague;
  if (whole.value === "both") return whole;
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
  const isOnElse = !isWhole(likeness) && meaning.propositions.some((p) => takesElse(p, world));
  const isOfAnother =
    isOnElse ||
    (likeness.value === "true"
      ? isToldOfOthers(meaning, likeness.bearings, facts, world) || isOfAll(meaning)
      : meaning.propositions.some((p) => isOfSome(p) || isNotOfAll(p)));
  const isTurned = likeness.value === "true" && tellsTurnedRound(meaning, facts, world);
  const gist: ReturnType<typeof evaluateGist> = isOfAnother || isTurned ? NEITHER : likeness;
  const attributed =
    meaning.gist.speaker && gist.value !== "neither"
      ? ofSpeaker(gist, meaning.gist.speaker, world)
      : gist;
  // What the words as a whole affirm was misread where it seems denied, unless one of several things
  // that it says had another time.
  const isDated =
    meaning.propositions.length > 1 &&
    meaning.unread.length === 0 &&
    whole.bearings.every((b) => b.clash === "time");
  if (denied) return affirms(attributed) && !isDated ? NEITHER : whole;
  if (elsewhere && !vague) return attributed.value === "true" ? attributed : whole;
  if (whole.value === "true" && meaning.unread.length === 0 && !meaning.reasoned)
    // "is not meant to be open": a denial of a contrary that the words alone can't tell the reach of.
    return gist.value !== "false" ? whole : isTwiceDenied(meaning.gist) ? NEITHER : attributed;
  for (const alternative of meaning.alternatives) {
    // "They left because it is at war" is not "it is at war because they left".
    if (meaning.reasoned && alternative.concept !== meaning.propositions[0]?.concept) continue;
    // How far it lies from what was not told apart from it.
    if (alternative.distances.length > 0) continue;
    // "A hundred are still in": what so many have not done is not denied by one that has.
    if (alternative.sign < 0 && countsBeside(alternative)) continue;
    // "It doesn't touch the big ones": of nobody and nothing that has a name.
    const isOpen = alternative.items.every(
      ({ depth, term }) => depth > 0 || term.kind === "quality" || term.kind === "event",
    );
    if (alternative.sign < 0 && isOpen && meaning.propositions.length > 1) continue;
    const evaluation = evaluate(alternative, facts, world);
    // "Took on the duty by signing": that it signed is not said to be its duty.
    const isDuty = alternative.mode === "required" && evaluation.value === "false";
    if (isDuty && meaning.propositions.every((p) => p.mode === "done")) continue;
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
    // The whole sentence says it, whatever one reading of it denies.
    const affirmed = evaluation.value === "false" && affirms(attributed);
    // Where it speaks of a time as well, that may be what is false.
    if (affirmed && covered.length > 0 && alternative.when.length > 0) return NEITHER;
    // That somebody speaks of a thing affirms nothing where the whole sentence is denied.
    const isRemark = alternative.concept === world.concepts.remarks;
    const contested = vague || (isRemark && attributed.value === "false");
    const against = affirmed || (contested && evaluation.value === "true");
    if (covered.length > 0 && evaluation.value !== "neither" && !foreign && !against)
      return { value: evaluation.value, bearings: covered };
  }
  const against = vague && attributed.value === "true";
  if (gist.value !== "neither" && !against && !isDoubtful(attributed, meaning)) return attributed;
  return meaning.unread.length > 0 || meaning.reasoned ? NEITHER : whole;
}

/** Are those counted of whom it is told only beside it? */
function countsBeside({ items }: Proposition): boolean {
  return items.some(
    ({ depth, term, quantifier }) =>
      depth > 0 && term.kind === "class" && quantifier?.kind === "count",
  );
}

/** "1997, in force since 1999": one of the times belongs to something that was not told apart. */
function hasTimesApart({ when }: Proposition): boolean {
  const dated = when.filter((w) => w.days !== null && w.weekdays === null);
  return dated.some(
    (a) =>
      a.relation === "in" &&
      dated.some((b) => a.days !== null && b.days !== null && b.days.lo > a.days.hi),
  );
}

/** Does a claim deny something by a word for the contrary beside a plain denial? */
function isTwiceDenied({ denials, atoms, flips }: Meaning["gist"]): boolean {
  const contrary = atoms.some((a) => !a.plain && (a.senses[0]?.negated ?? false));
  return denials.length + flips > 0 && contrary;
}

/** From what share of a statement on a sentence says the same for sure. */
const SAME = 0.7;

/** Does the sentence, taken as a whole, say what a statement says? */
function affirms({ value, bearings }: Evaluation): boolean {
  return value === "true" && bearings.some((b) => (b.likeness ?? 0) >= SAME);
}

/** Does the sentence say all that a statement says? */
function isWhole({ bearings }: Evaluation): boolean {
  return bearings.some((b) => (b.likeness ?? 0) >= WHOLE);
}

/**
 * Is a claim denied of which something was not read? What it is may make it another matter, unless
 * the time alone differs, or all its words together are the contrary of what somebody says or is.
 */
function isDoubtful({ value, bearings }: Evaluation, { unread, gist }: Meaning): boolean {
  const isSure = ({ clash, likeness, fact }: Bearing): boolean =>
    likeness === undefined
      ? clash === "time"
      : clash !== undefined || gist.speaker !== null || fact.proposition.sign > 0;
  return value === "false" && unread.length > 0 && !bearings.every(isSure);
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

/** "Chile's invasion of Peru made it poor": does it speak of a deed of the one to whom it was done? */
function tellsTurnedRound({ alternatives }: Meaning, facts: Facts, world: World): boolean {
  return alternatives.some((p) =>
    facts.index.of(p.concept).some((f) => isSwapped(p, f.proposition, world)),
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
