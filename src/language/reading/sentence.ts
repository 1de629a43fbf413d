import type { Gist, Meaning, Proposition, Speaker } from "../../meaning.ts";
import type { SyntaxToken, TokenInput } from "../syntax/index.ts";
import type { Unit } from "../units/units.ts";
import { anchorTimes } from "./anchors.ts";
import { unappose } from "./appositions.ts";
import { withoutAsides } from "./asides.ts";
import { isReportedQuestion } from "./asking.ts";
import { chooseSenses } from "./choice.ts";
import { dropOutcome, type ReadPart, readConditional, splitsOf } from "./conditions.ts";
import { conjunctsOf, contrastedIn } from "./conjuncts.ts";
import type { Context } from "./context.ts";
import { fillEllipsis, joinEllipsis } from "./ellipsis.ts";
import { speakerFrom } from "./frame-speaker.ts";
import { contrastOf, type Frames, type Unframed, unframe } from "./frames.ts";
import { gistOf } from "./gist.ts";
import { joinDefinite, joinGroups } from "./groups.ts";
import { completeHeadline, statesWhat } from "./headlines.ts";
import { inputOf } from "./inputs.ts";
import { moodOf } from "./mood.ts";
import { mayBeNorm } from "./norm-words.ts";
import { readNorm } from "./norms.ts";
import { type Ordered, type Part, readOrdered } from "./ordered.ts";
import { asStatement, type TagsOf } from "./questions.ts";
import { readTree, readWhole } from "./reader.ts";
import { type Recasting, recast } from "./recast.ts";
import type { Region } from "./regions.ts";
import { raisePurposes, repair } from "./repairs.ts";
import { type Restricted, restrict, restrictedIn } from "./restrictions.ts";
import { splice } from "./splice.ts";
import { buildTree, type Node } from "./tree.ts";
import { parseWithVerb } from "./verbs.ts";

export type Parse = (tokens: readonly TokenInput[]) => SyntaxToken[];

