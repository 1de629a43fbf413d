import { Chalk, type ChalkInstance } from "chalk";
import { wrapAnsi } from "fast-wrap-ansi";
import { safeStart } from "./safe.ts";

/** How text for people looks: the width to wrap at, and the colours (none at level 0). */
export interface Style {
  readonly width: number;
  readonly paint: ChalkInstance;
}

/** Below this, wrapping makes text harder to read than a terminal's own. */
const NARROWEST = 30;
/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 110;

/**
 * @param width columns of the terminal; 80 where there is none
 * @param color whether escape codes for colours may be written
 */
export function createStyle(width: number, color: boolean): Style {
  return {
    width: Math.min(Math.max(width, NARROWEST), WIDEST),
    paint: new Chalk({ level: color ? 1 : 0 }),
  };
}

/** Blanks that would fill lines. Wrapping them takes more than linear time, and they tell nothing. */
const BLANK_LINES = / {100,}/g;

/**
 * A paragraph wrapped to the style's width. The first line begins with `first`, the following
 * ones with `rest`; words longer than a line are broken,
 * blanks that would fill lines are one.
 *
 * @example paragraph("long text …", "- ", "  ", style)
 */
export function paragraph(text: string, first: string, rest: string, style: Style): string {
  const room = Math.max(style.width - Math.max(first.length, rest.length), 1);
  const lines = wrapAnsi(text.replace(BLANK_LINES, " "), room, { hard: true }).split("\n");
  const written = lines.map((line, at) => safeStart(`${at === 0 ? first : rest}${line}`));
  return `${written.join("\n")}\n`;
}
