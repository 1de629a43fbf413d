import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";

/** A clause about a name that only adds something: "…, which borders Chile, …". */
export interface Aside {
  /** Where it ends: its closing comma, or the end of the sentence. */
  readonly end: number;
  /** The class that it names first ("a country that …"), else nothing. */
  readonly noun: readonly Unit[];
  /** What it says of the name, without the word that opens it. */
  readonly clause: readonly Unit[];
  /** Where in it the name belongs; at its head where it is the subject. */
  readonly place: number;
}

const OPENING = new Set(["who", "which"]);
/** Prepositions that tie somebody to what the name stands for. */
const TIED: ReadonlySet<string> = new Set(["to", "of", "from", "under"]);
const MOST_SUBJECT = 4;
const FINITE = new Set(["VERB", "AUX"]);

/**
 * The clause between commas behind a name whose subject the name is; null where there is none, or
 * where it isn't sure where it ends.
 *
 * @param at where the name stands
 * @example "Peru, which borders Chile, left": the clause is "borders Chile"
 */
export function asideAt(
  units: readonly Unit[],
  tags: readonly string[],
  at: number,
  context: Context,
): Aside | null {
  if (units[at + 1]?.form !== ",") return null;
  // "It was Smith, not Jones, who left": it says who did.
  if (units[0]?.lower === "it" && tags[1] === "AUX") return null;
  const opens = openingAt(units, at + 2, context);
  if (opens === null) return null;
  const object = objectAt(units, tags, at, opens, context);
  if (object) return object;
  const first = units[opens + 1];
  const verb = isVerbAt(units, opens + 1, context)
    ? 0
    : tags.slice(opens + 1, opens + 4).findIndex((tag) => FINITE.has(tag));
  if (!first || first.name || verb < 0 || !isAdverbial(tags.slice(opens + 1, opens + 1 + verb)))
    return null;
  const end = endOf(units, tags, opens + 1, at, context);
  if (end === null) return null;
  const noun = units.slice(at + 2, opens);
  return { end, noun, clause: units.slice(opens + 1, end), place: 0 };
}

/**
 * "…, which Chile signed, …", "…, to which Chile is a party, …": the name is what it is done to; it
 * belongs behind the verb, or behind the preposition at the end.
 */
function objectAt(
  units: readonly Unit[],
  tags: readonly string[],
  at: number,
  opens: number,
  context: Context,
): Aside | null {
  const before = units[opens - 1] as Unit;
  const prepositions = TIED.has(before.lower) ? [before] : [];
  if (opens !== at + 2 + prepositions.length) return null;
  const from = opens + 1;
  const subject = units.slice(from, from + MOST_SUBJECT).findIndex((u) => u.name || u.group);
  const verb = tags.findIndex((tag, i) => i > from + subject && tag === "VERB");
  if (subject < 0 || tags.slice(from, from + subject).some((t) => FINITE.has(t))) return null;
  const end = endOf(units, tags, from, at, context);
  if (end === null || (verb < 0 || verb >= end ? prepositions.length === 0 : false)) return null;
  const clause = [...units.slice(from, end), ...prepositions];
  const place = prepositions.length > 0 ? clause.length : verb + 1 - from;
  return { end, noun: [], clause, place };
}

/** "which borders Chile": a verb, though the parser may take it for a noun. */
function isVerbAt(units: readonly Unit[], at: number, { grammar, lexicon }: Context): boolean {
  const [verb, next] = [units[at], units[at + 1]];
  if (!verb || verb.name || !/^[a-z]+s$/u.test(verb.lower)) return false;
  const isObject = next?.name || grammar.determiners.includes(next?.lower ?? "");
  return Boolean(isObject) && lexicon.words.v.get(verb.lower.slice(0, -1)) !== undefined;
}

function isAdverbial(tags: readonly string[]): boolean {
  return tags.every((tag) => tag === "ADV" || tag === "PART");
}

/** Where the word stands that opens the clause: at once, or behind "a country". */
function openingAt(units: readonly Unit[], from: number, context: Context): number | null {
  if (OPENING.has(units[from]?.lower ?? "")) return from;
  if (TIED.has(units[from]?.lower ?? "") && units[from + 1]?.lower === "which") return from + 1;
  if (!["a", "an"].includes(units[from]?.lower ?? "")) return null;
  for (let i = from + 1; i < from + 4; i++) {
    const unit = units[i];
    if (!unit || context.grammar.negations.includes(unit.lower) || unit.name?.usage === "name")
      return null;
    // "They left the club, a step that …": no name is a step.
    if (isDeed(unit, context)) return null;
    if (unit.classed)
      return ["that", "which", "who"].includes(units[i + 1]?.lower ?? "") ? i + 1 : null;
  }
  return null;
}

function isDeed({ lower }: Unit, { lexicon }: Context): boolean {
  return (
    lexicon.words.n.get(lower)?.some((s) => s.kind === "class" && s.concept === "action") ?? false
  );
}

/** The comma before the sentence's own verb; behind that verb, the end of the sentence. */
function endOf(
  units: readonly Unit[],
  tags: readonly string[],
  from: number,
  at: number,
  context: Context,
): number | null {
  for (let i = from; i < units.length; i++) {
    if (units[i]?.form !== ",") continue;
    const next = tags[i + 1] === "ADV" ? i + 2 : i + 1;
    const finite = FINITE.has(tags[next] ?? "") && !/ing$/u.test(units[next]?.lower ?? "");
    if (finite || isVerbAt(units, next, context)) return i;
  }
  const behind = tags.slice(0, at).some((tag) => FINITE.has(tag));
  if (!behind) return null;
  const comma = units.findIndex((u, i) => i >= from && u.form === ",");
  // "ratified it, which came into force in 1999, in 2005": the last time is the sentence's own.
  if (comma >= 0) return isTimeOnly(units.slice(comma + 1)) ? comma : null;
  return /^[.!?]$/u.test(units.at(-1)?.form ?? "") ? units.length - 1 : units.length;
}

/** Nothing but when it was, with the sentence's stop. */
function isTimeOnly(units: readonly Unit[]): boolean {
  return (
    units.some((u) => u.time) && units.every((u) => u.time || u.mark || /^[.!?]$/u.test(u.form))
  );
}
