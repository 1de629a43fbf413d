/** Who does something, who undergoes it, and against whom it is. */
import type { GistAtom } from "../../../meaning.ts";
import { isOperator } from "../clause/predicates.ts";
import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node, senseOf } from "../parse/tree.ts";
import { firstOf, isEmpty, kindOf, SPEAKERS } from "./kinds.ts";

/** Who does something, and against whom it is done. */
export function sideOf(of: Node, context: Context): GistAtom["side"] {
  // "against soldiers and civilians": each stands where the first does.
  const first = firstOf(of);
  const node = first !== of && kindOf(first, context) === kindOf(of, context) ? first : of;
  const mark = markOf(node);
  // "accused them of it": they did it.
  const accused =
    node.rel === "obj" && node.head !== null && senseOf(node.head, "speech")?.name === "blame";
  if (!SPEAKERS.has(kindOf(node, context)) && !node.unit.group)
    return classSideOf(node, mark, accused, context);
  if (mark === "between") return "mutual";
  if (accused) return "doing";
  if (context.grammar.facing.includes(mark)) return "facing";
  const isUndergoer = node.subtype === "pass" && node.head?.xpos === "VBN";
  if (node.rel === "obj" || isUndergoer || isReceiver(node, context)) return "object";
  // "reported to Chile": it is told.
  if (mark === "to" && node.head?.upos === "VERB") return "object";
  if (mark === "of") return "undergoing";
  return mark === "by" || node.rel === "nsubj" ? "doing" : null;
}

/** The same of people of a kind ("the soldiers"), who do what has an object. */
function classSideOf(
  node: Node,
  mark: string,
  accused: boolean,
  context: Context,
): GistAtom["side"] {
  if (!senseOf(node, "class")) return null;
  if (accused) return "doing";
  if (context.grammar.facing.includes(mark)) return "facing";
  const isDoer = node.rel === "nsubj" && node.subtype !== "pass";
  const verb = node.head;
  const { onesided } = context.lexicon.concepts;
  const sided = verb?.senses.some((s) => s.kind === "event" && s.concept in onesided) ?? false;
  // What happens does nothing itself.
  if (sided || senseOf(node, "event")) return isDoer ? "doing" : null;
  if (verb?.upos !== "VERB" || isEmpty(verb, context)) return isDoer ? "undergoing" : null;
  if (isDoer) return childrenBy(verb, "obj").length > 0 ? "doing" : "undergoing";
  return node.rel === "obj" && senseOf(verb, "event") ? "object" : null;
}

/** "Chile received notice", "is to get word": it is the one who is told. */
function isReceiver(node: Node, context: Context): boolean {
  const verb =
    node.head && isOperator(node.head, context)
      ? childrenBy(node.head, "xcomp")[0]
      : (node.head ?? undefined);
  return (
    node.rel === "nsubj" &&
    verb !== undefined &&
    context.grammar.receiving.includes(verb.lemma) &&
    childrenBy(verb, "obj").some((c) => c.senses.some((s) => s.kind === "event"))
  );
}
