import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Alias, Gazetteer } from "../units/gazetteer.ts";
import type { Vocabulary } from "./mend.ts";

/**
 * The words that the names and the lexicon hold, for the mending of misspelt ones. They are gathered
 * when a word is neither a name by itself nor in the lexicon, which few sentences have.
 */
export function spellingVocabulary(gazetteer: Gazetteer, lexicon: Lexicon): Vocabulary {
  let words: ReadonlySet<string> | null = null;
  const nameWords = (): ReadonlySet<string> => {
    words ??= new Set(
      [...gazetteer.byFirstWord.values()]
        .flat()
        .flatMap((alias) => (isNameAlone(alias) ? [] : alias.words)),
    );
    return words;
  };
  const bearerOf = (word: string): string | undefined =>
    gazetteer.byFirstWord.get(word)?.find(isNameAlone)?.named.id;
  return {
    names: {
      get: bearerOf,
      has: (word) => bearerOf(word) !== undefined,
      *keys() {
        for (const word of gazetteer.byFirstWord.keys())
          if (bearerOf(word) !== undefined) yield word;
      },
    },
    nameWords: { has: (word) => nameWords().has(word), keys: () => nameWords() },
    lemmas: lexicon.vocabulary,
  };
}

/** A proper name of one word. */
function isNameAlone({ words, named }: Alias): boolean {
  return words.length === 1 && !named.weak && named.usage === "name";
}
