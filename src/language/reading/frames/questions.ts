import type { Unit } from "../../units/units.ts";
import type { Grammar } from "../grammar.ts";

/** What the order of a question turns on: the tags of its units. */
export type TagsOf = (units: readonly Unit[]) => readonly string[];

const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM"]);
const BEFORE_NOUN = new Set(["DET", "ADJ", "NUM"]);
const PAIRING = new Set(["neither", "either", "both"]);
const BEFORE_VERB = new Set(["ADV", "PART"]);

/**
 * Puts a yes/no question in the order of the statement that it asks about, which the parser reads
 * better: "Is the bridge open?" becomes "the bridge is open". Null where it is no such question.
 */
export function asStatement(
  units: readonly Unit[],
  tagsOf: TagsOf,
  grammar: Grammar,
  asked: boolean,
): readonly Unit[] | null {
  const [auxiliary, next] = units;
  if (!auxiliary || !next) return null;
  const forms = grammar["question-auxiliaries"];
  const kind = (["be", "do", "other"] as const).find((k) => forms[k].includes(auxiliary.lower));
  // "Had he known, …" and "Do come!" are no questions.
  if (!kind || (!asked && forms.conditional.includes(auxiliary.lower))) return null;
  const negated = grammar.negations.includes(next.lower) && !PAIRING.has(next.lower);
  const rest = units.slice(negated ? 2 : 1).filter((u) => u.form !== "?");
  const tags = tagsOf(rest);
  if (rest.length < 2 || (!asked && (tags[0] === "VERB" || tags[0] === "ADV"))) return null;
  const phrase = kind === "be" ? endOfNounPhrase(rest, tags) : beginOfVerb(rest, tags);
  // "Is Chile's exit official yet?": what is asked needs a predicate, though it may look like a noun.
  const isAll = kind === "be" && tags.slice(phrase).every((tag) => tag === "ADV");
  const last = rest[phrase - 1];
  const isWord = last !== undefined && !isPartOfName(last) && tags[phrase - 2] === "NOUN";
  const end = isAll && isWord ? phrase - 1 : phrase;
  if (end <= 0 || end >= rest.length) return null;
  return [...rest.slice(0, end), auxiliary, ...rest.slice(end)];
}

/** Where the subject ends: before the first verb and the adverbs that precede it. */
function beginOfVerb(units: readonly Unit[], tags: readonly string[]): number {
  let at = tags.findIndex(
    (tag, i) => i > 0 && (tag === "VERB" || tag === "AUX") && !isPartOfName(units[i]),
  );
  while (at > 1 && BEFORE_VERB.has(tags[at - 1] ?? "")) at--;
  return at;
}

/** Where the first noun phrase ends, with what is joined to it by "of", "'s" and "and". */
export function endOfNounPhrase(units: readonly Unit[], tags: readonly string[]): number {
  // "Neither X nor Y", "both X and Y"
  let at = PAIRING.has(units[0]?.lower ?? "") ? 1 : 0;
  // "Was 1990 the year of …?"
  if (units[0]?.time) return 1;
  const isNoun = (i: number): boolean =>
    (NOMINAL.has(tags[i] ?? "") || isPartOfName(units[i])) && !units[i]?.time;
  for (;;) {
    while (BEFORE_NOUN.has(tags[at] ?? "") && at + 1 < units.length) at++;
    const from = at;
    // A name or pronoun is a whole noun phrase: what follows it is said of it.
    if (isStrongName(units[at]) || tags[at] === "PRON") at++;
    else while (isNoun(at)) at++;
    if (at === from) return from;
    const link = units[at]?.lower ?? "";
    const owner = link === "'s" || link === "'";
    const joins =
      link === "of" ||
      owner ||
      ((link === "and" || link === "or" || link === "nor" || link === ",") &&
        (isPartOfName(units[at + 1]) || isPartOfName(units[at + 2])));
    if (!joins) return at;
    at++;
  }
}

function isPartOfName(unit: Unit | undefined): boolean {
  return unit?.name != null;
}

function isStrongName(unit: Unit | undefined): boolean {
  return unit?.name != null && unit.name.usage === "name" && !unit.name.weak;
}
