import type { Unit } from "../../units/units.ts";
import type { Grammar } from "../grammar.ts";

/**
 * Does a sentence only tell that something is asked, or not known? What is asked is not said to be so.
 *
 * @example isReportedQuestion(unitsOf("Ann asked whether it had rained."), grammar) // true
 */
export function isReportedQuestion(units: readonly Unit[], { asking }: Grammar): boolean {
  const lower = units.map((u) => `${u.lower} `).join("");
  return new RegExp(asking, "u").test(lower);
}
