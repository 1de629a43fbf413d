import type { Place, TextSentence } from "../types.ts";
import { isDeliberate, wrapWidth } from "./line-breaks.ts";
import type { Sentence } from "./sentences.ts";

/** Lines between `<br>`s that are all shorter than this were hardly wrapped. */
const LEAST_WIDTH = 60;

/** A bullet after a `<br>`, or the date of a timeline's entry. */
const ITEM = /^(?:([-–—•*])\s|\d[^:]{0,40}:\s)/;

/** What a block is, for the sentences in it. */
export interface BlockKind {
  readonly place: Place;
  readonly block: number;
  /** For a heading its level, from 1. */
  readonly level?: number;
}

/** A stretch of a flow's text, and where it was written. */
interface Piece {
  /** Offset in the flow's text. */
  readonly at: number;
  readonly from: number;
  to: number;
  /** Whether the characters stand in the file as they are: false for `&amp;` and the like. */
  readonly literal: boolean;
}

/** Markup around a stretch of a flow's text: emphasis, a link, a tag. */
interface Wrapper {
  readonly at: number;
  readonly from: number;
  /** Offset in the flow's text after the wrapped text; -1 while it is open. */
  endAt: number;
  to: number;
}

/**
 * The text of one block without its markup, built from left to right, that knows where in the
 * file each character was written.
 *
 * @example
 * const flow = new Flow(source);  // "a **b** &amp; c"
 * flow.literal(0, 2);
 * const bold = flow.open(2);
 * flow.literal(4, 5);
 * flow.close(bold, 7);
 * flow.text // "a b"
 */
export class Flow {
  readonly #source: string;
  readonly #pieces: Piece[] = [];
  readonly #wrappers: Wrapper[] = [];
  readonly #breaks: number[] = [];
  text = "";

  constructor(source: string) {
    this.#source = source;
  }

  /** Takes characters of the file as they are. */
  literal(from: number, to: number): void {
    if (to <= from) return;
    const last = this.#pieces.at(-1);
    if (last?.literal && last.to === from) last.to = to;
    else this.#pieces.push({ at: this.text.length, from, to, literal: true });
    this.text += this.#source.slice(from, to);
  }

  /** Takes what characters of the file stand for: an entity, an escape, a line break. */
  decoded(text: string, from: number, to: number): void {
    if (text === "") return;
    this.#pieces.push({ at: this.text.length, from, to, literal: false });
    this.text += text;
  }

  /** Takes a line break that is markup itself, as `<br>` is. */
  lineBreak(from: number, to: number): void {
    this.decoded("\n", from, to);
    this.#breaks.push(this.text.length);
  }

  /** Begins a stretch in markup whose first character is at `from` in the file. */
  open(from: number): Wrapper {
    const wrapper = { at: this.text.length, from, endAt: -1, to: from };
    this.#wrappers.push(wrapper);
    return wrapper;
  }

  /** Ends it; `to` is the offset in the file after the markup's last character. */
  close(wrapper: Wrapper, to: number): void {
    wrapper.endAt = this.text.length;
    wrapper.to = to;
  }

  /** Whether it holds anything but white space. */
  get isBlank(): boolean {
    return this.text.trim() === "";
  }

  /**
   * The sentences of a stretch of the flow's text, with their places in the file. Markup that
   * begins and ends within a sentence belongs to it; markup around it does not.
   *
   * @param split cuts the text of one block into sentences
   * @param skipped how much of the flow's text is passed over at its start
   * @param leadOf how much of a sentence's start (a speaker's name) is no part of it
   */
  *sentences(
    split: (text: string) => Iterable<Sentence>,
    kind: BlockKind,
    skipped = 0,
    leadOf: (sentence: string) => number = () => 0,
  ): Iterable<TextSentence> {
    let piece = 0;
    let wrapper = 0;
    for (const { text, start, end } of this.#split(split, skipped, leadOf)) {
      while (this.#isBefore(piece, start)) piece += 1;
      let first = this.#startOf(piece, start);
      let after = this.#endOf(this.#pieceAt(piece, end - 1), end);
      // Wrappers stand in the order in which they open, so none before this one matters any more
      // for the start; for the end all that open within the sentence do.
      while ((this.#wrappers[wrapper]?.at ?? Number.POSITIVE_INFINITY) < start) wrapper += 1;
      for (let i = wrapper; i < this.#wrappers.length; i++) {
        const one = this.#wrappers[i] as Wrapper;
        if (one.at >= end) break;
        if (one.endAt <= one.at || one.endAt > end) continue;
        if (one.at === start && one.endAt < end) first = Math.min(first, one.from);
        if (one.endAt === end && one.at > start) after = Math.max(after, one.to);
      }
      yield { text, start: first, end: after, ...kind };
    }
  }

  /** Line breaks that were set on purpose end a sentence. */
  *#split(
    split: (text: string) => Iterable<Sentence>,
    skipped: number,
    leadOf: (sentence: string) => number,
  ): Iterable<Sentence> {
    for (const part of this.#parts()) {
      const from = Math.max(part.start, skipped);
      if (from >= part.end) continue;
      for (const found of split(this.text.slice(from, part.end))) {
        const { text, start, end } = withoutBrackets(found);
        const lead = leadOf(this.text.slice(from + start, from + end));
        yield { text: text.slice(lead), start: from + start + lead, end: from + end };
      }
    }
  }

  *#parts(): Iterable<{ start: number; end: number }> {
    if (this.#breaks.length === 0) {
      yield { start: 0, end: this.text.length };
      return;
    }
    const ends = [...this.#breaks, this.text.length];
    const lines = ends.map((end, i) => this.text.slice(ends[i - 1] ?? 0, end).trim());
    const width = wrapWidth(
      lines.map((line) => line.length),
      LEAST_WIDTH,
    );
    let start = 0;
    for (const [i, end] of ends.entries()) {
      const next = lines[i + 1];
      const item = next === undefined ? null : ITEM.exec(next);
      const over = next === undefined || item || isDeliberate(lines[i] as string, next, width);
      if (!over) continue;
      yield { start, end };
      start = end + (item?.[1] ? this.text.slice(end).indexOf(item[1]) + item[1].length : 0);
    }
  }

  #isBefore(piece: number, offset: number): boolean {
    const next = this.#pieces[piece + 1];
    return next !== undefined && next.at <= offset;
  }

  #pieceAt(from: number, offset: number): number {
    let piece = from;
    while (this.#isBefore(piece, offset)) piece += 1;
    return piece;
  }

  #startOf(index: number, offset: number): number {
    const piece = this.#pieces[index] as Piece;
    return piece.literal ? piece.from + offset - piece.at : piece.from;
  }

  #endOf(index: number, offset: number): number {
    const piece = this.#pieces[index] as Piece;
    return piece.literal ? piece.from + offset - piece.at : piece.to;
  }
}

/** Brackets around one or more whole sentences, as "(It rained.)" has them, are no part of these. */
function withoutBrackets(sentence: Sentence): Sentence {
  const { text, start, end } = sentence;
  const opens = text.startsWith("(") && !/^\([^()]*\)(?!$)/u.test(text);
  const closes = text.endsWith(")");
  const inner = text.slice(opens ? 1 : 0, closes ? -1 : undefined);
  const isWhole = /^["“'‘]?\p{Lu}.*[.!?…]["”'’]?$/u.test(inner) && !/[()]/u.test(inner);
  if (!isWhole || (!opens && !closes)) return sentence;
  return { text: inner, start: start + (opens ? 1 : 0), end: end - (closes ? 1 : 0) };
}
