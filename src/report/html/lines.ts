import type { Location } from "../../types.ts";
import { content } from "./markup.ts";

/** A stretch of a text, in UTF-16 offsets, that is shown between two pieces of HTML. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Opens the element, for each line that the stretch touches; the first of them has the id. */
  open(first: boolean): string;
  readonly close: string;
  /** What stands behind it, within the line. */
  readonly after?: string;
  /** What stands below the line that it ends in. */
  readonly below?: string;
}

/** A line of a text: its offsets, without the line break. */
interface Line {
  readonly start: number;
  readonly end: number;
}

/** The lines of a text, broken where locations count a new line. */
export class Lines {
  readonly #text: string;
  readonly #lines: Line[] = [];

  constructor(text: string) {
    this.#text = text;
    let start = 0;
    for (const { 0: ending, index } of text.matchAll(/\r\n|[\r\n]/g)) {
      this.#lines.push({ start, end: index });
      start = index + ending.length;
    }
    if (start < text.length || start === 0) this.#lines.push({ start, end: text.length });
  }

  /** The offset where a line begins; the text's end where there is no such line. */
  offsetOf(line: number): number {
    return this.#lines[line - 1]?.start ?? this.#text.length;
  }

  /** The offsets of a place. */
  stretchOf(place: Location): Pick<Stretch, "start" | "end"> {
    return {
      start: this.#offset(place.line, place.column),
      end: this.#offset(place.endLine, place.endColumn),
    };
  }

  #offset(line: number, column: number): number {
    const found = this.#lines[line - 1];
    if (!found) return this.#text.length;
    let offset = found.start;
    for (let left = column - 1; left > 0 && offset < found.end; left -= 1) {
      offset += (this.#text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    }
    return offset;
  }

  /**
   * The text as HTML, a paragraph a line.
   *
   * @param stretches in rising order; one that begins within another is cut
   * @param prefix of the lines' ids
   */
  render(stretches: readonly Stretch[], prefix: string): string {
    let next = 0;
    let opened = -1;
    return this.#lines
      .map((line, index) => {
        const number = index + 1;
        const last = number === this.#lines.length;
        let html = "";
        let below = "";
        let done = line.start;
        for (let at = next; at < stretches.length; at += 1) {
          const stretch = stretches[at] as Stretch;
          if (stretch.start >= line.end && stretch.start > line.start && !last) break;
          const start = Math.min(Math.max(stretch.start, done), line.end);
          const end = Math.max(Math.min(stretch.end, line.end), start);
          const first = at > opened;
          opened = Math.max(opened, at);
          html += content(this.#text.slice(done, start));
          html += `${stretch.open(first)}${content(this.#text.slice(start, end))}${stretch.close}`;
          done = end;
          if (stretch.end > line.end && !last) break;
          html += stretch.after ?? "";
          below += stretch.below ?? "";
          next = at + 1;
        }
        html += content(this.#text.slice(done, line.end));
        return `<p class="line" id="${prefix}L${number}" data-line="${number}" dir="auto">${html}</p>\n${below}`;
      })
      .join("");
  }
}
