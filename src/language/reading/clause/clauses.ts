/** Reads every clause of a sentence, and the sentence as one clause. */
import type { Proposition } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import { childrenBy, isBelow, type Node, senseOf } from "../parse/tree.ts";
import { type Read, readClause } from "./clause.ts";
import type { Core } from "./core.ts";
import { deniesUnsaid, isFunction, negationOf } from "./negation.ts";
import { eventOf, isOperator } from "./predicates.ts";
import { type Region, regionsOf } from "./regions.ts";
import { isUnsaid, toldTo, unknownSpeaker } from "./speakers.ts";
import {
  aheadOf,
  isDemandedFor,
  isOccasion,
  isOpenQuestion,
  isPlanForElse,
  isUnsaidThere,
  supposedIn,
} from "./untold.ts";

/** Reads every clause of a tree. Clauses that only report, suppose or ask assert nothing. */
export function readTree(nodes: readonly Node[], context: Context): Read[] {
  const regions = regionsOf(nodes, context);
  const reads: Read[] = [];
  for (const region of regions) {
    if (isDemandedFor(region.head, context)) continue;
    const occasion = region.nodes.find((n) =>
      [isOccasion, isUnsaidThere, isOpenQuestion, isPlanForElse].some((is) => is(n, context)),
    );
    if (occasion) {
      reads.push({ region, proposition: null, unread: [occasion.form] });
      continue;
    }
    const ahead = aheadOf(region, context) ?? supposedIn(region, context);
    if (ahead) {
      reads.push({ region, proposition: null, unread: [ahead] });
      continue;
    }
    const reporting =
      regions.some((r) => r.parent === region.head && r.link === "complement") &&
      senseOf(region.head, "speech") !== null;
    const taken = carriedEvent(region, regions, context);
    const read = taken
      ? readClause(taken.region, regions, context, taken.core)
      : readClause(
          region,
          regions,
          context,
          reporting ? { node: region.head, concept: "comment", negated: false, mode: null } : null,
        );
    // "X said that …" asserts nothing of itself unless it says more than who speaks; "X was told that …"
    // tells what X knows, which is more than that it is so.
    const unknown = reporting ? toldTo(region.head) : unknownSpeaker(region, regions, context);
    if (unknown.length > 0) {
      reads.push({ region, proposition: null, unread: unknown });
      continue;
    }
    const plain =
      reporting &&
      (read.proposition?.items ?? []).every((i) => i.role === "agent" || i.role === "recipient");
    reads.push(plain ? { region, proposition: null, unread: [] } : read);
  }
  return reads;
}

/**
 * "a decision that the council took in June", "a step taken by Norway": the clause says of the event
 * itself who brought it about and when.
 */
function carriedEvent(
  region: Region,
  regions: readonly Region[],
  context: Context,
): { region: Region; core: Core } | null {
  const noun = region.head.head;
  if (region.link !== "relative" || !noun || noun.upos === "VERB") return null;
  const event = eventOf(noun);
  const carries =
    senseOf(region.head, "light") !== null ||
    [...context.grammar["support-verbs"], ...context.grammar["carrying-verbs"]].includes(
      region.head.lemma,
    ) ||
    context.grammar["carrying-verbs"].includes(region.head.lower);
  if (!event || !carries || isOperator(noun, context)) return null;
  const above = regions.find((r) => r.nodes.includes(noun));
  const modifiers = (above?.nodes ?? []).filter((n) => n !== noun && isBelow(n, noun));
  const core: Core = {
    node: noun,
    concept: event.concept,
    negated: event.negated,
    mode: event.mode ?? "done",
    carrier: region.head,
  };
  return {
    region: {
      ...region,
      nodes: [...region.nodes, ...modifiers, noun].sort((a, b) => a.index - b.index),
    },
    core,
  };
}

/**
 * Reads the whole sentence as one clause, once about each of its events. The comparison takes such
 * a reading only where every word of it is matched.
 */
export function readWhole(nodes: readonly Node[], context: Context): Proposition[] {
  const head = nodes.find((n) => !n.head);
  // "when they ratified it": whoever else is named is not the one who did.
  if (!head || nodes.some((n) => n.xpos === "PRP" && n.lower !== "it" && n.rel === "nsubj"))
    return [];
  const isOpen = (n: Node): boolean =>
    [isOpenQuestion, isUnsaid, isUnsaidThere, isPlanForElse].some((is) => is(n, context));
  if (nodes.some(isOpen)) return [];
  // "Chile was told of the vote": it did not vote.
  const tells =
    toldTo(head).length > 0 && eventOf(head)?.concept === context.lexicon.concepts.tells;
  const region: Region = { head, nodes, parent: null, link: "main", mark: "" };
  const clauses = regionsOf(nodes, context);
  // "A and B do, whereas C doesn't": what is denied without being said is in no reading of the whole.
  const deniesUntold = (clause: Region): boolean =>
    clause.mark !== "" && clause.nodes.some((n) => deniesUnsaid(n, [clause], context));
  if (clauses.some(deniesUntold)) return [];
  const out: Proposition[] = [];
  for (const node of nodes) {
    if (isFunction(node)) continue;
    const event = eventOf(node);
    const quality = senseOf(node, "quality");
    const sense = event ?? quality;
    if (!sense || isOperator(node, context) || isDemandedFor(node, context)) continue;
    const core: Core = {
      node,
      concept: sense.concept,
      negated: sense.negated,
      mode: event?.mode ?? null,
    };
    if (isDeniedElsewhere(node, clauses, context) || isBehindPredicate(node, context)) continue;
    if (tells && node !== head) continue;
    const read = readClause(region, [region], context, core, true);
    if (read.proposition && read.unread.length === 0) out.push(read.proposition);
  }
  return out;
}

/** "is against its own withdrawal": the preposition is what is said, not the withdrawal. */
function isBehindPredicate(node: Node, { lexicon }: Context): boolean {
  const isEvent = ({ lower }: Node): boolean =>
    (lexicon.words.a.get(lower) ?? []).some((s) => s.kind === "event" && s.negated);
  return childrenBy(node, "cop").length > 0 && childrenBy(node, "case").some(isEvent);
}

/** "They use it on people who are not soldiers": what another clause denies of its own is not denied of this. */
function isDeniedElsewhere(core: Node, clauses: readonly Region[], context: Context): boolean {
  const own = clauses.find((c) => c.nodes.includes(core));
  const hasSubject = (c: Region): boolean => childrenBy(c.head, "nsubj").length > 0;
  // "They did not join, and since May it has used them".
  const apart = (c: Region): boolean =>
    own?.link === "coordinate" &&
    own.parent === c.head &&
    hasSubject(c) &&
    (hasSubject(own) || own.nodes.some((n) => n.xpos === "PRP" && n.index < own.head.index));
  // "When they ratified it, nobody knew": what is told in a clause of its own is not what nobody did.
  const subordinate =
    own?.link === "adverbial" &&
    own.mark === "" &&
    hasSubject(own) &&
    own.head.index < (own.parent?.index ?? 0);
  return clauses.some(
    (c) =>
      c !== own &&
      ((subordinate && c.head === own.parent) ||
        ((c.link === "coordinate" ||
          c.link === "relative" ||
          // "they have to vote, it is not over"
          (c.link === "aside" && eventOf(c.head) !== null)) &&
          hasSubject(c) &&
          !isBelow(core, c.head)) ||
        apart(c)) &&
      c.nodes.some((n) => negationOf(n, c, context) > 0),
  );
}
