/**
 * The path of a text's sentence: what would it say standing alone (language/context)? Of the ways to
 * read it the likeliest counts, and nothing is refuted that is right in another.
 */
import type { Base } from "./base/types.ts";
import { underRules } from "./check-rule.ts";
import { negate } from "./compare/values.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Placed, TextContext } from "./language/context/text-context.ts";
import type { LookOut, Outlook, Sighting } from "./language/context/topic.ts";
import type { Binding, InContext, Standalone } from "./language/context/types.ts";
import { LONGEST, tooLong } from "./language/language.ts";
import type { Meaning, Proposition } from "./meaning.ts";
import type { Checked } from "./types.ts";

/** What judging a text's sentences takes. */
export interface TextTools {
  readonly context: TextContext;
  readonly lookOut: LookOut;
  readonly read: (sentence: string) => Meaning;
  readonly hasVerb: (sentence: string) => boolean;
  readonly evaluate: (meaning: Meaning) => Evaluation;
  /** Turns an evaluation into a verdict on the sentence as written. */
  readonly judge: (claim: string, meaning: Meaning, whole: Evaluation) => Checked;
  readonly leaveOpen: (claim: string, why: string) => Checked;
  /** Leaves a sentence open that nothing in the base is near to. */
  readonly passOver: (claim: string, why: string) => Checked;
  readonly base: Base;
  /** Ids of what the base is about. */
  readonly subject: readonly string[];
}

/** A reading with what the sources say of it. */
interface Judged {
  readonly reading: Standalone;
  readonly meaning: Meaning;
  readonly value: Evaluation;
  readonly fits: boolean;
}

type InReadings = Extract<InContext, { readings: unknown }>;

/**
 * What the base says that somebody is doing with what it is about, as in "Chile is leaving the union":
 * "leaving the union"; null where it says nothing of the kind.
 */
export function deedOf(subject: readonly string[], base: Base): string | null {
  const names = base.entities.filter((e) => subject.includes(e.id)).map((e) => e.name);
  for (const { statement } of base.claims) {
    const deed = / is (?<deed>\p{Ll}+ing .+?)\.$/u.exec(statement)?.groups?.deed;
    if (
      deed !== undefined &&
      names.some(
        (name) => /^\p{Ll}+ing$/u.test(deed.slice(0, -name.length - 1)) && deed.endsWith(name),
      )
    )
      return deed;
  }
  return null;
}

/** A sentence as a text gives it: what stands before what is said (a dateline) has so many characters. */
export interface Given extends Placed {
  readonly lead?: number;
}

/** Makes the function that judges a text's sentences one after the other. */
export function textJudge(tools: TextTools): (sentence: Given) => Checked | null {
  const next = sentenceJudge(tools);
  return (given) => {
    if (given.lead === undefined) return next(given);
    const checked = next({ ...given, text: given.text.slice(given.lead) });
    return checked && { ...checked, claim: given.text };
  };
}

