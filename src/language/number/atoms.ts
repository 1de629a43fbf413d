/**
 * Tokenizers differ on "mid-2025", "29/06/2025" or "160+". The number and date grammars
 * therefore read atoms: runs of letters, runs of digits, single signs. Each atom remembers
 * its word, so results can be given in word indexes again.
 */
import type { Word } from "./types.ts";

export interface Atom {
  readonly text: string;
  /** Lower case; curly apostrophes and hyphen look-alikes made plain. */
  readonly lower: string;
  /** The index of the word that it stands in. */
  readonly word: number;
  /** True where it follows the atom before it in the same word. */
  readonly glued: boolean;
  /** True for ASCII digits. */
  readonly digits: boolean;
  /** True for letters. */
  readonly letters: boolean;
}

const PIECE = /\p{L}[\p{L}\p{M}]*|[0-9]+|[^\s]/gu;
/** A Map, since a text may hold the names of an object's own members ("constructor"). */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ["’", "'"],
  ["‘", "'"],
  ["ʼ", "'"],
  ["′", "'"],
  ["`", "'"],
  ["‐", "-"],
  ["‑", "-"],
  ["−", "-"],
]);

/**
 * Splits words into atoms.
 * @example toAtoms([{ text: "mid-2025", lower: "mid-2025" }]) // "mid", "-", "2025"
 */
export function toAtoms(words: readonly Word[]): Atom[] {
  const atoms: Atom[] = [];
  words.forEach((word, index) => {
    let glued = false;
    if (word.glued === true && index > 0) {
      atoms.push({
        text: "-",
        lower: "-",
        word: index,
        glued: true,
        digits: false,
        letters: false,
      });
      glued = true;
    }
    for (const match of word.text.matchAll(PIECE)) {
      const text = match[0];
      const lower = PLAIN.get(text) ?? text.toLowerCase();
      const digits = /^[0-9]/.test(text);
      const letters = !digits && /^\p{L}/u.test(text);
      atoms.push({ text, lower, word: index, glued, digits, letters });
      glued = true;
    }
  });
  return atoms;
}

/** Splits a phrase of the data files the way sentences are split. */
export function toPieces(phrase: string): string[] {
  return (phrase.match(PIECE) ?? []).map((piece) => PLAIN.get(piece) ?? piece.toLowerCase());
}

/** The first of a phrase's pieces. */
function headOf(phrase: string): string | undefined {
  // Nearly all phrases are plain words, and the first sentence has them all split.
  let end = 0;
  while (isPlain(phrase.charCodeAt(end))) end += 1;
  const whole = end > 0 && (end === phrase.length || phrase[end] === " ");
  return whole ? phrase.slice(0, end) : toPieces(phrase)[0];
}

function isPlain(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

/** A match: the atom index after it and what the table holds for it. */
export interface Hit<T> {
  readonly to: number;
  readonly value: T;
}

/** The phrases that begin with one word; they are split and sorted when that word is first met. */
interface Entries<T> {
  readonly pairs: (readonly [phrase: string, value: T])[];
  sorted: readonly Entry<T>[] | null;
}

interface Entry<T> {
  readonly pieces: readonly string[];
  readonly value: T;
}

/**
 * Phrases to values; finds the longest phrase that starts at an atom. A table is made when it is first
 * asked: many are only asked where a sentence has a number or a date.
 */
export class Phrases<T> {
  private entries: Map<string, Entries<T>> | null = null;
  private readonly pairs: Iterable<readonly [phrase: string, value: T]>;

  constructor(pairs: Iterable<readonly [phrase: string, value: T]>) {
    this.pairs = pairs;
  }

  private startingWith(head: string): readonly Entry<T>[] | undefined {
    this.entries ??= byHead(this.pairs);
    const found = this.entries.get(head);
    if (found === undefined) return undefined;
    found.sorted ??= found.pairs
      .map(([phrase, value]) => ({ pieces: toPieces(phrase), value }))
      .sort((a, b) => b.pieces.length - a.pieces.length);
    return found.sorted;
  }

  /** The longest phrase that starts at atom `at`, or null. A hyphen may join its words. */
  at(atoms: readonly Atom[], at: number): Hit<T> | null {
    const head = atoms[at];
    if (head === undefined) return null;
    const entries = this.startingWith(head.lower);
    if (entries === undefined) return null;
    for (const entry of entries) {
      const to = matchPieces(atoms, at, entry.pieces);
      if (to >= 0) return { to, value: entry.value };
    }
    return null;
  }

  /** True where a phrase ends right before atom `end`; looks back `reach` atoms. */
  endsAt(atoms: readonly Atom[], end: number, reach = 5): boolean {
    for (let start = end - 1; start >= Math.max(0, end - reach); start -= 1) {
      const list = this.startingWith(atoms[start]?.lower ?? "");
      if (list?.some((entry) => matchPieces(atoms, start, entry.pieces) === end)) return true;
    }
    return false;
  }
}

function byHead<T>(pairs: Iterable<readonly [phrase: string, value: T]>): Map<string, Entries<T>> {
  const entries = new Map<string, Entries<T>>();
  for (const pair of pairs) {
    const head = headOf(pair[0]);
    if (head === undefined) continue;
    const known = entries.get(head);
    if (known === undefined) entries.set(head, { pairs: [pair], sorted: null });
    else known.pairs.push(pair);
  }
  return entries;
}

/** A table of phrases that only says whether one is there. */
export function phraseSet(phrases: readonly string[]): Phrases<true> {
  const pairs = function* (): Iterable<[string, true]> {
    for (const phrase of phrases) yield [phrase, true];
  };
  return new Phrases(pairs());
}

function matchPieces(atoms: readonly Atom[], at: number, pieces: readonly string[]): number {
  let next = at;
  for (const [index, piece] of pieces.entries()) {
    const here = atoms[next];
    if (index > 0 && here?.lower === "-" && here.glued && piece !== "-") next += 1;
    if (atoms[next]?.lower !== piece) return -1;
    next += 1;
  }
  return next;
}

/** The words from atom `from` to before atom `to`, as written, joined by blanks. */
export function textOf(
  words: readonly Word[],
  atoms: readonly Atom[],
  from: number,
  to: number,
): string {
  const first = atoms[from]?.word;
  const last = atoms[to - 1]?.word;
  if (first === undefined || last === undefined) return "";
  const parts = words.slice(first, last + 1).map((word, index) => {
    const hyphen = word.glued === true && index > 0;
    return `${index === 0 ? "" : hyphen ? "-" : " "}${word.text}`;
  });
  return parts.join("").replace(/ ([,.%])/g, "$1");
}

/** True where atom `at` starts a word of its own or the sentence. */
export function startsWord(atoms: readonly Atom[], at: number): boolean {
  return atoms[at]?.glued !== true;
}

/** True where the word ends before atom `at`. */
export function endsWord(atoms: readonly Atom[], at: number): boolean {
  return atoms[at]?.glued !== true;
}

/** Skips one glued hyphen. */
export function skipHyphen(atoms: readonly Atom[], at: number): number {
  const here = atoms[at];
  return here?.lower === "-" && here.glued ? at + 1 : at;
}
