import type { Mode } from "../../../meaning.ts";
import type { Sense } from "../../lexicon/types.ts";
import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node, senseOf, subtree } from "../parse/tree.ts";

const COMPLEMENTS = new Set([
  "xcomp",
  "ccomp",
  "obj",
  "obl",
  "nmod",
  "acl",
  "advcl",
  "nsubj",
  "csubj",
  "compound",
]);

/** "maintained that it restricts": with a clause of its own a verb of saying says. */
function reports(node: Node): boolean {
  if (senseOf(node, "speech") === null || node.upos !== "VERB") return false;
  return childrenBy(node, "ccomp").some(
    (c) =>
      childrenBy(c, "nsubj").length > 0 &&
      !childrenBy(node, "nsubj").some((s) => s.subtype === "pass" || s.upos === "PRON"),
  );
}

/** Is the word an operator here: does it have an event, or a name of one, to work on? */
export function isOperator(node: Node, context: Context): boolean {
  if (senseOf(node, "operator") === null || reports(node)) return false;
  // "necessitated the decision" is an event of its own, "required to decide" works on another.
  if (eventOf(node) !== null)
    return (
      childrenBy(node, "xcomp", "ccomp", "csubj", "advcl").some(
        (c) =>
          (c.rel !== "advcl" || (markOf(c) === "to" && node.upos === "ADJ")) &&
          (eventOf(c) !== null || isOperator(c, context)),
      ) ||
      isPlanGivenUp(node) ||
      isDemanded(node, context)
    );
  // "the outstanding approval", "a planned exit".
  if (node.rel === "amod" && node.head !== null && eventOf(node.head) !== null) return true;
  return hasEventBelow(node, context, 0);
}

/** "a vote is required": with no one and nothing that demands it, the participle is the duty itself. */
function isDemanded(node: Node, context: Context): boolean {
  return (
    senseOf(node, "operator")?.mode === "required" &&
    childrenBy(node, "obl").every((c) => markOf(c) !== "by") &&
    childrenBy(node, "nsubj").some((c) => c.subtype === "pass" && isNominalEvent(c, context))
  );
}

/** "abandoned its plan to leave": what is given up is a plan, not a thing. */
function isPlanGivenUp(node: Node): boolean {
  return childrenBy(node, "obj").some(
    (c) =>
      eventOf(c) === null &&
      senseOf(c, "operator")?.mode === "planned" &&
      [...childrenBy(c, "acl", "nmod"), ...childrenBy(node, "advcl", "xcomp")].some(
        (n) => eventOf(n) !== null,
      ),
  );
}

function hasEventBelow(node: Node, context: Context, depth: number): boolean {
  return node.children.some((child) => {
    // "lacks official character": the noun only carries its adjective.
    const carried = child.rel === "amod" && senseOf(node, "light") !== null;
    // "obligations that bind Chile": they carry nothing of the clause that they stand in.
    if (child.rel === "acl" && child.subtype === "relcl") return false;
    if (!COMPLEMENTS.has(child.rel) && !carried) return false;
    if (eventOf(child) !== null) return true;
    return (
      depth < 2 &&
      (senseOf(child, "operator") !== null || senseOf(child, "light") !== null) &&
      hasEventBelow(child, context, depth + 1)
    );
  });
}

/** The event sense of a word. */
export function eventOf(node: Node): Extract<Sense, { kind: "event" }> | null {
  return senseOf(node, "event");
}

/** How far an event has come by its tense: "has left", "is leaving", "left". */
export function tenseOf(top: Node, core: Node, samePast: readonly string[]): Mode | null {
  const verb = top.upos === "VERB" ? top : core;
  const aux = childrenBy(verb, "aux").map((a) => a.lower);
  // "is to be heard": it is still to come.
  const isAhead = childrenBy(verb, "mark").some((m) => m.lower === "to");
  // "It is to be found there": where it is.
  const places = senseOf(verb, "light") !== null;
  if (isAhead && !places && aux.some((a) => ["is", "are", "was", "were"].includes(a)))
    return "planned";
  // "is being left by Chile": begun, not done.
  if (verb.xpos === "VBN" && aux.includes("being") && !aux.includes("was") && !aux.includes("were"))
    return "begun";
  const progressive = verb.xpos === "VBG";
  if (aux.some((a) => ["has", "have", "had", "'ve", "'d"].includes(a)))
    return progressive ? "begun" : "done";
  // "When Chile was ratifying it": only the time of something else.
  if (progressive && verb.rel === "advcl" && aux.some((a) => a === "was" || a === "were"))
    return null;
  if (progressive && childrenBy(verb, "aux").length > 0) return "begun";
  if (verb.xpos === "VBD" || aux.includes("did")) return "done";
  // "Chile quit": the present would be "quits".
  if (
    (verb.xpos === "VBP" || verb.xpos === "VB") &&
    aux.length === 0 &&
    samePast.includes(verb.lower) &&
    hasSingularSubject(verb)
  )
    return "done";
  if (verb.xpos === "VBN" && verb.upos === "VERB") return "done";
  return null;
}

