/**
 * Clauses that say which of a counted class are meant: "none of the five states that signed …",
 * "each of the five allies taking such steps …". The parser often takes the verb behind them for a
 * part of them; so they are cut out before the parse and read by themselves, with what they belong to
 * as their subject.
 */
import type { Item, Proposition } from "../../../meaning.ts";
import type { SyntaxToken } from "../../syntax/index.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { phraseEnd } from "./words.ts";

/** A sentence without the clause that narrows down one of its groups. */
export interface Restricted {
  readonly main: readonly Unit[];
  readonly clause: readonly Unit[];
  /** The group as it is written, by which its participants are known. */
  readonly group: Unit;
}

const RELATIVE = /^(?:that|which|who)(?: |$)/u;
const FINITE = new Set(["VBZ", "VBP", "VBD", "MD"]);

/** Cuts the clause behind a group out of a sentence whose main verb comes after it. */
export function restrictedIn(
  units: readonly Unit[],
  tokens: readonly SyntaxToken[],
  context: Context,
): Restricted | null {
  for (const [at, unit] of units.entries()) {
    if (!unit.group) continue;
    const begin = clauseBegin(units, tokens, at, context);
    if (!begin) continue;
    const end = mainVerb(units, tokens, begin, context);
    if (end === null) continue;
    const inner = withoutExamples(units.slice(begin.at, end), context);
    const subject = exampleOf(unit);
    const said = begin.gerund ? [subject, wordLike(unit, "are"), ...inner] : [subject, ...inner];
    return {
      main: [...units.slice(0, at + 1), ...units.slice(end)],
      clause: said,
      group: unit,
    };
  }
  return null;
}

/** Where the clause begins behind its relative pronoun or at its participle. */
function clauseBegin(
  units: readonly Unit[],
  tokens: readonly SyntaxToken[],
  at: number,
  context: Context,
): { at: number; gerund: boolean } | null {
  let start = at + 1;
  if (units[start]?.lower === ",") start++;
  const relative = RELATIVE.exec(units[start]?.lower ?? "");
  if (relative) {
    const rest = (units[start]?.lower ?? "").split(" ").slice(1);
    // "that is" may stand as one unit.
    const gerund = rest.length > 0 || /^(?:is|are)$/u.test(units[start + 1]?.lower ?? "");
    if (rest.length > 0) return { at: start + 1, gerund };
    return gerund && isGerund(units[start + 2], tokens[start + 2], context)
      ? { at: start + 2, gerund }
      : { at: start + 1, gerund: false };
  }
  const as = phraseEnd(units, start, context.grammar.groups["said-to-be"]);
  if (as > 0) start = as;
  while (tokens[start]?.upos === "ADV" && start < at + 4) start++;
  return isGerund(units[start], tokens[start], context) ? { at: start, gerund: true } : null;
}

function isGerund(
  unit: Unit | undefined,
  token: SyntaxToken | undefined,
  context: Context,
): boolean {
  if (!unit || !/^\p{L}+ing\b/u.test(unit.lower)) return false;
  if (context.grammar.groups.including.includes(unit.lower)) return false;
  return token?.xpos === "VBG" || unit.senses.some((s) => s.pos === "v");
}

/**
 * The finite verb that begins the rest of the sentence: one that has no subject of its own behind the
 * clause's verb and that nothing before it governs.
 */
function mainVerb(
  units: readonly Unit[],
  tokens: readonly SyntaxToken[],
  { at: from, gerund }: { at: number; gerund: boolean },
  context: Context,
): number | null {
  let own = gerund;
  let open = !gerund;
  for (let at = gerund ? from + 1 : from; at < units.length; at++) {
    const examples = phraseEnd(units, at, context.grammar.groups.including);
    if (examples > 0 && (units[examples]?.group || units[examples]?.name)) {
      at = examples;
      continue;
    }
    const [unit, token, before] = [units[at], tokens[at], tokens[at - 1]];
    if (!unit || !token) return null;
    if (token.upos === "SCONJ" && token.xpos !== "TO" && own && isSubordinator(unit, context))
      return null;
    const auxiliary = token.upos === "AUX" || isAuxiliary(unit, context);
    const verb = auxiliary || isFiniteVerb(units, tokens, at, context);
    if (!verb) {
      if (own && token.upos !== "ADV" && token.upos !== "PART") open = false;
      continue;
    }
    if (!own) {
      own = true;
      open = auxiliary;
      continue;
    }
    // "have started", "do not want": still the clause's own verb.
    if (open) {
      open = auxiliary;
      continue;
    }
    if (before && (before.upos === "CCONJ" || before.xpos === "TO" || before.upos === "PRON"))
      continue;
    // "… all border Chile", "… never joined".
    const { groups, negations } = context.grammar;
    return [...groups.floating, ...negations].includes(units[at - 1]?.lower ?? "") ? at - 1 : at;
  }
  return null;
}

