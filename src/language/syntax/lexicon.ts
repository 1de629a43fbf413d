import { hashString } from "../../hash.ts";
import { find } from "./lookup.ts";

/**
 * The words of a lexicon with the parts of speech they can have and, for nouns and verbs, the
 * broad field of their first sense (WordNet's lexicographer files).
 */
export interface Lexicon {
  /** Sorted hashes of the words. */
  readonly keys: Uint32Array;
  /** For each word: noun field (5 bits), verb field (4 bits), adjective (1), adverb (1). */
  readonly values: Uint16Array;
  /** Sorted hashes of the verbs. */
  readonly verbKeys: Uint32Array;
  /** For each verb the sentence frames it can stand in, a bit each. */
  readonly frames: Uint32Array;
}

const NOUN_BITS = 0x1f;
const VERB_SHIFT = 5;
const VERB_BITS = 0x0f;
const ADJECTIVE = 1 << 9;
const ADVERB = 1 << 10;

/** The hash under which a word is kept. */
export function lexiconKey(lower: string): number {
  return hashString(lower, 23);
}

/** Joins what is known of a word into the number that the lexicon keeps; 0 means not there. */
export function lexiconValue(
  noun: number,
  verb: number,
  adjective: boolean,
  adverb: boolean,
): number {
  return noun | (verb << VERB_SHIFT) | (adjective ? ADJECTIVE : 0) | (adverb ? ADVERB : 0);
}

/** What the lexicon holds about a word in lower case, 0 if nothing. */
export function lookUp(lexicon: Lexicon, lower: string): number {
  const index = find(lexicon.keys, lexiconKey(lower));
  return index < 0 ? 0 : (lexicon.values[index] as number);
}

/** The numbers of the sentence frames that a verb can stand in. */
export function framesOf(lexicon: Lexicon, verb: string): number[] {
  const index = find(lexicon.verbKeys, lexiconKey(verb));
  const bits = index < 0 ? 0 : (lexicon.frames[index] as number);
  return Array.from({ length: 32 }, (_, i) => i).filter((i) => (bits & (1 << i)) !== 0);
}

/** The field of a noun (1 to 31) in a value of the lexicon, 0 if the word is no noun. */
export function nounField(value: number): number {
  return value & NOUN_BITS;
}

/** The field of a verb (1 to 15), 0 if the word is no verb. */
export function verbField(value: number): number {
  return (value >> VERB_SHIFT) & VERB_BITS;
}

/** Whether a value says that the word can have this part of speech. */
export function canBe(value: number, upos: string): boolean {
  switch (upos) {
    case "NOUN":
      return nounField(value) > 0;
    case "VERB":
    case "AUX":
      return verbField(value) > 0;
    case "ADJ":
      return (value & ADJECTIVE) !== 0;
    case "ADV":
      return (value & ADVERB) !== 0;
    default:
      return false;
  }
}
