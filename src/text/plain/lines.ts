/** A line of a plain text. */
export interface Line {
  /** Offset of its first character, after the marks of e-mail quoting. */
  readonly start: number;
  /** Offset after its last character, without white space at its end. */
  readonly end: number;
  /** Its content, without white space around it. */
  readonly text: string;
  /** How many columns of white space stand before the content. */
  readonly indent: number;
  /** How often it is quoted: the number of `>` before it. */
  readonly depth: number;
}

/** What ends a line, in all the ways that files end them. */
const LINE_END = /\r\n|[\n\r\f\u2028\u2029]/g;

/** `> > ` before quoted lines; `>160` is more likely a number. */
const QUOTE_MARKS = /^(?: {0,3}>){1,50}(?!\d)/;

/** Cuts a plain text into lines. */
export function* linesOf(text: string): Iterable<Line> {
  let start = 0;
  for (const match of text.matchAll(LINE_END)) {
    yield lineOf(text, start, match.index);
    start = match.index + match[0].length;
  }
  if (start < text.length) yield lineOf(text, start, text.length);
}

function lineOf(text: string, from: number, to: number): Line {
  const marks = QUOTE_MARKS.exec(text.slice(from, Math.min(to, from + 256)))?.[0] ?? "";
  const after = from + marks.length;
  const whole = text.slice(after, to);
  const content = whole.trimStart();
  const start = to - content.length;
  const trimmed = content.trimEnd();
  return {
    start,
    end: start + trimmed.length,
    text: trimmed,
    indent: start - after,
    depth: marks === "" ? 0 : marks.split(">").length - 1,
  };
}
