import type { Tree } from "@lezer/common";
import type { MarkdownParser } from "@lezer/markdown";

/** How much of a text is parsed at once, in UTF-16 units; more where one block is longer. */
const WINDOW = 1 << 15;

/** A stretch of a text that holds whole blocks, parsed. */
export interface Window {
  /** Its offsets begin at `offset`; what begins at `end` or later belongs to the next window. */
  readonly tree: Tree;
  /** Where in the text it begins. */
  readonly offset: number;
  /** Where the last of its blocks ends, in the tree's offsets. */
  readonly end: number;
}

/**
 * Parses a text window by window, so that the tree of a long one need not be held whole. The blocks
 * outermost in a text don't depend on those before them, and all but the last of a window are known
 * to be complete: the next window begins with that last one.
 *
 * @param parser for all of it, or for blocks alone
 * @param start where the text's first block may begin
 * @param least the least length of a window, in UTF-16 units
 */
export function* windowsOf(
  text: string,
  parser: MarkdownParser,
  start: number,
  least = WINDOW,
): Iterable<Window> {
  let offset = start;
  let size = least;
  for (;;) {
    const to = afterLine(text, offset + size);
    const part = text.slice(offset, to);
    const tree = parser.parse(part);
    if (to === text.length) {
      yield { tree, offset, end: part.length };
      return;
    }
    const last = tree.topNode.lastChild;
    const end = last === null ? part.length : lineStart(part, last.from);
    if (end === 0) {
      // A block as long as the window: cost stays linear, since the window doubles.
      size *= 2;
      continue;
    }
    yield { tree, offset, end };
    offset += end;
    size = least;
  }
}

function afterLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}
