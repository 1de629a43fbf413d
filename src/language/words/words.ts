import type { Lookup } from "../../table.ts";
import { readPost, wordsOfTag } from "./social.ts";

/** A word, number or mark of a sentence; offsets are UTF-16 units of the sentence as given. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** It follows the word before it after a hyphen, as "out" in "pull-out". */
  readonly glued: boolean;
}

/** What the tokeniser has to know of English beyond its characters. */
export interface Rewrites {
  /** Contracted and chat spellings to the words they stand for. */
  readonly contractions: Lookup<string>;
  /** Frequent misspellings of ordinary words. */
  readonly misspellings: Lookup<string>;
  /** American spellings to the British ones that the lexicon uses. */
  readonly variants: Lookup<string>;
}

const TOKEN =
  /\p{L}\.(?:\p{L}\.)+|\d+(?:[-\u2013]\d+)+(?![\p{L}\d])|\d[\d.,/:\u2013-]*\d\p{L}*[%+]?|\d+\p{L}*[%+]?|\p{L}\/\p{L}?(?![\p{L}\d])|[\p{L}\p{M}\p{N}_]+(?:['\u2019-][\p{L}\p{M}\p{N}]+)*['\u2019]?|[^\s]/gu;
/** A list's mark or a dash before the first word: no part of the sentence. */
const BULLET = /^[\s*\u2022\u2023\u25aa\u2012-\u2015>-]+(?=\p{L})/u;
const CLITIC = /^(.+)('s|'re|'ve|'ll|'d|'m)$/iu;

/**
 * Splits a sentence into words after the manner of the Penn Treebank: clitics stand by themselves
 * ("has" + "n't"), hyphenated words are split unless they are numbers, chat spellings are spelt out.
 *
 * @example splitWords("Paris hasn't left", rewrites).map((w) => w.text) // ["Paris", "has", "n't", "left"]
 */
export function splitWords(sentence: string, rewrites: Rewrites): Word[] {
  const words: Word[] = [];
  const start = BULLET.exec(sentence)?.[0].length ?? 0;
  const post = readPost(sentence);
  const tokens = [...post.text.matchAll(TOKEN)]
    .filter((match) => match.index >= start)
    .map((match) => ({
      text: match[0].replaceAll("\u2019", "'"),
      start: match.index,
      end: match.index + match[0].length,
    }))
    .flatMap((token) =>
      post.tags.has(token.start)
        ? wordsOfTag(token.text).map((text) => ({ ...token, text }))
        : [token],
    );
  // A name of several words is several tokens, as it would be if it were written out.
  for (const flag of post.flags)
    tokens.push(...flag.text.split(" ").map((text) => ({ ...flag, text })));
  if (post.flags.length > 0) tokens.sort((a, b) => a.start - b.start);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as (typeof tokens)[number];
    const next = tokens[at + 1];
    // "if ur" before "ur": chat spellings of two words are spelt out as they stand.
    const pair = next && rewrites.contractions.get(`${token.text} ${next.text}`.toLowerCase());
    if (next && pair !== undefined) {
      for (const part of pair.split(" ")) push(words, part, token.start, next.end, false, rewrites);
      at++;
    } else pushToken(words, token.text, token.start, token.end, rewrites);
  }
  return respell(words, rewrites);
}

const LONGEST_KEY = 6;

/** Misspellings of several words ("more then"): the longest key that fits at a word is spelt out. */
function respell(words: readonly Word[], rewrites: Rewrites): Word[] {
  const out: Word[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (
      let length = Math.min(LONGEST_KEY, words.length - at);
      length > 1 && taken === 0;
      length--
    ) {
      const key = words
        .slice(at, at + length)
        .map((word) => word.lower)
        .join(" ");
      const spelt = rewrites.misspellings.get(key) ?? rewrites.contractions.get(key);
      const [first, last] = [words[at], words[at + length - 1]];
      if (spelt === undefined || !first || !last) continue;
      const parts = spelt.split(" ");
      parts.forEach((part, i) => {
        // Word for word, each keeps its place.
        const own = parts.length === length ? words[at + i] : undefined;
        push(out, part, own?.start ?? first.start, own?.end ?? last.end, false, rewrites);
      });
      taken = length;
    }
    const word = words[at];
    if (taken === 0 && word) out.push(word);
    at += Math.max(taken, 1);
  }
  return out;
}

function pushToken(
  out: Word[],
  text: string,
  start: number,
  end: number,
  rewrites: Rewrites,
): void {
  const lower = text.toLowerCase();
  const spelt = rewrites.contractions.get(lower) ?? rewrites.misspellings.get(lower);
  if (spelt !== undefined) {
    for (const part of spelt.split(" "))
      push(out, matchCase(part, text), start, end, false, rewrites);
    return;
  }
  if (/n't$/u.test(lower) && lower.length > 3) {
    push(out, text.slice(0, -3), start, end, false, rewrites);
    push(out, "n't", start, end, false, rewrites);
    return;
  }
  const clitic = CLITIC.exec(text);
  if (clitic) {
    pushToken(out, clitic[1] as string, start, end - (clitic[2] as string).length, rewrites);
    push(out, clitic[2] as string, end - (clitic[2] as string).length, end, false, rewrites);
    return;
  }
  if (/[^']'$/u.test(text)) {
    push(out, text.slice(0, -1), start, end - 1, false, rewrites);
    push(out, "'", end - 1, end, false, rewrites);
    return;
  }
  if (text.length > 1 && text.includes("-") && !/\d/u.test(text) && !isNumberPair(lower)) {
    let at = start;
    text.split("-").forEach((part, index) => {
      if (part !== "") push(out, part, at, at + part.length, index > 0, rewrites);
      at += part.length + 1;
    });
    return;
  }
  push(out, text, start, end, false, rewrites);
}

/** "twenty-nine" and "fifty-first" stay whole for the number grammar. */
function isNumberPair(lower: string): boolean {
  return /^[a-z]+ty-[a-z]+$/u.test(lower);
}

function push(
  out: Word[],
  text: string,
  start: number,
  end: number,
  glued: boolean,
  rewrites: Rewrites,
): void {
  const lower = text.toLowerCase();
  const variant = rewrites.variants.get(lower);
  const shown = variant === undefined ? text : matchCase(variant, text);
  out.push({ text: shown, lower: shown.toLowerCase(), start, end, glued });
}

function matchCase(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
