import type { When } from "../../meaning.ts";
import type { TimeSpan } from "../time/types.ts";
import type { Context } from "./context.ts";
import { childrenBy, type Node } from "./tree.ts";

/** Turns a date as written into the days that it allows; null for durations, which are distances. */
export function whenOf(node: Node, span: TimeSpan, context: Context): When | null {
  if (span.kind === "duration") return null;
  const beginning = span.only || childrenBy(node, "advmod").some((c) => context.grammar.only.includes(c.lower));
  const { lo, hi } = span;
  const dated = Number.isFinite(lo) || Number.isFinite(hi);
  const base = {
    weekdays: span.weekdays ?? (span.weekday === undefined ? null : [span.weekday]),
    yearless: span.yearless?.month === undefined ? null : { month: span.yearless.month, day: span.yearless.day ?? null },
    beginning,
    text: span.text,
  };
  if (!dated && base.weekdays === null && base.yearless === null) return null;
  if (!dated) return { ...base, relation: "in", days: null };
  switch (span.relation) {
    case "since":
    case "from":
    case "as-of":
      return { ...base, relation: "since", days: { lo, hi } };
    case "until":
      return { ...base, relation: "until", days: { lo, hi } };
    case "by":
      return { ...base, relation: "before", days: { lo: Number.NEGATIVE_INFINITY, hi } };
    case "before":
      return { ...base, relation: "before", days: { lo: Number.NEGATIVE_INFINITY, hi: lo - 1 } };
    case "after":
      return { ...base, relation: "after", days: { lo: hi + 1, hi: Number.POSITIVE_INFINITY } };
    default:
      return { ...base, relation: "in", days: { lo, hi } };
  }
}
