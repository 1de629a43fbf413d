/**
 * Regular expressions over sentences with one word a slot. There are hundreds, and to compile one
 * takes longer than to read a sentence; so the build notes for each what words it can't fit
 * without (scripts/patterns.ts), and one is only compiled for a sentence that has them.
 */

/** A pattern as the build leaves it. */
export interface PatternData {
  readonly source: string;
  /** Of each of these lists the text must hold a word. */
  readonly needs: readonly (readonly string[])[];
}

/** Finds what words a regular expression needs; known to the build alone. */
export type NeedsOf = (source: string) => PatternData["needs"];

/** A pattern that is compiled when a sentence may fit it. */
export class Pattern {
  readonly source: string;
  readonly #needs: PatternData["needs"];
  #regex: RegExp | null = null;

  constructor({ source, needs }: PatternData) {
    this.source = source;
    this.#needs = needs;
  }

  /**
   * Whether a text with these words can fit at all.
   *
   * @param words at least the words of the text, as blanks and "_" part them
   */
  mayFit(words: ReadonlySet<string>): boolean {
    for (const list of this.#needs) if (!list.some((word) => words.has(word))) return false;
    return true;
  }

  /** As `RegExp.exec`, with the places of the groups. */
  exec(text: string): RegExpExecArray | null {
    this.#regex ??= new RegExp(this.source, "du");
    return this.#regex.exec(text);
  }
}

/** The words of slots and units, for {@link Pattern.mayFit}. */
export function wordsIn(texts: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const text of texts) {
    if (/[ _]/u.test(text)) for (const word of text.split(/[ _]/u)) words.add(word);
    else words.add(text);
  }
  return words;
}
