/** A stretch of text that holds whole sentences: a paragraph, a headline, an item of a list. */
export interface Block {
  /** UTF-16 offset of the first character, after a bullet. */
  readonly start: number;
  /** UTF-16 offset after the last character. */
  readonly end: number;
}

/** What ends a line, in all the ways that files end them. */
const LINE_END = /\r\n|[\n\r\f\u2028\u2029]/g;

/** A line that only separates: blank, or drawn with the characters of rules and underlines. */
const SEPARATOR = /^\s*(?:(?:[-=_*~#+.·•]\s*){3,})?$/u;

/** Marks that are always bullets, and dashes, which are bullets only where a line can begin. */
const BULLET = /^\s*(?:[-*+•‣◦▪●·–—]|--)\s+(?:\[[ xX]\]\s+)?(?=\S)/u;
const SURE_BULLET = /^\s*[•‣◦▪●]\s+(?=\S)/u;

/** `1.`, `12)`, `(3)`, `a)` and the like before an item. */
const NUMBER = /^\s*(?:\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-z]\)|[ivx]{1,5}[.)])\s+(?=\S)/u;

/** A line after which a new item may begin: it ends a sentence or introduces a list. */
const CLOSED = /[.!?:;…]["'”’»)\]]*\s*$/u;

/** How many characters at a line's end are looked at; enough for a stop and closing quotes. */
const TAIL = 16;

/** How many characters at a line's start are looked at for a bullet or a number. */
const HEAD = 24;

/**
 * Finds the paragraphs and list items of plain text. A blank line, a drawn rule and a new list
 * item end a block; any other line break is taken for a wrapped line. A bullet is left out of its
 * block, an item's number stays in it. Linear in the length of the text.
 *
 * @example findBlocks("Title\n\n- one\n- two") // three blocks
 */
export function findBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { start: number; end: number; list: boolean } | null = null;
  let closed = true;

  for (const line of lines(text)) {
    if (isSeparator(text, line)) {
      if (open) blocks.push(open);
      open = null;
      closed = true;
      continue;
    }
    const head = text.slice(line.start, Math.min(line.end, line.start + HEAD));
    const bullet = BULLET.exec(head);
    const number = bullet ? null : NUMBER.exec(head);
    const mayBegin: boolean = open === null || open.list || closed || SURE_BULLET.test(head);
    if (open === null || ((bullet !== null || number !== null) && mayBegin)) {
      if (open) blocks.push(open);
      const start = line.start + (bullet ? bullet[0].length : 0);
      open = { start, end: line.end, list: bullet !== null || number !== null };
    } else {
      open.end = line.end;
    }
    closed = CLOSED.test(text.slice(Math.max(line.start, line.end - TAIL), line.end));
  }
  if (open) blocks.push(open);
  return blocks.map(({ start, end }) => ({ start, end }));
}

function* lines(text: string): Generator<Block> {
  let start = 0;
  for (const match of text.matchAll(LINE_END)) {
    yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  if (start < text.length) yield { start, end: text.length };
}

/** Long lines are never drawn rules; not looking at them keeps the pattern's work small. */
function isSeparator(text: string, line: Block): boolean {
  if (line.end - line.start <= 200) return SEPARATOR.test(text.slice(line.start, line.end));
  return text.slice(line.start, line.end).trim() === "";
}
