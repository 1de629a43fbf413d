/** What the negation words of a sentence deny. */
import type { Gist } from "../../../meaning.ts";
import type { Region } from "../clause/regions.ts";
import type { Context } from "../context.ts";
import { childrenBy, type Node, senseOf } from "../parse/tree.ts";

export function isNegation(node: Node, region: Region, context: Context): boolean {
  const { grammar } = context;
  if (node.lower === "nor") return !region.nodes.some((n) => n.lower === "neither");
  if (grammar.negations.includes(node.lower)) {
    const head = node.head;
    return !(head && [...grammar.quantifiers.all, ...grammar.only].includes(head.lower));
  }
  if (
    grammar.quantifiers.no.includes(node.lower) ||
    grammar["negative-pronouns"].includes(node.lower)
  )
    return true;
  return (node.rel === "case" || node.rel === "mark") && grammar.without.includes(node.lower);
}

/** The atom at which a negation stands: "no" at its noun, "not" at its verb. */
export function deniedBy(node: Node, places: ReadonlyMap<Node, number>): number {
  // "No one could know": it stands at what nobody did.
  const noun = node.head;
  const verb = noun?.rel === "nsubj" && noun.lower === "one" ? noun.head : null;
  if (verb && places.has(verb)) return places.get(verb) ?? -1;
  // "nothing difficult": what it is said to be none of.
  const own = childrenBy(node, "amod").find((c) => c.index > node.index && places.has(c));
  if (own) return places.get(own) ?? -1;
  // "is not an easy choice": it is one that is not easy.
  const quality =
    noun?.upos === "NOUN" && node.rel === "advmod" && childrenBy(noun, "cop").length > 0
      ? childrenBy(noun, "amod").find((c) => c.index > node.index && places.has(c))
      : undefined;
  if (quality && senseOf(quality, "quality")) return places.get(quality) ?? -1;
  for (let n: Node | null = node.head; n; n = n.head) {
    const place = places.get(n);
    if (place !== undefined) return place;
  }
  return -1;
}

/** "Not something that could be foreseen": what is denied stands in the clause of an empty word. */
export function deniedClause(
  node: Node,
  regions: readonly Region[],
  places: ReadonlyMap<Node, number>,
): number {
  const head = node.head;
  if (!head || places.has(head) || !["NOUN", "PRON"].includes(head.upos)) return -1;
  return regions.findIndex((r) => r.head.head === head && r.head.rel === "acl");
}

/** What each negation word of the clauses denies, but those of the verb by which somebody speaks. */
export function denialsIn(
  regions: readonly Region[],
  places: ReadonlyMap<Node, number>,
  saying: Node | null,
  context: Context,
): Gist["denials"] {
  return regions.flatMap((r, region) =>
    r.nodes
      .filter((n) => isNegation(n, r, context) && (saying === null || n.head !== saying))
      .map((n) => {
        const beyond = deniedClause(n, regions, places);
        if (beyond >= 0) return { region: beyond, atom: -1 };
        const clause =
          (n.rel === "det" || n.rel === "cc") &&
          context.grammar.quantifiers.no.includes(n.lower) &&
          n.head?.lower !== "one";
        return { region, atom: deniedBy(n, places), ...(clause ? { clause } : {}) };
      }),
  );
}
