import { hashString } from "../../hash.ts";
import { canBe, type Lexicon, lookUp } from "./lexicon.ts";
import { find } from "./lookup.ts";

/**
 * Turns forms into lemmas: first an exception learnt for this very form, then the endings that a
 * form of this shape is known to lose, preferring results that are words of the lexicon.
 */
export interface Lemmatiser {
  /** Sorted hashes of `UPOS form`, with the matching place of the lemma in `lemmas`. */
  readonly keys: Uint32Array;
  readonly places: Uint32Array;
  readonly lemmas: Uint8Array;
  /** Sorted hashes of `UPOS -suffix`, with up to four rules each (65535 for none). */
  readonly suffixKeys: Uint32Array;
  readonly suffixRules: Uint16Array;
  /** The ending that a rule takes off and the one that it puts in its place. */
  readonly rules: readonly Rule[];
  readonly lexicon: Lexicon;
}

export type Rule = readonly [drop: string, add: string];

export const RULES_PER_SUFFIX = 4;
export const MAX_SUFFIX = 5;
/** Fills the places of rules that an ending lacks. */
export const NO_RULE = 65_535;

const SHORTEST_PREFIX = 2;
const LONGEST_PREFIX = 6;
const SHORTEST_TAIL = 4;

const utf8 = new TextDecoder();
const INFLECTED = new Set(["NOUN", "VERB", "AUX", "ADJ", "ADV"]);

/** The hash under which an exception of a form is kept. */
export function exceptionKey(form: string, upos: string): number {
  return hashString(`${upos} ${form}`, 21);
}

/** The hash under which the rules for an ending are kept. */
export function suffixKey(suffix: string, upos: string): number {
  return hashString(`${upos} -${suffix}`, 22);
}

/**
 * The lemma of a form as this part of speech.
 *
 * @example lemma(lemmatiser, "storing", "VERB") // "store"
 */
export function lemma(lemmatiser: Lemmatiser, form: string, upos: string): string {
  const plain = form.replaceAll("’", "'");
  const lower = plain.toLowerCase();
  const exception = exceptionFor(lemmatiser, plain, upos) ?? exceptionFor(lemmatiser, lower, upos);
  if (exception !== undefined) {
    return exception;
  }
  if (!INFLECTED.has(upos)) {
    return upos === "PROPN" || upos === "X" || upos === "SYM" ? plain : lower;
  }
  const rules = rulesFor(lemmatiser, lower, upos);
  const candidates = rules.map(([drop, add]) => lower.slice(0, lower.length - drop.length) + add);
  const listed = (word: string): boolean => canBe(lookUp(lemmatiser.lexicon, word), upos);
  return (
    candidates.find(listed) ?? candidates.find(hasListedTail(listed)) ?? candidates[0] ?? lower
  );
}

/** Whether a word is a listed one behind a prefix, as in "de-mine" or "overestimate". */
function hasListedTail(listed: (word: string) => boolean): (word: string) => boolean {
  return (word) => {
    for (let cut = SHORTEST_PREFIX; cut <= LONGEST_PREFIX; cut += 1) {
      const tail = word.slice(cut);
      if (tail.length >= SHORTEST_TAIL && listed(tail)) {
        return true;
      }
    }
    return listed(word.slice(word.lastIndexOf("-") + 1));
  };
}

function exceptionFor(lemmatiser: Lemmatiser, form: string, upos: string): string | undefined {
  const index = find(lemmatiser.keys, exceptionKey(form, upos));
  if (index < 0) {
    return undefined;
  }
  const { places, lemmas } = lemmatiser;
  return utf8.decode(lemmas.subarray(places[index], places[index + 1]));
}

/** The rules for the endings of a form, those of longer endings first. */
function rulesFor(lemmatiser: Lemmatiser, lower: string, upos: string): Rule[] {
  const found = new Set<Rule>();
  for (let n = Math.min(MAX_SUFFIX, lower.length); n >= 0; n -= 1) {
    const suffix = n === 0 ? "" : lower.slice(-n);
    const index = find(lemmatiser.suffixKeys, suffixKey(suffix, upos));
    for (let r = 0; index >= 0 && r < RULES_PER_SUFFIX; r += 1) {
      const rule =
        lemmatiser.rules[lemmatiser.suffixRules[index * RULES_PER_SUFFIX + r] ?? NO_RULE];
      if (rule !== undefined && lower.endsWith(rule[0]) && lower !== rule[0]) {
        found.add(rule);
      }
    }
  }
  return [...found];
}
