/** What stands before a colon and only leads in: "Flashback: …", "On the decree: it …", "As for Smith, he …". */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";

/** `leads` of `data/language/grammar.yaml`. */
export interface LeadWords {
  /** Over the words before a colon: a label that says nothing. */
  readonly alone: string;
  /** Over the words before a colon or comma: what leads a topic in. */
  readonly about: string;
  /** Over the words before a comma: "in all". */
  readonly summing: string;
  /** The same of those that may stand before a comma. */
  readonly "as-for": string;
  /** Words by which a topic is another one, or a question. */
  readonly never: readonly string[];
  /** Pronouns that may stand for the topic, of a person and of anything else. */
  readonly person: readonly string[];
  readonly thing: readonly string[];
  /** Words behind an "it" that stands for nothing ("it is clear that"). */
  readonly clause: readonly string[];
}

/** How many words a lead has at most, and how many its statement has at least. */
const [LONGEST, SHORTEST] = [9, 3];

/**
 * Leaves out a lead-in. A pronoun behind it that opens the statement is what it names; else a name in
 * it has to come again, for what is said under "On Peru:" is said of Peru.
 *
 * @returns the same list where there is none
 */
export function withoutLead(units: readonly Unit[], context: Context): readonly Unit[] {
  const { leads } = context.grammar;
  const stop = units.findIndex((u) => u.form === ":" || u.form === ",");
  if (stop < 1 || stop > LONGEST || units.length - stop <= SHORTEST) return units;
  const isColon = units[stop]?.form === ":";
  const label = units.slice(0, stop);
  const rest = units.slice(stop + 1);
  const words = wordsOf(label);
  const empty = isColon ? leads.alone : leads.summing;
  if (new RegExp(`^(?:${empty}) $`, "u").test(words)) return rest;
  const [lead] =
    new RegExp(`^(?:${isColon ? leads.about : leads["as-for"]}) `, "u").exec(words) ?? [];
  if (lead === undefined) return units;
  const topic = label.filter((_, i) => wordsOf(label.slice(0, i)).length >= lead.length);
  if (topic.length === 0 || topic.some((u) => leads.never.includes(u.lower))) return units;
  if (standsFor(rest, topic, context)) return [...topic, ...rest.slice(1)];
  return isColon && comesAgain(topic, rest, context) ? rest : units;
}

function wordsOf(units: readonly Unit[]): string {
  return units.map((u) => `${u.lower} `).join("");
}

/** Does a statement begin with a pronoun for its topic? */
function standsFor(
  rest: readonly Unit[],
  topic: readonly Unit[],
  { grammar, gazetteer }: Context,
): boolean {
  const { leads } = grammar;
  const name = topic.at(-1)?.name;
  const isPerson = name != null && gazetteer.entities.get(name.id)?.kind === "person";
  const [first, ...more] = rest.map((u) => u.lower);
  if (!(isPerson ? leads.person : leads.thing).includes(first ?? "")) return false;
  const isEmpty = grammar["question-auxiliaries"].be.includes(more[0] ?? "");
  return !isEmpty || first !== "it" || !more.some((word) => leads.clause.includes(word));
}

/** Is each that a topic names spoken of again, or somebody who is theirs? */
function comesAgain(
  topic: readonly Unit[],
  rest: readonly Unit[],
  { gazetteer: { entities } }: Context,
): boolean {
  const idsOf = (units: readonly Unit[]): string[] =>
    units.flatMap((u) => (u.name ? [u.name.id] : []));
  const told = new Set(idsOf(rest).flatMap((id) => [id, entities.get(id)?.of ?? id]));
  return idsOf(topic).every((id) => told.has(id) || told.has(entities.get(id)?.of ?? ""));
}