/** "It takes a vote", "the exit will take a law": nobody takes it; it is needed. */
export function demands(node: Node, { grammar }: Context): boolean {
  if (!grammar["demanding-verbs"].includes(node.lemma) || !/^VB[ZP]?$/u.test(node.xpos))
    return false;
  const [object] = childrenBy(node, "obj");
  const [subject] = childrenBy(node, "nsubj", "expl", "csubj");
  if (node.upos !== "VERB" || !object || !subject) return false;
  return grammar["object-pronouns"].includes(subject.lower)
    ? eventOf(object) !== null
    : !subject.unit.name && eventOf(subject) !== null;
}

/** The concept of taking place. */
const HAPPENING = "occur";

/** A verb that lends itself to a noun: "make use", "take a decision", "draw criticism". */
export function isLight(node: Node, context: Context): boolean {
  // "regarded the choice as hard": it says what one thinks of a thing.
  if (senseOf(node, "speech")?.name === CALLING && hasAs(node)) return false;
  // "enacted by a state": a noun for somebody carries none, unless one hangs on it ("a state of war").
  const isThing =
    node.upos === "NOUN" &&
    markOf(node) === "by" &&
    context.grammar.rules.bound.includes(senseOf(node, "class")?.concept ?? "") &&
    !childrenBy(node, "nmod", "acl").some((c) => eventOf(c) !== null);
  if (senseOf(node, "light") !== null && eventOf(node) === null && !isThing)
    return !isLooseThing(node);
  // "its entry into force occurred in 1999": the subject is what happens.
  if (
    node.upos === "VERB" &&
    node.senses.some((s) => s.kind === "event" && s.concept === HAPPENING) &&
    childrenBy(node, "nsubj").some((c) => isNominalEvent(c, context))
  )
    return true;
  // "obtained approval": approval is none of the things that one is said to obtain.
  if (node.upos === "VERB" && senseOf(node, "light") !== null && isBeyondRoles(node, context))
    return true;
  // "harbours no intention of leaving": a verb that the lexicon doesn't know carries its noun.
  const unknown = node.upos === "VERB" && node.senses.length === 0 && node.unit.senses.length === 0;
  if (
    unknown &&
    childrenBy(node, "obj").some(
      (c) => c.upos === "NOUN" && senseOf(c, "operator") !== null && isOperator(c, context),
    )
  )
    return true;
  if (!context.grammar["support-verbs"].includes(node.lemma) || node.upos === "NOUN") return false;
  // A set phrase with a meaning of its own ("carry out", "give effect") supports no noun.
  if (node.unit.senses.length > 0 && eventOf(node) !== null) return false;
  return childrenBy(node, "obj", "nsubj", "obl", "xcomp").some(
    (c) =>
      isNominalEvent(c, context) ||
      isLikened(c) ||
      childrenBy(c, "nmod", "acl").some(
        (n) => isNominalEvent(n, context) && senseOf(c, "operator") !== null,
      ),
  );
}

/** "looked into the questions", unlike "the question of its use": things of which nothing more is told. */
export function isLooseThing(node: Node): boolean {
  const mark = markOf(node);
  return (
    node.upos === "NOUN" &&
    node.xpos === "NNS" &&
    ((node.rel === "obj" && mark === "") ||
      (node.rel === "obl" && /^(?:into|about)$/u.test(mark))) &&
    (senseOf(node, "light") !== null || senseOf(node, "speech") !== null) &&
    childrenBy(node, "nmod", "acl", "amod", "compound").length === 0 &&
    // "made things unequal": what they became is told.
    (node.head === null || childrenBy(node.head, "xcomp").length === 0)
  );
}

/** The kind of reporting verbs that say what somebody takes a thing for. */
const CALLING = "call";

/** "regarded it as hard", wherever the parse hangs the adjective. */
function hasAs(node: Node): boolean {
  return (
    node.upos === "VERB" && subtree(node).some((n) => n.lower === "as" && n.index > node.index)
  );
}

/** "similar moves": what the word says is in its modifier. */
function isLikened(node: Node): boolean {
  const empty = senseOf(node, "operator") !== null || senseOf(node, "light") !== null;
  return empty && node.upos === "NOUN" && childrenBy(node, "amod").some((c) => eventOf(c) !== null);
}

function isNominalEvent(node: Node, context: Context): boolean {
  return (
    node.upos !== "PROPN" &&
    node.upos !== "VERB" &&
    (eventOf(node) !== null || isOperator(node, context)) &&
    !node.unit.name
  );
}

/** Is what the verb is said to be done to an event that its relation doesn't take? */
function isBeyondRoles(node: Node, context: Context): boolean {
  const taken = context.relations.get(eventOf(node)?.concept ?? "")?.roles.theme;
  return (
    taken !== undefined &&
    [
      ...childrenBy(node, "obj"),
      ...childrenBy(node, "nsubj").filter((c) => c.subtype === "pass"),
    ].some((c) => isNominalEvent(c, context) && !taken.includes(eventOf(c)?.concept ?? ""))
  );
}

function hasSingularSubject(verb: Node): boolean {
  return childrenBy(verb, "nsubj").some(
    (s) => s.unit.name?.usage === "name" && s.xpos !== "NNS" && childrenBy(s, "conj").length === 0,
  );
}
