import type { Sense } from "../../lexicon/types.ts";
import type { Context } from "../context.ts";
import { childrenBy, type Node } from "./tree.ts";

type EventSense = Extract<Sense, { kind: "event" }>;

/**
 * Of several events that a word can name, the one that its surroundings support stands first: one
 * whose participants may be what hangs on the word ("depart from a treaty" is leaving it, "depart
 * from a rule" is breaking it), then one that the base has anything to say of.
 */
export function chooseSenses(nodes: readonly Node[], context: Context): void {
  for (const node of nodes) {
    if (isSomeOnes(node)) node.senses = [];
    node.senses = isOfNoLonger(node, nodes)
      ? FILLER
      : (asAuxiliary(node, context) ?? asRemark(node, context));
    dropMisfits(node, context);
    dropOwn(node);
    const events = node.senses.filter((s): s is EventSense => s.kind === "event");
    if (new Set(events.map((e) => e.concept)).size < 2) continue;
    const ranked = [...events].sort((a, b) => score(b, node, context) - score(a, node, context));
    const next = ranked.values();
    node.senses = node.senses.map((s) =>
      s.kind === "event" ? (next.next().value as EventSense) : s,
    );
  }
}

/** "The big ones that go off": things of a kind that nothing here names. */
function isSomeOnes(node: Node): boolean {
  const isTold = node.children.some((c) => c.subtype === "relcl");
  return /^ones?$/u.test(node.lower) && isTold && childrenBy(node, "amod").length > 0;
}

const FILLER: Node["senses"] = [{ kind: "filler" }];

/** "is going to leave", "used to be hidden": the verb only tells when. */
function asAuxiliary(node: Node, { grammar }: Context): Node["senses"] | null {
  const mode = node.upos === "VERB" ? grammar["verbs-of-time"][node.lower] : undefined;
  const isInfinitive = (c: Node): boolean => childrenBy(c, "mark").some((m) => m.upos === "PART");
  return mode && childrenBy(node, "xcomp", "advcl", "ccomp").some(isInfinitive)
    ? [{ kind: "operator", name: "time", negated: false, mode }]
    : null;
}

/** "No longer": the first word denies, the second says nothing of how long. */
function isOfNoLonger(node: Node, nodes: readonly Node[]): boolean {
  return node.lower === "longer" && ["no", "any"].includes(nodes[node.index - 1]?.lower ?? "");
}

/** "Norway rules out a return": where the word can mean something else, it is no relation that only treaties have. */
function dropMisfits(node: Node, context: Context): void {
  if (node.upos !== "VERB" || node.senses.length < 2) return;
  const misfits = node.senses.filter((s) => s.kind === "event" && isMisfit(s, node, context));
  if (misfits.length === 0 || misfits.length === node.senses.length) return;
  node.senses = node.senses.filter((s) => !misfits.includes(s));
}

/** "renounced its exit": who does that to an act doesn't do the act by it; nor in "it remains that they go". */
function dropOwn(node: Node): void {
  const isOperator = node.senses.some((s) => s.kind === "operator");
  const acts = [
    ...childrenBy(node, "ccomp"),
    ...(isOperator ? childrenBy(node, "obj") : []),
  ].flatMap((c) => c.senses.flatMap((s) => (s.kind === "event" ? [s.concept] : [])));
  const rest = node.senses.filter((s) => s.kind !== "event" || !acts.includes(s.concept));
  if (rest.length > 0 && rest.length < node.senses.length)
    node.senses = rest.filter((s) => s.kind !== "event");
}

/** Is the one who acts none of those that a relation is said of? */
function isMisfit(sense: EventSense, node: Node, context: Context): boolean {
  const takes = context.relations.get(sense.concept)?.roles.agent;
  if (!takes) return false;
  const kinds = childrenBy(node, "nsubj")
    .filter((c) => c.subtype !== "pass" && c.unit.name !== null)
    .flatMap((c) => kindsOf(c, context));
  return kinds.some((kind) => ACTORS.has(kind)) && !kinds.some((kind) => takes.includes(kind));
}

const ACTORS: ReadonlySet<string> = new Set(["state", "group", "person", "body"]);

/** A text has a word about something, somebody speaks of it: "is silent on", "never mentioned". */
function asRemark(node: Node, context: Context): Node["senses"] {
  const { provision } = context.grammar.rules;
  if (!node.senses.some((s) => s.kind === "event" && s.concept === provision)) return node.senses;
  let at = node;
  while (at.head && ["xcomp", "conj"].includes(at.rel) && childrenBy(at, "nsubj").length === 0)
    at = at.head;
  const speaks = childrenBy(at, "nsubj").some((c) =>
    kindsOf(c, context).some((kind) => ACTORS.has(kind) || kind === "group-of-people"),
  );
  if (!speaks) return node.senses;
  const isProvision = (s: Sense): boolean => s.kind === "event" && s.concept === provision;
  // "They foresee a vote": a word that says more of somebody is no mere mention.
  if (node.senses.some((s) => s.kind === "event" && !isProvision(s)))
    return node.senses.filter((s) => !isProvision(s));
  return node.senses.map((s) =>
    isProvision(s) && s.kind === "event" ? { ...s, concept: context.lexicon.concepts.remarks } : s,
  );
}

function score(sense: EventSense, node: Node, context: Context): number {
  const manner = childrenBy(node, "advmod", "amod").flatMap((c) =>
    c.senses.flatMap((s) => (s.kind === "quality" ? [s.concept] : [])),
  );
  const known =
    (context.known.has(sense.concept) ? 1 : 0) +
    (manner.some((m) => context.known.has(`${sense.concept} ${m}`)) ? 3 : 0);
  const roles = context.relations.get(sense.concept)?.roles;
  if (!roles) return known;
  const takes = Object.values(roles).flat();
  const things = childrenBy(node, "obj", "obl", "nmod").flatMap((c) => kindsOf(c, context));
  if (things.length === 0) return known;
  return known + (things.some((kind) => takes.includes(kind)) ? 2 : -1);
}

/** What a relation may take a word for. */
export function kindsOf(node: Node, context: Context): string[] {
  const entity = node.unit.name && context.gazetteer.entities.get(node.unit.name.id);
  if (entity) return [entity.kind];
  return node.senses.flatMap((s) => (s.kind === "event" || s.kind === "class" ? [s.concept] : []));
}
