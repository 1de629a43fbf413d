import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Unit } from "./units.ts";

/**
 * Marks words in -s that can only be verbs where they stand: between two names of which the first
 * begins a clause ("Chile borders Peru"), after a pronoun ("it borders Peru"), and before an infinitive
 * that is added to what was said ("and plans to leave").
 */
export function markVerbs(units: readonly Unit[], lexicon: Lexicon): Unit[] {
  return units.map((unit, at) => {
    if (!/^(?!(?:does|has|is|was)$)\p{Ll}+s$/u.test(unit.form) || unit.senses.length > 0)
      return unit;
    const [first, before, next] = [units[at - 2], units[at - 1], units[at + 1]];
    const opens = at === 1 || /^(?:,|;|:|and|but)$/u.test(first?.lower ?? "");
    const stands =
      (opens && isName(before) && isName(next)) ||
      /^(?:it|he|she)$/u.test(before?.lower ?? "") ||
      (/^(?:and|but)$/u.test(before?.lower ?? "") && next?.lower === "to");
    return stands && isVerb(unit.lower, lexicon) ? { ...unit, isVerb: true } : unit;
  });
}

function isVerb(form: string, { words }: Lexicon): boolean {
  return [form.replace(/s$/u, ""), form.replace(/es$/u, "")].some((stem) =>
    words.v.get(stem)?.some(({ kind }) => kind === "event" || kind === "operator"),
  );
}

function isName(unit: Unit | undefined): boolean {
  return unit?.name?.usage === "name" && !unit.name.weak;
}
