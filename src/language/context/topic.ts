import { type Gazetteer, nameAt } from "../units/gazetteer.ts";
import type { Word } from "../words/words.ts";

/**
 * Does a sentence name one of some things? "text": by a name that fits nothing else, so that the text
 * is about it; "sentence": by one that fits in this sentence ("Chile left the treaty"); "another": it
 * gives the ordinary name to another thing ("the trade treaty"); null: no.
 */
export type LookOut = (sentence: string) => "text" | "sentence" | "another" | null;

/** What stands before an ordinary name that nothing else is said of. */
const PLAIN = /^(?:the|this|that)$/u;
/** The same where what follows doesn't tell what it is about: "three treaties", "Treaty lawyers". */
const COUNTED =
  /^(?:|an?|one|two|three|four|five|some|several|many|few|no|all|both|any|every|each|its|our|their|his|her|whose)$/u;
const ABOUT = /^(?:on|about|for|against|concerning|regarding|between|with|of)$/u;

/**
 * Makes a quick look-out for the names of some things. Ordinary words ("the treaty") and names that
 * somebody else bears, too (a capital), count only beside another name of the base.
 *
 * @param ids the things; without any, everything that the base names counts
 */
export function lookOutFor(
  ids: readonly string[],
  gazetteer: Gazetteer,
  split: (text: string) => readonly Word[],
): LookOut {
  const wanted = (id: string): boolean =>
    ids.length > 0 ? ids.includes(id) : gazetteer.entities.get(id)?.inBase === true;
  const firsts = new Set(
    [...gazetteer.byFirstWord.keys()].filter((first) =>
      gazetteer.byFirstWord.get(first)?.some((a) => wanted(a.named.id)),
    ),
  );
  return (sentence) => {
    const rough = sentence.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
    if (!rough.some((word) => firsts.has(word) || firsts.has(word.replace(/\.{1,3}$/u, ""))))
      return null;
    const words = split(sentence);
    const found = words.flatMap((word, at) => {
      const name = nameAt(gazetteer, words, at);
      const beside = (i: number): string => words[i]?.lower ?? "";
      return name
        ? [{ ...name, word: word.lower, before: beside(at - 1), after: beside(at + name.length) }]
        : [];
    });
    const named = found.filter(({ named: { id, usage } }) => wanted(id) && usage === "name");
    const isBeside = (id: string): boolean =>
      found.some(
        ({ named: other }) =>
          other.id !== id && !other.weak && gazetteer.entities.get(other.id)?.inBase === true,
      );
    for (const { named: one, length, word } of named) {
      if (length > 1 || (!one.weak && !gazetteer.shared.has(word))) return "text";
      if (!one.weak && isBeside(one.id)) return "text";
    }
    const isOther = ({ named: { weak }, before, after }: (typeof named)[number]): boolean =>
      weak && !PLAIN.test(before) && (!COUNTED.test(before) || ABOUT.test(after));
    if (named.some(isOther)) return "another";
    return named.some(({ named: { id } }) => isBeside(id)) ? "sentence" : null;
  };
}
