import type { Item } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import { markOf, type Node } from "../parse/tree.ts";
import { isCopular } from "./core.ts";
import { eventOf, isOperator } from "./predicates.ts";

/** "Decided not to leave": the negation stands at what was decided, not at the deciding. */
export function deniedAct(
  node: Node,
  core: Node,
  content: readonly Node[],
  context: Context,
): Node | null {
  const act = node.head;
  if (
    !context.grammar.negations.includes(node.lower) ||
    act?.rel !== "xcomp" ||
    act.head !== core ||
    markOf(act) !== "to"
  )
    return null;
  return content.includes(act) &&
    eventOf(act) !== null &&
    !isOperator(act, context) &&
    !isCopular(act, context)
    ? act
    : null;
}

/** An act turned into its contrary. */
export function contrary(item: Item): Item {
  return item.term.kind === "event"
    ? { ...item, term: { ...item.term, negated: !item.term.negated } }
    : item;
}
