/** A word of a tagged sentence. */
export interface Tagged {
  readonly form: string;
  readonly upos: string;
  /** It is a date, a number, or a name that the language data know. */
  readonly taken: boolean;
}

/** Words that may stand inside a name ("the Bank of England"). */
const LINKS = new Set(["of", "the", "and", "de", "van", "von", "der", "la", "le", "for", "&"]);

/**
 * Finds the names in a sentence: runs of capitalised proper nouns, with small words between them.
 *
 * @example findNames(tag("Acme sued the Bank of Ruritania.")) // [["Acme"], ["Bank", "of", "Ruritania"]]
 */
export function findNames(words: readonly Tagged[]): string[][] {
  const names: string[][] = [];
  for (let at = 0; at < words.length; ) {
    if (!isName(words[at])) {
      at++;
      continue;
    }
    let end = at + 1;
    for (;;) {
      if (isName(words[end])) end++;
      else {
        let next = end;
        while (LINKS.has(words[next]?.form ?? "") && next - end < 2) next++;
        if (next === end || !isName(words[next]) || words[end]?.form === "and") break;
        end = next + 1;
      }
    }
    names.push(words.slice(at, end).map(({ form }) => form));
    at = end;
  }
  return names;
}

function isName(word: Tagged | undefined): boolean {
  return word !== undefined && !word.taken && word.upos === "PROPN" && /^\p{Lu}/u.test(word.form);
}
