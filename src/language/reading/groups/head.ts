/** The noun that is counted, or the names. */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { namesAt } from "./list.ts";
import type { Opening } from "./opening.ts";

/** The noun that is counted, or the names. */
export function headAt(
  units: readonly Unit[],
  at: number,
  opening: Opening,
  context: Context,
): { concept: string | null; members: readonly string[]; form: string; to: number } | null {
  const { groups } = context.grammar;
  const counted =
    opening.quantifier !== null ||
    opening.count !== null ||
    opening.allBut !== null ||
    opening.other;
  const unit = units[at];
  if (!unit) return null;
  const names = namesAt(units, at, context);
  if (names && (names.count > 1 || names.ids.length > 1)) {
    if (!counted && !opening.only) return null;
    return { concept: null, members: names.ids, form: names.last, to: names.to };
  }
  if (names && opening.only && !counted) {
    if (units[names.to]?.lower === "'s" || units[names.to]?.lower === "'") return null;
    return { concept: null, members: names.ids, form: names.last, to: names.to };
  }
  if (!counted && !opening.only) return null;
  const concept = classOf(unit, context);
  if (!groups.heads.includes(concept ?? "") && isElided(unit, opening, context))
    return { concept: groups.heads[0] ?? null, members: [], form: "countries", to: at };
  if (concept === null || !groups.heads.includes(concept)) return null;
  if (opening.only && !counted) return null;
  let to = at + 1;
  // "nations and territories": counted together.
  if (
    ["and", "&", "or"].includes(units[to]?.lower ?? "") &&
    units[to + 1]?.classed &&
    !units[to + 1]?.name
  )
    to += 2;
  return { concept, members: [], form: unit.form, to };
}

/** "Only four of the five border Norway": the noun is left out before a verb. */
function isElided(unit: Unit, opening: Opening, context: Context): boolean {
  const { quantifier, count, of, definite } = opening;
  if (!definite || count === null || unit.name || unit.quantity || unit.time) return false;
  const { be, do: does, other } = context.grammar["question-auxiliaries"];
  if ([...be, ...does, ...other].includes(unit.lower)) return true;
  if (quantifier === null && of === undefined) return false;
  return (
    unit.senses.some((s) => s.pos === "v") ||
    [unit.lower, unit.lower.replace(/s$/u, ""), unit.lower.replace(/e?s$/u, "")].some(
      (form) => context.lexicon.words.v.get(form) !== undefined,
    )
  );
}

export function classOf(unit: Unit, context: Context): string | null {
  if (unit.name || !unit.classed) return null;
  for (const { sense } of unit.senses) if (sense.kind === "class") return sense.concept;
  // "neighbour of" as a phrase is a relation; the word by itself names the class. To be party to a
  // treaty is to be bound by it.
  for (const sense of nounSenses(unit.lower, context))
    if (sense.kind === "class")
      return unit.senses.length > 0 && sense.concept === context.grammar.rules.bound[0]
        ? null
        : sense.concept;
  return null;
}

export function nounSenses(word: string, context: Context) {
  const { n } = context.lexicon.words;
  const stems = [
    word,
    word.replace(/s$/u, ""),
    word.replace(/ies$/u, "y"),
    word.replace(/es$/u, ""),
  ];
  return stems.map((stem) => n.get(stem)).find((senses) => senses !== undefined) ?? [];
}
