/** The event that a clause is about. */
import type { Mode } from "../../../meaning.ts";
import { PREPOSITIONS } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { childrenBy, type Node, senseOf } from "../parse/tree.ts";
import { eventOf, isLight, isOperator } from "./predicates.ts";
import type { Region } from "./regions.ts";
import { termOf } from "./terms.ts";

type EventSense = NonNullable<ReturnType<typeof eventOf>>;

export interface Core {
  readonly node: Node;
  readonly concept: string;
  readonly negated: boolean;
  readonly mode: Mode | null;
  /** The verb that only lends itself to the event. */
  readonly carrier?: Node;
}

/** A clause and the event that it is read about. */
export interface Clause {
  readonly region: Region;
  /** Its words but those that only join. */
  readonly content: readonly Node[];
  readonly core: Core;
  readonly context: Context;
  /** Whether it is a whole sentence taken as one clause. */
  readonly whole: boolean;
}

/** The event that a clause is about: its head, else the highest event, quality or noun below. */
export function coreOf(region: Region, content: readonly Node[], context: Context): Core | null {
  const byDepth = [...content].sort(
    (a, b) => depthIn(a, region) - depthIn(b, region) || a.index - b.index,
  );
  const inPhrase = prepositionalState(region.head, context);
  if (inPhrase) return inPhrase;
  for (const node of byDepth) {
    const event = eventOf(node);
    if (
      event &&
      !isMember(node, region, context) &&
      !isOperator(node, context) &&
      !isCopular(node, context) &&
      !isLight(node, context)
    ) {
      const sense = fittingSense(node, event, content, context);
      return { node, concept: sense.concept, negated: sense.negated, mode: sense.mode };
    }
  }
  for (const node of byDepth) {
    const quality = senseOf(node, "quality");
    if (
      quality &&
      (node === region.head || childrenBy(node, "cop", "nsubj").length > 0 || node.rel === "xcomp")
    ) {
      return { node, concept: quality.concept, negated: quality.negated, mode: null };
    }
  }
  const head = region.head;
  if (childrenBy(head, "cop").length > 0 && termOf(head, context))
    return { node: virtual(head), concept: "be", negated: false, mode: null };
  for (const node of byDepth) {
    const quality = senseOf(node, "quality");
    if (quality) return { node, concept: quality.concept, negated: quality.negated, mode: null };
  }
  return null;
}

/** "its members", "the signatories": those bound by a rule, where they are not what is said of somebody. */
function isMember(node: Node, region: Region, context: Context): boolean {
  const { adherence, bound } = context.grammar.rules;
  if (node.upos === "VERB" || node === region.head || childrenBy(node, "cop").length > 0)
    return false;
  const joins = node.senses.some((s) => s.kind === "event" && adherence.includes(s.concept));
  return (
    joins &&
    node.senses.some((s) => s.kind === "class" && bound.includes(s.concept)) &&
    /(?:er|ers|y|ies|or|ors|ant|ants|ent|ents)$/u.test(node.lower)
  );
}

/** Of the senses of a phrase the one that takes what stands there: one joins treaties, not aggressions. */
function fittingSense(
  node: Node,
  first: EventSense,
  content: readonly Node[],
  context: Context,
): EventSense {
  const senses = node.senses.flatMap((s) => (s.kind === "event" ? [s] : []));
  if (node.unit.senses.length < 2 || senses.length < 2) return first;
  const kinds = content.flatMap((n) =>
    n.unit.name ? [context.gazetteer.entities.get(n.unit.name.id)?.kind ?? ""] : [],
  );
  const fits = (sense: EventSense): boolean => {
    const taken = context.relations.get(sense.concept)?.roles.theme;
    return taken === undefined || taken.some((kind) => kinds.includes(kind));
  };
  return senses.find(fits) ?? first;
}

/** "remain bound", "stay a party": the verb only joins the subject with what follows. */
export function isCopular(node: Node, context: Context): boolean {
  if (!context.grammar.copular.includes(node.lemma) || node.upos === "NOUN") return false;
  return childrenBy(node, "xcomp").some((c) =>
    c.upos !== "VERB" || c.xpos === "VBN"
      ? c.senses.some((s) => s.kind === "event" || s.kind === "quality")
      : false,
  );
}

/** "X is a lawmaker": the core is the copula, the noun is one of its items. */
function virtual(head: Node): Node {
  return childrenBy(head, "cop")[0] ?? head;
}

/** "is in the club", "are outside the treaty": the preposition is the predicate. */
function prepositionalState(head: Node, context: Context): Core | null {
  if (childrenBy(head, "cop").length === 0 || childrenBy(head, "nsubj").length === 0) return null;
  for (const mark of childrenBy(head, "case", "mark")) {
    // "It was in 2006" tells when, and not that somebody was in anything.
    if (head.unit.time && PREPOSITIONS.has(mark.lower)) continue;
    for (const sense of [
      ...mark.unit.senses.filter((u) => u.pos === "a").map((u) => u.sense),
      ...(context.lexicon.words.a.get(mark.lower) ?? []),
    ]) {
      if (sense.kind === "event" && takesPlace(sense, head, context))
        return { node: mark, concept: sense.concept, negated: sense.negated, mode: sense.mode };
    }
  }
  return null;
}

/** "is in Vienna": a name that the relation doesn't take stands for a place, and one is not party to it. */
function takesPlace({ concept }: EventSense, head: Node, context: Context): boolean {
  const known = head.unit.name && context.gazetteer.entities.get(head.unit.name.id);
  const taken = context.relations.get(concept)?.roles.theme;
  return known?.kind !== "state" || taken === undefined || taken.includes("state");
}

/** How far down a word stands; a subject stands lower than any complement of its verb. */
function depthIn(node: Node, region: Region): number {
  let depth = 0;
  for (let n: Node | null = node; n && n !== region.head; n = n.head)
    depth += n.rel === "nsubj" ? 10 : 1;
  return depth;
}
