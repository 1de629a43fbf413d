/** A line of a text. */
export interface LinePlace {
  /** Counts from 1. */
  readonly line: number;
  /** UTF-16 offset of the line's first character. */
  readonly lineStart: number;
}

/**
 * Makes a function that finds the line of a UTF-16 offset; each call halves its way there.
 *
 * @example lineFinder("a\nb")(2) // { line: 2, lineStart: 2 }
 */
export function lineFinder(text: string): (offset: number) => LinePlace {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, lineStart: starts[low] ?? 0 };
  };
}
