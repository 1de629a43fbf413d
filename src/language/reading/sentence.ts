/** The steps from a sentence to its meaning: what stands around it, plainer sentences, the statement itself. */
import type { Meaning, Speaker } from "../../meaning.ts";
import type { SyntaxToken } from "../syntax/index.ts";
import type { Unit } from "../units/units.ts";
import { mayBeNorm } from "./conditions/norm-words.ts";
import { readNorm } from "./conditions/norms.ts";
import type { Context } from "./context.ts";
import { unappose } from "./frames/appositions.ts";
import { withoutAsides } from "./frames/asides.ts";
import { isReportedQuestion } from "./frames/asking.ts";
import { withoutAdverbs, withoutOpening } from "./frames/fillers.ts";
import { type Frames, type Unframed, unframe } from "./frames/frames.ts";
import { withoutLead } from "./frames/leads.ts";
import { moodOf } from "./frames/mood.ts";
import type { TagsOf } from "./frames/questions.ts";
import { speakerOf } from "./frames/speaker.ts";
import { strangersWords } from "./frames/strangers.ts";
import { speaksIn, unframeQuestion } from "./frames/unframed.ts";
import { gistOf } from "./gist/gist.ts";
import { showNode } from "./joined.ts";
import { onlyWrong, singledOut, togetherOf, unreadable, withOtherwise } from "./meanings.ts";
import { inputOf } from "./parse/inputs.ts";
import { buildTree } from "./parse/tree.ts";
import { fillEllipsis, joinEllipsis } from "./plainer/ellipsis.ts";
import { withoutEnding } from "./plainer/endings.ts";
import { facetsOf } from "./plainer/facets.ts";
import { withoutFree } from "./plainer/free.ts";
import { completeHeadline, statesWhat } from "./plainer/headlines.ts";
import { type Recasting, recast } from "./plainer/recast.ts";
import { shareSubject } from "./plainer/shared-subject.ts";
import { splice } from "./plainer/splice.ts";
import type { Parse, Reading } from "./reading.ts";
import { readContrasted } from "./set-off.ts";
import { anchorTimes } from "./times/anchors.ts";

/** Reads one sentence: what it says, and what its titles and appositions say besides. */
export function readSentence(
  sentence: string,
  units: readonly Unit[],
  frames: Frames,
  parse: Parse,
  context: Context,
): Meaning {
  const stated = withoutOpening(withoutLead(units, context), context);
  const joined = fillEllipsis(joinEllipsis(stated, context), context);
  const { units: rest, asides } = unappose(joined, tagsBy(parse), context);
  const meaning = readStatement(sentence, rest, frames, parse, context);
  if (asides.length === 0) return meaning;
  // Each is a statement of its own, so that the rest is compared as a whole.
  const said = asides.map((aside) => readStatement(sentence, aside, frames, parse, context));
  // The gist of all of it is for a statement of the base, which others are compared with.
  const { gist } = readStatement(sentence, joined, frames, parse, context);
  return {
    ...togetherOf([meaning, ...said], 0, meaning.kind),
    gist: { ...gist, blocked: true },
  };
}

/** The parts of speech of units, by a parser. */
function tagsBy(parse: Parse): TagsOf {
  return (some) => parse(some.map(inputOf)).map((t) => t.upos);
}

/** Parses the units of a statement or question and gathers what it says. */
function readStatement(
  sentence: string,
  units: readonly Unit[],
  frames: Frames,
  parse: Parse,
  context: Context,
  inner = false,
): Meaning {
  const parseUnits = (some: readonly Unit[]): SyntaxToken[] => parse(some.map(inputOf));
  const kind = moodOf(sentence, units, parseUnits, context.grammar);
  const unframed = (some: readonly Unit[]): Unframed =>
    unframeQuestion(some, frames, tagsBy(parse), context, kind === "question");
  const stated = statesWhat(withoutAdverbs(units, context), context);
  const full = unframed(stated);
  // "Its point, in essence, is that …": no frame has to reckon with asides.
  const bare = full.speaker ? stated : withoutAsides(stated, context);
  const other = bare === stated ? full : unframed(bare);
  const framed = other.speaker ? other : full;
  const stranger = framed.speaker ? null : strangersWords(units, context);
  if (stranger)
    return readUnits(stranger.units, 0, stranger.speaker, { frames, parse, context, kind }, 0);
  const speaker = speakerOf(framed, context);
  const reading: Reading = { frames, parse, context, kind };
  // "Asked whether it rains, one has to say no" tells the answer as well.
  const asked = [units, framed.units].every((some) => isReportedQuestion(some, context.grammar));
  if (kind !== "question" && asked)
    return unreadable(readUnits(framed.units, framed.flips, speaker, reading, 0), units);
  const whole = completeHeadline(framed.units, parseUnits, context);
  const plain = readUnits(anchorTimes(whole), framed.flips, speaker, reading, 0);
  const read = framed.cleft && framed.flips === 0 ? singledOut(plain) : plain;
  // "In 2005 Chile said that …": when it did is told by no words of what it said.
  if (speaker && isDated(framed)) return onlyWrong(read);
  // What can't be judged can't be judged in pieces either.
  const open = !read.parts && read.propositions.length === 0 && read.gist.blocked;
  if (inner || open || kind !== "statement" || framed.flips > 0) return read;
  // Each piece of what somebody says is somebody's word.
  return inPieces(read, framed.units, parse, context, (some, isLast) =>
    speaker
      ? readUnits(anchorTimes(some), 0, speaker, reading, 0)
      : readStatement(sentence, some, frames, parse, context, isLast),
  );
}

