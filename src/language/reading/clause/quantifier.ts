/** How many of what a noun names are meant, and which are left out. */
import type { Quantifier } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node, subtree } from "../parse/tree.ts";

/** Does a count only say that there is such a thing as is named? */
export function isOneNamed(node: Node, lo: number, hi: number, context: Context): boolean {
  const { name } = node.unit;
  // "One charity welcomed it": a name that all of a kind go by is of many.
  const many = name && context.gazetteer.entities.get(name.id)?.kind === "group-of-people";
  const none = node.children.some((c) => context.grammar.negations.includes(c.lower));
  if (many && !none) return false;
  return (
    name?.weak === true &&
    lo === 1 &&
    (hi === 1 || hi === Number.POSITIVE_INFINITY) &&
    !node.children.some((c) => ["only", "just", "single", "sole"].includes(c.lower))
  );
}

/** The quantifier that a noun phrase bears. */
export function quantifierOf(node: Node, context: Context): Quantifier | null {
  const { quantifiers } = context.grammar;
  const determiners = node.children.filter(
    (c) =>
      ["det", "nummod", "advmod", "amod", "cc", "nmod"].includes(c.rel) ||
      (c.rel === "compound" && c.unit.quantity?.kind === "cardinal"),
  );
  const definite = determiners.some((d) => ["the", "all", "these", "those"].includes(d.lower));
  for (const d of determiners) {
    if (d.unit.quantity && d.unit.quantity.kind === "cardinal") {
      const { lo, hi, text } = d.unit.quantity;
      // "one decree", "at least one decree": the one that goes by that name.
      if (isOneNamed(node, lo, hi, context)) continue;
      return { kind: "count", count: { lo, hi, text }, definite };
    }
  }
  // "some of the bombs"
  const above = node.rel === "nmod" && markOf(node) === "of" ? node.head : null;
  const part = above && ["DET", "PRON", "ADJ"].includes(above.upos) ? above.lower : "";
  if (quantifiers.most.includes(part)) return { kind: "most" };
  if (quantifiers.some.includes(part)) return { kind: "some" };
  const words = [node, ...determiners];
  for (const d of words) {
    if (d !== node && d.rel === "nmod") continue;
    // "Not all unions", be it hung on "all" or beside it.
    const negated = [...childrenBy(d, "advmod"), ...determiners].some(
      (c) =>
        context.grammar.negations.includes(c.lower) && (c.head === d || c.index === d.index - 1),
    );
    // The negation itself is counted with the clause's: "no X did" denies that some X did.
    if (quantifiers.no.includes(d.lower)) return { kind: "some", none: true };
    if (quantifiers.all.includes(d.lower)) return { kind: negated ? "not-all" : "all" };
    if (quantifiers.most.includes(d.lower)) return { kind: "most" };
    if (quantifiers.some.includes(d.lower)) return { kind: "some" };
  }
  const only = childrenBy(node, "advmod", "amod", "det").some((c) =>
    context.grammar.only.includes(c.lower),
  );
  return only ? { kind: "only" } : null;
}

/** "besides Chile", "other than Chile": the entities that a phrase leaves out. */
export function exceptionsOf(node: Node, context: Context): string[] {
  return node.children
    .filter((c) => context.grammar.except.includes(markOf(c)))
    .flatMap((c) => subtree(c))
    .flatMap((n) => (n.unit.name ? [n.unit.name.id] : []));
}
