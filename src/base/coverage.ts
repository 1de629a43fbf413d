import { lineFinder } from "./lines.ts";
import { findQuote } from "./quotes.ts";
import type { Base, Quote, Source } from "./types.ts";

/** A sentence and its UTF-16 offsets, as the text stage's splitter gives them. */
interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Splits a source's text into sentences; given by the caller, since it needs language data. */
export type Split = (text: string) => readonly Sentence[];

/** A sentence of a source, and the claims that quote it. */
export interface CoveredSentence {
  /** Id of the source. */
  readonly source: string;
  /** 1-based line of the sentence's first character. */
  readonly line: number;
  readonly sentence: string;
  /** Ids of the claims with a quote that overlaps it, in the base's order. */
  readonly claims: readonly string[];
}

/**
 * Tells for every sentence of every source (a headline is one) which claims quote it. A quote
 * covers every sentence that it overlaps.
 */
export function coverage(base: Base, split: Split): CoveredSentence[] {
  return base.sources.flatMap((source) => {
    const sentences = sentencesOf(source, split);
    const claims = sentences.map(() => new Set<string>());
    for (const claim of base.claims) {
      for (const quote of claim.quotes) {
        if (quote.source !== source.id) continue;
        for (const index of overlapped(source, sentences, quote)) claims[index]?.add(claim.id);
      }
    }
    const lineOf = lineFinder(source.text);
    return sentences.map(({ text, start }, index) => ({
      source: source.id,
      line: lineOf(start).line,
      sentence: text,
      claims: [...(claims[index] ?? [])],
    }));
  });
}

/**
 * The source sentences that no claim quotes.
 *
 * @example uncovered(base, split).map((s) => `${s.source}:${s.line}: ${s.sentence}`)
 */
export function uncovered(base: Base, split: Split): Omit<CoveredSentence, "claims">[] {
  return coverage(base, split)
    .filter(({ claims }) => claims.length === 0)
    .map(({ source, line, sentence }) => ({ source, line, sentence }));
}

/**
 * The whole source sentence around a quote, verbatim but for line breaks, which are folded to
 * spaces; of a quote that reaches over several sentences all of them, with a space between.
 *
 * @throws Error for a quote of no source of this base, which `loadBase` doesn't let through
 */
export function quoteSentence(base: Base, quote: Quote, split: Split): string {
  const source = base.sources.find(({ id }) => id === quote.source);
  if (!source) throw new Error(`The base has no source "${quote.source}".`);
  const sentences = sentencesOf(source, split);
  const indexes = overlapped(source, sentences, quote);
  if (indexes.length === 0) throw new Error(`Source "${source.id}" doesn't hold "${quote.text}".`);
  return indexes.map((index) => sentences[index]?.text).join(" ");
}

const splitSources = new WeakMap<Split, WeakMap<Source, readonly Sentence[]>>();

/** A source's sentences; each source is split once, since callers ask for every quote in turn. */
function sentencesOf(source: Source, split: Split): readonly Sentence[] {
  const known = splitSources.get(split) ?? new WeakMap<Source, readonly Sentence[]>();
  splitSources.set(split, known);
  const sentences = known.get(source) ?? split(source.text);
  known.set(source, sentences);
  return sentences;
}

/** Indexes of the sentences that a quote overlaps. */
function overlapped(source: Source, sentences: readonly Sentence[], quote: Quote): number[] {
  const span = findQuote(source.text, quote.text);
  if (!span) return [];
  // The sentences are in order: halve the way to the first that ends after the quote's start.
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const indexes: number[] = [];
  for (let i = low; (sentences[i]?.start ?? Number.POSITIVE_INFINITY) < span.end; i++)
    indexes.push(i);
  return indexes;
}
