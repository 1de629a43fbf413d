import { type Folding, find, fold } from "../verbatim.ts";

/** Where a quote stands in its source, as UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the first place where a source holds a quote verbatim. Only white space may differ, since
 * sources wrap their lines. Null where there is none. Linear in both.
 */
export function findQuote(text: string, quote: string): Span | null {
  const wanted = quote.trim();
  if (wanted === "") return null;
  const start = find(text, wanted);
  if (start >= 0) return { start, end: start + wanted.length };
  if (!/\s/u.test(wanted)) return null;
  const words = wanted.replace(/\s+/gu, " ");
  const { folded, offsetOf } = foldingOf(text);
  const at = find(folded, words);
  return at < 0 ? null : { start: offsetOf(at), end: offsetOf(at + words.length - 1) + 1 };
}

let last: { readonly text: string; readonly folding: Folding } | null = null;

/** The last one is kept: a source is asked for every quote in turn. */
function foldingOf(text: string): Folding {
  if (last?.text !== text) last = { text, folding: fold(text) };
  return last.folding;
}

/**
 * The stretch of a source that shares most words with a quote which doesn't stand there, to show
 * beside it; null where less than half of the words are found together. Linear in the source.
 */
export function nearestText(text: string, quote: string): Span | null {
  const wanted = wordsOf(quote).map((word) => word.key);
  const words = wordsOf(text);
  const missing = new Map<string, number>();
  for (const key of wanted) missing.set(key, (missing.get(key) ?? 0) + 1);

  let shared = 0;
  let best = { shared: 0, first: 0, last: -1, aligned: false };
  for (const [last, word] of words.entries()) {
    const left = missing.get(word.key);
    if (left !== undefined) {
      if (left > 0) shared++;
      missing.set(word.key, left - 1);
    }
    const first = last - wanted.length + 1;
    const gone = words[first - 1];
    const goneLeft = gone && missing.get(gone.key);
    if (gone && goneLeft !== undefined) {
      if (goneLeft >= 0) shared--;
      missing.set(gone.key, goneLeft + 1);
    }
    // Of stretches that share as much, one that begins like the quote.
    const aligned = words[first]?.key === wanted[0];
    if (shared > best.shared || (shared === best.shared && aligned && !best.aligned)) {
      best = { shared, first: Math.max(0, first), last, aligned };
    }
  }
  const [first, last] = [words[best.first], words[best.last]];
  if (!first || !last || best.shared * 2 < wanted.length) return null;
  return { start: first.start, end: last.end };
}

function wordsOf(text: string): { key: string; start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    key: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
