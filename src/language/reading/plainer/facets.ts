/**
 * Says apart what a long sentence says beside its main clause: "The treaty, having entered into force
 * in 1999, binds them, a rule which Chile accepted" is three statements. Only what is set off by
 * commas, and holds whether or not the rest does, is a statement of its own.
 */
import { bareUnit, type Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { repair } from "../parse/repairs.ts";
import { buildTree, childrenBy, isBelow, type Node, subtree } from "../parse/tree.ts";
import { parseWithVerb } from "../parse/verbs.ts";
import type { Parse } from "../reading.ts";

/** What a sentence says beside its main clause. */
export interface Facets {
  /** The main clause first. */
  readonly parts: readonly (readonly Unit[])[];
  /** It is also said that one is the reason of another: that all hold doesn't make it so. */
  readonly isReasoned: boolean;
}

const LONGEST = 60;
const SHORTEST = 3;
const END = /^[.!]$/u;
const COMMAS: ReadonlySet<string> = new Set([",", "–", "—", ";"]);
const RELATIVES: ReadonlySet<string> = new Set(["which", "who"]);
/** Conjunctions of clauses that hold beside the main one, and of those that are its reason. */
const BESIDE: ReadonlySet<string> = new Set(["while", "whereas", "whilst", "although", "though"]);
const REASONS: ReadonlySet<string> = new Set(["because", "since", "as", "given", "for"]);
/** How what stands beside something hangs on it. */
const BESIDES: ReadonlySet<string> = new Set(["advcl", "acl", "conj", "parataxis", "appos"]);
/** What is said under one of these may not hold, or tells a time. */
const SUPPOSING: ReadonlySet<string> = new Set([
  "when",
  "whenever",
  "once",
  "before",
  "after",
  "till",
]);
const OPEN: ReadonlySet<string> = new Set([
  "if",
  "unless",
  "whether",
  "should",
  "until",
  "or",
  "than",
]);

/** A statement that stands within another, and the place that it takes there. */
interface Facet {
  readonly from: number;
  readonly to: number;
  readonly units: readonly Unit[];
  readonly isReason: boolean;
}

/** The statements of a sentence; null where it makes one alone. */
export function facetsOf(units: readonly Unit[], parse: Parse, context: Context): Facets | null {
  if (units.length > LONGEST || !units.some((u) => COMMAS.has(u.form))) return null;
  const { negations, quantifiers, conditions } = context.grammar;
  // "Had Chile joined, they might have stayed": neither is said to be so.
  if (conditions.inverted.includes(units[0]?.lower ?? "")) return null;
  if (units.some((u) => OPEN.has(u.lower))) return null;
  const nodes = buildTree(units, repair(parseWithVerb(units, parse, context)), context.lexicon);
  const root = nodes.find((n) => n.head === null);
  const isSupposed = nodes.some(
    (n) => SUPPOSING.has(n.lower) && (n.rel === "mark" || (n.rel === "advmod" && n.head !== root)),
  );
  if (!root || isSupposed) return null;
  const end = END.test(units.at(-1)?.form ?? "") ? units.length - 1 : units.length;
  const [subject] = childrenBy(root, "nsubj");
  const who = subject ? phraseOf(subject, units) : null;
  const isNobody = (who ?? []).some(
    (u) => negations.includes(u.lower) || quantifiers.no.includes(u.lower),
  );
  const found: Facet[] = [];
  for (const node of nodes) {
    if (node === root || isBelow(root, node)) continue;
    const span = setOff(node, units, end);
    if (!span || found.some((f) => span.from < f.to && f.from < span.to)) continue;
    const facet =
      ownClause(node, root, span, units) ??
      relativeClause(node, span, units) ??
      (who && !isNobody ? participle(node, root, span, who, units) : null);
    if (facet) found.push(facet);
  }
  if (found.length === 0) return null;
  const stop = bareUnit(".", units.at(-1) as Unit);
  const main = cleared(units.filter((_, i) => found.every((f) => i < f.from || i >= f.to)));
  const parts = [main, ...found.map((f) => [...f.units, stop])];
  if (parts.some((p) => p.filter((u) => /[\p{L}\p{N}]/u.test(u.form)).length < SHORTEST))
    return null;
  return { parts, isReasoned: found.some((f) => f.isReason) };
}

/** Where words that hang on a node stand, with the commas around them; null where none set them off. */
function setOff(
  node: Node,
  units: readonly Unit[],
  end: number,
): { from: number; to: number; words: readonly Node[] } | null {
  if (!BESIDES.has(node.rel) && !isStep(node)) return null;
  const words = subtree(node).filter((n) => n.index < end && !isOuter(n, node));
  const from = words[0]?.index ?? 0;
  const to = (words.at(-1)?.index ?? 0) + 1;
  if (words.length < to - from) return null;
  const before = from > 0 && COMMAS.has(units[from - 1]?.form ?? "");
  const after = to < end && COMMAS.has(units[to]?.form ?? "");
  if (!(before || from === 0) || !(after || to === end) || (from === 0 && to === end)) return null;
  return { from: before ? from - 1 : from, to: after ? to + 1 : to, words };
}

/** "…, a step which Chile then took": it hangs on any verb before it. */
function isStep(node: Node): boolean {
  const isAny = node.children.some((c) => c.rel === "det" && /^an?$/u.test(c.lower));
  return node.upos === "NOUN" && isAny && relativeOf(node) !== undefined;
}

function relativeOf(node: Node): Node | undefined {
  return node.children.find((c) => c.rel === "acl" && c.subtype === "relcl");
}

/** The commas around a clause hang on it. */
function isOuter(n: Node, node: Node): boolean {
  return n.rel === "punct" && n.head === node && COMMAS.has(n.form);
}

/** "…, while Peru has stayed in", "…, and the diet has not ratified it", "…, Chile having left". */
function ownClause(
  node: Node,
  root: Node,
  { from, to, words }: { from: number; to: number; words: readonly Node[] },
  units: readonly Unit[],
): Facet | null {
  if (node.head !== root || node.rel === "acl" || node.rel === "appos") return null;
  const [subject] = childrenBy(node, "nsubj");
  if (!subject || subject.index > node.index) return null;
  const marks = words.filter(
    (n) => n.index < subject.index && ["mark", "cc", "case"].includes(n.rel),
  );
  const mark = marks.map((m) => m.lower).join(" ");
  const inner = words.filter((n) => !marks.includes(n)).map((n) => units[n.index] as Unit);
  // "Chile having left"
  if (!hasFiniteVerb(node)) {
    if (mark !== "" && mark !== "with") return null;
    const said = finite(node, inner, units);
    return said && { from, to, units: said, isReason: false };
  }
  const isBeside = mark === "" || mark === "and" || mark === "but" || BESIDE.has(mark);
  const isReason = marks.some((m) => REASONS.has(m.lower));
  return isBeside || isReason ? { from, to, units: inner, isReason } : null;
}

/** "…, which binds its members, …", "…, a step which Chile then took". */
function relativeClause(
  node: Node,
  { from, to, words }: { from: number; to: number; words: readonly Node[] },
  units: readonly Unit[],
): Facet | null {
  const clause = node.upos === "NOUN" && node.rel !== "acl" ? relativeOf(node) : node;
  if (clause?.rel !== "acl" || clause.subtype !== "relcl") return null;
  const noun = clause.head;
  if (!noun || !["NOUN", "PROPN"].includes(noun.upos)) return null;
  const pronoun = clause.children.find((c) => RELATIVES.has(c.lower));
  if (!pronoun || pronoun.index > clause.index) return null;
  const inner = words.filter((n) => n !== pronoun && isBelow(n, clause));
  // "a step" is the one that the rest speaks of.
  const named = (clause === node ? phraseNodes(noun) : [noun])
    .filter((n) => n.rel !== "det")
    .map((n) => units[n.index] as Unit);
  const the =
    noun.unit.name?.usage === "name" && !noun.unit.name.weak ? [] : [bareUnit("the", noun.unit)];
  const phrase = [...the, ...named];
  if (pronoun.rel === "nsubj") {
    const said = inner.map((n) => units[n.index] as Unit);
    return { from, to, units: [...phrase, ...said], isReason: false };
  }
  if (pronoun.rel !== "obj" || childrenBy(clause, "nsubj").length === 0) return null;
  const said = inner.flatMap((n) =>
    n === clause ? [units[n.index] as Unit, ...phrase] : [units[n.index] as Unit],
  );
  return { from, to, units: said, isReason: false };
}

/** "Having joined in 2005, …", "…, calling it hard, …", "While praising it, …": said of the subject. */
function participle(
  node: Node,
  root: Node,
  { from, to, words }: { from: number; to: number; words: readonly Node[] },
  who: readonly Unit[],
  units: readonly Unit[],
): Facet | null {
  const [subject] = childrenBy(root, "nsubj");
  const isOfSubject =
    (node.head === root && node.rel === "advcl") || (node.head === subject && node.rel === "acl");
  if (!isOfSubject || hasFiniteVerb(node) || childrenBy(node, "nsubj").length > 0) return null;
  if (node.xpos !== "VBG" && node.xpos !== "VBN") return null;
  const marks = node.children.filter((c) => c.rel === "mark" || c.rel === "case");
  if (marks.some((m) => !BESIDE.has(m.lower))) return null;
  // "Even while praising it": beside what the sentence goes on to say.
  const begin = Math.max(-1, ...marks.map((m) => m.index));
  const inner = words.filter((n) => n.index > begin).map((n) => units[n.index] as Unit);
  const said = finite(node, inner, units);
  return said && { from, to, units: [...who, ...said], isReason: false };
}

/** The words of a clause without a finite verb with one: "having left" is "has left". */
function finite(
  node: Node,
  inner: readonly Unit[],
  units: readonly Unit[],
): readonly Unit[] | null {
  const having = node.children.find((c) => c.rel === "aux" && c.lower === "having");
  const being = node.children.find(
    (c) => (c.rel === "aux" || c.rel === "cop") && c.lower === "being",
  );
  const due = inner.findIndex((u, i) => u.lower === "having" && inner[i + 1]?.lower === "to");
  // "Still having to ratify it": must.
  if (due >= 0) {
    const must = bareUnit("must", inner[due] as Unit);
    return [...inner.slice(0, due), must, ...inner.slice(due + 2)];
  }
  const first = having ?? being;
  if (first) {
    const unit = units[first.index] as Unit;
    const verb = bareUnit(having ? "has" : "is", unit);
    // "Not having left", "never having left": the denial stands behind the verb.
    const denial = inner.filter(
      (u) => units.indexOf(u) < first.index && ["not", "never"].includes(u.lower),
    );
    return inner.flatMap((u) => (u === unit ? [verb, ...denial] : denial.includes(u) ? [] : [u]));
  }
  if (node.xpos !== "VBG" && node.xpos !== "VBN") return null;
  const at = units[node.index] as Unit;
  const subject = childrenBy(node, "nsubj")[0];
  const start = subject ? inner.indexOf(units[subject.index] as Unit) + 1 : 0;
  return [...inner.slice(0, start), bareUnit("is", at), ...inner.slice(start)];
}

function hasFiniteVerb(node: Node): boolean {
  const helpers = node.children.filter((c) => c.rel === "aux" || c.rel === "cop");
  return [node, ...helpers].some((n) => /^(?:VBZ|VBD|VBP|MD)$/u.test(n.xpos));
}

/** A noun with what stands before it and belongs to it, without clauses and appositions. */
function phraseNodes(noun: Node): Node[] {
  return subtree(noun).filter((n) => {
    for (let up: Node | null = n; up && up !== noun; up = up.head)
      if (["acl", "appos", "parataxis", "advcl"].includes(up.rel)) return false;
    return n.rel !== "punct" || n.index < noun.index;
  });
}

function phraseOf(subject: Node, units: readonly Unit[]): readonly Unit[] | null {
  // Whom "it" stands for is told outside.
  if (subject.upos === "PRON") return null;
  return phraseNodes(subject).map((n) => units[n.index] as Unit);
}

/** Without commas that nothing stands before, and two in a row. */
function cleared(units: readonly Unit[]): readonly Unit[] {
  return units.filter((u, i) => {
    if (!COMMAS.has(u.form)) return true;
    const next = units[i + 1];
    return i > 0 && next !== undefined && !COMMAS.has(next.form) && !END.test(next.form);
  });
}
