/** The words that a clause is about. */
import type { GistAtom } from "../../../meaning.ts";
import type { Region } from "../clause/regions.ts";
import type { Context } from "../context.ts";
import type { Node } from "../parse/tree.ts";
import { kindOf, SPEAKERS } from "./kinds.ts";

/** The words that a clause is about ("difficult yet necessary"): what its negation denies. */
export function keysOf(
  region: Region,
  places: ReadonlyMap<Node, number>,
  atoms: readonly GistAtom[],
  context: Context,
): number[] {
  const depth = (node: Node): number => {
    let d = 0;
    for (let n: Node | null = node; n && n !== region.head; n = n.head)
      d += n.rel === "nsubj" ? 10 : 1;
    return d;
  };
  const inside = region.nodes
    .filter((n) => places.has(n))
    .sort((a, b) => depth(a) - depth(b) || a.index - b.index);
  for (const node of inside) {
    const at = places.get(node) ?? -1;
    const atom = atoms[at];
    if (atom && !atom.joins && atom.senses.some((s) => s.kind === "concept")) {
      const beside = node.children
        .filter((c) => c.rel === "conj" && region.nodes.includes(c))
        .flatMap((c) => places.get(c) ?? []);
      return [at, ...beside.filter((i) => atoms[i]?.senses.some((s) => s.kind === "concept"))];
    }
  }
  // "They cited article 2 of the charter": it is about what is named.
  return inside
    .filter((n) => n.unit.name && !SPEAKERS.has(kindOf(n, context)))
    .flatMap((n) => places.get(n) ?? []);
}
