import { hashString } from "../../hash.ts";

/** A list of words as a Bloom filter: it never denies a word of the list and seldom admits another. */
export interface WordFilter {
  readonly bytes: Uint8Array;
}

/** With 20 bits a word, 14 hashes let about one unknown word in 15,000 pass. */
export const BITS_PER_WORD = 20;
const HASHES = 14;

/** The places in the filter that a word sets. */
export function placesOf(word: string, bits: number): number[] {
  const [a, b] = [hashString(word, 31), hashString(word, 32) | 1];
  return Array.from({ length: HASHES }, (_, i) => ((a + Math.imul(i, b)) >>> 0) % bits);
}

/** Whether the list holds the word. */
export function holds(filter: WordFilter, word: string): boolean {
  const { bytes } = filter;
  return placesOf(word, bytes.length * 8).every(
    (place) => ((bytes[place >> 3] as number) & (1 << (place & 7))) !== 0,
  );
}

/**
 * The words that a form can be a regular inflection of.
 *
 * @example stemsOf("signing") // ["signing", "sign", "signe"]
 */
export function stemsOf(form: string): string[] {
  const stems = [form];
  for (const [ending, add] of ENDINGS) {
    if (!form.endsWith(ending) || form.length - ending.length < 2) continue;
    // "-ic" takes "-ally".
    if (ending === "ly" && form.endsWith("icly")) continue;
    const stem = form.slice(0, -ending.length);
    // "ratify" takes "ratified", "country" "countries".
    if (add === "" && /[^aeiou]y$/u.test(stem) && ending !== "ing") continue;
    stems.push(stem + add);
    if (add === "" && DOUBLED.test(stem) && ending !== "s" && ending !== "es")
      stems.push(stem.slice(0, -1));
  }
  return stems;
}

const ENDINGS: readonly (readonly [ending: string, add: string])[] = [
  ["s", ""],
  ["es", ""],
  ["ies", "y"],
  ["ed", ""],
  ["ed", "e"],
  ["ied", "y"],
  ["ing", ""],
  ["ing", "e"],
  ["er", ""],
  ["er", "e"],
  ["est", ""],
  ["est", "e"],
  ["ier", "y"],
  ["iest", "y"],
  ["ly", ""],
  ["ily", "y"],
];
const DOUBLED = /([bdfglmnprt])\1$/u;

/**
 * The regular inflected forms of a word, whatever its part of speech: which of them make sense
 * doesn't matter where a misspelt word is looked for among them.
 *
 * @example inflect("ratify") // ["ratify", "ratifies", "ratified", "ratifying"]
 */
export function inflect(lemma: string): string[] {
  if (lemma.length < 3) return [lemma];
  if (/[^aeiou]y$/u.test(lemma)) {
    const stem = lemma.slice(0, -1);
    return [lemma, `${stem}ies`, `${stem}ied`, `${lemma}ing`];
  }
  if (lemma.endsWith("e")) return [lemma, `${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  const forms = [
    lemma,
    `${lemma}${/(?:s|x|z|ch|sh)$/u.test(lemma) ? "es" : "s"}`,
    `${lemma}ed`,
    `${lemma}ing`,
  ];
  if (/[^aeiou][aeiou][bdglmnprt]$/u.test(lemma))
    forms.push(`${lemma}${lemma.slice(-1)}ed`, `${lemma}${lemma.slice(-1)}ing`);
  return forms;
}
