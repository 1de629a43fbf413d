/** Those who are left out or named besides: "all but X", "some, X among them". */
import type { Item, Proposition } from "../meaning.ts";
import { type Evaluator, NEITHER, tryAll } from "./trials.ts";
import type { Bearing, Evaluation, World } from "./types.ts";

/** "All but Luxembourg": Luxembourg does not; "none but Norway": Norway does. */
export function exceptedValue(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
): Evaluation | null {
  const kind = item.quantifier?.kind;
  const named = item.except.flatMap((id) => world.entities.get(id) ?? []);
  if ((kind !== "all" && kind !== "no") || named.length === 0) return null;
  const trial = tryAll(named, proposition, item, evaluate);
  const [wanted, against] = kind === "no" ? [trial.yes, trial.no] : [trial.no, trial.yes];
  if (against.length > 0)
    return {
      value: "false",
      bearings: trial.bearings.map((b): Bearing => ({ ...b, value: "false" })),
    };
  return wanted.length === named.length ? { value: "true", bearings: trial.bearings } : NEITHER;
}

/** "Somebody other than the king signed it": only one can have done it, and it was the king. */
export function takenByExcepted(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
): Evaluation | null {
  const oneValue: readonly string[] = world.relations.get(proposition.concept)?.oneValue ?? [];
  const named = item.except.flatMap((id) => world.entities.get(id) ?? []);
  if (item.quantifier?.kind !== "some" || !oneValue.includes(item.role) || proposition.sign < 0)
    return null;
  const { yes, bearings } = tryAll(named, proposition, item, evaluate);
  return yes.length === 0
    ? null
    : { value: "false", bearings: bearings.map((b): Bearing => ({ ...b, value: "false" })) };
}

/** "Some states, Chile among them": Chile as well. */
export function includedValue(
  proposition: Proposition,
  item: Item,
  evaluate: Evaluator,
  world: World,
): Evaluation | null {
  const named = item.including ?? [];
  if (named.length === 0 || item.quantifier?.kind === "not-all") return null;
  const things = named.flatMap((id) => world.entities.get(id) ?? []);
  const trial = tryAll(things, proposition, item, evaluate);
  const [wanted, against] =
    item.quantifier?.kind === "no" ? [trial.no, trial.yes] : [trial.yes, trial.no];
  if (against.length > 0)
    return {
      value: "false",
      bearings: trial.bearings.map((b): Bearing => ({ ...b, value: "false" })),
    };
  return wanted.length === named.length ? { value: "true", bearings: trial.bearings } : NEITHER;
}
