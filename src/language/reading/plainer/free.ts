/**
 * Says a statement without its free adjuncts: how, after what, to whose surprise something came about,
 * which adds to it but changes neither whom it speaks of nor whether it is so. What is false without
 * them is false with them.
 */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { repair } from "../parse/repairs.ts";
import { buildTree, isBelow, type Node, subtree } from "../parse/tree.ts";
import { parseWithVerb } from "../parse/verbs.ts";
import type { Parse } from "../reading.ts";

/** What English has for free adjuncts. */
export interface FreeWords {
  /** Adverbs of how willingly, openly, late something is done, or of what the writer thinks of it. */
  readonly manner: readonly string[];
  /** Words that may stand before them. */
  readonly degrees: readonly string[];
  /** Prepositions of circumstances, with the nouns that make them such; any noun where there are none. */
  readonly circumstances: Readonly<Record<string, readonly string[]>>;
  /** What begins a set-off end that only tells what else there was, and what it is about. */
  readonly tails: Readonly<Record<string, "any" | "person" | "thing">>;
  /** Words by which such an end limits what is told. */
  readonly limits: readonly string[];
  /** Conjunctions of clauses that leave what is said in the main one as it is. */
  readonly conjunctions: readonly string[];
  /** How a comment on the whole begins ("as is usual"). */
  readonly comments: readonly string[];
}

const LONGEST = 40;
const SHORTEST = 3;
const MARKS: ReadonlySet<string> = new Set([",", "–", "—", "-", "(", ")"]);
const END = /^[.!]$/u;

/** The units of a statement without its free adjuncts; null where it has none. */
export function withoutFree(
  units: readonly Unit[],
  parse: Parse,
  context: Context,
): readonly Unit[] | null {
  if (units.length > LONGEST || !mayHaveFree(units, context)) return null;
  const nodes = buildTree(units, repair(parseWithVerb(units, parse, context)), context.lexicon);
  const root = nodes.find((n) => n.head === null);
  if (!root) return null;
  const end = END.test(units.at(-1)?.form ?? "") ? units.length - 1 : units.length;
  const tail = tailOf(nodes, root, units, end, context);
  if (tail) return [...units.slice(0, tail), ...units.slice(end)];
  const left = new Set<number>();
  for (const node of nodes) {
    if (left.has(node.index) || node.rel === "punct" || node === root) continue;
    const span = spanOf(node, units, end);
    if (span && isFree(span, node, root, units, context))
      for (let at = span.from; at < span.to; at++) left.add(at);
  }
  const kept = units
    .filter((_, i) => !left.has(i))
    .filter((u, i, all) => !(isMark(u) && (i === 0 || isMark(all[i - 1]) || isMark(all[i + 1]))));
  return left.size === 0 || kept.length < SHORTEST ? null : kept;
}

/** Is there a word that one could begin with? Only then is it worth a parse. */
function mayHaveFree(units: readonly Unit[], { grammar: { free } }: Context): boolean {
  const words = [...free.manner, ...free.conjunctions, ...free.comments];
  return units.some((u) => words.includes(u.lower) || free.circumstances[u.lower] !== undefined);
}

function isMark(unit: Unit | undefined): boolean {
  return unit !== undefined && MARKS.has(unit.form);
}

/** Where the words below a node stand, with the marks that set them off. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Node[];
  readonly isSetOff: boolean;
}

function spanOf(node: Node, units: readonly Unit[], end: number): Span | null {
  const words = subtree(node).filter((n) => !MARKS.has(n.form) && n.index < end);
  const from = words[0]?.index ?? 0;
  const to = (words.at(-1)?.index ?? 0) + 1;
  const inside = units.slice(from, to).filter((u) => !isMark(u));
  if (inside.length !== words.length) return null;
  const before = from > 0 && isMark(units[from - 1]);
  const after = to < end && isMark(units[to]);
  const isSetOff = (before || from === 0) && (after || to === end);
  // Marks on both sides go with it, and one of them at an end of the sentence.
  return {
    from: isSetOff && before ? from - 1 : from,
    to: isSetOff && after ? to + 1 : to,
    words,
    isSetOff,
  };
}

function isFree(
  { words, isSetOff }: Span,
  node: Node,
  root: Node,
  units: readonly Unit[],
  context: Context,
): boolean {
  const { free, negations, quantifiers } = context.grammar;
  if (isBelow(root, node)) return false;
  const first = words.find((n) => n.rel !== "cc");
  if (!first) return false;
  const outside = units.filter((u) => !words.some((w) => w.unit === u));
  const isDenied = outside.some(
    (u) => negations.includes(u.lower) || quantifiers.no.includes(u.lower),
  );
  // "did not sign readily": it is the manner that is denied.
  if (isDenied && !isSetOff) return false;
  if (isManner(words, node, free)) return true;
  if (free.comments.includes(first.lower) && isSetOff && words.length > 1)
    return words.every((n) => !n.unit.name);
  if (node.head !== root || !isTold(root)) return false;
  const marks = node.children.filter((c) => c.rel === "case" || c.rel === "mark");
  if (free.conjunctions.includes(first.lower) && isSetOff && node.rel === "advcl")
    return marks.includes(first);
  if (!isCircumstance(words, node, marks, context)) return false;
  const isPrior = context.grammar.before.includes(marks[0]?.lower ?? "");
  if (isPrior && (isDenied || words.some((n) => n.unit.time) || !isOnce(root, context)))
    return false;
  // "After the vote in Chile the diet approved it": whose diet, that tells.
  const subject = root.children.find((c) => c.rel === "nsubj");
  return (
    subject?.unit.name?.weak === false ||
    words.every((n) => !n.unit.name || isOfOwn(n.unit.name.id, subject?.unit.name?.id, context))
  );
}

/** "Before that, it signed", unlike "Before that, it was free": what happens once and hasn't happened never did. */
function isOnce({ senses }: Node, { relations }: Context): boolean {
  return senses.some((s) => {
    const relation = s.kind === "event" && !s.negated ? relations.get(s.concept) : undefined;
    return relation?.once === true || relation?.oneValue.includes("time") === true;
  });
}

