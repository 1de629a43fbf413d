/** Asides that say nothing: "X, in essence, left", "in short, X left". */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";

/**
 * Leaves out what stands between commas and says nothing, with its commas.
 *
 * @returns the same list where there is none
 */
export function withoutAsides(units: readonly Unit[], context: Context): readonly Unit[] {
  const kept: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    const end = asideAt(units, at, context);
    if (end > at) at = end;
    else kept.push(units[at++] as Unit);
  }
  return kept.length < units.length ? kept : units;
}

/** Where an aside that begins here ends; the same place where none does. */
function asideAt(units: readonly Unit[], at: number, context: Context): number {
  const opens = units[at]?.form === ",";
  if (at > 0 && !opens) return at;
  let end = opens ? at + 1 : at;
  const from = end;
  while (end < units.length && isEmpty(units[end] as Unit, context)) end++;
  return end > from && units[end]?.form === "," ? end + 1 : at;
}

function isEmpty(unit: Unit, { lexicon }: Context): boolean {
  if (unit.name || unit.time || unit.quantity) return false;
  const { v, n, a } = lexicon.words;
  if (unit.senses.length > 0) return unit.senses.every((s) => s.sense.kind === "filler");
  if (v.get(unit.lower) || n.get(unit.lower)) return false;
  const senses = a.get(unit.lower) ?? [];
  return senses.length > 0 && senses.every((s) => s.kind === "filler");
}
