/** Who says what a clause says. */
import type { Speaker, Term } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import { sharesView } from "../frames/speaker.ts";
import { childrenBy, markOf, type Node, senseOf, subtree, textOf } from "../parse/tree.ts";
import { negationOf } from "./negation.ts";
import { quantifierOf } from "./quantifier.ts";
import type { Region } from "./regions.ts";
import { speakerTerm, termOf } from "./terms.ts";

/** Who speaks in "X called it easy". */
export function subjectSpeaker(
  node: Node,
  context: Context,
): { speaker: Speaker; nodes: readonly Node[] } | null {
  const subject =
    childrenBy(node, "nsubj").find((c) => c.subtype !== "pass") ??
    childrenBy(node, "obl").find((c) => markOf(c) === "by");
  const term = subject && speakerTerm(subject, context);
  if (!subject || !term || (term.kind !== "entity" && term.kind !== "class")) return null;
  // What a clause tells of the speaker besides is no part of the name.
  const besides = childrenBy(subject, "acl")
    .filter((c) => c.subtype === "relcl" || c.children.some((p) => p.form === ","))
    .flatMap(subtree);
  const nodes = subtree(subject).filter((n) => !besides.includes(n));
  return {
    speaker: {
      term: ofSome(subject, ofCountry(subject, term, context), context),
      text: textOf(subject),
      denied: false,
      ...(sharesView(node.lower, context) ? { shared: "view" as const } : {}),
    },
    nodes,
  };
}

/** Kinds of saying by which somebody is to do something. */
export const URGING: ReadonlySet<string> = new Set(["ask", "order", "suggest"]);

/** "denied that …", "did not say that …", unlike "has not denied that …". */
export function saysNot(speech: Node, region: Region, context: Context): boolean {
  const name = senseOf(speech, "speech")?.name;
  const denies = name === "deny" || name === "doubt";
  const negated = region.nodes.some((n) => n.head === speech && negationOf(n, region, context) > 0);
  return denies !== negated;
}

/** Who speaks where the clause is what somebody says. */
export function clauseSpeaker(
  region: Region,
  regions: readonly Region[],
  context: Context,
): Speaker | null {
  for (let at: Region | undefined = region; at; at = regions.find((r) => r.head === at?.parent)) {
    const parent = at.parent && regions.find((r) => r.head === at?.parent);
    if (!parent) return null;
    const speech = parent.nodes.find((n) => senseOf(n, "speech") && n.upos === "VERB");
    const blames = speech && senseOf(speech, "speech")?.name === "blame";
    if (!speech || (at.link !== "complement" && at.link !== "aside" && !blames)) continue;
    const found = subjectSpeaker(speech, context);
    if (found) {
      return { ...found.speaker, denied: saysNot(speech, parent, context) };
    }
  }
  return null;
}

/** "My cousin says that it stopped": the words of one whom nothing tells of, which nobody has to stand by. */
export function unknownSpeaker(
  region: Region,
  regions: readonly Region[],
  context: Context,
): string[] {
  if (region.link !== "complement" || region.parent === null) return [];
  const parent = regions.find((r) => r.head === region.parent);
  if (!parent || senseOf(parent.head, "speech") === null || parent.head.upos !== "VERB") return [];
  if (isUnsaid(parent.head, context)) return [parent.head.form];
  return childrenBy(parent.head, "nsubj")
    .filter((n) => n.subtype !== "pass" && n.upos === "NOUN")
    .filter((n) => {
      const term = speakerTerm(n, context);
      return term === null || term.kind === "word";
    })
    .map((n) => n.form);
}

/** "We have never claimed that it rained": what one whom no name tells is said not to have said stays open. */
export function isUnsaid(verb: Node, context: Context): boolean {
  if (verb.upos !== "VERB" || senseOf(verb, "speech") === null) return false;
  const subject = childrenBy(verb, "nsubj").find((n) => n.subtype !== "pass");
  if (subject?.upos !== "PRON" || childrenBy(verb, "ccomp").length === 0) return false;
  if (subjectSpeaker(verb, context)) return false;
  const name = senseOf(verb, "speech")?.name;
  const { grammar } = context;
  if (grammar["negative-pronouns"].includes(subject.lower)) return false;
  const negated = verb.children.some(({ lower }) => grammar.negations.includes(lower));
  return (name === "deny" || name === "doubt") !== negated;
}

/** "a Peruvian lawmaker": one of a country, not just any. */
export function ofCountry(subject: Node, term: Term, context: Context): Term {
  if (term.kind !== "class") return term;
  const country = subject.children
    .filter((c) => ["amod", "compound", "nmod"].includes(c.rel) && c.unit.name !== null)
    .map((c) => termOf(c, context))
    .find((t) => t?.kind === "entity" && t.type === "state");
  return country?.kind === "entity"
    ? { kind: "entity", id: `office:${term.concept}@${country.id}`, type: "person" }
    : term;
}

/** "A few charities deny it": some of them, be the others who say it. */
function ofSome(subject: Node, term: Term, context: Context): Term {
  const some = ["some", "count", "not-all"].includes(quantifierOf(subject, context)?.kind ?? "");
  return some && term.kind === "entity" && term.type === "group-of-people"
    ? { ...term, id: `${term.id}?` }
    : term;
}

/** "Chile was told that …", unlike "it was said that …": who heard what somebody says. */
export function toldTo(head: Node): string[] {
  return childrenBy(head, "nsubj")
    .filter((n) => n.subtype === "pass" && n.unit.name !== null)
    .map((n) => n.form);
}
