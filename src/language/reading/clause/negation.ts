/** Negation words of a clause, and words that mean nothing by themselves. */
import type { Context } from "../context.ts";
import { type Node, subtree } from "../parse/tree.ts";
import type { Region } from "./regions.ts";
import { isGrammatical, termOf } from "./terms.ts";

const FUNCTION_RELATIONS = new Set(["aux", "cop", "mark", "case", "cc", "punct"]);

export function isFunction(node: Node): boolean {
  // "The law abrogates the order": a finite verb is never a preposition, whatever the parse makes of it.
  const finite = node.upos === "VERB" && /^VB[ZDP]$/u.test(node.xpos);
  return FUNCTION_RELATIONS.has(node.rel) && !(finite && ["case", "mark"].includes(node.rel));
}

/** "The law overrules the order": a word that can only be a verb, taken for a preposition, is not understood. */
export function isMistaken(node: Node, { grammar }: Context): boolean {
  // "the gain rather than the loss": what it isn't has found no place.
  const set = node.lower === "than" && node.rel === "fixed" ? node.head?.head : null;
  if (set?.upos === "NOUN" && set.rel === "conj") return true;
  // "signed it against the will of the king"
  const [sense] = node.unit.senses;
  if (node.rel === "case" && /^against the /u.test(node.lower) && sense !== undefined) return true;
  if (!/^[a-z]{5,}$/u.test(node.lower) || grammar["long-prepositions"].includes(node.lower))
    return false;
  // "other cares outweigh the rule", "foreseeing the gain was impossible"
  return node.upos === "ADP" || (node.rel === "case" && node.xpos === "VBG");
}

/** "could wait": a verb that the parser takes for an auxiliary. */
export function isHiddenVerb(node: Node, { grammar }: Context): boolean {
  if (node.rel !== "aux") return false;
  // "wept as he called it hard"
  const full =
    node.upos === "VERB" && node.xpos !== "MD" && !grammar["helping-verbs"].includes(node.lemma);
  return full || node.unit.senses.some(({ sense }) => sense.kind === "event");
}

export function isMeaningful(node: Node, context: Context): boolean {
  if (isGrammatical(node, context)) return false;
  return (
    node.unit.name !== null ||
    node.unit.time !== null ||
    termOf(node, context) !== null ||
    (node.upos === "VERB" && node.senses.length === 0)
  );
}

/** Negation words of a clause: each turns it round. "Neither … nor" is one. */
export function negationOf(node: Node, region: Region, context: Context): number {
  const { grammar } = context;
  if (node.lower === "nor")
    return region.nodes.some((n) => n.lower === "neither") || region.nodes[0] !== node ? 0 : 1;
  if (grammar.negations.includes(node.lower)) {
    const head = node.head;
    if (isElliptic(node, region)) return 0;
    // "Hardly had he signed when …": he signed.
    const opens = node.index === 0 && node.lower.endsWith("ly");
    if (opens && (!isInverted(node) || isFollowed(node))) return 0;
    // "not all", "not only" are quantifiers and focus, not negations of the clause.
    if (head && [...grammar.quantifiers.all, ...grammar.only].includes(head.lower)) return 0;
    return 1;
  }
  if (
    grammar.quantifiers.no.includes(node.lower) ||
    grammar["negative-pronouns"].includes(node.lower)
  )
    return 1;
  if ((node.rel === "case" || node.rel === "mark") && grammar.without.includes(node.lower))
    return 1;
  return 0;
}

/** "Hardly had he signed": the auxiliary comes right behind. */
function isInverted(node: Node): boolean {
  return node.head?.children.some((n) => n.index === node.index + 1 && n.upos === "AUX") ?? false;
}

/** "Hardly had he signed when …": does what came right after it follow? */
function isFollowed(node: Node): boolean {
  let top = node;
  while (top.head) top = top.head;
  return subtree(top).some((n) => ["when", "before", "than"].includes(n.lower));
}

/** "… even though the enemy isn't": the last word denies what is left out, not the clause before it. */
function isElliptic(node: Node, region: Region): boolean {
  const last = region.nodes.every((n) => n.index <= node.index || n.upos === "PUNCT");
  return (
    last &&
    region.nodes.some((n) => n.upos === "VERB" && n !== node.head && n.index < node.index - 2)
  );
}

/** "… while the others are not": what is denied isn't there to be compared. */
export function deniesUnsaid(node: Node, regions: readonly Region[], context: Context): boolean {
  return (
    context.grammar.negations.includes(node.lower) &&
    (regions.some((r) => r.nodes.includes(node) && isElliptic(node, r)) ||
      endsClause(node, regions))
  );
}

/** "is not.", "aren't,": nothing follows the auxiliary that the word denies. */
function endsClause(node: Node, regions: readonly Region[]): boolean {
  const at = (index: number): Node | undefined =>
    regions.flatMap((r) => r.nodes).find((n) => n.index === index);
  const next = at(node.index + 1);
  return at(node.index - 1)?.upos === "AUX" && (next === undefined || next.upos === "PUNCT");
}

export function negated(region: Region, context: Context): boolean {
  return region.nodes.some((n) => context.grammar.negations.includes(n.lower));
}
