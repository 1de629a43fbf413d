/** Words as nouns: what they are the names of, and whether one thing or several is meant. */
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Unit } from "../units/units.ts";
import type { ContextData } from "./types.ts";

/** Kinds whose names stand for several. */
export const PLURAL_KINDS = new Set(["group", "group-of-people", "weapon"]);

export function isPlural(lower: string): boolean {
  return /s$/u.test(lower) && !/ss$/u.test(lower);
}

/** The sense in which a word is a noun for an event or a class; null where it is none. */
export function nounSense(unit: Unit, lexicon: Lexicon): string | null {
  const senses = [
    ...unit.senses.filter((s) => s.pos === "n").map((s) => s.sense),
    ...formsOf(unit.lower).flatMap((form) => lexicon.words.n.get(form) ?? []),
  ];
  const classed = senses.find((s) => s.kind === "class" || s.kind === "office");
  const isEvent = senses.some((s) => s.kind === "event");
  // "Several neighbours", but "the border".
  if (classed && (!isEvent || /s$/u.test(unit.lower))) return classed.concept;
  return isEvent ? "event" : null;
}

export function formsOf(lower: string): string[] {
  return [lower, lower.replace(/ies$/u, "y"), lower.replace(/s$/u, "")];
}

export function isHuman(concept: string, { parents }: Lexicon): boolean {
  for (let at: string | undefined = concept; at !== undefined; at = parents.get(at))
    if (at === "people" || at === "official") return true;
  return false;
}

/** "the decision", "a hard choice", "this step": a determiner stands before it. */
export function isDetermined(
  units: readonly Unit[],
  at: number,
  { functions }: ContextData,
): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const lower = units[i]?.lower ?? "";
    if (/^(?:the|a|an|this|that|its|his|her|their|such|'s)$/u.test(lower)) return true;
    // "the 1996 protocol"
    if (units[i]?.time && /^the /iu.test(units[i]?.form ?? "")) return true;
    if (functions.includes(lower) || !/^\p{L}/u.test(lower)) return false;
  }
  return false;
}

export function isCapital(unit: Unit | undefined): boolean {
  return (
    unit !== undefined &&
    !unit.name &&
    !unit.time &&
    !unit.quantity &&
    /^\p{Lu}\p{Ll}/u.test(unit.form)
  );
}
