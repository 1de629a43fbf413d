/** What a clause shares with the one that it is coordinated with, and negations of its own. */
import type { Mode } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import { childrenBy, type Node } from "../parse/tree.ts";
import { negationOf } from "./negation.ts";
import type { Region } from "./regions.ts";

/** "must not use or store", "has not signed or ratified": the second verb has the first one's negation. */
export function sharedNegations(region: Region, context: Context): number {
  const { head } = region;
  const first = head.head;
  if (region.link !== "coordinate" || !first || head.xpos !== first.xpos) return 0;
  if (childrenBy(head, "aux", "nsubj", "cop").length > 0) return 0;
  const contrasted = childrenBy(head, "cc").some((c) =>
    context.grammar.concession.includes(c.lower),
  );
  const helped = childrenBy(first, "aux").length > 0 && /^VB[N]?$/u.test(head.xpos);
  if (
    contrasted ||
    !helped ||
    childrenBy(head, "advmod").some((c) => context.grammar.negations.includes(c.lower))
  )
    return 0;
  return childrenBy(first, "advmod").filter(
    (c) =>
      context.grammar.negations.includes(c.lower) && c.lower !== "neither" && c.index < first.index,
  ).length;
}

/** "must be ratified and reported": the second verb has the first one's modal. */
export function sharedModals(region: Region, context: Context): Mode[] {
  const { head } = region;
  if (
    region.link !== "coordinate" ||
    !head.head ||
    head.xpos === "VBZ" ||
    head.xpos === "VBP" ||
    childrenBy(head, "aux", "nsubj", "cop").length > 0
  )
    return [];
  return childrenBy(head.head, "aux").flatMap((aux) => context.grammar.modals[aux.lower] ?? []);
}

/** "is not in it and also not Chile": a second negation that begins anew denies something of its own. */
export function negatedTwice(region: Region, context: Context): Node[] {
  const { grammar } = context;
  const plain = region.nodes.filter(
    (n) => negationOf(n, region, context) > 0 && !grammar.without.includes(n.lower),
  );
  const [first, ...others] = plain;
  if (!first) return [];
  const begins = (n: Node): boolean =>
    n.rel === "cc" || [",", ";", ":", "-", "–", "—"].includes(n.form);
  return others.filter(
    (n) =>
      (first.lower === "never" && n.rel === "det") ||
      region.nodes.some((b) => b.index > first.index && b.index < n.index && begins(b)),
  );
}
