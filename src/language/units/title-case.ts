import type { Unit } from "./units.ts";

/** Shorter words are mostly written small in titles, too. */
const SHORTEST = 4;
const FEWEST = 2;

/**
 * "DIET RATIFIES PACT", "Diet Ratifies Pact in Secret Session": in a title the capitals tell nothing, so that words that
 * are no names are given to the parser as they stand in a sentence.
 */
export function lowerTitle(units: readonly Unit[], auxiliaries: ReadonlySet<string>): Unit[] {
  const telling = units
    .slice(1)
    .filter((u) => isPlain(u) && u.form.length >= SHORTEST && /\p{L}/u.test(u.form));
  const capital = telling.filter((u) => /(?:^| )\p{Lu}/u.test(u.form));
  const shouted = units.length > FEWEST && units.every((u) => !/\p{Ll}/u.test(u.form));
  // "Diet Has Left": within a sentence no auxiliary is written large.
  const helper =
    telling.length > 0 &&
    capital.length === telling.length &&
    units.slice(1).some((u) => /^\p{Lu}\p{Ll}/u.test(u.form) && auxiliaries.has(u.lower));
  const title =
    shouted || helper || (capital.length >= FEWEST && capital.length > telling.length * 0.75);
  return units.map((u) => (title && isPlain(u) ? { ...u, form: u.lower } : u));
}

function isPlain(unit: Unit): boolean {
  return !unit.name && !unit.time && !unit.quantity;
}
