/** What says more than a gist can hold: conditions, comparisons, counts. */
import { isHiddenVerb, isMistaken } from "../clause/negation.ts";
import { quantifierOf } from "../clause/quantifier.ts";
import { isUnsaid } from "../clause/speakers.ts";
import {
  isBeyondRule,
  isOccasion,
  isOpenQuestion,
  isPlanForElse,
  isUnsaidThere,
} from "../clause/untold.ts";
import { isAnyBound, isRuleNaming, isTeller, isVague } from "../clause/vague.ts";
import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node } from "../parse/tree.ts";
import { isRuled } from "./atoms.ts";
import { kindOf } from "./kinds.ts";

/** Conditions, comparisons and counts say more than a gist holds. */
export function blocks(node: Node, context: Context): boolean {
  if (isMistaken(node, context) || isHiddenVerb(node, context)) return true;
  if (isOccasion(node, context) || isUnsaidThere(node, context)) return true;
  if (isTeller(node) || isRuleNaming(node, context)) return true;
  const { grammar } = context;
  // What came before what is no matter of which words are there.
  if (node.rel === "mark" && ["if", "unless", "whether", "than", "before"].includes(node.lower))
    return true;
  if (grammar.only.includes(node.lower) && node.lower !== "just" && !isDiminishing(node, context))
    return true;
  if (node.rel === "case" && node.lower === "than") return true;
  if (isDeniedOutcome(node, context)) return true;
  if (isVague(node, context) || isAnyBound(node, context)) return true;
  if (isUnsaid(node, context) || isRuleOnRule(node, context)) return true;
  if (isOpenQuestion(node, context) || isPlanForElse(node)) return true;
  const isBan = (n: Node): boolean =>
    [n, ...childrenBy(n, "xcomp")].some((o) =>
      o.senses.some((s) => s.kind === "event" && s.concept === grammar.rules.ban),
    );
  if (isBeyondRule(node, context) && [node.head, node.head?.head].some((n) => n && isBan(n)))
    return true;
  // "decided after the decree"
  if (node.rel === "case" && ["before", "after"].includes(node.lower) && isText(node.head, context))
    return true;
  if (node.unit.group && (node.unit.group.quantifier !== null || node.unit.group.concept !== null))
    return true;
  // "All those who came": that some did is no evidence for it.
  const all = [...childrenBy(node, "det"), node].some((n) =>
    ["all", "every", "each", "everyone", "everybody"].includes(n.lower),
  );
  if (all && node.upos !== "VERB" && childrenBy(node, "acl").some((c) => c.subtype === "relcl"))
    return true;
  // "bans all weapons", "hurts everyone who …": more than of those of whom it is told.
  if (all && !node.unit.name && ["obj", "nmod", "obl"].includes(node.rel)) {
    if (node.senses.some((s) => s.kind === "class" && grammar.rules.things.includes(s.concept)))
      return true;
  }
  // "Aims: no war": what there is to be none of is not denied.
  if (grammar.quantifiers.no.includes(node.lower) && isNounIn(node.head, "appos")) return true;
  const quantifier = node.unit.name ? null : quantifierOf(node, context);
  return quantifier?.kind === "most" || (quantifier?.kind === "count" && node.upos !== "VERB");
}

/** "Is merely a rumour", "called it only useful": what it is said to be is no more, but that it is. */
function isDiminishing({ rel, head, lower }: Node, { grammar }: Context): boolean {
  const denied = head?.children.some((c) => grammar.negations.includes(c.lower));
  if (denied || lower === "just") return false;
  if (rel !== "advmod" || !head || !["ADJ", "NOUN"].includes(head.upos)) return false;
  return (
    childrenBy(head, "cop").length > 0 ||
    markOf(head) === "as" ||
    (head.rel === "xcomp" && head.upos === "ADJ")
  );
}

/** "are free to leave the treaty": what a rule says of itself is told by no ban of anything else. */
function isRuleOnRule(node: Node, context: Context): boolean {
  const { sources } = context.grammar.rules;
  return (
    isRuled(node, context) &&
    node.senses.some(
      (s) =>
        s.kind === "event" &&
        (context.relations.get(s.concept)?.roles.theme ?? []).some((k) => sources.includes(k)),
    )
  );
}

/** "Hidden so that nobody sees it": what is not to come of it is no denial of the rest. */
function isDeniedOutcome(node: Node, { grammar }: Context): boolean {
  const denies =
    grammar.negations.includes(node.lower) || grammar["negative-pronouns"].includes(node.lower);
  const verb = denies ? node.head : null;
  return (
    verb?.rel === "advcl" &&
    verb.children.some((c) => ["mark", "advmod"].includes(c.rel) && /^so\b/u.test(c.lower)) &&
    !verb.senses.some((s) => s.kind === "event")
  );
}

function isText(node: Node | null, context: Context): boolean {
  return node !== null && kindOf(node, context) === "document";
}

function isNounIn(node: Node | null, rel: string): boolean {
  return node?.upos === "NOUN" && node.rel === rel;
}
