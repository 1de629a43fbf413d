/** A part ends at the first blank line after so many characters. */
const LEAST = 1 << 16;

/** Where no blank line comes, at the last line's or sentence's end before so many. */
const MOST = 1 << 20;

/** A blank line. */
const BLANK = /(?:\r\n|\n|\r(?!\n))[ \t]{0,100}(?:\r\n|\n|\r(?!\n))/g;

/** How far back a blank line that is not all there yet may have begun. */
const OVERLAP = 110;

/**
 * Cuts a long text, as it comes in, into parts that can be read one after the other. Where the
 * cuts are depends on the text alone, not on the pieces in which it comes.
 *
 * @example
 * const cutter = new PartCutter();
 * [...cutter.push("One.\n\n"), ...cutter.push("Two."), ...cutter.end()] // ["One.\n\nTwo."]
 */
export class PartCutter {
  #waiting = "";
  #searched = LEAST;

  /** Takes the next piece; gives the parts that are whole now. */
  *push(piece: string): Iterable<string> {
    this.#waiting += piece;
    for (let end = this.#cut(); end > 0; end = this.#cut()) yield this.#take(end);
  }

  /** Gives the rest, at the text's end. */
  *end(): Iterable<string> {
    if (this.#waiting !== "") yield this.#take(this.#waiting.length);
  }

  #take(end: number): string {
    const part = this.#waiting.slice(0, end);
    this.#waiting = this.#waiting.slice(end);
    this.#searched = LEAST;
    return part;
  }

  /** The end of the first part; 0 where more must come first. */
  #cut(): number {
    const text = this.#waiting;
    BLANK.lastIndex = this.#searched;
    // What follows the last character may still belong to a line's end.
    const match = text.length > this.#searched ? BLANK.exec(text) : null;
    const end = match ? match.index + match[0].length : 0;
    if (match && end < text.length && end <= MOST) return end;
    if (text.length > MOST) return lastStop(text.slice(0, MOST));
    this.#searched = Math.max(LEAST, text.length - OVERLAP);
    return 0;
  }
}

/** The best place to cut a text without blank lines. */
function lastStop(text: string): number {
  const line = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r", text.length - 2));
  const stop = Math.max(...[". ", "! ", "? "].map((mark) => text.lastIndexOf(mark) + 2));
  for (const end of [line + 1, stop, text.lastIndexOf(" ") + 1]) if (end > LEAST) return end;
  // A character of two units stays whole.
  return /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
}
