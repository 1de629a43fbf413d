import type { Fault } from "./faults.ts";
import { lineFinder } from "./lines.ts";

/** The longest message, in UTF-16 units; what a file holds may stand in it. */
const MAX_MESSAGE = 600;

/** What stays of a longer message's end, which says how to mend it. */
const KEPT_END = 200;

/**
 * Makes faults of a file from UTF-16 offsets; columns come out in code points. As long as the offsets
 * rise, each line is walked once, however many faults it has.
 */
export function placer(file: string, text: string): (offset: number, message: string) => Fault {
  const lineOf = lineFinder(text);
  let last = { line: 0, offset: 0, column: 1 };
  return (offset, message) => {
    const { line, lineStart } = lineOf(offset);
    if (last.line !== line || last.offset > offset) last = { line, offset: lineStart, column: 1 };
    let { column } = last;
    for (let at = last.offset; at < offset; at++) if (!isSecondHalf(text, at)) column++;
    last = { line, offset, column };
    return { file, line, column, message: shortened(message) };
  };
}

/** Whether a unit is the second half of a character whose first half stands before it. */
function isSecondHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xdc00 || unit > 0xdfff || at === 0) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}

/** A message without its middle, where it is very long. */
export function shortened(message: string): string {
  if (message.length <= MAX_MESSAGE) return message;
  return `${message.slice(0, MAX_MESSAGE - KEPT_END)}…${message.slice(-KEPT_END)}`;
}
