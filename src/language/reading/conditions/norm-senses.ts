/** What a word can mean where a rule is told: whom it binds, its source, an act, a right. */
import type { Sense } from "../../lexicon/types.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { childrenBy, type Node, senseOf } from "../parse/tree.ts";

/** Which word of a phrase of the list a word is ("as long as"); null where it is in none. */
export function placeInPhrase(
  nodes: readonly Node[],
  at: number,
  phrases: readonly string[],
): number | null {
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    for (let place = 0; words.length > 1 && place < words.length; place++)
      if (words.every((word, i) => nodes[at - place + i]?.lower === word)) return place;
  }
  return null;
}

/** "a few of them", "a thousand drones": how many things, not how many states. */
export function countsThings(nodes: readonly Node[], at: number, context: Context): boolean {
  if (nodes[at]?.unit.quantity?.kind !== "cardinal") return false;
  const [next, after] = [nodes[at + 1], nodes[at + 2]];
  const counted = next?.lower === "of" || next?.lower === "more" ? after : next;
  const kind = context.gazetteer.entities.get(counted?.unit.name?.id ?? "")?.kind ?? "";
  return (
    context.grammar.rules.things.includes(kind) ||
    (next?.lower === "of" && ["them", "the", "these", "those", "such"].includes(after?.lower ?? ""))
  );
}

/** "you", "countries", "anybody": one whom a rule binds. */
export function isBound(node: Node | undefined, context: Context): boolean {
  if (!node) return false;
  return (
    ["you", "us", "them", "anyone", "anybody", "everyone", "everybody", "people"].includes(
      node.lower,
    ) ||
    allSenses(node, context).some(
      (s) =>
        (s.kind === "class" && context.grammar.rules.bound.includes(s.concept)) ||
        (s.kind === "event" && !s.negated && context.grammar.rules.adherence.includes(s.concept)),
    )
  );
}

export function isDefinite(node: Node): boolean {
  return childrenBy(node, "det").some((d) => ["the", "this", "that"].includes(d.lower));
}

export function isSource(unit: Unit, context: Context): boolean {
  const kind = context.gazetteer.entities.get(unit.name?.id ?? "")?.kind ?? "";
  return context.grammar.rules.sources.includes(kind);
}

/** "the right", "the freedom". */
export function isRight(node: Node, context: Context): boolean {
  return allSenses(node, context).some(
    (s) => s.kind === "operator" && s.mode === "possible" && !s.negated,
  );
}

/** What those bound owe to the rule. */
export function owes(node: Node, context: Context): boolean {
  return allSenses(node, context).some(
    (s) => s.kind === "class" && context.grammar.norms.dues.includes(s.concept),
  );
}

/** Auxiliaries, and verbs that only carry a noun: "makes no exception". */
export function isHelping(node: Node): boolean {
  const carries =
    senseOf(node, "light") !== null &&
    childrenBy(node, "obj").some((c) => c.upos === "NOUN" && c.unit.name === null);
  return node.rel === "aux" || node.rel === "cop" || carries;
}

export function allSenses(node: Node, context: Context): readonly Sense[] {
  if (node.unit.senses.length > 0) return node.unit.senses.map((s) => s.sense);
  if (node.senses.length > 0) return node.senses;
  const { v, n, a } = context.lexicon.words;
  return [v, n, a].flatMap((words) => words.get(node.lemma) ?? words.get(node.lower) ?? []);
}
/** Concepts of what rules ban and demand. */
export function actsOf({ relations, grammar }: Context): readonly string[] {
  return [...(relations.get(grammar.rules.ban)?.roles.theme ?? []), ...grammar.norms.demanded];
}