/** Is it somebody or something of the same country, or no country's at all? */
function isOfOwn(id: string, subject: string | undefined, { gazetteer }: Context): boolean {
  const home = (of: string | null | undefined): string | null => {
    const owner = of ? gazetteer.entities.get(of)?.of : null;
    return owner ? home(owner) : (of ?? null);
  };
  const known = gazetteer.entities.get(id);
  const own = home(gazetteer.entities.get(subject ?? "")?.of);
  return known !== undefined && known.kind !== "state" && [null, own].includes(home(known.of));
}

/** "after a war", "ten years after the war", "under king Peter". */
function isCircumstance(
  words: readonly Node[],
  node: Node,
  marks: readonly Node[],
  context: Context,
): boolean {
  const { circumstances, manner, degrees } = context.grammar.free;
  const [mark] = marks;
  const nouns = circumstances[mark?.lower ?? ""];
  if (!mark || !nouns) return false;
  const before = words.slice(0, words.indexOf(mark)).filter((n) => n.rel !== "cc");
  const isMeasured = before.every(
    ({ unit, lower }) =>
      unit.time || unit.quantity || manner.includes(lower) || degrees.includes(lower),
  );
  const isRule = mark.lower === "under" && node.upos === "PROPN" && !node.unit.quantity;
  const isPerson = isRule && !node.unit.time && (!node.unit.name || isPersonal(node, context));
  return isMeasured && (nouns.length === 0 || nouns.includes(node.lower) || isPerson);
}

function isPersonal({ unit }: Node, { gazetteer }: Context): boolean {
  return gazetteer.entities.get(unit.name?.id ?? "")?.kind === "person";
}

/** "rather late", "albeit reluctantly". */
function isManner(words: readonly Node[], node: Node, { manner, degrees }: FreeWords): boolean {
  const isAdverb =
    node.upos !== "ADJ" || node.rel === "advmod" || node.index > (node.head?.index ?? 0);
  return (
    isAdverb &&
    words.some((n) => manner.includes(n.lower)) &&
    words.every((n) => manner.includes(n.lower) || degrees.includes(n.lower))
  );
}

/**
 * Where a set-off end begins that only tells what else there was then ("…, a year after the coronation",
 * "…, under then-president Smith", "…, with aides at her side"); null where there is none. Its words
 * often hang from others than the verb, so they are taken as they stand.
 */
function tailOf(
  nodes: readonly Node[],
  root: Node,
  units: readonly Unit[],
  end: number,
  context: Context,
): number | null {
  const { free, negations, quantifiers, before } = context.grammar;
  const stop = units.findLastIndex((u, i) => i < end && isMark(u));
  const words = nodes.slice(stop + 1, end);
  if (stop < SHORTEST || words.includes(root) || !isTold(root)) return null;
  // "Used none, during the truce": only then.
  const denials = [...negations, ...quantifiers.no];
  if (units.some((u) => denials.includes(u.lower) || free.limits.includes(u.lower))) return null;
  const said = words.map((n) => `${n.lower} `);
  const marks = Object.entries(free.tails);
  const markAt = (i: number) =>
    marks.find(([mark]) => said.slice(i).join("").startsWith(`${mark} `));
  const at = words.findIndex((_, i) => markAt(i));
  const [mark = "", kind] = markAt(at) ?? [];
  const measure = words.slice(0, at);
  const circumstance = words.filter((_, i) => said.slice(at, i).join("").length > mark.length);
  const isMeasured = measure.every(
    ({ unit, lower }) => unit.time || unit.quantity || free.degrees.includes(lower),
  );
  if (kind === undefined || !isMeasured || circumstance.length === 0) return null;
  const isPlain = circumstance.every((n) => !/^(?:VERB|AUX)$/u.test(n.upos));
  if (!isPlain || (before.includes(mark) && !isOnce(root, context))) return null;
  const last = circumstance.at(-1);
  const isNamed = circumstance.some(
    (n) => n.unit.name?.usage === "name" && !isPersonal(n, context),
  );
  if (kind === "person" && (isNamed || last?.upos !== "PROPN" || last.unit.time)) return null;
  return kind === "thing" && circumstance.some((n) => n.unit.name || n.unit.time) ? null : stop;
}

/** Is it told as what came about or is going on, not as what may be, will be or is the rule? */
function isTold(root: Node): boolean {
  const helpers = root.children.filter((c) => c.rel === "aux" || c.rel === "cop");
  if (helpers.some((h) => h.xpos === "MD")) return false;
  const isPast = [root, ...helpers].some((n) => n.xpos === "VBD");
  const isPerfect = root.xpos === "VBN" && helpers.some((h) => h.lemma === "have");
  const isGoingOn = root.xpos === "VBG" && helpers.some((h) => h.lemma === "be");
  return isPast || isPerfect || isGoingOn;
}
