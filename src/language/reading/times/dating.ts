import type { Proposition } from "../../../meaning.ts";
import { settleRoles } from "../../../roles.ts";
import type { Context } from "../context.ts";

/** The concept of bearing a date. */
const DATED = "dated";

/**
 * "The decision is dated 29 June", "the use goes back to 2014": what is said of an event's date is
 * said of the event, whose modifiers become its participants.
 */
export function undate(p: Proposition, context: Context): Proposition {
  return p.when.length === 0 ? p : undated(p, context);
}

/** The same for "the date of the decision" by itself. */
export function undated(p: Proposition, context: Context): Proposition {
  if (p.concept !== DATED) return p;
  const at = p.items.findIndex(
    (i) => i.term.kind === "event" && !i.term.negated && isTimed(i.term.concept, context),
  );
  const event = p.items[at];
  if (event?.term.kind !== "event") return p;
  const { concept } = event.term;
  const items = p.items
    .filter((_, i) => i !== at)
    .map((i) => ({ ...i, depth: Math.max(0, i.depth - 1) }));
  const roles = context.relations.get(concept)?.roles ?? {};
  const when = p.when.map((w) => ({
    ...w,
    relation: w.relation === "since" ? ("in" as const) : w.relation,
    beginning: true,
  }));
  return { ...p, concept, mode: "done", items: settleRoles(items, roles), when };
}

/** Does the base know when events of a concept were? */
export function isTimed(concept: string, context: Context): boolean {
  const values = context.relations.get(concept)?.oneValue ?? [];
  return values.includes("time") || values.includes("start");
}
