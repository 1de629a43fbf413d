import { Fault } from "./fault.ts";

const LINE_END = /\r\n|[\n\r]/g;

/** Longer lines are refused, so that the memory needed stays bounded. */
const LONGEST_LINE = 64 << 20;

/**
 * The lines of a text that comes in piece by piece which hold more than white space, without the
 * white space around. Lines that are too long are passed over, each after `onFault` was told.
 *
 * @param pieces none ends within a `\r\n`
 * @param name what messages call the text
 */
export async function* readLines(
  pieces: AsyncIterable<string>,
  name: string,
  onFault: (fault: Fault) => void,
  longest = LONGEST_LINE,
): AsyncIterable<string> {
  let number = 1;
  let begun: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    length += part.length;
    if (length > longest) begun = [];
    else begun.push(part);
  };
  const take = (): string => {
    if (length > longest) {
      const message = `the line is longer than ${longest >> 20} MB`;
      onFault(new Fault(message, "Write one statement a line.", `${name}:${number}:1`));
    }
    const line = begun.join("").trim();
    number += 1;
    begun = [];
    length = 0;
    return line;
  };
  for await (const piece of pieces) {
    let from = 0;
    for (const end of piece.matchAll(LINE_END)) {
      add(piece.slice(from, end.index));
      from = end.index + end[0].length;
      const line = take();
      if (line !== "") yield line;
    }
    add(piece.slice(from));
  }
  const line = take();
  if (line !== "") yield line;
}
