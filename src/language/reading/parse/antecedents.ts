/** What a relative clause is said of, where the parser took the nearest noun for it. */
import type { Context } from "../context.ts";
import { kindsOf } from "./choice.ts";
import { childrenBy, type Node } from "./tree.ts";

/**
 * Hangs a relative clause on what can take part in what it tells: in "a decision of the council that
 * bears a date" it is the decision that bears one, since a council can't.
 *
 * @param nodes those of a tree; the clauses that are moved are moved in place
 */
export function settleAntecedents(nodes: readonly Node[], context: Context): void {
  for (const clause of nodes) {
    const named = clause.head;
    const owner = named?.head;
    if (clause.subtype !== "relcl" || !named || !owner || named.rel !== "nmod") continue;
    if (!tellsOfThings(clause)) continue;
    const taken = clause.senses.flatMap((s) =>
      s.kind === "event" ? Object.values(context.relations.get(s.concept)?.roles ?? {}) : [],
    );
    const takes = (node: Node): boolean =>
      kindsOf(node, context).some((kind) => taken.flat().includes(kind));
    if (taken.length === 0 || takes(named) || !takes(owner)) continue;
    named.children.splice(named.children.indexOf(clause), 1);
    owner.children.push(clause);
    clause.head = owner;
  }
}

/** "that bears", "which is dated", unlike "who signed" and "which they signed". */
function tellsOfThings(clause: Node): boolean {
  return childrenBy(clause, "nsubj").some((c) => c.lower === "that" || c.lower === "which");
}
