import type { Place, TextSentence } from "../../types.ts";
import { type Block, sentencesOf } from "../emit.ts";
import { Flow } from "../flow.ts";
import { isDated } from "../leads.ts";
import type { SplitSentences } from "../sentences.ts";
import { commentOf } from "./comments.ts";
import { type Line, linesOf } from "./lines.ts";
import { attributionLines, headOf, isSignatureMark } from "./mail.ts";
import { type Paragraph, paragraphsOf, widthOf } from "./paragraphs.ts";

/** A line that only separates: blank, or drawn with the characters of rules and underlines. */
const SEPARATOR = /^(?:(?:[-=_*~#+.·•^]\s*){3,})?$/u;
/** Long lines are never drawn rules; not looking at them keeps the pattern's work small. */
const LONGEST_RULE = 200;
const UNDERLINE = /^(=+|-+|~+|\^+|\*+)$/;

/** Page numbers, and what agencies write under a story. */
const FURNITURE =
  /^[-–—\s]*(?:(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\(?(?:ends?|more|mf)\)?)[-–—\s]*$/i;

const ENDS_SENTENCE = /[.!?…:;,]["'”’»)\]]*$/u;
const SMALL_LETTER = /\p{Ll}/u;
const LETTER = /\p{L}/u;

/** A line by itself is a heading if it has no more characters than this and no stop. */
const LONGEST_HEADING = 100;

/** How many headings without a mark may follow each other. */
const MOST_HEADINGS = 2;

/** What is carried from one part of a text to the next, for texts that are read in parts. */
export interface PlainState {
  blocks: number;
  /** Whether it is an e-mail. */
  mail: boolean;
  readonly speakers: Set<string>;
}

/** The state at a text's beginning. */
export function plainState(): PlainState {
  return { blocks: 0, mail: false, speakers: new Set() };
}

/**
 * Reads plain text: hard-wrapped lines, bullets and numbers, e-mail heads, quoting and signatures,
 * timelines, transcripts, underlined headings. Lines that are comments for this program are left
 * out.
 *
 * @param state from the part of the text before this one
 * @example readPlain("CANALS\n\n* Suez\n  opened.", split, plainState()) // "CANALS", "Suez opened."
 */
export function readPlain(
  text: string,
  split: SplitSentences,
  state: PlainState,
): Iterable<TextSentence> {
  const lines = [...linesOf(text)].filter((line) => commentOf(line) === null);
  const blocks = new PlainReader(text, widthOf(lines), state).read(lines);
  return sentencesOf(blocks, split, state.speakers);
}

class PlainReader {
  readonly #text: string;
  readonly #width: number;
  readonly #state: PlainState;
  readonly #blocks: Block[] = [];
  /** The last blocks, as far as they look like headings and what follows has not told yet. */
  #guesses: number[] = [];

  constructor(text: string, width: number, state: PlainState) {
    this.#text = text;
    this.#width = width;
    this.#state = state;
  }

  /** Goes from one separating line to the next. */
  read(lines: readonly Line[]): readonly Block[] {
    let from = 0;
    let signature = false;
    for (let i = 0; i <= lines.length; i++) {
      const line = lines[i];
      const before = lines[i - 1];
      const parted = line === undefined || (before !== undefined && before.depth !== line.depth);
      const signs = line !== undefined && isSignatureMark(line, this.#text, this.#state.mail);
      const separator = signs || (line !== undefined && isSeparator(line));
      if (!parted && !separator) continue;
      if (i > from && !signature) this.#readLines(lines.slice(from, i), underlineOf(line));
      if (i > from || parted) signature = false;
      signature ||= signs;
      from = separator ? i + 1 : i;
    }
    this.#takeBackGuesses();
    return this.#blocks;
  }

  /** Lines that nothing parts. */
  #readLines(lines: readonly Line[], underline: number): void {
    let from = 0;
    const head = headOf(lines);
    if (head) {
      this.#state.mail = true;
      from = head.count;
      const { subject } = head;
      if (subject) this.#add([[subject.start, subject.end]], "heading", 1);
    }
    const rest: Line[] = [];
    for (let i = from; i < lines.length; i++) {
      const skipped = attributionLines(lines, i);
      if (skipped > 0) i += skipped - 1;
      else if (!FURNITURE.test((lines[i] as Line).text)) rest.push(lines[i] as Line);
    }
    const paragraphs = paragraphsOf(rest, this.#width);
    for (const [i, paragraph] of paragraphs.entries()) {
      const last = i === paragraphs.length - 1;
      const sure = headingLevel(paragraph, last ? underline : 0);
      const guessed = sure === 0 && looksLikeHeading(paragraph, this.#blocks.length === 0);
      const ranges = paragraph.lines.map(({ start, end }): [number, number] => [start, end]);
      (ranges[0] as [number, number])[0] = paragraph.start;
      if (!guessed && this.#guesses.length > MOST_HEADINGS) this.#takeBackGuesses();
      if (!guessed) this.#guesses = [];
      else this.#guesses.push(this.#blocks.length);
      this.#add(ranges, placeOf(paragraph, sure > 0 || guessed), sure || 2);
    }
  }

  /** A heading stands over something that is none, with another over it at most. */
  #takeBackGuesses(): void {
    for (const at of this.#guesses) {
      const [flow, { block }] = this.#blocks[at] as Block;
      this.#blocks[at] = [flow, { place: "prose", block }];
    }
    this.#guesses = [];
  }

  #add(lines: readonly [number, number][], place: Place, level: number): void {
    const flow = new Flow(this.#text);
    let after = 0;
    for (const [i, [start, end]] of lines.entries()) {
      if (i > 0) this.#joinLines(flow, after, start);
      flow.literal(start, end);
      after = end;
    }
    const block = this.#state.blocks++;
    const kind = place === "heading" ? { place, block, level } : { place, block };
    this.#blocks.push([flow, kind]);
  }

  /** Between the lines stands nothing but white space, or marks of quoting, or comments. */
  #joinLines(flow: Flow, from: number, to: number): void {
    if (this.#text.slice(from, to).trim() === "") flow.literal(from, to);
    else flow.decoded("\n", from, to);
  }
}

function isSeparator(line: Line): boolean {
  return line.text.length <= LONGEST_RULE && SEPARATOR.test(line.text);
}

/** The level of the heading over a drawn line; 0 where it is no underline. */
function underlineOf(line: Line | undefined): number {
  const mark = UNDERLINE.exec(line?.text ?? "")?.[1];
  if (mark === undefined || mark.length < 3) return 0;
  return mark.startsWith("=") ? 1 : 2;
}

function placeOf(paragraph: Paragraph, heading: boolean): Place {
  if (paragraph.item) return "item";
  if (heading) return "heading";
  return (paragraph.lines[0] as Line).depth > 0 ? "quotation" : "prose";
}

function wordsOf(paragraph: Paragraph): string {
  return paragraph.lines.map(({ text }) => text).join(" ");
}

/** The level of a heading that is underlined or in capitals; 0 for other paragraphs. */
function headingLevel(paragraph: Paragraph, underline: number): number {
  if (paragraph.item || paragraph.lines.length > 3) return 0;
  const words = wordsOf(paragraph);
  if (!LETTER.test(words) || words.length > 2 * LONGEST_HEADING) return 0;
  if (!SMALL_LETTER.test(words)) return underline || 1;
  return paragraph.lines.length === 1 ? underline : 0;
}

/** Whether it is short and ends without a stop; at a text's beginning with a second line. */
function looksLikeHeading(paragraph: Paragraph, first: boolean): boolean {
  const { lines, item } = paragraph;
  if (item || lines.length > (first ? 2 : 1) || (lines[0] as Line).depth > 0) return false;
  const words = wordsOf(paragraph);
  if (words.length > LONGEST_HEADING || isDated(words)) return false;
  return LETTER.test(words) && !ENDS_SENTENCE.test(words);
}
