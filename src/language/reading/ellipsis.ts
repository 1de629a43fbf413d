import type { Unit } from "../units/units.ts";
import type { Context } from "./context.ts";

/**
 * Joins the subject of an elliptic clause to the one that it repeats: "Spain never signed and
 * neither did France" says the same of Spain and France. Anything else is left as it is.
 */
export function joinEllipsis(units: readonly Unit[], context: Context): readonly Unit[] {
  const { "elliptic-openings": openings, "question-auxiliaries": auxiliaries } = context.grammar;
  const end = /^[.!?]$/u.test(units.at(-1)?.form ?? "") ? units.length - 1 : units.length;
  const isVerb = (unit: Unit | undefined): boolean =>
    unit !== undefined &&
    [...auxiliaries.be, ...auxiliaries.do, ...auxiliaries.other].includes(unit.lower);
  for (let at = 2; at < end - 2; at++) {
    if (!openings.includes(units[at]?.lower ?? "") || !isVerb(units[at + 1])) continue;
    const other = units.slice(at + 2, end);
    const subjectEnd = units.findIndex((unit) => unit.name?.usage === "name") + 1;
    const isName = other.length > 0 && other.length <= 2 && other.at(-1)?.name?.usage === "name";
    const isFirst = subjectEnd > 0 && subjectEnd <= 2;
    if (!isName || !isFirst) return units;
    let cut = at;
    while (
      cut > subjectEnd &&
      (units[cut - 1]?.form === "," ||
        units[cut - 1]?.lower === "and" ||
        units[cut - 1]?.lower === "but")
    )
      cut--;
    const and = { ...(units[at] as Unit), form: "and", lower: "and", name: null, senses: [] };
    return [
      ...units.slice(0, subjectEnd),
      and,
      ...other,
      ...units.slice(subjectEnd, cut),
      ...units.slice(end),
    ];
  }
  return units;
}
