/** Words of a sentence that say nothing, and stand where patterns look. */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";

/** "Indeed, it was Chile, not Peru, who signed": the clause that singles out is told by how it begins. */
export function withoutOpening(
  units: readonly Unit[],
  { lexicon, grammar }: Context,
): readonly Unit[] {
  const { v, n, a } = lexicon.words;
  const [first] = units;
  const senses = first && !first.name && !first.time ? (a.get(first.lower) ?? []) : [];
  const at = units[1]?.form === "," ? 2 : 1;
  const isFiller =
    grammar["sentence-openings"].includes(first?.lower ?? "") ||
    senses.some((s) => s.kind === "filler") ||
    (first?.senses.some((s) => s.sense.kind === "filler") ?? false);
  const isVerb =
    !grammar["sentence-openings"].includes(first?.lower ?? "") &&
    (v.get(first?.lower ?? "") || n.get(first?.lower ?? ""));
  const { be } = grammar["question-auxiliaries"];
  return isFiller && !isVerb && units[at]?.lower === "it" && be.includes(units[at + 1]?.lower ?? "")
    ? units.slice(at)
    : units;
}

/** Leaves out words that only stress ("simply", "Smith himself"), so that no pattern has to reckon with them. */
export function withoutAdverbs(
  units: readonly Unit[],
  { lexicon, grammar }: Context,
): readonly Unit[] {
  const { v, n, a } = lexicon.words;
  const isEmpty = (u: Unit): boolean => {
    if (!u.lower.endsWith("ly") || u.name || u.time || u.quantity) return false;
    // "Namely" sets off what a number counts.
    if (grammar.groups.including.includes(u.lower)) return false;
    const senses = a.get(u.lower) ?? [];
    if (v.get(u.lower) || n.get(u.lower) || senses.length === 0) return false;
    return senses.every((sense) => sense.kind === "filler");
  };
  // "Besides Chile itself, …" sets it off against others.
  const isStress = (u: Unit, i: number): boolean =>
    grammar.stressing.includes(u.lower) &&
    units[i - 1]?.name?.usage === "name" &&
    /^\p{L}/u.test(units[i + 1]?.form ?? "");
  const said = units.filter((u, i) => !isEmpty(u) && !isStress(u, i));
  return said[0]?.form === "," ? said.slice(1) : said;
}
