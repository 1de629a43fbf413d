/**
 * Regular expressions over sentences with one word a slot. There are hundreds, and to compile one
 * takes longer than to read a sentence; so the build notes for each what words it can't fit
 * without (scripts/patterns.ts), and one is only compiled for a sentence that has them.
 */
import { piecesIn, type Sections } from "../sections.ts";
import { Decoded, type Lookup, packTable, Table } from "../table.ts";

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

/**
 * Patterns with what belongs to them, found by the words of a sentence. The index has for a word the
 * numbers of the patterns one of whose lists holds it, the shortest; "*" has those without any need.
 */
export class PatternBook<T extends { readonly pattern: Pattern }> {
  readonly #index: Lookup<readonly number[]>;
  readonly #entries: Decoded<T>;

  constructor(sections: Sections, name: string, open: (text: string) => T) {
    this.#index = new Decoded(new Table(piecesIn(sections, `${name}.i`)), (text) =>
      text.split(" ").map(Number),
    );
    this.#entries = new Decoded(new Table(piecesIn(sections, name)), open);
  }

  /** The patterns that can fit a text with these words, in their order. */
  fitting(words: ReadonlySet<string>): T[] {
    const found = new Set(this.#index.get("*"));
    for (const word of words) for (const at of this.#index.get(word) ?? []) found.add(at);
    return [...found]
      .sort((a, b) => a - b)
      .map((at) => this.#entries.at(at))
      .filter(({ pattern }) => pattern.mayFit(words));
  }
}

/** Packs patterns for a {@link PatternBook} into two sections. */
export function packPatterns(
  name: string,
  entries: readonly { readonly pattern: PatternData }[],
): [string, Uint8Array][] {
  const index = new Map<string, number[]>();
  for (const [at, { pattern }] of entries.entries())
    for (const word of pattern.needs[0] ?? ["*"]) index.set(word, [...(index.get(word) ?? []), at]);
  return [
    [name, packTable(entries.map((entry, at) => [String(at), JSON.stringify(entry)]))],
    [`${name}.i`, packTable([...index].map(([word, list]) => [word, list.join(" ")]))],
  ];
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
