/** What the words of a sentence can stand for, and the times that it names. */
import type { GistAtom, When } from "../../../meaning.ts";
import { isFunction } from "../clause/negation.ts";
import type { Region } from "../clause/regions.ts";
import { isGrammatical } from "../clause/terms.ts";
import type { Context } from "../context.ts";
import { childrenBy, type Node } from "../parse/tree.ts";
import { isUntil, settleTimes, whenOf } from "../times/when.ts";
import { atomOf, ORDINARY } from "./atoms.ts";
import { sideOf } from "./sides.ts";
import type { Said } from "./speaker.ts";

interface Words {
  readonly atoms: GistAtom[];
  /** Which atom, or first of several, a word is. */
  readonly places: ReadonlyMap<Node, number>;
  readonly when: readonly When[];
  /** Whether a time could not be read. */
  readonly unclear: boolean;
}

/** Makes atoms of all words that carry a meaning of their own. */
export function wordsOf(
  nodes: readonly Node[],
  regions: readonly Region[],
  said: Said | null,
  context: Context,
): Words {
  const regionOf = (node: Node): number => regions.findIndex((r) => r.nodes.includes(node));
  const atoms: GistAtom[] = [];
  const when: When[] = [];
  const places = new Map<Node, number>();
  let unclear = false;
  for (const node of nodes) {
    if (isIdle(node, context)) continue;
    if (node.unit.time) {
      const read = whenOf(node, node.unit.time, context);
      const state = node.head?.upos === "ADJ" && childrenBy(node.head, "cop").length > 0;
      if (read) when.push(...settleTimes([read], { begins: false, only: false, state }));
      else unclear = true;
      // "did not … until 2005" affirms what it seems to deny.
      if (isUntil(node, node.unit.time, context)) unclear = true;
      continue;
    }
    if (saysNothing(node, context)) continue;
    const several = node.unit.group?.members ?? membersOf(node, context);
    if (several) {
      places.set(node, atoms.length);
      for (const id of several) {
        atoms.push({
          ...ORDINARY,
          text: node.form,
          region: regionOf(node),
          says: false,
          degree: false,
          bound: [],
          side: sideOf(node, context),
          key: false,
          senses: [{ kind: "entity", key: id, negated: false }],
        });
      }
      continue;
    }
    const read = atomOf(node, regionOf(node), said?.nodes.has(node) ?? false, context);
    if (!read) continue;
    const atom = node === said?.verb ? { ...read, plain: true, joins: true, negates: false } : read;
    places.set(node, atoms.length);
    atoms.push(atom);
  }
  return { atoms, places, when, unclear };
}

/** "the Nordic states": what is said of a group is said of those in it, as where all are named. */
function membersOf({ unit }: Node, context: Context): readonly string[] | null {
  const members = unit.name && context.gazetteer.entities.get(unit.name.id)?.members;
  return members && members.length > 0 ? members : null;
}

/** A word that only joins others, or a mark. */
function isIdle(node: Node, context: Context): boolean {
  return (
    (isFunction(node) && !isPrepositionalPredicate(node, context)) ||
    !/[\p{L}\p{N}]/u.test(node.form)
  );
}

/** A word of content that adds nothing here. */
function saysNothing(node: Node, context: Context): boolean {
  return (
    isGrammatical(node, context) ||
    (node.subtype === "prt" && node.senses.length === 0) ||
    (node.upos !== "NOUN" && context.grammar.condition.includes(node.lower)) ||
    node.senses.some((s) => s.kind === "filler")
  );
}

/** "was against leaving": the preposition says it. */
function isPrepositionalPredicate(node: Node, context: Context): boolean {
  if (
    !["case", "mark"].includes(node.rel) ||
    !node.head ||
    childrenBy(node.head, "cop").length === 0
  )
    return false;
  return (context.lexicon.words.a.get(node.lower) ?? []).some((s) => s.kind === "event");
}
