import type { Word } from "../words/words.ts";
import { bareUnit, type Unit } from "./units.ts";

/**
 * Joins a hyphenated participle before an ordinary name of the base ("state-funded council"): it tells
 * which one is meant, and says nothing that is done by itself.
 */
export function joinCompounds(units: readonly Unit[], words: readonly Word[]): Unit[] {
  const out: Unit[] = [];
  for (let at = 0; at < units.length; at++) {
    const [unit, next, noun] = [units[at] as Unit, units[at + 1], units[at + 2]];
    const isCompound =
      next !== undefined &&
      isPlain(unit) &&
      isPlain(next) &&
      words[next.from]?.glued === true &&
      /(?:ed|ing)$/u.test(next.lower) &&
      noun?.name?.weak === true;
    if (isCompound) {
      out.push({ ...bareUnit(`${unit.form}-${next.form}`, unit), to: next.to });
      at++;
    } else out.push(unit);
  }
  return out;
}

/** A single word that is no name, date or number. */
function isPlain({ name, time, quantity, mark, senses, form }: Unit): boolean {
  return !name && !time && !quantity && !mark && senses.length === 0 && /^\p{L}+$/u.test(form);
}
