import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Pos, Sense } from "../../lexicon/types.ts";
import type { SyntaxToken } from "../../syntax/index.ts";
import { PREPOSITIONS, type Unit } from "../../units/units.ts";

/** A node of the dependency tree with what the lexicon knows of it. */
export interface Node {
  readonly index: number;
  readonly unit: Unit;
  readonly form: string;
  readonly lower: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** The relation to the head without its subtype, and the subtype ("" if none). */
  readonly rel: string;
  readonly subtype: string;
  head: Node | null;
  readonly children: Node[];
  /** Senses that fit its part of speech first, others after. */
  senses: readonly Sense[];
}

const ORDER: Readonly<Record<string, readonly Pos[]>> = {
  VERB: ["v", "a", "n"],
  AUX: ["v"],
  NOUN: ["n", "a", "v"],
  PROPN: ["n", "a", "v"],
  ADJ: ["a", "n", "v"],
  ADV: ["a"],
  NUM: [],
  ADP: ["a"],
  SCONJ: ["a"],
  INTJ: ["a"],
  X: ["n", "v", "a"],
};

/** Relations of function words. */
const FUNCTIONS = new Set(["aux", "cop", "mark", "case", "cc", "det", "punct"]);

/** The last word of a phrase ("kicks in", "nothing to worry about") that has nothing after it. */
function isLooseParticle(
  index: number,
  units: readonly Unit[],
  tokens: readonly SyntaxToken[],
): boolean {
  const token = tokens[index];
  return (
    ["advmod", "obl", "nmod", "obj", "xcomp"].includes(token?.rel ?? "") &&
    token?.head === index - 1 &&
    PREPOSITIONS.has(units[index]?.lower ?? "") &&
    (units[index - 1]?.senses.length ?? 0) > 0 &&
    tokens.every((t) => t.head !== index)
  );
}

/** Builds the tree of a parsed sentence. */
export function buildTree(
  units: readonly Unit[],
  tokens: readonly SyntaxToken[],
  lexicon: Lexicon,
): Node[] {
  const nodes = tokens.map((token, index) => {
    const unit = units[index] as Unit;
    const relation = isLooseParticle(index, units, tokens) ? "compound:prt" : token.rel;
    const [rel = "dep", subtype = ""] = relation.split(":");
    return {
      index,
      unit,
      form: unit.form,
      lower: unit.lower,
      lemma: token.lemma.toLowerCase(),
      upos: token.upos,
      xpos: token.xpos,
      rel,
      subtype,
      head: null as Node | null,
      children: [] as Node[],
      senses: FUNCTIONS.has(rel) && unit.senses.length === 0 ? [] : sensesOf(unit, token, lexicon),
    };
  });
  tokens.forEach((token, index) => {
    const node = nodes[index];
    let head: Node | undefined = nodes[token.head];
    // Function words govern nothing: what hangs on them hangs on what they serve.
    if (node && !FUNCTIONS.has(node.rel)) {
      while (head && FUNCTIONS.has(head.rel) && tokens[head.index]?.head !== -1)
        head = nodes[tokens[head.index]?.head ?? -1];
    }
    if (node && head) {
      node.head = head;
      head.children.push(node);
    }
  });
  // A particle is in the sense of its verb ("kicked in"), unless that has none by itself ("pull it out").
  for (const node of nodes)
    if (
      node.subtype === "prt" &&
      node.unit.senses.length === 0 &&
      (node.head?.senses.some((s) => s.kind === "event") ||
        (PREPOSITIONS.has(node.lower) && (node.head?.unit.senses.length ?? 0) > 0))
    )
      node.senses = [];
  return nodes;
}