function sentenceJudge(tools: TextTools): (sentence: Placed) => Checked | null {
  /** What the text has named so far. */
  let topic: Outlook = null;
  /** How much of what it has said points to what the base is about. */
  let weight = 0;
  /** It has named what hardly another text speaks of. */
  let isNear = false;
  /** The last sentences before it came to what the base is about. */
  let before: readonly Placed[] = [];
  /** The level of the last heading. */
  let level = 0;
  return (sentence) => {
    const { text } = sentence;
    let isRare = false;
    if (sentence.place === "heading") level = sentence.level ?? 1;
    if (topic !== "text") {
      const sighting = lookOutIn(sentence, tools);
      weight += topic === "another" ? 0 : sighting.weight;
      isRare = sighting.rare > 0;
      isNear ||= isRare;
      // "The treaty", after what it governs was named.
      const isMeant = topic === null && sighting.plain && isNear;
      const found = turn(topic, isMeant ? "sentence" : sighting.found, weight);
      if (topic !== "another" && found === "text")
        for (const one of before) tools.context.note(one, one.text, false);
      if (topic === "another" && found === "text") tools.context.beginAway(level);
      topic = found;
    }
    if (topic !== "text" && topic !== "sentence") {
      if (/^(?:prose|quotation)$/u.test(sentence.place))
        before = [...before, sentence].slice(-LEANED_ON);
      if (/\?["'”’)\]]*$/u.test(text)) return null;
      const right = isRare ? rightAlone(sentence, tools) : null;
      if (right) return right;
      return tools.passOver(text, "The text has said nothing yet of what the base is about.");
    }
    if (text.length > LONGEST) {
      // What stands nearest to the next sentence is what that may lean on.
      const tail = text.slice(-LONGEST);
      tools.context.note(sentence, tail.slice(tail.indexOf(" ") + 1), false, false);
      return tools.passOver(text, tooLong(text));
    }
    const whole = outcomeOf(sentence, tools);
    if (tools.context.isTerm(sentence)) {
      tools.context.note(sentence, `${whole.text}:`, false, false);
      return tools.passOver(text, "It says nothing without what follows.");
    }
    const clauses =
      whole.isStatement && !whole.isOpinion && !whole.isMyth && whole.value?.value !== "true"
        ? tools.context.clausesOf(sentence)
        : null;
    if (clauses === null) {
      const isAsked = whole.isQuestion || whole.isMyth;
      tools.context.note(sentence, whole.text, isAsked, whole.denied !== whole.isMyth);
      const isWhole =
        !introduces(text) || (whole.value?.value === "true" && !tools.context.stopsShort(text));
      return whole.isStatement && isWhole ? verdictOn(sentence, whole, tools) : null;
    }
    const parts = clauses.map((clause) => {
      const part = { ...sentence, text: clause };
      const outcome = outcomeOf(part, tools);
      tools.context.note(part, outcome.text, false, outcome.denied);
      return outcome;
    });
    return verdictOn(sentence, together(whole, parts), tools);
  };
}

/** What speaks of the base's own things is right, if it is, whatever the text is about; never wrong. */
function rightAlone(sentence: Placed, tools: TextTools): Checked | null {
  const inContext = tools.context.resolve(sentence);
  if (!("readings" in inContext) || inContext.mixed || inContext.hearsay || inContext.myth)
    return null;
  const alone = inContext.readings.find((r) => r.bindings.length === 0 && !r.denied);
  if (alone === undefined || sentence.place === "heading") return null;
  const meaning = tools.read(alone.text);
  const value = tools.evaluate(meaning);
  return meaning.kind === "statement" && value.value === "true"
    ? tools.judge(sentence.text, meaning, value)
    : null;
}

/** "It bans:" says nothing without the list behind it; "Five others have done so:" does. */
function introduces(text: string): boolean {
  return /:\s*$/u.test(text);
}

/** What becomes of a sentence. */
interface Outcome {
  /** As it reads standing alone. */
  readonly text: string;
  readonly isStatement: boolean;
  readonly isQuestion: boolean;
  /** It is what somebody thinks, or only supposes. */
  readonly isOpinion: boolean;
  /** Null where it isn't judged, for the reason given. */
  readonly value: Evaluation | null;
  readonly why: string;
  readonly meaning: Meaning;
  readonly bindings: Standalone["bindings"];
  /** It says the contrary of `text`. */
  readonly denied: boolean;
  /** It is given as a myth. */
  readonly isMyth: boolean;
}

/** How many sentences back one may lean. */
const LEANED_ON = 2;

/** Less than so much of a statement is taken up by what is only faintly like it. */
const FAINT = 0.45;

/** "So do the others" is no command. */
const TURNED = /^(?:so|neither|nor) (?:do|does|did|is|are|was|were|has|have|had|will|can) /iu;

const NEITHER: Evaluation = { value: "neither", bearings: [] };

function outcomeOf(sentence: Placed, tools: TextTools): Outcome {
  const { text } = sentence;
  const inContext = tools.context.resolve(sentence);
  if (!("readings" in inContext)) {
    const meaning = tools.read(text);
    const why =
      "open" in inContext
        ? `What "${inContext.open}" stands for is open here.`
        : "It is an opinion, a guess or a supposition.";
    return {
      text,
      isStatement: meaning.kind === "statement" || TURNED.test(text),
      isQuestion: meaning.kind === "question",
      isOpinion: "opinion" in inContext,
      value: null,
      why,
      meaning,
      bindings: [],
      denied: false,
      isMyth: false,
    };
  }
  const chosen = onDate(choose(inContext, tools), tools);
  const { reading, meaning, value } = asRule(chosen, inContext, tools);
  const answer = isAnswer(reading);
  const why = whyNot(sentence, meaning, value, inContext, tools, reading);
  // "Who is in and who is out": what the section is about.
  const isLabel =
    sentence.place === "heading" &&
    (!tools.hasVerb(text) || /^(?:what|who|whom|whose|which|how|why|where|when) /iu.test(text));
  return {
    text: reading.text,
    isStatement: !isLabel && (meaning.kind === "statement" || answer),
    isQuestion: meaning.kind === "question" && !answer,
    isOpinion: false,
    value: why === null ? value : null,
    why: why ?? "",
    meaning,
    bindings: reading.bindings,
    denied: reading.denied,
    isMyth: inContext.myth === true,
  };
}

/** A sentence of several clauses: all have to hold, and it takes a false one to make it false. */
function together(whole: Outcome, parts: readonly Outcome[]): Outcome {
  const values = parts.map((p) => p.value?.value ?? "neither");
  const decided = (value: Evaluation["value"]): Outcome => ({
    ...whole,
    value: { value, bearings: parts.flatMap((p) => p.value?.bearings ?? []) },
    bindings: parts.flatMap((p) => p.bindings),
  });
  if (values.includes("false")) return decided("false");
  if (values.includes("both")) return decided("both");
  if (values.every((v) => v === "true")) return decided("true");
  return whole.value === null ? whole : { ...whole, value: NEITHER };
}

/** "Yes." is read as the question that it answers. */
function isAnswer({ text, bindings }: Standalone): boolean {
  return bindings[0]?.means === text;
}

function choose({ readings }: InReadings, tools: TextTools): Judged {
  const judged: Judged[] = [];
  for (const reading of readings) {
    const meaning = tools.read(reading.text);
    const value = reading.denied ? negate(tools.evaluate(meaning)) : tools.evaluate(meaning);
    // What is right of what the text is about fits, however it was read.
    const isRight = value.value === "true" && reading.topical === true;
    // Of "Who signed it?" the one who did is left out.
    const told = reading.text.replace(/^who (?=.+\?)/iu, "Somebody ").replace(/\?$/u, ".");
    const parts = meaning.kind === "question" && told !== reading.text ? tools.read(told) : meaning;
    const fits = isRight || fitsRoles(parts, reading, tools.base);
    judged.push({ reading, meaning, value, fits });
    if (fits && value.value === "true") break;
  }
  const fitting = judged.filter((j) => j.fits && !j.reading.loose);
  // What is asked is rather asked of what the text is about.
  const asked = judged[0]?.meaning.kind === "question";
  const told = asked
    ? fitting.find((j) => j.value.value !== "neither" && j.reading.topical)
    : undefined;
  const first =
    told ??
    fitting.find((j) => suitsRoles(j.meaning, tools.base)) ??
    fitting[0] ??
    (judged[0] as Judged);
  if (first.value.value === "true") return first;
  // "Chile is out of it" tells of the treaty, rather than of a state that was named last.
  const isNamed = ({ meaning }: Judged): boolean =>
    allPropositions(meaning).some((p) => tools.base.relations.some((r) => r.concept === p.concept));
  const ofTopic = fitting.find((j) => j.reading.topical && !j.reading.vague && isNamed(j));
  if (ofTopic?.value.value === "both" && first.value.value === "neither") return ofTopic;
  const right = judged.find((j) => j.fits && j.value.value === "true" && j.reading.near);
  const isSurer = first.reading.vague === true && right?.reading.vague !== true;
  if (right && (first.value.value === "neither" || right.reading.topical || isSurer)) return right;
  // Nothing is called false that is true in another reading, or that fits in none.
  const isOpen =
    (right !== undefined && !right.reading.loose) || !first.fits || first.reading.vague === true;
  return isOpen ? { ...first, value: NEITHER } : first;
}

/** What is right by itself may be wrong of the date that it is given. */
function onDate(chosen: Judged, tools: TextTools): Judged {
  const { reading, value } = chosen;
  if (reading.on === undefined || value.value !== "true" || reading.denied) return chosen;
  const meaning = tools.read(reading.on);
  const judged = tools.evaluate(meaning);
  return judged.value === "false" ? { ...chosen, meaning, value: judged } : chosen;
}

/** What is said to be allowed or not is said of the rules that the text is about. */
function asRule(chosen: Judged, { mixed, elsewhere }: InReadings, tools: TextTools): Judged {
  const { meaning, value, reading } = chosen;
  if (value.value !== "neither" || mixed || elsewhere.length > 0 || reading.denied) return chosen;
  const said = allPropositions(meaning);
  const text = underRules(reading.text, said, tools.base, tools.subject);
  if (text === null) return chosen;
  const again = tools.read(text);
  const judged = tools.evaluate(again);
  // Of somebody whom no name tells it can be found right, not wrong.
  const isOpen = judged.value === "neither" || (judged.value === "false" && reading.vague);
  return isOpen ? chosen : { ...chosen, meaning: again, value: judged };
}

/** What ties somebody to what is done: "to the treaty", "from it". */
const TIED = new Set(["to", "from"]);
/** The same for what a pronoun stands for: "they stay in it" is said of no country. */
const POINTED = new Set(["to", "from", "in"]);

/**
 * Do those bound do and undergo what they can? A treaty ratifies nothing, and nobody adheres to a
 * state.
 */
function fitsRoles(meaning: Meaning, { bindings }: Standalone, base: Base): boolean {
  const isOf = (id: string, { means }: Binding): boolean =>
    id === `~${means.toLowerCase().replace(/^the /u, "")}` ||
    base.entities.some((e) => e.id === id && means.includes(e.name));
  const isBound = (id: string): boolean => bindings.some((b) => isOf(id, b));
  const isObject = (id: string): boolean => bindings.some((b) => b.object && isOf(id, b));
  return allPropositions(meaning).every(({ concept, items }) => {
    return items.every(({ role, term, depth }, at) => {
      if (term.kind !== "entity" && term.kind !== "event") return true;
      // "They decided to leave it": what is left is what can be.
      const head = depth === 0 ? concept : headOf(items, at);
      const roles = base.relations.find((r) => r.concept === head)?.roles;
      if (!roles || (depth > 0 && term.kind === "event")) return true;
      const kind = term.kind === "event" ? term.concept : term.type;
      const isUndergoing = roles.theme?.includes(kind) ?? true;
      // "They adhere to it", after "its destruction is banned".
      if (term.kind === "event")
        return !TIED.has(role) || isUndergoing || !bindings.some((b) => b.object);
      if (!isBound(term.id)) return true;
      // "Who signed it?": what is signed doesn't sign.
      if (role === "agent" && !isUndergoing && isObject(term.id)) return false;
      return roles[role]?.includes(kind) ?? (isUndergoing || !POINTED.has(role));
    });
  });
}

/** The event that an item below the first is said of; null where it is said of a thing. */
function headOf(items: Proposition["items"], at: number): string | null {
  const depth = items[at]?.depth ?? 0;
  const head = items.slice(0, at).findLast((i) => i.depth === depth - 1)?.term;
  return head?.kind === "event" ? head.concept : null;
}

/** Has everybody in it a part that what is done can have? States belong to no ministry. */
function suitsRoles(meaning: Meaning, base: Base): boolean {
  return allPropositions(meaning).every(({ concept, items }) => {
    const roles = base.relations.find((r) => r.concept === concept)?.roles;
    if (!roles) return true;
    const all = Object.values(roles).flat();
    return items.every(({ role, term, depth }) => {
      const taken = roles[role] ?? all;
      if (depth > 0) return true;
      if (term.kind === "entity") return taken.includes(term.type);
      return term.kind !== "event" || role !== "agent" || taken.includes(term.concept);
    });
  });
}

function allPropositions(meaning: Meaning): Proposition[] {
  return [...meaning.propositions, ...(meaning.parts ?? []).flatMap(allPropositions)];
}

/** Why a sentence isn't judged though the sources say something; null where it is. */
function whyNot(
  { text, place }: Placed,
  meaning: Meaning,
  { value, bearings }: Evaluation,
  { mixed, hearsay, elsewhere, ahead, relative }: InReadings,
  tools: TextTools,
  reading: Standalone,
): string | null {
  const isAlarm = value === "false" || value === "both";
  // In a text, few words in common are too little to deny what somebody says.
  const isFaint = bearings.length > 0 && bearings.every((b) => (b.likeness ?? 1) < FAINT);
  if (isAlarm && isFaint) return "It is only faintly like what the sources say.";
  const isTitle = place === "heading" || (place === "prose" && !/[.!?:;…]["'”’»)\]]*$/u.test(text));
  // "Ratification by the diet" in a list, or where nobody asked: it is not said that there is any.
  // But "Sale: forbidden" says so.
  const isSpelt = reading.text !== text && reading.text.startsWith(labelOf(text) ?? "\n");
  const isOnlyNamed =
    reading.bindings.length === 0 &&
    (place === "item" || place === "cell") &&
    !tools.hasVerb(`It ${text.charAt(0).toLowerCase()}${text.slice(1)}`);
  if (isAlarm && (isTitle || isOnlyNamed) && !isSpelt && !tools.hasVerb(text))
    return "It states nothing.";
  if (isAlarm && mixed) return "It names another thing beside the one that the base is about.";
  const isNotYet = value === "both" || bearings.every((b) => b.fact.proposition.sign < 0);
  if (isAlarm && ahead && isNotYet) return "It tells what is still to come.";
  if (isAlarm && relative && bearings.every((b) => b.clash))
    return "When it was is counted from another time.";
  if (isAlarm && hearsay) return "Somebody is said to have told it who has no name here.";
  // What was bound is named now.
  const isNamed = (kind: string): boolean =>
    tools.base.entities.some(
      (e) => e.kind === kind && reading.bindings.some(({ means }) => means === e.name),
    );
  const other = elsewhere.filter((kind) => !isNamed(kind));
  const takesOther = allPropositions(meaning).some(({ concept }) => {
    const roles = tools.base.relations.find((r) => r.concept === concept)?.roles ?? {};
    return Object.values(roles).some((kinds) => kinds.some((kind) => other.includes(kind)));
  });
  return value !== "neither" && takesOther
    ? "The text speaks of another thing than the base here."
    : null;
}

/** What stands before a colon: "Sale: forbidden". */
function labelOf(text: string): string | null {
  return /^([^:]{2,60}): \S/u.exec(text)?.[1] ?? null;
}

function verdictOn({ text }: Placed, outcome: Outcome, tools: TextTools): Checked {
  const { value, why, meaning, bindings } = outcome;
  if (value === null) return tools.leaveOpen(text, why);
  const checked = tools.judge(text, meaning, value);
  if (bindings.length === 0) return checked;
  const bound = bindings.map(({ words, means }) => `"${words}" as "${means}"`).join(", ");
  const trace = (): string[] => [`in its context: ${outcome.text}`, ...checked.trace()];
  const [first, ...more] = checked.rationale;
  return { ...checked, trace, rationale: [first, ...more, `In its context, ${bound} was read.`] };
}

/** "A treaty for fair weather": a title that names no other thing. */
function lookOutIn({ text, place }: Placed, { lookOut, hasVerb }: TextTools): Sighting {
  const sighting = lookOut(text);
  if (sighting.found !== "another" || place !== "heading") return sighting;
  const isCatchy = /^an? /iu.test(text) ? !hasVerb(text) : /^\p{L}+ing an? /iu.test(text);
  return isCatchy ? { ...sighting, found: null } : sighting;
}

/** What a text has to have said that it stays about the base when it comes to another thing. */
const SURE = 2;

/** Once a text spoke of another thing, an ordinary name doesn't tell which it means. */
function turn(topic: Outlook, found: Outlook, weight: number): Outlook {
  if (topic === "another" && found === "sentence") return topic;
  if (topic === "sentence" && found === "another" && weight >= SURE) return topic;
  return found ?? topic;
}