/** Reads one sentence: what it says, and what its titles and appositions say besides. */
export function readSentence(
  sentence: string,
  units: readonly Unit[],
  frames: Frames,
  parse: Parse,
  context: Context,
): Meaning {
  const joined = fillEllipsis(joinEllipsis(withoutOpening(units, context), context), context);
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

/** "Indeed, it was Chile, not Peru, who signed": the clause that singles out is told by how it begins. */
function withoutOpening(units: readonly Unit[], { lexicon, grammar }: Context): readonly Unit[] {
  const { v, n, a } = lexicon.words;
  const [first] = units;
  const senses = first && !first.name && !first.time ? (a.get(first.lower) ?? []) : [];
  const at = units[1]?.form === "," ? 2 : 1;
  const isFiller =
    grammar["sentence-openings"].includes(first?.lower ?? "") ||
    senses.some((s) => s.kind === "filler") ||
    (first?.senses.some((s) => s.sense.kind === "filler") ?? false);
  const isVerb =
    !grammar["sentence-openings"].includes(first?.lower ?? "") &&
    (v.get(first?.lower ?? "") || n.get(first?.lower ?? ""));
  const { be } = grammar["question-auxiliaries"];
  return isFiller && !isVerb && units[at]?.lower === "it" && be.includes(units[at + 1]?.lower ?? "")
    ? units.slice(at)
    : units;
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
  const speaker = framed.speaker ? speakerFrom(framed.speaker, context) : null;
  const reading: Reading = { frames, parse, context, kind };
  // "Asked whether it rains, one has to say no" tells the answer as well.
  const asked = [units, framed.units].every((some) => isReportedQuestion(some, context.grammar));
  if (kind !== "question" && asked)
    return unreadable(readUnits(framed.units, framed.flips, speaker, reading, 0), units);
  const whole = completeHeadline(framed.units, parseUnits, context);
  const plain = readUnits(anchorTimes(whole), framed.flips, speaker, reading, 0);
  const read = framed.cleft && framed.flips === 0 ? singledOut(plain) : plain;
  // What can't be judged can't be judged in pieces either.
  const open = !read.parts && read.propositions.length === 0 && read.gist.blocked;
  if (inner || open || kind !== "statement" || speaker || framed.flips > 0) return read;
  // Cutting parses again and again, and most sentences are decided without it.
  return withOtherwise(read, () => {
    const spliced = splice(framed.units, tagsBy(parse), context);
    const parts = spliced?.map((p) => readStatement(sentence, p, frames, parse, context, true));
    return parts ? togetherOf(parts, 0, kind) : null;
  });
}

/** "It was Chile that did so": what the first clause says is said of nobody else. */
function singledOut(meaning: Meaning): Meaning {
  const [first, ...others] = meaning.propositions;
  const [part, ...parts] = meaning.parts ?? [];
  return {
    ...meaning,
    propositions: first ? [{ ...first, exclusive: true }, ...others] : [],
    ...(part ? { parts: [singledOut(part), ...parts] } : {}),
  };
}

/** What a meaning is where it decides nothing. */
function withOtherwise(meaning: Meaning, other: () => Meaning | null): Meaning {
  const before = meaning.otherwise;
  const otherwise = (): Meaning | null => {
    const first = before?.() ?? null;
    return first ? withOtherwise(first, other) : other();
  };
  return { ...meaning, otherwise };
}

/** Leaves out adverbs that say nothing ("simply"), so that no pattern has to reckon with them. */
function withoutAdverbs(units: readonly Unit[], { lexicon }: Context): readonly Unit[] {
  const { v, n, a } = lexicon.words;
  const isEmpty = (u: Unit): boolean => {
    if (!u.lower.endsWith("ly") || u.name || u.time || u.quantity) return false;
    const senses = a.get(u.lower) ?? [];
    if (v.get(u.lower) || n.get(u.lower) || senses.length === 0) return false;
    return senses.every((sense) => sense.kind === "filler");
  };
  const said = units.filter((u) => !isEmpty(u));
  return said[0]?.form === "," ? said.slice(1) : said;
}

/** What the reading of a sentence's parts needs. */
interface Reading {
  readonly frames: Frames;
  readonly parse: Parse;
  readonly context: Context;
  readonly kind: Meaning["kind"];
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
  const asItStands = (): Meaning =>
    flips % 2 === 0
      ? readContrasted(units, 0, speaker, reading)
      : togetherOf([readContrasted(units, 0, speaker, reading)], 1, reading.kind);
  if (recasting === null) return asItStands();
  const { plain, soft, any } = recasting;
  if (plain.length === 0) return unreadable(asItStands(), units);
  const several = plain.length > 1;
  const parts = plain.map(({ units: some, negated, implied, supposed }) => {
    const framed = unframe(some, frames, speaksIn(context));
    const own = framed.speaker ? speakerFrom(framed.speaker, context) : null;
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
  if (!several && first) return first;
  // Not all of them are not so: one of them is.
  const together = any
    ? togetherOf(
        parts.map((part) => togetherOf([part], 1, reading.kind)),
        flips + 1,
        reading.kind,
      )
    : togetherOf(parts, flips, reading.kind);
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

/** A sentence of a kind that no single fact can bear on ("for every X that left, a Y came"). */
function unreadable(meaning: Meaning, units: readonly Unit[]): Meaning {
  const { parts: _, otherwise: __, ...whole } = meaning;
  return {
    ...whole,
    propositions: [],
    alternatives: [],
    unread: [units.map((u) => u.form).join(" ")],
    gist: { ...whole.gist, blocked: true },
  };
}

/** Reads a statement that may set something off: "X, not Y, left" says that X left and Y didn't. */
function readContrasted(
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  return withOtherwise(readSetOff(units, flips, speaker, reading), () => {
    if (flips % 2 === 1) return null;
    const { context, parse, kind } = reading;
    if (!units.some((u) => SETTING_OFF.has(u.lower))) return null;
    const nodes = buildTree(units, repair(parse(units.map(inputOf))), context.lexicon);
    const [said, not] = contrastedIn(units, nodes, context) ?? [];
    if (!said || !not) return null;
    const denied = togetherOf([readPlain(not, 0, speaker, reading)], 1, kind);
    return togetherOf([readPlain(said, 0, speaker, reading), denied], 0, kind);
  });
}

const SETTING_OFF: ReadonlySet<string> = new Set([
  "rather",
  "instead",
  "not",
  "opposed",
  "rather than",
  "instead of",
]);

function readSetOff(
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  const { words } = reading.context.lexicon;
  const isNoun = (unit: Unit): boolean =>
    words.n.get(unit.lower) !== undefined ||
    words.n.get(unit.lower.replace(/s$/u, "")) !== undefined ||
    words.n.get(unit.lower.replace(/ies$/u, "y")) !== undefined;
  const { rest, denied, unplaced } = contrastOf(units, reading.frames, isNoun);
  const own = readPlain(rest, denied ? 0 : flips, speaker, reading);
  if (denied === null)
    return unplaced.length === 0
      ? own
      : {
          ...own,
          unread: [...own.unread, unplaced.map((u) => u.form).join(" ")],
          gist: { ...own.gist, blocked: true },
        };
  const not = togetherOf([readPlain(denied, 0, speaker, reading)], 1, reading.kind);
  return togetherOf([own, not], flips, reading.kind);
}

/** Statements that have to hold together. */
function togetherOf(parts: readonly Meaning[], flips: number, kind: Meaning["kind"]): Meaning {
  return {
    propositions: parts.flatMap((p) => p.propositions),
    alternatives: [],
    gist: { ...(parts[0] as Meaning).gist, blocked: true },
    unread: parts.flatMap((p) => p.unread),
    kind,
    trace: parts.flatMap((p) => p.trace),
    parts,
    denied: flips % 2 === 1,
  };
}

/** Reads one plain statement; that only few do what it says has to be part of what was read. */
function readPlain(
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  const read = readAny(units, flips, speaker, reading);
  const hardly = hardlyAny(units, reading.context);
  const counted = read.propositions.some((p) => p.items.some((i) => i.quantifier !== null));
  if (hardly.length === 0 || counted) return read;
  const gist = { ...read.gist, blocked: true };
  return { ...read, propositions: [], alternatives: [], unread: [...read.unread, ...hardly], gist };
}

function readAny(
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  const { context } = reading;
  const restricted = (joined: readonly Unit[]): Meaning | null => {
    const found = restrictedIn(joined, reading.parse(joined.map(inputOf)), context);
    return found && readRestricted(found, flips, speaker, reading);
  };
  const definite = joinDefinite(units, context);
  const joined = joinGroups(units, context);
  const resolved =
    (definite && restricted(definite)) ?? (joined.some((u) => u.group) ? restricted(joined) : null);
  if (resolved) return resolved;
  const read = withConjuncts(
    readJoined(joined, flips, speaker, reading),
    joined,
    flips,
    speaker,
    reading,
  );
  // Who does it is told by a clause that couldn't be read: not just any of them does.
  return definite?.[0]?.group
    ? { ...read, propositions: [], alternatives: [], unread: [...read.unread, definite[0].form] }
    : read;
}

/** Where a statement as a whole decides nothing, each of two things that it says of one may. */
function withConjuncts(
  read: Meaning,
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  if (flips % 2 === 1) return read;
  return withOtherwise(read, () => {
    const { context, parse, kind } = reading;
    const nodes = buildTree(units, repair(parse(units.map(inputOf))), context.lexicon);
    const parts = conjunctsOf(units, nodes, context);
    return (
      parts &&
      togetherOf(
        parts.map((part) => readPlain(part, 0, speaker, reading)),
        0,
        kind,
      )
    );
  });
}

/** Reads a statement about those of whom a clause holds; null where one of the two can't be read. */
function readRestricted(
  { main, clause, group }: Restricted,
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning | null {
  const whole = readJoined(main, flips, speaker, reading);
  const inner = readJoined(clause, 0, null, reading);
  if (whole.unread.length > 0 || inner.unread.length > 0) return null;
  const trace = [...inner.trace, ...whole.trace];
  const gist = { ...whole.gist, blocked: true };
  if (group.group?.concept === null) {
    const propositions = [...whole.propositions, ...inner.propositions];
    return { ...whole, propositions, alternatives: [], gist, trace };
  }
  const propositions = restrict(whole.propositions, inner.propositions, group);
  const alternatives = whole.alternatives.flatMap(
    (p) => restrict([p], inner.propositions, group) ?? [],
  );
  return propositions && { ...whole, propositions, alternatives, gist, trace };
}

/** Reads a plain statement whose lists and classes are joined. */
function readJoined(
  units_: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  const { parse, context, kind } = reading;
  const part = (some: readonly Unit[]): Part => {
    const tokens = raisePurposes(
      repair(parseWithVerb(some, parse, context)),
      (i) => some[i]?.name !== null,
    );
    const nodes = buildTree(some, tokens, context.lexicon);
    chooseSenses(nodes, context);
    return { nodes, reads: readTree(nodes, context) };
  };
  const turned = flips % 2 === 1 ? -1 : 1;
  const ordered = readOrdered(units_, part, context);
  const conditional =
    (ordered && isPast(ordered)) || wasBefore(units_, part)
      ? null
      : conditionalOf(units_, part, context);
  // A condition that asserts nothing ("as soon as it is published") may still tell an order.
  if (conditional && (conditional.length > 0 || ordered?.propositions[0]?.mode !== "fact")) {
    const { nodes } = part(units_);
    const propositions = conditional.map(
      (p): Proposition => ({
        ...p,
        sign: (p.sign * turned) as 1 | -1,
        speaker: speaker ?? p.speaker,
      }),
    );
    return {
      propositions,
      alternatives: [],
      gist: conditionalGist(units_, gistOf(nodes, flips, speaker, context), context),
      unread: [],
      kind,
      trace: nodes.map(showNode),
    };
  }
  if (ordered) {
    const propositions = ordered.propositions.map((p, i) => ({
      ...p,
      sign: (p.sign * (i === 0 ? turned : 1)) as 1 | -1,
      speaker: speaker ?? p.speaker,
    }));
    return {
      propositions,
      alternatives: [],
      gist: { ...gistOf(ordered.nodes, flips, speaker, context), blocked: true },
      unread: ordered.unread,
      kind,
      trace: ordered.nodes.map(showNode),
    };
  }
  const { nodes, reads } = part(units_);
  // "It is false that it came and then left": not both, but perhaps one of the two.
  if (turned < 0 && reads.some((r) => r.region.link === "coordinate" && r.proposition))
    return togetherOf([readJoined(units_, 0, speaker, reading)], 1, kind);
  const propositions: Proposition[] = [];
  const vague: string[] = [];
  for (const read of reads) {
    const p = read.proposition;
    if (!p) continue;
    if (isAnyWho(read.region, context) || isNotWho(read.region, p, context)) {
      vague.push(p.text);
      continue;
    }
    const main = read.region.link === "main";
    const denied = main && turned < 0 ? { denied: true } : {};
    // "had been so for years": counted back from a day that isn't told.
    const loose = hasPerfect(nodes) ? p.distances.filter((d) => !d.event && !d.date) : [];
    vague.push(...loose.map((d) => d.text));
    const distances = p.distances.filter((d) => !loose.includes(d));
    propositions.push(
      dropOutcome({ ...p, ...denied, distances, speaker: speaker ?? p.speaker }, context),
    );
  }
  const reasoned = givesReason(reads);
  const alternatives = readWhole(nodes, context).map((p) => ({
    ...dropOutcome(p, context),
    sign: (p.sign * turned) as 1 | -1,
    speaker: speaker ?? p.speaker,
  }));
  return {
    propositions,
    alternatives,
    gist: {
      ...withoutOutcome(gistOf(nodes, flips, speaker, context), propositions, context),
      reasoned,
    },
    unread: [...reads.flatMap((r) => r.unread), ...unordered(nodes), ...vague],
    reasoned,
    kind,
    trace: nodes.map(showNode),
  };
}

/** "It isn't official: it needs a vote": what it takes to be so is not denied by its not being so. */
function withoutOutcome(gist: Gist, said: readonly Proposition[], { grammar }: Context): Gist {
  const { outcomes } = grammar.conditions;
  const open = said.some((p) => p.sign < 0 && outcomes.includes(p.concept));
  return open && said.some((p) => p.mode === "required") ? { ...gist, blocked: true } : gist;
}

/** "It left because they attacked": a clause says why another is so. */
function givesReason(reads: Part["reads"]): boolean {
  return reads.some(
    ({ region, proposition }) =>
      proposition !== null &&
      // Why something does not suffice is that something else is needed.
      proposition.mode !== "required" &&
      region.link === "adverbial" &&
      region.mark === "because" &&
      reads.some((r) => r.region.head === region.parent && r.proposition !== null),
  );
}

/** "had been", "had signed". */
function hasPerfect(nodes: readonly Node[]): boolean {
  return nodes.some((n) => n.rel === "aux" && n.lower === "had");
}

/** "A state that breaks it has to pay": it is not said that any does. */
function isAnyWho({ link, head }: Region, context: Context): boolean {
  const noun = head.head;
  if (link !== "relative" || noun?.rel !== "nsubj" || noun.unit.name) return false;
  const any = ["a", "an", "any", "every", "each"];
  const bound = noun.senses.some(
    (s) => s.kind === "class" && context.grammar.rules.bound.includes(s.concept),
  );
  const modal = (noun.head?.children ?? []).some((c) => c.rel === "aux" || c.rel === "xcomp");
  return bound && modal && noun.children.some((c) => c.rel === "det" && any.includes(c.lower));
}

/** "States that have not signed may use it": there may be some, not that none has. */
function isNotWho({ link, head }: Region, { sign }: Proposition, context: Context): boolean {
  const noun = head.head;
  return (
    link === "relative" &&
    sign < 0 &&
    noun !== null &&
    noun.upos === "NOUN" &&
    !noun.unit.name &&
    !noun.unit.group &&
    noun.children.every((c) => c.rel !== "det" || ["a", "an", "some"].includes(c.lower)) &&
    noun.senses.some((s) => s.kind === "class" && context.grammar.rules.bound.includes(s.concept))
  );
}

/** "few people": of those who are no counted class, it is near to none of them. */
function hardlyAny(units: readonly Unit[], { grammar }: Context): string[] {
  const { determiners, groups } = grammar;
  return groups.hardly.filter((phrase) => {
    const words = phrase.split(" ");
    return units.some(
      (_, at) =>
        words.every((word, i) => units[at + i]?.lower === word) &&
        !determiners.includes(units[at - 1]?.lower ?? ""),
    );
  });
}

/** "before it did so": which came first is said as well, and no order was read. */
function unordered(nodes: readonly Node[]): string[] {
  return nodes.flatMap((n) =>
    n.rel === "mark" && (n.lower === "before" || n.lower === "after") && n.head?.rel === "advcl"
      ? [n.form]
      : [],
  );
}

/** "Once it is law, they can leave": what will be so at some time is no mere supposition. */
function conditionalGist(units: readonly Unit[], gist: Gist, context: Context): Gist {
  const { ahead, supposed, temporal, needed, only, otherwise } = context.grammar.conditions;
  const words = units.map((u) => u.lower);
  const marks = [...ahead, ...supposed, ...needed, ...only, ...otherwise].filter((m) =>
    words.includes(m),
  );
  const telling = [...ahead, ...supposed.filter((m) => temporal.includes(m))];
  const tells = marks.length === 1 && marks.every((m) => telling.includes(m));
  return tells ? gist : { ...gist, blocked: true };
}

/** "It took effect before Chile ratified it": no condition, unlike "it must ratify before it takes effect". */
function isPast({ propositions: [first] }: Ordered): boolean {
  if (!first || first.sign < 0) return false;
  return (
    first.mode === "done" || first.mode === "begun" || first.distances.some((d) => d.days !== null)
  );
}

/** "It was in effect before they came": told as past, it demands nothing. */
function wasBefore(units: readonly Unit[], part: (some: readonly Unit[]) => Part): boolean {
  if (!units.some((u) => u.lower === "before")) return false;
  const root = part(units).nodes.find((n) => n.head === null);
  const past = (n: Node): boolean => n.xpos === "VBD" && ["aux", "cop"].includes(n.rel);
  return root !== undefined && (root.xpos === "VBD" || root.children.some(past));
}

/** Tells who can be the speaker of a frame. */
function speaksIn(context: Context): (found: readonly Unit[], individual: boolean) => boolean {
  return (found, individual) => {
    const speaker = speakerFrom(found, context);
    return (
      speaker !== null &&
      (!individual || (speaker.term.kind === "entity" && speaker.term.type === "person"))
    );
  };
}

/** Takes the frames off; of a yes/no question also those of the statement that it asks about. */
function unframeQuestion(
  units: readonly Unit[],
  frames: Frames,
  tagsOf: TagsOf,
  context: Context,
  question: boolean,
): Unframed {
  const framed = unframe(units, frames, speaksIn(context));
  const statement = asStatement(framed.units, tagsOf, context.grammar, question);
  if (!statement) return framed;
  const inner = unframe(statement, frames, speaksIn(context));
  return {
    ...inner,
    flips: framed.flips + inner.flips,
    speaker: framed.speaker ?? inner.speaker,
    cleft: framed.cleft || inner.cleft,
  };
}

/** What a sentence with a condition says; null where it has none. */
function conditionalOf(
  units: readonly Unit[],
  part: (units: readonly Unit[]) => Part,
  context: Context,
): readonly Proposition[] | null {
  const read: ReadPart = (some) => {
    const { reads } = part(some);
    return {
      propositions: reads.flatMap((r) => (r.proposition ? [r.proposition] : [])),
      unread: reads.flatMap((r) => r.unread),
    };
  };
  for (const split of splitsOf(units, context)) {
    // "once he signs, it is official even if nobody ratifies it": the condition within says something.
    const inner =
      split.kind === "supposed" && !split.open ? conditionalOf(split.main, part, context) : null;
    if (inner && inner.length > 0) return inner;
    const found = readConditional(split, read, context);
    if (found) return found;
  }
  return null;
}

function showNode(node: Node): string {
  const senses = node.senses
    .map((s) => ("concept" in s ? s.concept : "name" in s ? s.name : s.kind))
    .join("|");
  const name = node.unit.name?.id ?? (node.unit.time ? "time" : node.unit.quantity ? "number" : "");
  return `${node.index} ${node.form} ${node.upos}/${node.xpos} ${node.head?.index ?? -1} ${node.rel}${node.subtype ? `:${node.subtype}` : ""} ${name || senses}`;
}
