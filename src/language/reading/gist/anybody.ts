/** Whether a sentence speaks of anybody, or of one that there is. */
import { isIndefinite } from "../clause/subjects.ts";
import type { Context } from "../context.ts";
import { childrenBy, type Node, senseOf } from "../parse/tree.ts";

/** "Nobody in it may", "everyone in it does". */
export function isAnybody(node: Node, { grammar }: Context): boolean {
  return (
    node.rel === "nsubj" &&
    [...grammar["negative-pronouns"], ...grammar["general-pronouns"]].includes(node.lower)
  );
}

/** "Those who leave the club": who they are is not told by what is known of another. */
export function isWhoever(node: Node, context: Context): boolean {
  const { sources } = context.grammar.rules;
  return (
    node.rel === "nsubj" &&
    ["PRON", "DET"].includes(node.upos) &&
    context.grammar["told-by-clause"].includes(node.lower) &&
    childrenBy(node, "acl").some((c) =>
      c.senses.some(
        (s) =>
          s.kind === "event" &&
          (context.relations.get(s.concept)?.roles.theme ?? []).some((k) => sources.includes(k)),
      ),
    )
  );
}

/** "A state that has not joined": there is one, not that none has. */
export function isOneThatHasNot(node: Node, context: Context): boolean {
  return (
    isIndefinite(node) &&
    senseOf(node, "class") !== null &&
    childrenBy(node, "acl").some((c) => isDenied(c, context))
  );
}

function isDenied(verb: Node, context: Context): boolean {
  return (
    verb.subtype === "relcl" &&
    verb.children.some((c) => context.grammar.negations.includes(c.lower))
  );
}
