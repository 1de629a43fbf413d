import { type Gazetteer, nameAt } from "../units/gazetteer.ts";
import type { Word } from "../words/words.ts";

/** Tells whether a sentence names one of some things by a name that fits nothing else. */
export type NamesDistinctly = (sentence: string) => boolean;

/**
 * Makes a quick look-out for the names of some things. Ordinary words ("the treaty") and names that
 * somebody else bears, too (a capital), don't count.
 *
 * @param ids the things; without any, everything that the base names counts
 */
export function lookOutFor(
  ids: readonly string[],
  gazetteer: Gazetteer,
  split: (text: string) => readonly Word[],
): NamesDistinctly {
  const wanted = (id: string): boolean =>
    ids.length > 0 ? ids.includes(id) : gazetteer.entities.get(id)?.inBase === true;
  const firsts = new Set(
    [...gazetteer.byFirstWord]
      .filter(([, aliases]) => aliases.some((a) => wanted(a.named.id)))
      .map(([first]) => first),
  );
  return (sentence) => {
    const rough = sentence.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
    if (!rough.some((word) => firsts.has(word) || firsts.has(word.replace(/\.+$/u, ""))))
      return false;
    const words = split(sentence);
    return words.some((_, at) => {
      const found = nameAt(gazetteer, words, at);
      if (!found || !wanted(found.named.id) || found.named.usage !== "name") return false;
      if (found.length > 1) return true;
      return !found.named.weak && !gazetteer.shared.has(words[at]?.lower ?? "");
    });
  };
}
