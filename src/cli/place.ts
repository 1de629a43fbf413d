/** A place in a text: lines and columns count from 1, columns in Unicode code points. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export const FIRST_PLACE: Place = { line: 1, column: 1 };

/** Line ends as `Positions` counts them. */
const LINE_END = /\r\n|[\n\r]/g;

/** Surrogates that are the second half of a character. */
const SECOND_HALF = /[\udc00-\udfff]/g;

/**
 * The place after a stretch of text, which does not end within a `\r\n`.
 *
 * @param from where the stretch begins
 */
export function placeAfter(text: string, from: Place): Place {
  let lines = 0;
  let last = 0;
  for (const match of text.matchAll(LINE_END)) {
    lines += 1;
    last = match.index + match[0].length;
  }
  const rest = text.slice(last);
  const width = rest.length - (rest.match(SECOND_HALF)?.length ?? 0);
  return lines === 0
    ? { line: from.line, column: from.column + width }
    : { line: from.line + lines, column: width + 1 };
}
