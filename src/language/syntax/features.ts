import { hashString } from "../../hash.ts";
import { type Lemmatiser, lemma } from "./lemmatiser.ts";
import { canBe, framesOf, lookUp, nounField, verbField } from "./lexicon.ts";
import type { TokenInput } from "./types.ts";

/**
 * What the network sees of a token: a bag of features, each with a learnt vector. The word itself
 * comes first (the trainer hides it now and then, so that endings carry weight too).
 */

const LONGEST_SUFFIX = 5;
const LONGEST_PREFIX = 4;

/** Stands for words that the treebanks hold too rarely to have a vector. */
export const UNKNOWN_WORD = "w:*unknown*";

/** The hash of a feature's name. */
export function featureKey(name: string): number {
  return hashString(name, 31);
}

/**
 * Names the features of a token.
 *
 * @param token a token; a form with spaces is taken as a name or, if its digits say so, a date or
 *   number
 * @returns names such as `w:signed`, `x:ed`, `v:communication`; the word is always the first
 */
export function featureNames(token: TokenInput, lemmatiser: Lemmatiser): string[] {
  const form = token.form.replaceAll(/[‘’]/gu, "'");
  const given = token.upos === undefined ? [] : [`g:${token.upos}`];
  if (form.includes(" ")) {
    return [...phraseFeatures(form, lemmatiser), ...given];
  }
  const lower = form.toLowerCase().replaceAll(/\d/gu, "0");
  const names = [`w:${lower}`, `s:${shapeOf(form)}`, ...given];
  for (let n = 1; n <= LONGEST_SUFFIX && n <= lower.length; n += 1) {
    names.push(`x:${lower.slice(-n)}`);
  }
  for (let n = 1; n <= LONGEST_PREFIX && n <= lower.length; n += 1) {
    names.push(`p:${lower.slice(0, n)}`);
  }
  for (let i = 1; i + 3 < lower.length; i += 1) {
    names.push(`t:${lower.slice(i, i + 3)}`);
  }
  names.push(...lexiconFeatures(lower, lemmatiser));
  return names;
}

/** A name or date of several words: which of the two, and what its last word is. */
function phraseFeatures(form: string, lemmatiser: Lemmatiser): string[] {
  const last = form.slice(form.lastIndexOf(" ") + 1).toLowerCase();
  const word = /\d/u.test(form) ? "w:*number phrase*" : "w:*name phrase*";
  return [word, `l:${last}`, ...lexiconFeatures(last, lemmatiser).map((name) => `l${name}`)];
}

/** What the lexicon says of the word or of what it may be a form of. */
function lexiconFeatures(lower: string, lemmatiser: Lemmatiser): string[] {
  const { lexicon } = lemmatiser;
  const names: string[] = [];
  const noun = lookUp(lexicon, lemma(lemmatiser, lower, "NOUN"));
  if (canBe(noun, "NOUN")) {
    names.push("n", `n:${nounField(noun)}`);
  }
  const infinitive = lemma(lemmatiser, lower, "VERB");
  const verb = lookUp(lexicon, infinitive);
  if (canBe(verb, "VERB")) {
    names.push("v", `v:${verbField(verb)}`);
    names.push(...framesOf(lexicon, infinitive).map((frame) => `f:${frame}`));
  }
  for (const upos of ["ADJ", "ADV"]) {
    if (canBe(lookUp(lexicon, lemma(lemmatiser, lower, upos)), upos)) {
      names.push(upos);
    }
  }
  return names.length === 0
    ? ["unlisted"]
    : [...names, names.filter((n) => !n.includes(":")).join("+")];
}

/** The pattern of capitals, small letters and digits, runs shortened. */
function shapeOf(form: string): string {
  return form
    .replaceAll(/\p{Lu}/gu, "X")
    .replaceAll(/\p{L}/gu, (letter) => (letter === "X" ? "X" : "x"))
    .replaceAll(/\d/gu, "0")
    .replaceAll(/(.)\1{2,}/gu, "$1$1");
}