/** Is it told on what date somebody spoke? A bare day of the week only belongs to the way news are told. */
function isDated({ speaker, saying }: Unframed): boolean {
  return [...(speaker ?? []), ...saying].some(
    ({ time }) => time?.kind === "date" && Number.isFinite(time.hi),
  );
}

/**
 * Where a statement as a whole decides nothing, its pieces may: the statements that it strings
 * together, those beside its main clause, the main clause without what is freely added. Cutting
 * parses again and again, and most sentences are decided without it.
 */
function inPieces(
  whole: Meaning,
  units: readonly Unit[],
  parse: Parse,
  context: Context,
  read: (units: readonly Unit[], isLast: boolean) => Meaning,
): Meaning {
  const { kind } = whole;
  const implied = (meaning: Meaning): Meaning => ({ ...meaning, implied: true });
  const cut = withOtherwise(whole, () => {
    const parts = splice(units, tagsBy(parse), context) ?? shareSubject(units, parse, context);
    return (
      parts &&
      togetherOf(
        parts.map((p) => read(p, true)),
        0,
        kind,
      )
    );
  });
  const apart = withOtherwise(cut, () => {
    const facets = facetsOf(units, parse, context);
    if (!facets) return null;
    const parts = facets.parts.map((p) => read(p, false));
    // That all of them are so doesn't make one the reason of another.
    return togetherOf(facets.isReasoned ? parts.map(implied) : parts, 0, kind);
  });
  // What is left out is not known to be so: that the rest is false is all that it can tell.
  return withOtherwise(apart, () => {
    const bare = withoutFree(units, parse, context);
    const end = withoutEnding(bare ?? units, parse, context);
    const shorter = (): Meaning | null => end && onlyWrong(read(end, true));
    return bare ? withOtherwise(onlyWrong(read(bare, false)), shorter) : shorter();
  });
}

const DEEPEST = 4;

/** Reads a statement out of its frames: in plainer sentences where there are such, else as it stands. */
function readUnits(
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
  depth: number,
): Meaning {
  const { frames, context } = reading;
  const norm = readNormative(units, flips, speaker, reading);
  if (norm) return norm;
  const plainer = (some: readonly Unit[]): Recasting | null =>
    recast(some, context.recasts, context);
  const bare = depth < DEEPEST ? withoutAsides(units, context) : units;
  const recasting =
    depth < DEEPEST ? (plainer(units) ?? (bare === units ? null : plainer(bare))) : null;
  // What is said not to be so is read as if it were; then it is turned round as a whole.
  const turned = (some: readonly Unit[]): Meaning =>
    flips % 2 === 0
      ? readContrasted(some, 0, speaker, reading)
      : togetherOf([readContrasted(some, 0, speaker, reading)], 1, reading.kind);
  const asItStands = (): Meaning =>
    withOtherwise(turned(units), () => (bare === units ? null : turned(bare)));
  if (recasting === null) return asItStands();
  const { plain, soft, any } = recasting;
  if (plain.length === 0) return unreadable(asItStands(), units);
  const several = plain.length > 1;
  const parts = plain.map(({ units: some, negated, implied, supposed }) => {
    const framed = unframe(some, frames, speaksIn(context));
    const own = speakerOf(framed, context);
    const part = readUnits(
      framed.units,
      framed.flips + (several ? 0 : flips),
      speaker ?? own,
      reading,
      depth + 1,
    );
    const told = negated ? togetherOf([part], 1, reading.kind) : part;
    return { ...told, ...(implied ? { implied } : {}), ...(supposed ? { supposed } : {}) };
  });
  const [first] = parts;
  if (!several && first && !first.implied) return first;
  // Not all of them are not so: one of them is.
  const together = any
    ? togetherOf(
        parts.map((part) => togetherOf([part], 1, reading.kind)),
        flips + 1,
        reading.kind,
      )
    : togetherOf(parts, flips, reading.kind);
  // What is only implied can be false, and tells nothing else.
  if (parts.every((part) => part.implied)) return withOtherwise(asItStands(), () => together);
  return soft ? { ...together, otherwise: asItStands } : together;
}

/** A statement about what a rule lets and forbids of which every word is accounted for. */
function readNormative(
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  { parse, context, kind }: Reading,
): Meaning | null {
  if (!mayBeNorm(units, context)) return null;
  const nodes = buildTree(units, parse(units.map(inputOf)), context.lexicon);
  const found = readNorm(nodes, context);
  if (!found) return null;
  const open = found === "open";
  const meaning: Meaning = {
    propositions: (open ? [] : found).map((p) => ({ ...p, speaker })),
    alternatives: [],
    gist: { ...gistOf(nodes, flips, speaker, context), settled: true },
    unread: open ? [units.map((u) => u.form).join(" ")] : [],
    kind,
    trace: nodes.map(showNode),
  };
  return flips % 2 === 1 ? togetherOf([meaning], 1, kind) : meaning;
}
