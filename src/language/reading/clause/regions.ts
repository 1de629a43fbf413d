import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node, senseOf, subtree } from "../parse/tree.ts";
import { eventOf, isOperator } from "./predicates.ts";

/**
 * A clause: its head and every word below it that belongs to no other clause. Within a clause the
 * words are read as a whole, so that a wrongly attached phrase does no harm; only the borders of
 * clauses and the roles of the head's own dependents rest on the parse.
 */
export interface Region {
  readonly head: Node;
  readonly nodes: readonly Node[];
  /** The clause that it depends on, if any. */
  readonly parent: Node | null;
  /** "because", "if", "who", …: how it depends. */
  readonly link: "main" | "relative" | "adverbial" | "complement" | "coordinate" | "aside";
  readonly mark: string;
}

/** Splits a tree into its clauses, in the order of their heads. */
export function regionsOf(nodes: readonly Node[], context: Context): Region[] {
  const heads = nodes.filter((n) => isClauseHead(n, context));
  const owner = (node: Node): Node => {
    let at: Node = node;
    while (!heads.includes(at) && at.head) at = at.head;
    return at;
  };
  const groups = new Map<Node, Node[]>(heads.map((h) => [h, []]));
  for (const node of nodes) groups.get(owner(node))?.push(node);
  return heads.map((head) => ({
    head,
    nodes: groups.get(head) ?? [],
    parent: head.head ? owner(head.head) : null,
    link: linkOf(head),
    mark: markOf(head),
  }));
}

function isClauseHead(node: Node, context: Context): boolean {
  if (!node.head) return true;
  switch (node.rel) {
    case "acl":
      if (node.subtype === "relcl") return isPredicate(node);
      return (
        node.upos === "VERB" &&
        // "has no rules holding it back": no rule does.
        !childrenBy(node.head, "det").some((d) =>
          context.grammar.quantifiers.no.includes(d.lower),
        ) &&
        markOf(node) === "" &&
        (node.xpos === "VBN" || node.xpos === "VBG") &&
        !isOperator(node, context)
      );
    case "advcl":
      return (
        isPredicate(node) && !isBareGerund(node) && !isInfinitive(node) && !isOperand(node, context)
      );
    case "ccomp":
      return isPredicate(node) && !carriesClause(node.head, context);
    case "advmod":
      return isFronted(node, context);
    case "parataxis":
      return isPredicate(node);
    case "csubj":
      return isPredicate(node) && !isSubjectPhrase(node);
    case "conj":
      return isFiniteConjunct(node, context);
    default:
      return false;
  }
}

/** "In force since 1999, it …", "Far from allowing it, the treaty …": a predicate before the subject, closed by a comma. */
function isFronted(node: Node, context: Context): boolean {
  const head = node.head;
  const subject = head && childrenBy(head, "nsubj").find((c) => c.index > node.index);
  if (!subject || node.upos === "ADV") return false;
  const last = Math.max(...subtree(node).map((n) => n.index));
  const comma = [...subtree(node), ...head.children].some(
    (n) => n.form === "," && n.index >= last && n.index < subject.index,
  );
  return comma && (node.senses.some((s) => s.kind === "event") || isOperator(node, context));
}

function isPredicate(node: Node): boolean {
  return node.upos === "VERB" || childrenBy(node, "cop", "nsubj", "aux").length > 0;
}

/** "a decree on leaving", "by leaving": part of the phrase before it. */
function isBareGerund(node: Node): boolean {
  return (
    node.xpos === "VBG" &&
    node.children.some((c) => c.rel === "mark" || c.rel === "case") &&
    childrenBy(node, "nsubj").length === 0
  );
}

/** "stopped using": the gerund is what the operator works on, though the parse has it loose. */
function isOperand(node: Node, context: Context): boolean {
  return (
    node.xpos === "VBG" &&
    childrenBy(node, "nsubj", "mark").length === 0 &&
    node.head !== null &&
    node.head.index === node.index - 1 &&
    isOperator(node.head, context)
  );
}

/** "Using it is banned", "to use it is banned": what the clause is about, no clause of its own. */
function isSubjectPhrase(node: Node): boolean {
  return (
    childrenBy(node, "nsubj", "aux").length === 0 && (node.xpos === "VBG" || isInfinitive(node))
  );
}

/** "plans to leave", "to be official": part of the clause that it stands in. */
function isInfinitive(node: Node): boolean {
  const isBare = node.xpos === "VB" || childrenBy(node, "cop").some((c) => c.xpos === "VB");
  return isBare && markOf(node).endsWith("to") && childrenBy(node, "nsubj").length === 0;
}

/** "It is expected that …", "parliament needs to …": the clause and its operator are one. */
function carriesClause(head: Node, context: Context): boolean {
  if (senseOf(head, "speech") && !isOperator(head, context)) return false;
  return isOperator(head, context) || senseOf(head, "light") !== null;
}

/** A coordinated verb is a clause of its own unless it is one more gerund, infinitive or noun. */
function isFiniteConjunct(node: Node, context: Context): boolean {
  const head = node.head;
  if (!head) return false;
  if (childrenBy(node, "nsubj", "cop").length > 0) return true;
  if (node.upos !== "VERB") return false;
  if (!isClauseHead(head, context)) return false;
  return (
    eventOf(node) !== null ||
    senseOf(node, "speech") !== null ||
    node.xpos !== "VB" ||
    senseOf(node, "operator") !== null ||
    childrenBy(node, "aux", "obj").length > 0
  );
}

function linkOf(head: Node): Region["link"] {
  if (!head.head) return "main";
  switch (head.rel) {
    case "acl":
      return "relative";
    case "advcl":
    case "advmod":
      return "adverbial";
    case "ccomp":
    case "csubj":
      return "complement";
    case "conj":
      return "coordinate";
    default:
      return "aside";
  }
}
