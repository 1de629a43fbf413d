import type { Distance, When } from "../../../meaning.ts";
import type { TimeSpan } from "../../time/types.ts";
import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node } from "../parse/tree.ts";

/** Turns a date as written into the days that it allows; null for durations, which are distances. */
export function whenOf(node: Node, span: TimeSpan, context: Context): When | null {
  const beginning = childrenBy(node, "advmod").some((c) => context.grammar.only.includes(c.lower));
  return spanWhen(span, beginning);
}

/** "until 2005", "until after 2005", "until well into the 2010s". */
export function isUntil(node: Node, span: TimeSpan, { grammar }: Context): boolean {
  return (
    span.relation === "until" ||
    childrenBy(node, "case").some((c) => grammar.until.includes(c.lower))
  );
}

/** The same for a date out of its sentence. */
export function spanWhen(span: TimeSpan, only: boolean): When | null {
  if (span.kind === "duration" && span.direction !== "ago") return null;
  const beginning = span.only || only;
  const { lo, hi } = span;
  const dated = Number.isFinite(lo) || Number.isFinite(hi);
  const base = {
    weekdays: span.weekdays ?? (span.weekday === undefined ? null : [span.weekday]),
    yearless:
      span.yearless?.month === undefined
        ? null
        : { month: span.yearless.month, day: span.yearless.day ?? null },
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
    case "earliest":
      return { ...base, relation: "after", days: { lo, hi: Number.POSITIVE_INFINITY } };
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

/** What the words of a clause say of how its times are meant. */
export interface Manner {
  /** "began to use", "goes back to": the times are those of the beginning. */
  readonly begins: boolean;
  /** "only came into force in 2009": the date is what "only" points to. */
  readonly only: boolean;
  /** "was in force in 2010": a state that began then or before. */
  readonly state: boolean;
}

/** Settles what the times of a clause say of the event itself. */
export function settleTimes(when: readonly When[], { begins, only, state }: Manner): When[] {
  return when.map((w) => {
    if (begins || only) return { ...w, beginning: true };
    if (state && w.relation === "in" && w.days && !w.beginning)
      return { ...w, relation: "before", days: { lo: Number.NEGATIVE_INFINITY, hi: w.days.hi } };
    return w;
  });
}

/** Is it the "only" of a date? One beside a name or a number belongs to that. */
export function isOnlyOfDate(node: Node, content: readonly Node[], context: Context): boolean {
  if (!context.grammar.only.includes(node.lower) || node.rel !== "advmod") return false;
  if (node.head?.unit.name || node.head?.unit.quantity) return false;
  return content.some((n) => n.unit.time && n.unit.time.kind !== "duration");
}

/** The days and counted years that a duration allows. */
export function lengthOf(span: TimeSpan): Pick<Distance, "days" | "years"> {
  const { duration, amount, comparisons = [], approx } = span;
  const counted =
    amount?.unit === "year" &&
    comparisons.length === 0 &&
    !approx &&
    amount.lo < 10 &&
    Number.isFinite(amount.hi);
  return {
    days: duration ? { lo: duration.loDays, hi: duration.hiDays } : null,
    years: counted && amount ? { lo: amount.lo, hi: amount.hi } : null,
  };
}

/**
 * "has been in force for 26 years", "by 2025 they had been using them for a decade": how long before
 * then it began. Any other length of time is of something that the program doesn't know.
 */
export function durationOf(
  node: Node,
  span: TimeSpan,
  when: readonly When[],
  perfect: "present" | "past" | null,
  context: Context,
): Distance {
  const open = {
    direction: "apart" as const,
    ...lengthOf(span),
    unit: null,
    event: null,
    date: null,
    text: span.text,
  };
  // "had ratified it two decades earlier": before the sources were written.
  if (span.direction === "earlier" && perfect && context.reference !== null)
    return { ...open, direction: "before", date: { lo: context.reference, hi: context.reference } };
  const lasting =
    span.relation === "for" ||
    (context.grammar.lasting.includes(markOf(node)) && span.direction === undefined);
  if (!lasting || !perfect) return open;
  const until = when.find((w) => w.days && Number.isFinite(w.days.hi) && w.relation !== "since");
  // "had been in force for years": up to a moment of which another sentence tells.
  const hi = until?.days?.hi ?? (perfect === "past" ? null : context.reference);
  if (hi === null) return open;
  const lo = until?.days && Number.isFinite(until.days.lo) ? until.days.lo : hi;
  return { ...open, direction: "before", date: { lo, hi } };
}
