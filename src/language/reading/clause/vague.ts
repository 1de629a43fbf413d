/** Clauses that leave open of whom or when they speak. */
import type { Proposition } from "../../../meaning.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { childrenBy, type Node, senseOf, subtree } from "../parse/tree.ts";
import type { Region } from "./regions.ts";
import { subjectSpeaker } from "./speakers.ts";

/** "had been", "had signed". */
export function hasPerfect(nodes: readonly Node[]): boolean {
  return nodes.some((n) => n.rel === "aux" && n.lower === "had");
}

/** "A state that breaks it has to pay": it is not said that any does. */
export function isAnyWho({ link, head }: Region, context: Context): boolean {
  const noun = head.head;
  if (link !== "relative" || noun?.rel !== "nsubj" || noun.unit.name) return false;
  const any = ["a", "an", "any", "every", "each"];
  const bound = noun.senses.some(
    (s) => s.kind === "class" && context.grammar.rules.bound.includes(s.concept),
  );
  const modal = (noun.head?.children ?? []).some((c) => c.rel === "aux" || c.rel === "xcomp");
  return bound && modal && noun.children.some((c) => c.rel === "det" && any.includes(c.lower));
}

/** "States that have not signed may use it": there may be some, not that none has. */
export function isNotWho({ link, head }: Region, { sign }: Proposition, context: Context): boolean {
  const noun = head.head;
  return (
    link === "relative" &&
    sign < 0 &&
    noun !== null &&
    noun.upos === "NOUN" &&
    !noun.unit.name &&
    !noun.unit.group &&
    noun.children.every((c) => c.rel !== "det" || ["a", "an", "some"].includes(c.lower)) &&
    noun.senses.some((s) => s.kind === "class" && context.grammar.rules.bound.includes(s.concept))
  );
}

/**
 * "bombs that failed", unlike "the bombs, which failed": which of a kind are meant; so in "the law
 * signed by Smith", of a text that goes by no name of its own.
 */
export function isRestriction({ link, head, nodes }: Region, context: Context): boolean {
  const noun = head.head;
  const { things } = context.grammar.rules;
  const kind = noun?.unit.name && context.gazetteer.entities.get(noun.unit.name.id)?.kind;
  const isThing =
    things.includes(kind ?? "") ||
    noun?.senses.some((s) => s.kind === "class" && things.includes(s.concept));
  const first = Math.min(...nodes.map((n) => n.index));
  const set = noun?.children.some((c) => c.form === "," && c.index === first - 1);
  return (
    link === "relative" &&
    (noun?.rel === "nsubj" || noun?.rel === "obj") &&
    nodes[0]?.form !== "," &&
    !set &&
    ((isThing === true &&
      noun.xpos === "NNS" &&
      !noun.children.some((c) => c.rel === "det" || c.subtype === "poss")) ||
      (kind === "document" && noun.unit.name?.weak === true && noun.rel === "nsubj"))
  );
}

/** "took another decision": one of its kind, but not the one that is told of. */
export function isAnother({ nodes }: Region, { concept }: Proposition, context: Context): boolean {
  return nodes.some(
    ({ children, senses }) =>
      children.some((c) => OTHER.has(c.rel) && context.grammar.other.includes(c.lower)) &&
      senses.some((s) => s.kind === "event" && s.concept === concept),
  );
}

/** "Approved another decision": not the one that is told of, whatever was decided. */
function isAnotherAct({ index, children, senses }: Node, { grammar }: Context): boolean {
  // "the other countries' plans": the plans are no others.
  const isOwn = ({ index: at }: Node): boolean =>
    !children.some((c) => c.index > at && c.index < index && c.upos !== "ADJ");
  return (
    children.some((c) => OTHER.has(c.rel) && grammar.another.includes(c.lower) && isOwn(c)) &&
    senses.some((s) => s.kind === "event")
  );
}

/** Words of which it is open whom or how much they mean. */
export function isVague(node: Node, context: Context): boolean {
  return isAnotherAct(node, context) || isNotEveryone(node, context) || isNotAsMuch(node, context);
}

