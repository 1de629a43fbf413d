/**
 * The path of a text's sentence: what would it say standing alone (language/context)? Of the ways to
 * read it the likeliest counts, and nothing is refuted that is right in another.
 */
import type { Base } from "./base/types.ts";
import type { CompiledFacts } from "./compare/facts.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Placed, TextContext } from "./language/context/text-context.ts";
import type { NamesDistinctly } from "./language/context/topic.ts";
import type { InContext, Standalone } from "./language/context/types.ts";
import type { Meaning, Proposition } from "./meaning.ts";
import type { Checked } from "./types.ts";

/** What judging a text's sentences takes. */
export interface TextTools {
  readonly context: TextContext;
  readonly isOnSubject: NamesDistinctly;
  readonly read: (sentence: string) => Meaning;
  readonly hasVerb: (sentence: string) => boolean;
  readonly evaluate: (meaning: Meaning) => Evaluation;
  /** Turns an evaluation into a verdict on the sentence as written. */
  readonly judge: (claim: string, meaning: Meaning, whole: Evaluation) => Checked;
  readonly leaveOpen: (claim: string, why: string) => Checked;
  readonly base: Base;
}

/** A reading with what the sources say of it. */
interface Judged {
  readonly reading: Standalone;
  readonly meaning: Meaning;
  readonly value: Evaluation;
  readonly fits: boolean;
}

const MANY = 0.5;

/**
 * What a base is about: things that aren't states and that half of its facts mention; none where
 * its facts are about many things.
 */
export function subjectOf({ facts, base }: CompiledFacts): string[] {
  const claims = new Map<string, Set<string>>();
  for (const list of facts.byConcept.values())
    for (const { claim, proposition } of list)
      for (const { term } of proposition.items)
        if (term.kind === "entity" && term.type !== "state")
          claims.set(term.id, (claims.get(term.id) ?? new Set()).add(claim));
  return [...claims]
    .filter(
      ([id, of]) => base.entities.some((e) => e.id === id) && of.size >= base.claims.length * MANY,
    )
    .map(([id]) => id);
}

/** Makes the function that judges a text's sentences one after the other. */
export function textJudge(tools: TextTools): (sentence: Placed) => Checked | null {
  let onSubject = false;
  return (sentence) => {
    const { text } = sentence;
    onSubject ||= tools.isOnSubject(text);
    if (!onSubject) {
      if (/\?["'”’)\]]*$/u.test(text)) return null;
      return tools.leaveOpen(text, "The text has said nothing yet of what the base is about.");
    }
    const inContext = tools.context.resolve(sentence);
    if ("open" in inContext) {
      const kind = tools.read(text).kind;
      tools.context.note(sentence, text, kind === "question");
      if (kind !== "statement") return null;
      return tools.leaveOpen(text, `What "${inContext.open}" stands for is open here.`);
    }
    const chosen = choose(inContext, tools);
    tools.context.note(
      sentence,
      chosen.reading.text,
      chosen.meaning.kind === "question" && !isAnswer(chosen.reading),
    );
    if (chosen.meaning.kind !== "statement" && !isAnswer(chosen.reading)) return null;
    return verdictOn(sentence, chosen, inContext, tools);
  };
}

/** "Yes." is read as the question that it answers. */
function isAnswer({ text, bindings }: Standalone): boolean {
  return bindings[0]?.means === text;
}

function choose({ readings }: Extract<InContext, { mixed: boolean }>, tools: TextTools): Judged {
  const judged: Judged[] = [];
  const look = (reading: Standalone): Judged => {
    const meaning = tools.read(reading.text);
    const value = reading.denied ? contrary(tools.evaluate(meaning)) : tools.evaluate(meaning);
    const one = { reading, meaning, value, fits: fitsRoles(meaning, tools.base) };
    judged.push(one);
    return one;
  };
  for (const reading of readings) {
    const one = look(reading);
    if (one.fits && one.value.value === "true") break;
    if (one.meaning.kind === "question") break;
  }
  const fitting = judged.filter((j) => j.fits);
  const first = fitting[0] ?? (judged[0] as Judged);
  if (first.value.value === "true") return first;
  const right = fitting.find((j) => j.value.value === "true" && j.reading.near);
  if (!right) return first;
  // Nothing is called false that is true in another reading.
  return first.value.value === "neither"
    ? right
    : { ...first, value: { value: "neither", bearings: [] } };
}

function contrary({ value, bearings }: Evaluation): Evaluation {
  const turn = (v: "true" | "false") => (v === "true" ? "false" : "true");
  return {
    value: value === "true" || value === "false" ? turn(value) : value,
    bearings: bearings.map((b) => ({ ...b, value: turn(b.value) })),
  };
}

/** Do those bound do and undergo what they can? A treaty ratifies nothing. */
function fitsRoles(meaning: Meaning, base: Base): boolean {
  return allPropositions(meaning).every(({ concept, items }) => {
    const roles = base.relations.find((r) => r.concept === concept)?.roles;
    return items.every(({ role, term, depth }) => {
      const taken = roles?.[role];
      return depth > 0 || !taken || term.kind !== "entity" || taken.includes(term.type);
    });
  });
}

function allPropositions(meaning: Meaning): Proposition[] {
  return [...meaning.propositions, ...(meaning.parts ?? []).flatMap(allPropositions)];
}

function verdictOn(
  { text, place }: Placed,
  { reading, meaning, value }: Judged,
  { mixed, elsewhere }: Extract<InContext, { mixed: boolean }>,
  tools: TextTools,
): Checked | null {
  const isAlarm = value.value === "false" || value.value === "both";
  const isTitle = place === "heading" || (place === "prose" && !/[.!?:;…]["'”’»)\]]*$/u.test(text));
  if (isAlarm && isTitle && !tools.hasVerb(text)) return null;
  if (isAlarm && mixed)
    return tools.leaveOpen(text, "It names another thing beside the one that the base is about.");
  const takesOther = allPropositions(meaning).some(({ concept }) => {
    const roles = tools.base.relations.find((r) => r.concept === concept)?.roles ?? {};
    return Object.values(roles).some((kinds) => kinds.some((kind) => elsewhere.includes(kind)));
  });
  if (value.value !== "neither" && takesOther)
    return tools.leaveOpen(text, "The text speaks of another thing than the base here.");
  const checked = tools.judge(text, meaning, value);
  if (reading.bindings.length === 0) return checked;
  const bound = reading.bindings.map(({ words, means }) => `"${words}" as "${means}"`).join(", ");
  const trace = (): string[] => [`in its context: ${reading.text}`, ...checked.trace()];
  const [first, ...more] = checked.rationale;
  return { ...checked, trace, rationale: [first, ...more, `In its context, ${bound} was read.`] };
}
