import type { Unit } from "./units.ts";

/**
 * Leaves out what is only courtesy before a name: "Mr Smith", "Dr. Smith".
 *
 * @param titles in small letters, without a stop
 */
export function dropCourtesy(units: readonly Unit[], titles: readonly string[]): Unit[] {
  return units.filter((unit, at) => {
    const [before, next, second] = [units[at - 1], units[at + 1], units[at + 2]];
    const isStop = unit.form === "." && isNamed(next) && titles.includes(before?.lower ?? "");
    const isTitle =
      titles.includes(unit.lower) && (isNamed(next) || (next?.form === "." && isNamed(second)));
    return !isStop && !isTitle;
  });
}

function isNamed(unit: Unit | undefined): boolean {
  return unit?.name?.usage === "name" && /^\p{Lu}/u.test(unit.form);
}
