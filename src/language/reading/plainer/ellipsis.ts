import { bareUnit, PREPOSITIONS, type Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";

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

/**
 * Says again what an auxiliary at the end of a clause stands for: "They can't stay bound while we
 * aren't" says of us that we aren't bound. Anything else is left as it is.
 */
export function fillEllipsis(units: readonly Unit[], context: Context): readonly Unit[] {
  const { grammar } = context;
  const { be } = grammar["question-auxiliaries"];
  const end = /^[.!?]$/u.test(units.at(-1)?.form ?? "") ? units.length - 1 : units.length;
  const last = units[end - 1];
  if (!last) return units;
  const isNegated = grammar.negations.includes(last.lower);
  const auxiliary = units[end - (isNegated ? 2 : 1)];
  if (!auxiliary || !be.includes(auxiliary.lower)) return units;
  const from = units.findLastIndex((u, i) => i < end - 1 && grammar.concession.includes(u.lower));
  const at = from < 0 ? units.findLastIndex((u) => u.lower === "when") : from;
  const subject = end - (isNegated ? 2 : 1) - at - 1;
  if (at < 3 || subject < 1 || subject > LONGEST_SUBJECT) return units;
  const said = stateIn(units.slice(0, at), context);
  return said ? [...units.slice(0, end), said, ...units.slice(end)] : units;
}

const LONGEST_SUBJECT = 4;

/** What somebody is said to be or to remain, the last of it: "bound" in "can't remain bound by that". */
function stateIn(units: readonly Unit[], context: Context): Unit | null {
  const { be } = context.grammar["question-auxiliaries"];
  const links = new Set([
    ...be,
    ...["be", "been", "being"],
    ...context.grammar.copular.flatMap((v) => [v, `${v}s`, `${v}ed`, `${v}ing`]),
  ]);
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i] as Unit;
    const [first = "", ...rest] = unit.lower.split(" ");
    if (rest.length > 0 && unit.senses.length > 0 && links.has(first))
      return bareUnit(rest.join(" "), unit);
    const before = units[i - 1];
    const isState =
      unit.senses.some((s) => s.pos !== "n") ||
      (unit.senses.length === 0 &&
        !unit.name &&
        (context.lexicon.words.a.has(unit.lower) || /(?:ed|en)$/u.test(unit.lower)));
    if (isState && before && links.has(before.lower) && !PREPOSITIONS.has(unit.lower)) return unit;
  }
  return null;
}
