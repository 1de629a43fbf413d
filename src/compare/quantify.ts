import type { Item } from "../meaning.ts";
import type { Value, World } from "./types.ts";

/** Which of the things in question are known to satisfy a proposition, and which not to. */
export interface Tally {
  readonly yes: string[];
  readonly no: string[];
  open: number;
}

/** Evaluates a quantifier over what is known: absence from a list proves nothing (open world). */
export function countValue(item: Item, tally: Tally, world: World): Value {
  const yes = tally.yes.length;
  const no = tally.no.length;
  const quantifier = item.quantifier;
  switch (quantifier?.kind) {
    case "no":
      // The negation is counted with the proposition's sign: here "some" is asked.
      return yes > 0 ? "true" : "neither";
    case "some":
      return yes > 0 ? "true" : "neither";
    case "all":
      return no > 0 ? "false" : "neither";
    case "not-all":
      return no > 0 ? "true" : "neither";
    case "most":
      return "neither";
    case "only":
      return onlyValue(item, tally, world);
    case "count": {
      const { lo, hi } = quantifier.count;
      if (yes > hi) return "false";
      if (yes >= lo && hi === Number.POSITIVE_INFINITY) return "true";
      if (yes === lo && yes === hi) return "true";
      return "neither";
    }
    default:
      return yes > 0 ? "true" : "neither";
  }
}

/** "Only X": false where somebody else does, too; that X does is asked elsewhere. */
function onlyValue(item: Item, tally: Tally, world: World): Value {
  if (item.term.kind !== "entity") return "neither";
  const named = new Set([item.term.id, ...(world.entities.get(item.term.id)?.members ?? []), ...item.except]);
  return tally.yes.some((id) => !named.has(id)) ? "false" : "neither";
}