function isSubordinator(unit: Unit, { grammar }: Context): boolean {
  return [...grammar.cause, ...grammar.condition, ...grammar.concession].includes(unit.lower);
}

function isAuxiliary(unit: Unit, { grammar }: Context): boolean {
  const { be, do: does, other } = grammar["question-auxiliaries"];
  return [...be, ...does, ...other].includes(unit.lower);
}

function isFiniteVerb(
  units: readonly Unit[],
  tokens: readonly SyntaxToken[],
  at: number,
  context: Context,
): boolean {
  const [unit, token, before] = [units[at], tokens[at], tokens[at - 1]];
  if (!unit || !token || unit.name || unit.group || unit.time || unit.quantity) return false;
  if (isGerund(unit, token, context)) return false;
  const floats = context.grammar.groups.floating.includes(units[at - 1]?.lower ?? "");
  if (!floats && ["DET", "ADP"].includes(before?.upos ?? "")) return false;
  if (before?.xpos === "TO") return false;
  if (token.upos === "VERB") {
    // "… signed it": what has an object and no auxiliary is finite, whatever the tagger says.
    const object = ["DET", "PRON", "PROPN"].includes(tokens[at + 1]?.upos ?? "");
    return FINITE.has(token.xpos) || token.xpos === "VB" || (token.xpos === "VBN" && object);
  }
  if (unit.senses.length > 0) return unit.senses.every((s) => s.pos === "v");
  // "… that are leaving border Chile": a noun form between two names is a verb.
  const next = units[at + 1];
  const named =
    next?.name || next?.group || context.grammar.determiners.includes(next?.lower ?? "");
  return (
    token.upos === "NOUN" && before?.upos !== "ADJ" && Boolean(named) && hasVerbSense(unit, context)
  );
}

function hasVerbSense({ lower }: Unit, { lexicon }: Context): boolean {
  return [lower, lower.replace(/s$/u, ""), lower.replace(/es$/u, "")].some((w) =>
    lexicon.words.v.get(w)?.some((s) => s.kind === "event" || s.kind === "operator"),
  );
}

/** "…, such as Chile and Peru,": examples add nothing to what the clause says. */
function withoutExamples(units: readonly Unit[], context: Context): readonly Unit[] {
  const closed = units.at(-1)?.lower === "," ? units.slice(0, -1) : units;
  for (const at of closed.keys()) {
    if (at === 0 || phraseEnd(closed, at, context.grammar.groups.including) < 0) continue;
    return closed.slice(0, closed[at - 1]?.lower === "," ? at - 1 : at);
  }
  return closed;
}

/** The group as the subject of its clause: whoever of them it be. */
function exampleOf(unit: Unit): Unit {
  return unit.group
    ? {
        ...unit,
        group: { ...unit.group, quantifier: { kind: "some" }, except: [], including: [] },
      }
    : unit;
}

function wordLike(unit: Unit, word: string): Unit {
  const { group: _, ...rest } = unit;
  return { ...rest, form: word, lower: word, senses: [], name: null };
}

/**
 * Puts what the clause says into the participants that it narrows down.
 *
 * @returns null where the clause or the rest speaks of them in no plain way
 */
export function restrict(
  propositions: readonly Proposition[],
  clause: readonly Proposition[],
  group: Unit,
): Proposition[] | null {
  const isIts = (item: Item): boolean =>
    item.text === group.form && item.depth === 0 && ["agent", "theme"].includes(item.role);
  const among = clause.map((p) => ({
    ...p,
    items: p.items.map(
      (i): Item => (isIts(i) ? { ...i, quantifier: null, term: { kind: "gap" } } : i),
    ),
  }));
  if (among.length === 0 || among.some((p) => !p.items.some((i) => i.term.kind === "gap")))
    return null;
  const out = propositions.map((p) => ({
    ...p,
    items: p.items.map((i) => (isIts(i) ? { ...i, among: [...(i.among ?? []), ...among] } : i)),
  }));
  return out.every((p) => p.items.some((i) => i.among)) ? out : null;
}
