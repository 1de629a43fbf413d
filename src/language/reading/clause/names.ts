/** Whom or what a name stands for: the one of the base, or another of that name. */
import type { Term } from "../../../meaning.ts";
import { isPartOf } from "../../../owners.ts";
import type { Context } from "../context.ts";
import { markOf, type Node, subtree } from "../parse/tree.ts";
import { ownerOf } from "./owner.ts";
import { quantifierOf } from "./quantifier.ts";
import { termOf } from "./terms.ts";

/** The place that names a text: right before it, no adjective and no genitive. */
export function namingPlace(node: Node): Node | undefined {
  return node.children.find(
    (c) =>
      c.rel === "compound" &&
      c.index === node.index - 1 &&
      c.unit.name?.usage === "name" &&
      /^\p{Lu}/u.test(c.form),
  );
}

/** A name, told apart by its owner: "the Norwegian parliament" is not the base's parliament. */
export function entityTerm(node: Node, context: Context): Term | null {
  const name = node.unit.name;
  const known = name && context.gazetteer.entities.get(name.id);
  if (!name || !known) return null;
  if (name.usage === "name" && known.of !== null) {
    const owner = ownerOf(node, context);
    const things = context.gazetteer.entities;
    // "The king's ministry" is his country's.
    const isOwn =
      owner === null || isPartOf(known.of, owner, things) || isPartOf(owner, known.of, things);
    if (!isOwn) {
      return { kind: "entity", id: `${known.id}@${owner}`, type: known.kind };
    }
  }
  // "Most Norwegians" are not their state.
  if (
    name.usage === "people" &&
    ["most", "some", "not-all", "count"].includes(quantifierOf(node, context)?.kind ?? "")
  )
    return { kind: "entity", id: `${known.id}?`, type: known.kind };
  if (
    name.weak &&
    (isNarrowed(node, context) ||
      (known.of !== null && (isOfSome(node, context) || isAbroad(node, known.of, context))) ||
      isNamedByTopic(node, known.kind, context) ||
      isOfOtherTopic(node, known.kind, context) ||
      isNamedByPlace(node, known, context))
  )
    return { kind: "entity", id: `${known.id}?`, type: known.kind };
  return anySuch(node, known.kind, context) ?? { kind: "entity", id: known.id, type: known.kind };
}

/** "a treaty", with no word of what about: some one of the kind. */
function anySuch(
  { unit, children, rel, xpos }: Node,
  kind: string,
  { grammar, lexicon }: Context,
): Term | null {
  if (!unit.name?.weak || unit.form.includes(" ")) return null;
  if (!grammar.rules.sources.includes(kind)) return null;
  const others = children.filter((c) => c.rel !== "case" && c.rel !== "punct");
  const determiners = others.filter((c) => c.rel === "det");
  // "every treaty", "treaties": any of the kind; "the treaties" may be those spoken of.
  const any =
    determiners.some((c) => ANY.has(c.lower)) || (determiners.length === 0 && xpos === "NNS");
  const some =
    rel === "obj" && determiners.length === others.length && /^an?$/u.test(others[0]?.lower ?? "");
  if (!any && !some) return null;
  const concept = lexicon.words.n
    .get(kind)
    ?.flatMap((s) => (s.kind === "class" ? [s.concept] : []))[0];
  return concept === undefined ? null : { kind: "class", concept };
}

const ANY: ReadonlySet<string> = new Set(["every", "each", "any", "no", "some", "all", "most"]);

/** Does a modifier that is no part of the name make "the council" another council? */
function isNarrowed(node: Node, context: Context): boolean {
  return node.children.some((child) => {
    if (context.grammar.other.includes(child.lower) && child.rel === "det") return true;
    if (!["amod", "compound", "nummod"].includes(child.rel)) return false;
    if (context.grammar.other.includes(child.lower)) return true;
    if (child.unit.name || child.unit.time) return false;
    const term = termOf(child, context);
    return term?.kind === "word";
  });
}

/** "the parliament of another country", "of a neighbouring country": not of the one that the base knows it by. */
function isOfSome({ children }: Node, { grammar }: Context): boolean {
  return children.some(
    (c) =>
      c.rel === "nmod" &&
      ["of", "in"].includes(markOf(c)) &&
      (c.unit.group
        ? c.unit.group.except.length > 0
        : c.senses.some((s) => s.kind === "class" && grammar["pointed-at"].includes(s.concept)) &&
          c.children.some((d) => INDEFINITE.has(d.lower))),
  );
}

const INDEFINITE: ReadonlySet<string> = new Set(["a", "an", "another", "any", "each", "every"]);

/** "After the vote in Chile, parliament agreed": where it was may be whose it is, if no other is named. */
function isAbroad(node: Node, of: string, { gazetteer }: Context): boolean {
  if (
    node.unit.name?.usage !== "name" ||
    gazetteer.entities.get(node.unit.name.id)?.kind !== "body"
  )
    return false;
  let top = node;
  while (top.head) top = top.head;
  const named = subtree(top).flatMap((n) => (n.unit.name ? [{ n, id: n.unit.name.id }] : []));
  const isOwn = (id: string): boolean => id === of || gazetteer.entities.get(id)?.of === of;
  return (
    !named.some(({ n, id }) => n !== node && isOwn(id)) &&
    named.some(
      ({ n, id }) =>
        markOf(n) === "in" &&
        n.unit.name?.usage === "name" &&
        gazetteer.entities.get(id)?.kind === "state",
    )
  );
}

/** "the Paris agreement": another text than the one that goes by the mere noun. */
function isNamedByPlace(
  node: Node,
  { kind, of }: { readonly kind: string; readonly of: string | null },
  context: Context,
): boolean {
  const place = context.grammar.topics.kinds.includes(kind) ? namingPlace(node) : undefined;
  return (
    place?.unit.name !== undefined &&
    (of === null || !isPartOf(of, place.unit.name?.id ?? "", context.gazetteer.entities))
  );
}

/** "the gas treaty", "the climate accord": one on something that the base doesn't know it by. */
function isNamedByTopic(node: Node, kind: string, context: Context): boolean {
  if (!context.grammar.topics.kinds.includes(kind)) return false;
  return node.children.some(
    (c) =>
      c.rel === "compound" &&
      c.index === node.index - 1 &&
      !c.unit.name &&
      !c.unit.time &&
      c.upos === "NOUN" &&
      c.senses.length > 0 &&
      c.senses.every((s) => s.kind === "class"),
  );
}

/** "the convention on cluster bombs": a document on something that the base doesn't know it by. */
function isOfOtherTopic(node: Node, kind: string, context: Context): boolean {
  const { topics } = context.grammar;
  if (!topics.kinds.includes(kind)) return false;
  // "the treaty between Chile and Peru": one of their own.
  const isBetween = (c: Node): boolean => c.rel === "nmod" && markOf(c) === "between";
  if (node.children.some((c) => isBetween(c) && (c.unit.name || c.unit.group))) return true;
  // What stands right behind belongs to it, wherever the parse has hung it.
  const behind = [...node.children, ...(node.head?.children ?? [])].find((c) =>
    c.children.some((mark) => mark.rel === "case" && mark.index === node.index + 1),
  );
  return (
    behind !== undefined &&
    topics.marks.includes(markOf(behind)) &&
    behind.senses.length > 0 &&
    behind.senses.every((s) => s.kind === "class")
  );
}
