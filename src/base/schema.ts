import * as v from "valibot";
import { countAlternatives, MOST_ALTERNATIVES } from "./alternatives.ts";
import { list, optional, text } from "./schema-parts.ts";

/**
 * The one definition of what base.yaml may hold. `scripts/schema.ts` generates
 * data/base.schema.json for editors from it; what a schema can't say (ids that resolve, quotes
 * that stand in their source) is checked in references.ts and sources.ts. Messages say what is
 * wanted and how to mend it; issues.ts puts them at their place.
 */

const DATE = /^\d{4}-\d{2}-\d{2}$/u;

const id = (of: string) =>
  v.pipe(
    v.string(),
    v.regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/u,
      "is no id; use small letters a-z, digits and single hyphens",
    ),
    v.description(`${of}: small letters, digits and hyphens.`),
  );

/** Source ids may have capitals, since people number their sources A1, A2. */
const sourceId = (of: string) =>
  v.pipe(
    v.string(),
    v.regex(
      /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/u,
      "is no id; use letters a-z, digits and single hyphens",
    ),
    v.description(`${of}: letters, digits and hyphens.`),
  );

const date = v.pipe(
  v.string(),
  v.regex(DATE, "is no date; write it as year-month-day, e.g. 2024-02-29"),
  v.check(isRealDate, "is no day of the calendar; mend its month or day"),
  v.description("The day on which the sources were current, year-month-day."),
);

const fewAlternatives = () =>
  v.check<string, string>(
    (value) => countAlternatives(value) <= MOST_ALTERNATIVES,
    `has braces that make more than ${MOST_ALTERNATIVES} names; write fewer alternatives`,
  );

/** Names in which braces hold alternatives. */
const pattern = (description: string) =>
  v.pipe(
    text(description),
    v.check(hasPairedBraces, "has a brace without its partner; write {a,b} or leave braces out"),
    fewAlternatives(),
  );

const source = v.strictObject({
  id: sourceId("What quotes call the source"),
  title: text("The source's title, as shown beside its sentences."),
  file: text("Path of the source's text (UTF-8), relative to the base's folder."),
  sha256: v.pipe(
    v.string(),
    v.regex(/^[0-9a-f]{64}$/u, "is no sha256; write its 64 digits 0-9a-f"),
    v.description("SHA-256 of the file's bytes, so that a changed source is noticed."),
  ),
});

const entity = v.strictObject({
  id: id("What other parts of the base call the entity"),
  name: v.pipe(text("Its usual name."), fewAlternatives()),
  kind: text("What it is, e.g. state, person, body; the word that relations use."),
  aliases: list(pattern("A name."), "Other names; `{a,b} c` stands for `a c` and `b c`."),
  adjectives: list(pattern("An adjective."), "Adjectives and demonyms, e.g. French."),
  nouns: list(pattern("A noun."), "Common nouns that describe it, e.g. head of state."),
  members: list(id("A member's id"), "Of a group: the ids of its members."),
  of: optional(id("Whose it is, e.g. the state of a parliament")),
});

const relation = v.strictObject({
  concept: text("The concept whose statements these properties hold of."),
  roles: v.pipe(
    v.nullish(v.record(v.string(), v.array(text("A kind of entity."))), {}),
    v.description("For each role the kinds of entities that it takes."),
  ),
  "one-value": list(
    text("A role."),
    "Roles with one value once the others are fixed; also such as time, which `roles` needn't name.",
  ),
  listed: list(
    text("A role."),
    "Roles whose fillers the sources list; where a claim says only or exactly, the list counts as complete.",
  ),
  stages: v.pipe(
    v.nullish(v.boolean(), false),
    v.description("True where being under way doesn't mean being done, as with a departure."),
  ),
  once: v.pipe(
    v.nullish(v.boolean(), false),
    v.description("True where what was done is not still to be done, as with a ratification."),
  ),
});

const rule = v.strictObject({
  if: text("A statement with the variables X, Y, Z."),
  // biome-ignore lint/suspicious/noThenProperty: a text, never called.
  then: text("The statement that follows from it."),
});

const quote = v.strictObject({
  source: sourceId("The id of the source"),
  text: text("Words of the source, verbatim; line breaks and spaces may differ."),
});

const claim = v.strictObject({
  id: id("What reports call the claim"),
  statement: text("What is claimed, as a plain English statement."),
  quotes: v.pipe(
    v.array(quote),
    v.minLength(1, "is empty; give at least one quote"),
    v.description("The words of the sources that give the claim."),
  ),
  speaker: optional(
    id("Whose words these are, where the source only reports them: an entity's id"),
  ),
  also: list(text("A statement."), "Further statements that mean the same."),
  wordings: list(
    text("A statement."),
    "The same from other sides, compared only by what it speaks of.",
  ),
  "conflicts-with": list(id("A claim's id"), "Claims that another source makes to the contrary."),
});

export const BaseFile = v.pipe(
  v.strictObject({
    title: text("What the base is about."),
    "reference-date": optional(date),
    drafted: optional(
      v.pipe(
        v.boolean(),
        v.description("Nobody has looked the claims over, and they decide less; remove it then."),
      ),
    ),
    sources: v.pipe(
      v.array(source),
      v.minLength(1, "is empty; give at least one source"),
      v.description("The texts that the claims come from."),
    ),
    entities: list(entity, "What the statements are about."),
    relations: list(relation, "What statements with one concept obey."),
    rules: list(rule, "What follows from what."),
    claims: v.pipe(v.array(claim), v.description("What the sources say.")),
  }),
  v.title("Claim base"),
  v.description("What a set of sources says, statement by statement, with the words that say so."),
);

/** A base.yaml that fits the schema, its keys as written. */
export type BaseFile = v.InferOutput<typeof BaseFile>;

/** Whether a date is in the calendar; what isn't written as one is left to the pattern. */
function isRealDate(value: string): boolean {
  if (!DATE.test(value)) return true;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function hasPairedBraces(value: string): boolean {
  let open = false;
  for (const char of value) {
    if (char !== "{" && char !== "}") continue;
    if (open === (char === "{")) return false;
    open = char === "{";
  }
  return !open;
}
