/** How deep quotations and lists may be nested; the parser's work grows with it for every line. */
const DEEPEST = 200;

/** How many marks of emphasis may stand in a row; the parser calls itself for each pair. */
const LONGEST_RUN = 1000;

/**
 * Whether the text is nested so deeply that parsing it would take more than linear time, or more
 * calls than the stack holds. No text that was written to be read is.
 */
export function isTooDeep(text: string): boolean {
  let markers = 0;
  let atLineStart = true;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      markers = 0;
      atLineStart = true;
      run = 0;
      continue;
    }
    // The marks of quotations and lists: > - + * and digits with their stop or parenthesis.
    if (atLineStart && code !== 32 && code !== 9) {
      if (code === 62 || code === 45 || code === 43 || code === 42) markers += 1;
      else if (code === 46 || code === 41) markers += 1;
      else if (code < 48 || code > 57) atLineStart = false;
      if (markers > DEEPEST && atLineStart && isNested(text, i)) return true;
    }
    run = code === 42 || code === 95 ? run + 1 : 0;
    if (run > LONGEST_RUN) return true;
  }
  return false;
}

/** A drawn line (`-----`) is no nesting: list marks have a space after them. */
function isNested(text: string, at: number): boolean {
  return text.charCodeAt(at) === 62 || text.charCodeAt(at + 1) === 32;
}