/** "does not hurt everyone": it may hurt some. */
function isNotEveryone({ lower, rel, head }: Node, { grammar }: Context): boolean {
  return (
    ["obj", "iobj", "obl"].includes(rel) &&
    ["everyone", "everybody", "everything"].includes(lower) &&
    (head?.children.some((c) => grammar.negations.includes(c.lower)) ?? false)
  );
}

/** "Nobody uses as many as Chile": others may use some, unlike in "not as soon as". */
function isNotAsMuch({ lower, rel, head }: Node, { grammar }: Context): boolean {
  if (lower !== "as" || rel !== "advmod" || !head) return false;
  if (!["ADJ", "ADV"].includes(head.upos) || !grammar.measures.includes(head.lower)) return false;
  let top = head;
  while (top.head) top = top.head;
  const denials = [
    ...grammar.negations,
    ...grammar["negative-pronouns"],
    ...grammar.quantifiers.no,
  ];
  return subtree(top).some((n) => n.index < head.index && denials.includes(n.lower));
}

/** "A member that leaves must tell why": it is not said that any does. */
export function isAnyBound(node: Node, { grammar }: Context): boolean {
  return (
    node.rel === "nsubj" &&
    !node.unit.name &&
    node.senses.some((s) => s.kind === "class" && grammar.rules.bound.includes(s.concept)) &&
    node.children.some((c) => c.rel === "det" && ["a", "an", "any"].includes(c.lower)) &&
    node.children.some((c) => c.rel === "acl" && c.subtype === "relcl") &&
    (node.head?.children ?? []).some((c) => c.rel === "aux" && c.lower in grammar.modals)
  );
}

const OTHER: ReadonlySet<string> = new Set(["det", "amod"]);

/** "before it did so": which came first is said as well, and no order was read. */
export function unordered(nodes: readonly Node[]): string[] {
  return nodes.flatMap((n) =>
    n.rel === "mark" && (n.lower === "before" || n.lower === "after") && n.head?.rel === "advcl"
      ? [n.form]
      : [],
  );
}

/** "few people": of those who are no counted class, it is near to none of them. */
export function hardlyAny(units: readonly Unit[], { grammar }: Context): string[] {
  const { determiners, groups } = grammar;
  return groups.hardly.filter((phrase) => {
    const words = phrase.split(" ");
    return units.some(
      (_, at) =>
        words.every((word, i) => units[at + i]?.lower === word) &&
        !determiners.includes(units[at - 1]?.lower ?? ""),
    );
  });
}

/** "I have not signed it": who is speaking there has no name here; but "I", quoted, is somebody's word. */
export function isTeller({ lower, upos, rel, head }: Node): boolean {
  if (lower !== "i" || upos !== "PRON" || rel !== "nsubj" || head?.rel !== "root") return false;
  const isQuoted = subtree(head).some((n) => QUOTES.test(n.form) && n.rel === "punct");
  return !isQuoted && !head.senses.some((s) => s.kind === "speech");
}

const QUOTES = /^["“”«»„]$/u;

/** "The treaty calls the sale unfair": what rules call something is none of what they rule. */
export function isRuleNaming(node: Node, context: Context): boolean {
  if (!childrenBy(node, "xcomp").some((c) => c.upos === "ADJ") || !senseOf(node, "speech"))
    return false;
  const { sources } = context.grammar.rules;
  const term = subjectSpeaker(node, context)?.speaker.term;
  return term?.kind === "entity" && sources.includes(term.type);
}

/**
 * "Its army lays them, never having been bound": where who is not bound can't be told, it is not said
 * that nobody is.
 */
export function isOfNobody(
  { link, head }: Region,
  { concept, items, sign }: Proposition,
  { relations }: Context,
): boolean {
  if (sign > 0 || link !== "adverbial" || !relations.get(concept)?.roles.agent) return false;
  const isPassive = head.children.some((c) => c.rel === "aux" && c.subtype === "pass");
  const hasSubject = head.children.some((c) => c.rel === "nsubj");
  return !isPassive && !hasSubject && items.every((i) => i.role !== "agent");
}
