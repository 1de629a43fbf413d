import type { Item } from "../meaning.ts";
import type { Value } from "./types.ts";

/** Which of the things in question are known to satisfy a proposition, and which not to. */
export interface Tally {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** How many are undecided. */
  readonly open: number;
  /** Nothing else is in question: a list of names, the members of a group, "the five". */
  readonly closed: boolean;
  /** Of how many: "none of the five". */
  readonly of: number | undefined;
  /** One of those known is the one that the others are others to: "five other states left". */
  readonly spare: boolean;
  /** The sources' list counts as complete where a claim says how many exactly. */
  readonly listed: boolean;
}

/** Evaluates a quantifier over what is known: absence from a list proves nothing (open world). */
export function countValue(item: Item, tally: Tally): Value {
  const [yes, no] = [tally.yes.length, tally.no.length];
  const whole = tally.closed && tally.open === 0;
  switch (item.quantifier?.kind) {
    case "no":
      return yes > 0 ? "false" : whole && no > 0 ? "true" : "neither";
    case "all":
      return no > 0 ? "false" : whole && yes > 0 ? "true" : "neither";
    case "not-all":
      // Which five? Those known to are five at least.
      if (tally.of !== undefined && !tally.closed) return yes >= tally.of ? "false" : "neither";
      return no > 0 ? "true" : whole && yes > 0 ? "false" : "neither";
    case "most":
      return tally.closed && yes + tally.open === 0 && no > 0 ? "false" : "neither";
    case "count":
      return numberValue(item, tally);
    default:
      return yes > 0 ? "true" : whole && no > 0 ? "false" : "neither";
  }
}

/** "At least four", "exactly two", "fewer than five"; "the five" are those known, if they are five. */
function numberValue(item: Item, tally: Tally): Value {
  if (item.quantifier?.kind !== "count") return "neither";
  const { definite } = item.quantifier;
  const { lo, hi, exact } = item.quantifier.count;
  const least = Math.max(0, tally.yes.length - (tally.spare ? 1 : 0));
  const most = tally.closed ? tally.yes.length + tally.open : Number.POSITIVE_INFINITY;
  const plain = lo === hi && !exact;
  if (least > hi) return plain && !tally.closed ? "neither" : "false";
  if (most < lo) return "false";
  // "The five": all of those that are five.
  if (
    plain &&
    definite &&
    tally.no.length > 0 &&
    tally.yes.length + tally.no.length + tally.open === lo
  )
    return "false";
  // "The five don't": those known not to are just as many.
  if (plain && definite && tally.no.length === lo && tally.yes.length < lo) return "false";
  if (plain) return tally.yes.length >= lo && least <= hi ? "true" : "neither";
  if (least >= lo && (most <= hi || hi === Number.POSITIVE_INFINITY)) return "true";
  if (!tally.listed) return "neither";
  if (exact && lo === hi) return least <= hi && tally.yes.length >= lo ? "true" : "false";
  return tally.yes.length >= lo && hi !== Number.POSITIVE_INFINITY ? "true" : "neither";
}
