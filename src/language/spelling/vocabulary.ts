import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Gazetteer } from "../units/gazetteer.ts";
import type { Vocabulary } from "./mend.ts";

/** The words that the names and the lexicon hold, for the mending of misspelt ones. */
export function spellingVocabulary(gazetteer: Gazetteer, lexicon: Lexicon): Vocabulary {
  const names = new Map<string, string>();
  const nameWords = new Set<string>();
  for (const aliases of gazetteer.byFirstWord.values()) {
    for (const { words, named } of aliases) {
      const only = words.length === 1 ? words[0] : undefined;
      if (only !== undefined && !named.weak && named.usage === "name") names.set(only, named.id);
      else for (const word of words) nameWords.add(word);
    }
  }
  return { names, nameWords, lemmas: lexicon.vocabulary };
}
