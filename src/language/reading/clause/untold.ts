/** What a clause leaves open, so that it states nothing of anybody by itself. */
import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node, subtree } from "../parse/tree.ts";
import type { Core } from "./core.ts";
import { demands } from "./predicates.ts";
import { quantifierOf } from "./quantifier.ts";
import type { Region } from "./regions.ts";
import { termOf } from "./terms.ts";

/** The words of a clause by which it is open of whom, or how often, it is said. */
export function untoldIn(region: Region, core: Core, context: Context): string[] {
  // "has forty ratifications": how often it was done can't be left out.
  if (core.node.upos === "NOUN" && quantifierOf(core.node, context)?.kind === "count")
    return [core.node.form];
  // "Which is not a party.": of whom it goes on is told before.
  const relative = region.nodes.find((n) => n.rel === "nsubj" && n.lower === "which");
  if (region.link === "main" && relative?.index === 0) return [relative.form];
  return region.nodes
    .filter(
      (n) =>
        isToldByClause(n, context) ||
        isPointedAt(n, context) ||
        deniesNoPlace(n, context) ||
        (core.concept === context.grammar.rules.ban && isBeyondRule(n, context)),
    )
    .map((n) => n.form);
}

/** "for states outside the pact", "before the pact": where and when a ban does not hold, it bans nothing. */
export function isBeyondRule(node: Node, { gazetteer, grammar }: Context): boolean {
  const kind = node.unit.name && gazetteer.entities.get(node.unit.name.id)?.kind;
  if (!kind || !grammar.rules.sources.includes(kind)) return false;
  if (node.rel === "obl") return [...grammar.before, ...OUTSIDE].includes(markOf(node));
  return node.rel === "nmod" && node.head?.unit.name === null && OUTSIDE.has(markOf(node));
}

const OUTSIDE: ReadonlySet<string> = new Set(["outside", "beyond", "without", "outside of"]);

/** "before it becomes law": what is still to come is not said to be so. @returns the word that says so */
export function aheadOf(region: Region, context: Context): string | null {
  const { head } = region;
  if (region.link !== "adverbial" || !context.grammar.before.includes(markOf(head))) return null;
  const verbs = [head, ...childrenBy(head, "aux", "cop")];
  return verbs.some((v) => /^(?:VBZ|VBP|MD)$/u.test(v.xpos)) ? markOf(head) : null;
}

/** "said at a summit that …": where it was said is more than that it was. */
export function isOccasion(node: Node, { grammar: { occasions } }: Context): boolean {
  const verb = node.rel === "obl" ? node.head : null;
  return (
    verb?.upos === "VERB" &&
    node.upos !== "PRON" &&
    !node.unit.time &&
    occasions.marks.includes(markOf(node)) &&
    !occasions.anywhere.some((word) => word === node.lower || word === node.lemma) &&
    verb.senses.some((s) => s.kind === "speech") &&
    (childrenBy(verb, "ccomp").length > 0 || verb.rel === "parataxis")
  );
}

/** "did not name it in a speech": that it was not said there is less than that it never was. */
export function isUnsaidThere(node: Node, { grammar }: Context): boolean {
  const object = node.rel === "nmod" && node.head?.rel === "obj" ? node.head : null;
  const verb = node.rel === "obl" ? node.head : object?.head;
  return (
    verb?.upos === "VERB" &&
    !node.unit.time &&
    !node.unit.name &&
    grammar.occasions.marks.includes(markOf(node)) &&
    (!object || node.senses.some((s) => s.kind === "speech")) &&
    verb.senses.some((s) => s.kind === "speech") &&
    childrenBy(verb, "obj").length > 0 &&
    verb.children.some((c) => grammar.negations.includes(c.lower))
  );
}

/** "does not say how it is done", "leaves open when it ends": what is asked is not said to be so. */
export function isOpenQuestion(node: Node, { grammar }: Context): boolean {
  const verb = node.rel === "ccomp" || node.rel === "csubj" ? node.head : null;
  if (!verb) return false;
  const denied = verb.children.some((c) => grammar.negations.includes(c.lower));
  const says = verb.senses.some((s) => s.kind === "speech");
  if (!(says && denied) && !grammar.open.some((word) => verb.lower.split(" ").includes(word)))
    return false;
  return subtree(node).some(
    (n) => n.index > verb.index && n.index < node.index && grammar.questioning.includes(n.lower),
  );
}

/** "has no plan to come back": a plan for something that isn't known. */
export function isPlanForElse(node: Node): boolean {
  const { head } = node;
  const isPlan = head?.senses.some((s) => s.kind === "operator" && s.mode === "planned");
  return (
    isPlan === true &&
    head?.upos === "NOUN" &&
    (node.rel === "acl" || node.rel === "xcomp") &&
    node.xpos === "VB" &&
    node.unit.senses.length === 0 &&
    !node.senses.some((s) => s.kind === "event" || s.kind === "operator") &&
    // "plans to go" may well be for what is spoken of.
    subtree(node).some((n) => n.index > node.index && n.upos === "ADV") &&
    subtree(node).every((n) => n === node || !n.senses.some((s) => s.kind === "event"))
  );
}

/** "If it had signed": what is only supposed is not said to be so. @returns the word that says so */
export function supposedIn({ head, link }: Region, { grammar }: Context): string | null {
  const mark = markOf(head);
  const { supposed, temporal } = grammar.conditions;
  const supposes = [...supposed, "unless"].includes(mark) && !temporal.includes(mark);
  return link === "adverbial" && supposes ? mark : null;
}

/** "It takes a vote for it to be law", "… to make it law": what something is needed for is not so yet. */
export function isDemandedFor(node: Node, context: Context): boolean {
  if (markOf(node) !== "to" && !childrenBy(node, "mark").some((m) => m.lower === "to"))
    return false;
  const { head } = node;
  return (
    head !== null && (demands(head, context) || (head.head !== null && demands(head.head, context)))
  );
}

/** "Not everybody agreed", misparsed: a denial of how many that stands at no participant is not understood. */
function deniesNoPlace({ lower, head }: Node, { grammar }: Context): boolean {
  return (
    grammar.negations.includes(lower) &&
    head !== null &&
    head.rel === "root" &&
    head.upos === "PRON" &&
    grammar.quantifiers.all.includes(head.lower)
  );
}

/** "Those who border it", "all who signed": a subject whom only a clause tells, and no name or class. */
function isToldByClause(node: Node, context: Context): boolean {
  return (
    node.rel === "nsubj" &&
    ["PRON", "DET"].includes(node.upos) &&
    !node.unit.group &&
    !termOf(node, context) &&
    context.grammar["told-by-clause"].includes(node.lower) &&
    childrenBy(node, "acl").some((c) => c.subtype === "relcl")
  );
}

/** "That country": it has to be told which, by a clause or by what was said before. */
function isPointedAt({ senses: [sense], children, unit }: Node, { grammar }: Context): boolean {
  return (
    !unit.name &&
    !unit.group &&
    sense?.kind === "class" &&
    grammar["pointed-at"].includes(sense.concept) &&
    children.some((c) => c.rel === "det" && c.lower === "that") &&
    !children.some((c) => c.rel === "acl" || c.rel === "appos" || c.rel === "nmod")
  );
}
