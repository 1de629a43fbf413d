import { isDated } from "../leads.ts";
import { isDeliberate, wrapWidth } from "../line-breaks.ts";
import type { Line } from "./lines.ts";

/** Lines that belong together, with where the first one begins after a bullet or number. */
export interface Paragraph {
  readonly lines: Line[];
  readonly start: number;
  readonly item: boolean;
}

/** Marks that are always bullets, and dashes, which are bullets only where a line can begin. */
const BULLET = /^(?:[-*+•‣◦▪●·–—]|--)\s+(?:\[[ xX]\]\s+)?(?=\S)/u;

/** `1.`, `12)`, `(3)`, `a)` and the like before an item. */
const NUMBER = /^(?:\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-z]\)|[ivx]{1,5}[.)])\s+(?=\S)/u;

/** Marks that hardly ever stand in a sentence, so that a line begins an item with them. */
const CLEAR_BULLET = /^[*+•‣◦▪●]\s+(?=\S)/u;

/** A line after which an item may begin: it ends a sentence or introduces a list. */
const CLOSED = /[.!?:;…]["'”’»)\]]*$/u;
const ENDS_SENTENCE = /[.!?…]["'”’»)\]]*$/u;

/** How much of a line's ends is looked at. */
const HEAD = 64;
const TAIL = 16;

/** Lines of texts without a longer one are taken to be wrapped at this many characters. */
const LEAST_WIDTH = 40;

/** How much deeper than the line before the first line of a new paragraph is set. */
const FIRST_LINE_INDENT = 2;

/** The width at which the lines of a text are wrapped. */
export function widthOf(lines: Iterable<Line>): number {
  const lengths = function* (): Iterable<number> {
    for (const line of lines) yield line.text.length;
  };
  return wrapWidth(lengths(), LEAST_WIDTH);
}

/**
 * Cuts lines that no blank line parts into paragraphs: a bullet, an item's number, the date of a
 * timeline's entry, a change of indentation and a line break set on purpose begin a new one; any
 * other line break wraps a line.
 *
 * @param width as {@link widthOf} tells it for the whole text
 */
export function paragraphsOf(lines: readonly Line[], width: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | null = null;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const mark: number = open === null || mayHoldMark(open, before, line) ? markOf(line) : 0;
    if (open === null || before === undefined || mark > 0 || begins(open, before, line, width)) {
      open = { lines: [line], start: line.start + mark, item: mark > 0 };
      paragraphs.push(open);
    } else {
      open.lines.push(line);
    }
  }
  return paragraphs;
}

/** The length of a line's bullet or number. */
function markOf(line: Line): number {
  const head = line.text.slice(0, HEAD);
  return (BULLET.exec(head) ?? NUMBER.exec(head))?.[0].length ?? 0;
}

/** Within a paragraph a dash or a number may also be a word of the sentence. */
function mayHoldMark(open: Paragraph, before: Line | undefined, line: Line): boolean {
  return (
    open.item ||
    before === undefined ||
    CLOSED.test(before.text.slice(-TAIL)) ||
    CLEAR_BULLET.test(line.text.slice(0, HEAD))
  );
}

/** A letter's first line, which ends with a comma and goes on nowhere: "Hi Ann,". */
const SALUTATION =
  /^(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening))\b[^.!?]{0,50},$/iu;

function begins(open: Paragraph, before: Line, line: Line, width: number): boolean {
  const first = open.lines[0] as Line;
  const head = line.text.slice(0, HEAD);
  if (before === first && SALUTATION.test(before.text) && /^\p{Lu}/u.test(head)) return true;
  const ended = ENDS_SENTENCE.test(before.text.slice(-TAIL));
  if (isDated(head) && (ended || isDated(first.text))) return true;
  // A hanging indent ends where a line stands as far left as the first.
  if (before.indent > first.indent && line.indent <= first.indent) return true;
  if (ended && !open.item && line.indent >= before.indent + FIRST_LINE_INDENT) {
    return open.lines.length > 1 || first.indent > 0;
  }
  // Text that is set as a column beside dates is narrower than the lines that begin with these.
  const column = before === first ? 0 : Math.max(0, before.indent - first.indent);
  return !ended && isDeliberate(before.text, line.text, width - column);
}
