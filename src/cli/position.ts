import type { Location } from "../types.ts";
import { FIRST_PLACE, type Place } from "./place.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Turns offsets in a text into lines and columns. It walks the text once, however long, as long
 * as the offsets come in rising order; a smaller one makes it start again.
 */
export class Positions {
  readonly #text: string;
  readonly #begin: Place;
  #offset = 0;
  #line: number;
  #column: number;

  /** @param begin the place of the text's first character, for a part of a longer text */
  constructor(text: string, begin: Place = FIRST_PLACE) {
    this.#text = text;
    this.#begin = begin;
    this.#line = begin.line;
    this.#column = begin.column;
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
      this.#line = this.#begin.line;
      this.#column = this.#begin.column;
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
