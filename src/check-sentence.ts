/** What becomes of one sentence of a text: the reading that counts, and what the sources say of it. */
import {
  allPropositions,
  fitsRoles,
  isStatesDeed,
  type RoleTools,
  suitsRoles,
} from "./check-roles.ts";
import { underRules } from "./check-rule.ts";
import { negate } from "./compare/values.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Placed, TextContext } from "./language/context/text-context.ts";
import type { LookOut } from "./language/context/topic.ts";
import type { InContext, Standalone } from "./language/context/types.ts";
import type { Meaning } from "./meaning.ts";
import type { Checked } from "./types.ts";

/** What judging a text's sentences takes. */
export interface TextTools extends RoleTools {
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
}

/** A reading with what the sources say of it. */
interface Judged {
  readonly reading: Standalone;
  readonly meaning: Meaning;
  readonly value: Evaluation;
  readonly fits: boolean;
}

type InReadings = Extract<InContext, { readings: unknown }>;

/** What becomes of a sentence. */
export interface Outcome {
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

/** Less than so much of a statement is taken up by what is only faintly like it. */
const FAINT = 0.45;

/** "So do the others" is no command. */
const TURNED = /^(?:so|neither|nor) (?:do|does|did|is|are|was|were|has|have|had|will|can) /iu;

export const NEITHER: Evaluation = { value: "neither", bearings: [] };

/** Reads a sentence in its context and evaluates the reading that counts. */
export function outcomeOf(sentence: Placed, tools: TextTools): Outcome {
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
    const fits = isRight || fitsRoles(parts, reading, tools);
    judged.push({ reading, meaning, value, fits });
    if (fits && value.value === "true") break;
  }
  const fitting = judged.filter((j) => j.fits && !j.reading.loose);
  // What is asked is rather asked of what the text is about.
  const asked = judged[0]?.meaning.kind === "question";
  const told = asked
    ? fitting.find(
        (j) => j.value.value !== "neither" && j.reading.topical && isInPlaceOf(j, fitting[0] ?? j),
      )
    : undefined;
  const first =
    told ??
    fitting.find((j) => suitsRoles(j.meaning, tools)) ??
    fitting[0] ??
    (judged[0] as Judged);
  if (first.value.value === "true") return first;
  // "Chile is out of it" tells of the treaty, rather than of a state that was named last.
  const isNamed = ({ meaning }: Judged): boolean =>
    allPropositions(meaning).some((p) => tools.base.relations.some((r) => r.concept === p.concept));
  const ofTopic = fitting.find((j) => j.reading.topical && !j.reading.vague && isNamed(j));
  if (ofTopic?.value.value === "both" && first.value.value === "neither") return ofTopic;
  const isSuited = suitsRoles(first.meaning, tools);
  const right = judged.find(
    (j) =>
      j.fits &&
      j.value.value === "true" &&
      j.reading.near &&
      (!asked || isInPlaceOf(j, first)) &&
      !isStatesDeed(j.meaning, first.meaning, tools) &&
      (!isSuited || first.value.value !== "false" || suitsRoles(j.meaning, tools)),
  );
  const isSurer = first.reading.vague === true && right?.reading.vague !== true;
  if (right && (first.value.value === "neither" || right.reading.topical || isSurer)) return right;
  // Nothing is called false that is true in another reading, or that fits in none.
  const isOpen =
    (right !== undefined && !right.reading.loose) || !first.fits || first.reading.vague === true;
  return isOpen ? { ...first, value: NEITHER } : first;
}

/** "Did it join?": who joins is not read as what is joined. */
function isInPlaceOf({ meaning, reading }: Judged, { meaning: first }: Judged): boolean {
  if (reading.bindings.some((b) => b.object)) return true;
  const rolesIn = (m: Meaning, concept: string): string[] =>
    allPropositions(m)
      .filter((p) => p.concept === concept)
      .flatMap((p) => p.items.filter((i) => i.depth === 0).map((i) => i.role));
  return allPropositions(first).every(({ concept }) => {
    const [own, theirs] = [rolesIn(meaning, concept), rolesIn(first, concept)];
    return own.length === 0 || theirs.every((role) => own.includes(role));
  });
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

/** Why a sentence isn't judged though the sources say something; null where it is. */
function whyNot(
  { text, place }: Placed,
  meaning: Meaning,
  { value, bearings }: Evaluation,
  { mixed, hearsay, elsewhere, ahead, relative, apart }: InReadings,
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
  // "Over and out."
  const isSignOff = reading.bindings.length === 0 && !tools.hasVerb(text) && namesNobody(meaning);
  if (isAlarm && isSignOff && !isSpelt) return "It states nothing.";
  if (isAlarm && mixed) return "It names another thing beside the one that the base is about.";
  const isNotYet = value === "both" || bearings.every((b) => b.fact.proposition.sign < 0);
  if (isAlarm && ahead && isNotYet) return "It tells what is still to come.";
  if (isAlarm && relative && bearings.every((b) => b.clash))
    return "When it was is counted from another time.";
  if (isAlarm && apart) return "It tells how it was at a time that is not named.";
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

function namesNobody(meaning: Meaning): boolean {
  return allPropositions(meaning).every((p) =>
    p.items.every(({ term }) => term.kind === "quality" || term.kind === "event"),
  );
}

/** What stands before a colon: "Sale: forbidden". */
function labelOf(text: string): string | null {
  return /^([^:]{2,60}): \S/u.exec(text)?.[1] ?? null;
}
