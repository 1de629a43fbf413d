/**
 * Says a statement without the circumstances at its end: "condemned it in a long interview", "welcomed
 * it as a sensible step in March". They only narrow down what came about: what is false without them is
 * false with them.
 */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { repair } from "../parse/repairs.ts";
import { buildTree, type Node } from "../parse/tree.ts";
import { parseWithVerb } from "../parse/verbs.ts";
import type { Parse } from "../reading.ts";

/** What English has for circumstances at the end of a statement. */
export interface EndWords {
  /** Prepositions that begin them. */
  readonly marks: readonly string[];
  /** Nouns with which "by" begins one ("by a large majority"): it tells who did it with any other. */
  readonly by: readonly string[];
  /** Those behind which names change nothing: "because of Chile". */
  readonly causes: readonly string[];
  /** Nouns that leave it open whether it is so, say of what part or make a phrase of another sense. */
  readonly never: readonly string[];
  /** Helping verbs by which something is told as it is or will be. */
  readonly helpers: readonly string[];
}

const LONGEST = 40;
const END = /^[.!]$/u;
/** What a statement is about stands before its end. */
const ACTORS: ReadonlySet<string> = new Set([
  "state",
  "group",
  "person",
  "body",
  "group-of-people",
]);
const OBJECTS = /^(?:obj|ccomp|xcomp)$/u;

/** The units of a statement without the circumstances at its end; null where it has none. */
export function withoutEnding(
  units: readonly Unit[],
  parse: Parse,
  context: Context,
): readonly Unit[] | null {
  const { ends, negations, quantifiers } = context.grammar;
  if (units.length > LONGEST) return null;
  // "did not leave in anger": it is the anger that is denied.
  const denials = [...negations, ...quantifiers.no];
  if (units.some((u) => denials.includes(u.lower))) return null;
  const nodes = buildTree(units, repair(parseWithVerb(units, parse, context)), context.lexicon);
  const root = nodes.find((n) => n.head === null);
  if (!root || !isTold(root, context)) return null;
  const stop = beforeTimes(units, context);
  const words = units.map((u) => `${u.lower} `);
  const isOneOf = (marks: readonly string[], at: number): boolean =>
    marks.some((mark) =>
      words
        .slice(at, stop - 1)
        .join("")
        .startsWith(`${mark} `),
    );
  const isMark = (at: number): boolean =>
    units[at]?.lower === "by"
      ? units.slice(at, stop).some((u) => ends.by.includes(u.lower))
      : isOneOf([...ends.marks, ...ends.causes], at);
  const start = nodes.findIndex(
    (n) =>
      n.index > root.index &&
      isMark(n.index) &&
      root.children.some((c) => isObject(c, context) && c.index < n.index) &&
      nodes
        .slice(n.index, stop)
        .every((inner) => isPlain(inner, isOneOf(ends.causes, n.index), context)),
  );
  if (start < 0) return null;
  const kept = units[start - 1]?.form === "," ? start - 1 : start;
  // "denounced … as" may be a phrase of its own; without its end the verb is an ordinary one.
  const plain = (u: Unit): Unit =>
    u === root.unit && !u.form.includes(" ") ? { ...u, senses: [] } : u;
  return [...units.slice(0, kept).map(plain), ...units.slice(stop)];
}

/** "stays in the treaty": the name of a thing behind a preposition is as good as an object. */
function isObject({ rel, subtype, unit, head }: Node, { gazetteer }: Context): boolean {
  const kind = gazetteer.entities.get(unit.name?.id ?? "")?.kind;
  const isNamed = rel === "obl" && kind !== undefined && !ACTORS.has(kind);
  const isPassive = (head?.children ?? []).some((c) => c.rel === "aux" && c.subtype === "pass");
  return OBJECTS.test(rel) || isNamed || (rel === "nsubj" && subtype === "pass" && isPassive);
}

/** Where the mark at the end begins, or the times before it: "… as a sensible step [back in March.]". */
function beforeTimes(units: readonly Unit[], { grammar }: Context): number {
  let stop = END.test(units.at(-1)?.form ?? "") ? units.length - 1 : units.length;
  while (units[stop - 1]?.time) {
    stop--;
    while (/^(?:in|on|at|by|since)$/u.test(units[stop - 1]?.lower ?? "")) stop--;
    while (grammar.empty.includes(units[stop - 1]?.lower ?? "")) stop--;
  }
  return stop;
}

/** A word that names nobody and no time, does nothing and denies nothing. */
function isPlain(
  { unit, upos, xpos }: Node,
  mayName: boolean,
  { grammar: { ends } }: Context,
): boolean {
  const isVerb = (upos === "VERB" && !/^VB[NG]$/u.test(xpos)) || upos === "AUX";
  const isNamed = unit.name !== null || unit.group !== undefined;
  if (isVerb || (isNamed && !mayName) || unit.time || unit.quantity) return false;
  return upos !== "PUNCT" && (mayName || upos !== "PROPN") && !ends.never.includes(unit.lower);
}

/** Is it told as what came about, is so, or will be, not as what may be or would be? */
function isTold(root: Node, { grammar: { ends, rules } }: Context): boolean {
  // "allows the use of bombs with a timer": of what kind they are belongs to the rule.
  const isRule = root.senses.some(
    (s) => s.kind === "event" && [rules.ban, rules.duty].includes(s.concept),
  );
  if (isRule || !/^VB/u.test(root.xpos)) return false;
  return root.children
    .filter((c) => c.rel === "aux")
    .every((c) => ends.helpers.includes(c.lemma) || ends.helpers.includes(c.lower));
}
