import type { Location } from "../types.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Turns offsets in a text into lines and columns. It walks the text once, however long, as long
 * as the offsets come in rising order; a smaller one makes it start again.
 */
export class Positions {
  readonly #text: string;
  #offset = 0;
  #line = 1;
  #column = 1;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The place of a stretch of the text; the end is exclusive.
   *
   * @param start offset of its first UTF-16 unit
   * @param end offset after its last
   */
  locate(file: string, start: number, end: number): Location {
    this.#walkTo(start);
    const line = this.#line;
    const column = this.#column;
    this.#walkTo(end);
    return { file, line, column, endLine: this.#line, endColumn: this.#column };
  }

  #walkTo(offset: number): void {
    if (offset < this.#offset) {
      this.#offset = 0;
      this.#line = 1;
      this.#column = 1;
    }
    const text = this.#text;
    const goal = Math.min(offset, text.length);
    while (this.#offset < goal) {
      const unit = text.codePointAt(this.#offset) ?? 0;
      this.#offset += unit > 0xffff ? 2 : 1;
      if (unit === CARRIAGE_RETURN && text.charCodeAt(this.#offset) === LINE_FEED) continue;
      if (unit === LINE_FEED || unit === CARRIAGE_RETURN) {
        this.#line += 1;
        this.#column = 1;
      } else {
        this.#column += 1;
      }
    }
  }
}
