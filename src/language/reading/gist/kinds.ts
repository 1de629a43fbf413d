/** What kinds of things words of a sentence are, and which verbs only carry a noun. */
import type { GistSense } from "../../../meaning.ts";
import { termOf } from "../clause/terms.ts";
import type { Context } from "../context.ts";
import { kindsOf } from "../parse/choice.ts";
import { childrenBy, type Node } from "../parse/tree.ts";

export const SPEAKERS = new Set(["person", "body", "group-of-people", "office", "state"]);

export function kindOf(node: Node, context: Context): string {
  const term = node.unit.name ? termOf(node, context) : null;
  return term?.kind === "entity" ? term.type : "";
}

/** Of a list, the first: what it hangs on, they all hang on. */
export function firstOf(node: Node): Node {
  let at = node;
  while (at.rel === "conj" && at.head) at = at.head;
  return at;
}

/** Verbs that only carry a noun, and joining words. */
export function isEmpty(node: Node, context: Context): boolean {
  return (
    node.upos === "VERB" &&
    node.unit.senses.length === 0 &&
    !isActOnThing(node, context) &&
    ((context.grammar["support-verbs"].includes(node.lemma) && !doesSomething(node, context)) ||
      context.grammar.copular.includes(node.lemma))
  );
}

/** "making drones": here the verb carries no noun but does something to a thing. */
export function isActOnThing(node: Node, context: Context): boolean {
  const { rules } = context.grammar;
  const acts = context.relations.get(rules.ban)?.roles.theme ?? [];
  return (
    node.senses.some((s) => s.kind === "event" && acts.includes(s.concept)) &&
    childrenBy(node, "obj").some((c) => rules.things.includes(kindOf(c, context)))
  );
}

/** "Enter the treaty": what could be a support verb has as its object what a relation of its own takes. */
function doesSomething(node: Node, context: Context): boolean {
  const named = childrenBy(node, "obj").filter((c) => c.unit.name !== null && !isActor(c, context));
  return node.senses.some(
    (s) =>
      s.kind === "event" &&
      named.some((c) => {
        const takes = context.relations.get(s.concept)?.roles.theme ?? [];
        return kindsOf(c, context).some((kind) => takes.includes(kind));
      }),
  );
}

/** Somebody who acts, whom support verbs are also said of ("set them free"). */
function isActor(node: Node, context: Context): boolean {
  return kindsOf(node, context).some((kind) => ACTORS.has(kind));
}

const ACTORS: ReadonlySet<string> = new Set(["state", "group", "person", "body"]);

export function isPlain(senses: readonly GistSense[], context: Context): boolean {
  const first = senses[0];
  return first !== undefined && context.lexicon.kin.plain.has(first.key);
}
