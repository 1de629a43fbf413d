/**
 * Cuts a sentence that only strings statements together ("no vote is needed, the decree is enough"),
 * as posts and learners write it, into its statements.
 */
import { bareUnit, type Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import type { TagsOf } from "../frames/questions.ts";

const MARKS: ReadonlySet<string> = new Set([",", ";", "-", "–", "—", "...", "…", ".", "!"]);
/** What English has for strings of statements. */
export interface StringWords {
  /** Words that join one to another. */
  readonly joins: readonly string[];
  /** Pronouns for the one that the statement before is about. */
  readonly pronouns: readonly string[];
  /** Other words that begin a statement. */
  readonly openers: readonly string[];
  /** Words that tie a clause to another: what they stand in is no string of statements. */
  readonly ties: readonly string[];
  /** Those of them that tie nothing before a date or a number. */
  readonly "ties-before-dates": readonly string[];
}

const SHORTEST = 3;
const LONGEST = 40;
const MOST = 4;

/**
 * The statements of a string of them; null where the sentence is none, or what one of them speaks
 * of can't be told.
 */
export function splice(
  units: readonly Unit[],
  tagsOf: TagsOf,
  context: Context,
): readonly (readonly Unit[])[] | null {
  if (units.length < 2 * SHORTEST || units.length > LONGEST) return null;
  const { strings } = context.grammar;
  if (!units.some((u) => MARKS.has(u.form) || strings.joins.includes(u.lower))) return null;
  if (units.some((u, i) => tiesClauses(u, units[i + 1], context))) return null;
  const tags = tagsOf(units);
  // "no more say": here it is a noun.
  const isNoun = (at: number): boolean =>
    units
      .slice(Math.max(0, at - 2), at)
      .some((u) => u.lower === "no" || context.grammar.determiners.includes(u.lower));
  if (units.some((u, i) => u.speech && u.asserts.length > 0 && tags[i] === "VERB" && !isNoun(i)))
    return null;
  const parts: (readonly Unit[])[] = [];
  let from = 0;
  for (let at = 1; at < units.length; at++) {
    const begin = beginAfter(units, at, strings);
    if (begin === at) continue;
    const left = units.slice(from, at);
    if (isParticipial(left, tags.slice(from, at))) continue;
    const right = units.slice(begin);
    // "Chile, Peru and Cuba have left": the last of a list is no subject of its own.
    if (left.at(-1)?.name && left.at(-2)?.form === "," && left.at(-3)?.name && right[0]?.name)
      continue;
    if (!isClause(left, tagsOf, context) || !isClause(right, tagsOf, context)) continue;
    const marked = MARKS.has(units[at]?.form ?? "");
    if (!opensClause(right, tags.slice(begin), marked, context)) continue;
    parts.push(left);
    from = begin;
    at = begin;
  }
  if (parts.length === 0 || parts.length >= MOST) return null;
  parts.push(units.slice(from));
  return withSubjects(parts, tagsOf, strings);
}

/**
 * Does a word tie its clause to another, so that the sentence is no string of statements? "Since 2005"
 * ties nothing, "since it signed" does.
 */
export function tiesClauses(
  unit: Unit,
  next: Unit | undefined,
  { grammar: { strings } }: Context,
): boolean {
  if (unit.name || unit.time || unit.quantity || !strings.ties.includes(unit.lower)) return false;
  return !(strings["ties-before-dates"].includes(unit.lower) && (next?.time || next?.quantity));
}

/** Where the next statement begins behind the marks and words that join it. */
function beginAfter(units: readonly Unit[], at: number, strings: StringWords): number {
  let begin = at;
  while (begin < units.length && MARKS.has(units[begin]?.form ?? "")) begin++;
  // "So there is a war": that follows from it.
  const follows = (i: number): boolean =>
    units[i]?.lower === "so" && units[i + 1]?.lower === "there";
  while (
    begin < units.length &&
    strings.joins.includes(units[begin]?.lower ?? "") &&
    !follows(begin)
  )
    begin++;
  return begin;
}

/** "Failing to join", "by leaving", "for it to be law": tells the circumstances of what follows. */
function isParticipial(units: readonly Unit[], tags: readonly string[]): boolean {
  const first = units[0]?.name ? 0 : tags.findIndex((tag) => tag !== "ADV" && tag !== "PART");
  const tag = tags[first];
  const isVerb = (at: number): boolean => tags[at] === "VERB" || tags[at] === "AUX";
  const isPurpose =
    units[0]?.lower === "for" && units.some((u, at) => u.lower === "to" && isVerb(at + 1));
  return (
    !units[0]?.name &&
    (isPurpose ||
      tag === "VERB" ||
      tag === "AUX" ||
      tag === "SCONJ" ||
      (tag === "ADP" && tags[first + 1] === "VERB"))
  );
}

/** Has it enough words, and one that could be its verb? */
function isClause(units: readonly Unit[], tagsOf: TagsOf, { lexicon, grammar }: Context): boolean {
  if (units.filter((u) => /[\p{L}\p{N}]/u.test(u.form)).length < SHORTEST) return false;
  const tags = tagsOf(units);
  // "no vote needed", unlike "no country among Chile, Peru"
  if (units[0]?.lower === "no") return tags.some((t) => ["VERB", "AUX", "ADJ"].includes(t));
  const auxiliaries = grammar["question-auxiliaries"];
  const all = [...auxiliaries.be, ...auxiliaries.do, ...auxiliaries.other];
  return units.some(
    (u, i) =>
      i > 0 &&
      !u.name &&
      (tags[i] === "VERB" ||
        tags[i] === "AUX" ||
        all.includes(u.lower) ||
        u.senses.some((s) => s.pos === "v") ||
        (tags[i] !== "NOUN" && lexicon.words.v.get(u.lower) !== undefined)),
  );
}

/** Does it begin with somebody or something of which the rest is said? */
function opensClause(
  units: readonly Unit[],
  tags: readonly string[],
  marked: boolean,
  context: Context,
): boolean {
  const [first, second] = units;
  if (!first || second?.lower === "to" || second?.lower === "and" || tags[1] === "PUNCT")
    return false;
  const { strings } = context.grammar;
  if ([...strings.pronouns, ...strings.openers].includes(first.lower)) return true;
  const predicate =
    tags[0] === "AUX" || tags[0] === "VERB" || context.grammar.negations.includes(first.lower);
  if (predicate) return marked;
  if (first.name) return marked || tags[1] === "AUX" || tags[1] === "VERB";
  return (
    (context.grammar.determiners.includes(first.lower) &&
      tags[1] !== "VERB" &&
      tags[1] !== "AUX") ||
    (marked && ["NOUN", "PROPN", "ADJ", "NUM"].includes(tags[0] ?? ""))
  );
}

/** Says again whom the statements are about that begin with a pronoun or with their verb. */
function withSubjects(
  parts: readonly (readonly Unit[])[],
  tagsOf: TagsOf,
  strings: StringWords,
): readonly (readonly Unit[])[] | null {
  const out: (readonly Unit[])[] = [];
  for (const [i, part] of parts.entries()) {
    const first = part[0] as Unit;
    const tag = tagsOf(part)[0];
    const pronoun = strings.pronouns.includes(first.lower);
    const bare =
      !first.name && (tag === "AUX" || tag === "VERB" || tag === "PART" || first.lower === "never");
    if (i === 0 || (!pronoun && !bare)) {
      out.push(part);
      continue;
    }
    const named = (out[i - 1] ?? []).slice(0, 2).find((u) => u.name?.usage === "name");
    if (!named) return null;
    out.push([{ ...named }, ...(pronoun ? part.slice(1) : part)]);
  }
  return out.map((part) => [...part, bareUnit(".", part.at(-1) as Unit)]);
}