function sensesOf(unit: Unit, token: SyntaxToken, lexicon: Lexicon): readonly Sense[] {
  if (unit.name || unit.time || unit.quantity || unit.group || unit.mark) return [];
  // "its members": an adjective has no plural.
  const plural =
    token.upos === "ADJ" &&
    unit.lower.endsWith("s") &&
    lexicon.words.n.get(token.lemma.replace(/s$/u, "").replace(/ie$/u, "y")) !== undefined;
  const order = ORDER[plural ? "NOUN" : token.upos] ?? [];
  if (unit.senses.length > 0) {
    const ranked = order.flatMap((pos) => unit.senses.filter((s) => s.pos === pos));
    return [...ranked, ...unit.senses.filter((s) => !ranked.includes(s))].map((s) => s.sense);
  }
  const found: Sense[] = [];
  // "pending", "awaiting": words of their own, whatever verb they look like.
  const own =
    token.xpos === "VBG"
      ? (lexicon.words.a.get(unit.lower) ?? []).filter((s) => s.kind === "operator")
      : [];
  if (own.length > 0) return own;
  for (const pos of order) {
    const [lemma, form] = [token.lemma.toLowerCase(), unit.lower];
    // "signing" is a noun of its own, no form of "sign".
    const senses =
      (plural
        ? lexicon.words[pos].get(lemma.replace(/s$/u, "").replace(/ie$/u, "y"))
        : pos === "n" && token.xpos === "NN"
          ? (lexicon.words.n.get(form) ?? lexicon.words.n.get(lemma))
          : token.upos === "VERB" && pos === "a"
            ? // "was reversed" is not "reverse": a verb is an adjective by its own form only.
              lexicon.words.a.get(form)
            : (lexicon.words[pos].get(lemma) ?? lexicon.words[pos].get(form))) ?? [];
    found.push(...senses);
    if (found.length > 0) break;
  }
  // "maimed": a participle that the parser takes for an adjective.
  if (found.length === 0 && token.upos === "ADJ" && unit.lower.endsWith("ed")) {
    const { v } = lexicon.words;
    found.push(...(v.get(unit.lower.slice(0, -2)) ?? v.get(unit.lower.slice(0, -1)) ?? []));
  }
  // Names of the parser's making ("Nations" in a headline) keep their plural as their lemma.
  if (found.length === 0 && (token.upos === "PROPN" || token.upos === "NOUN"))
    found.push(
      ...singularsOf(unit.lower)
        .flatMap((lemma) => lexicon.words.n.get(lemma) ?? [])
        .slice(0, 1),
    );
  // "the withdrawing": what is done, by the verb's own name.
  if (found.length === 0 && token.upos === "NOUN" && /[a-z]{3}ing$/u.test(unit.lower)) {
    const stem = unit.lower.slice(0, -3);
    const verb = [stem, `${stem}e`, stem.replace(/(.)\1$/u, "$1")].find((v) =>
      lexicon.words.v.get(v),
    );
    const senses = lexicon.words.v.get(verb ?? "") ?? [];
    // "the remaining": a verb that only joins names no deed.
    if (senses.every((s) => s.kind === "event" && !s.negated)) found.push(...senses);
  }
  // "even", "just": as adverbs they only stress.
  const filler = token.upos === "ADV" ? found.filter((s) => s.kind === "filler") : [];
  return filler.length > 0 ? filler : found;
}

function singularsOf(word: string): string[] {
  return /[^s]s$/u.test(word) ? [word.replace(/s$/u, ""), word.replace(/ies$/u, "y")] : [];
}

/** The first sense of a kind, if any. */
export function senseOf<K extends Sense["kind"]>(
  node: Node,
  kind: K,
): Extract<Sense, { kind: K }> | null {
  for (const sense of node.senses)
    if (sense.kind === kind) return sense as Extract<Sense, { kind: K }>;
  return null;
}

/** Children with one of the relations. */
export function childrenBy(node: Node, ...rels: readonly string[]): Node[] {
  return node.children.filter((child) => rels.includes(child.rel));
}

/** The preposition or conjunction that marks a node ("of", "without", "because"), joined if several. */
export function markOf(node: Node): string {
  const words = node.children
    .filter((c) => c.rel === "case" || c.rel === "mark")
    .map((c) => [c, ...childrenBy(c, "fixed")].map((n) => n.lower).join(" "));
  return words.join(" ");
}

/** All nodes below a node, itself included, in the order of the sentence. */
export function subtree(node: Node): Node[] {
  const out: Node[] = [];
  const walk = (n: Node): void => {
    out.push(n);
    for (const child of n.children) walk(child);
  };
  walk(node);
  return out.sort((a, b) => a.index - b.index);
}

/** Is `node` below `above` (or the same)? */
export function isBelow(node: Node, above: Node): boolean {
  for (let n: Node | null = node; n; n = n.head) if (n === above) return true;
  return false;
}

/** The words of a node and all below it, as written. */
export function textOf(node: Node): string {
  return subtree(node)
    .map((n) => n.form)
    .join(" ");
}
