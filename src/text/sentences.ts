import { type Block, findBlocks } from "./blocks.ts";

/** A sentence and where it stands. */
export interface Sentence {
  /** The sentence with every run of white space (so every line break) folded to one space. */
  readonly text: string;
  /** UTF-16 offset of its first character. */
  readonly start: number;
  /** UTF-16 offset after its last character. */
  readonly end: number;
}

/** Splits plain text into sentences. */
export interface SplitSentences {
  (text: string): Sentence[];
  /** Splits the text of one paragraph, item or the like, whose line breaks only wrap lines. */
  block(text: string): Iterable<Sentence>;
}

export interface SplitterOptions {
  /**
   * Capitalised words that nearly always begin a sentence (articles, pronouns): an abbreviation
   * before one of them ends its sentence, as in "He went to the U.S. The visit was short."
   */
  readonly openers?: readonly string[];
}

/**
 * How much text goes to the segmenter at once. V8's iterator takes quadratic time: 0.6 s for
 * 100,000 characters of short sentences, 50 s for 400,000.
 */
const WINDOW = 4096;

/** How many characters on each side of a boundary the rules look at. */
const NEAR = 48;

/** What still belongs to the sentence before: closing marks, footnote numbers. */
const CLOSERS =
  /^(?:["'»”’)\]]+|(?:\d{1,3}\])?\s?(?:\[\d{1,3}\]\s?)*\[\d{1,3}\]|\d{1,3}\])(?=\s|$)/u;
const CONTINUES = /^(?:[,;:.!?…)\]]|[“"«‘'([–—-]*\s*\p{Ll})/u;
const FIRST_WORD = /^[“"«‘'([]*(\p{L}[\p{L}'’]*)/u;
const LAST_TOKEN = /(?:^|[\s“"«‘'([–—/-])([^\s“"«‘'([–—/-]+\.)$/u;
const DOTTED = /^(?:\p{L}\.){2,}$/u;
const INITIAL = /^\p{Lu}\.$/u;
const ITEM_NUMBER = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]$/u;
const ELISION = /(?:\[(?:\.{3}|…)\]|\((?:\.{3}|…)\))$/u;
const WORD = /[\p{L}\p{N}]/u;

/** Where a writer who doesn't use capitals, or who ends on an ellipsis, begins a new sentence. */
const SMALL_START = /(?<=(?:[\p{L}\p{N}]{2}\.|[.!?]{2}|[!?])["”»)]?)\s+(?=["“«(]?\p{Ll})/gu;
const AFTER_ELLIPSIS = /(?<=…["”’»)]{0,2})\s+(?=["“«‘(]?\p{Lu})/gu;

/** What a transcript tells besides what is said: "[laughs]", after a sentence and before the next. */
const ASIDE = /^\[[\p{Ll} ]{2,30}\]$/u;
const AROUND_ASIDE =
  /(?<=[.!?…]["”’)]?)\s(?=\[[\p{Ll} ]{2,30}\](?:\s|$))|(?<=[.!?…]["”’)]?\s\[[\p{Ll} ]{2,30}\])\s(?=["“]?\p{Lu})/gu;

/**
 * Makes a function that splits plain English text into sentences. Boundaries are those of
 * Unicode's UAX #29 (`Intl.Segmenter`), mended for abbreviations, initials, list numbers, wrapped
 * lines, closing quotes and footnote marks; "[laughs]" between two is none. Bullets are left out of a sentence; a blank line
 * always ends one; text without a letter or digit is none. Sentences of any length are returned
 * whole, in linear time.
 *
 * @param abbreviations with their stop and spelling as in print ("Mr.", "Sept."); `"No. #"` is one
 *   only before a digit. Initials and dotted letters ("J.", "U.S.") need no entry.
 * @example
 * const split = createSplitter(["Mr."]);
 * split("Mr. Smith left. He was tired.").map((s) => s.text);
 * // ["Mr. Smith left.", "He was tired."]
 */
export function createSplitter(
  abbreviations: readonly string[],
  options: SplitterOptions = {},
): SplitSentences {
  const always = new Set(abbreviations.filter((entry) => !entry.endsWith("#")));
  const beforeDigit = new Set(
    abbreviations.filter((entry) => entry.endsWith("#")).map((entry) => entry.slice(0, -1).trim()),
  );
  const small = new Set([...always].map((entry) => entry.toLowerCase()));
  const openers = new Set(options.openers ?? []);

  /** Whether `before` ends in an abbreviation that goes on in `after`. */
  function isAbbreviated(before: string, after: string): boolean {
    const token = LAST_TOKEN.exec(before)?.[1];
    if (token === undefined) return false;
    if (beforeDigit.has(token) && /^[#(]?\d/u.test(after)) return true;
    if (!always.has(token) && !DOTTED.test(token) && !INITIAL.test(token)) return false;
    return !openers.has(FIRST_WORD.exec(after)?.[1] ?? "");
  }

  /** Whether the text goes on after a boundary that the segmenter found at `end`. */
  function goesOn(text: string, start: number, end: number, next: number): boolean {
    const before = text.slice(Math.max(start, end - NEAR), end);
    const after = text.slice(next, next + NEAR);
    if (end - start <= 6 && ITEM_NUMBER.test(before)) return true;
    return CONTINUES.test(after) || ELISION.test(before) || isAbbreviated(before, after);
  }

  /** The places where a sentence that the segmenter left whole is split further. */
  function* innerBreaks(text: string, start: number, end: number): Generator<number> {
    const sentence = text.slice(start, end);
    const breaks = [...sentence.matchAll(AFTER_ELLIPSIS)]
      .map((match) => match.index)
      .filter((at) => !ELISION.test(sentence.slice(Math.max(0, at - NEAR), at)));
    if (/^["“«(]?\p{Ll}/u.test(sentence)) {
      for (const match of sentence.matchAll(SMALL_START)) {
        const before = sentence.slice(Math.max(0, match.index - NEAR), match.index);
        const after = sentence.slice(match.index + 1, match.index + 1 + NEAR).trimStart();
        const token = LAST_TOKEN.exec(before)?.[1] ?? "";
        if (!small.has(token) && !isAbbreviated(before, after)) breaks.push(match.index);
      }
    }
    if (sentence.includes("["))
      for (const match of sentence.matchAll(AROUND_ASIDE)) breaks.push(match.index);
    for (const at of breaks.sort((a, b) => a - b)) yield start + at;
    yield end;
  }

  function* sentencesOf(text: string, block: Block): Generator<Sentence> {
    let start = skipSpace(text, block.start, block.end);
    for (const boundary of boundaries(text, block)) {
      if (boundary <= start) continue;
      let next = skipSpace(text, boundary, block.end);
      let end = dropSpace(text, start, boundary);
      const closers = CLOSERS.exec(text.slice(next, Math.min(block.end, next + NEAR)));
      if (closers && next < block.end) {
        end = next + closers[0].length;
        next = skipSpace(text, end, block.end);
      }
      if (next < block.end && goesOn(text, start, end, next)) continue;
      for (const stop of innerBreaks(text, start, end)) {
        const slice = text.slice(start, stop);
        if (WORD.test(slice) && !ASIDE.test(slice)) yield { text: fold(slice), start, end: stop };
        start = skipSpace(text, stop, block.end);
      }
      start = next;
    }
  }

  return Object.assign(
    (text: string) => findBlocks(text).flatMap((block) => [...sentencesOf(text, block)]),
    { block: (text: string) => sentencesOf(text, { start: 0, end: text.length }) },
  );
}

/** Words with a hyphen are wrapped after it ("well-⏎known"). */
const WRAPPED_HYPHEN = /(?<=\p{L}-)[ \t]*[\r\n]\s*(?=\p{Ll})/gu;

/** Folds white space to single spaces and joins words that were wrapped at their hyphen. */
export function fold(text: string): string {
  return text.replace(WRAPPED_HYPHEN, "").replace(/\s+/gu, " ");
}

/** ASCII without a mark that could end a sentence but at its end. */
const ONE_SENTENCE = /^[^.!?\u0080-\uffff]*[.!?]?$/;

let segmenter: Intl.Segmenter | null = null;

/**
 * Yields the segmenter's boundaries in a block, its end last. The text goes through in windows:
 * all segments of a window but its last are final; the last is looked at again with what follows.
 */
function* boundaries(text: string, block: Block): Generator<number> {
  // Most items of lists, headings and cells are one; the segmenter would be asked in vain.
  if (block.end - block.start <= WINDOW && ONE_SENTENCE.test(text.slice(block.start, block.end))) {
    if (block.end > block.start) yield block.end;
    return;
  }
  // Made for the first text: a claim needs none, and it takes 5 ms.
  segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
  let from = block.start;
  let size = WINDOW;
  while (from < block.end) {
    const to = Math.min(block.end, from + size);
    // A line break would end a sentence; here it only wraps a line. The length stays the same.
    const window = text.slice(from, to).replace(/[\r\n\f\u2028\u2029]/g, " ");
    const ends = [...segmenter.segment(window)].map(
      (part) => from + part.index + part.segment.length,
    );
    if (to < block.end) ends.pop();
    yield* ends;
    const last = ends.at(-1);
    size = last === undefined ? size * 2 : WINDOW;
    from = last ?? from;
  }
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function dropSpace(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** White space as `\s` has it, without a pattern's cost for the common characters. */
function isSpace(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true;
  return code >= 0xa0 && /\s/u.test(String.fromCharCode(code));
}
