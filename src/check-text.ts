/**
 * The path of a text's sentence: what would it say standing alone (language/context)? Of the ways to
 * read it the likeliest counts, and nothing is refuted that is right in another.
 */
import type { Base } from "./base/types.ts";
import { NEITHER, type Outcome, outcomeOf, type TextTools } from "./check-sentence.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Placed } from "./language/context/text-context.ts";
import type { Outlook, Sighting } from "./language/context/topic.ts";
import { LONGEST, tooLong } from "./language/language.ts";
import type { Checked } from "./types.ts";

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
      const isDate = sentence.place === "heading" && /\d{4}$/u.test(text);
      if (/^(?:prose|quotation)$/u.test(sentence.place) || isDate)
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
      whole.isStatement &&
      !whole.isOpinion &&
      !whole.isMyth &&
      (whole.value?.value !== "true" || tools.context.isLed(sentence))
        ? tools.context.clausesOf(sentence)
        : null;
    if (clauses === null) {
      const isAsked = whole.isQuestion || whole.isMyth;
      if (isAsked || whole.bindings.length > 0 || !tools.context.isFiller(sentence))
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

/** How many sentences back one may lean. */
const LEANED_ON = 2;

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
  // "Yes: they have left": all of it may say so, whatever its parts alone tell.
  const isTold = whole.value === null || whole.value.value === "true";
  return isTold ? whole : { ...whole, value: NEITHER };
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
