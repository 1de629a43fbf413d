import type { TextComment } from "../../types.ts";
import { type Line, linesOf } from "./lines.ts";

const MARKUP_COMMENT = /^<!--(.*?)(?:-->)?$/;
/** Of lines that begin like this only those for this program are comments, others are headings. */
const DIRECTIVE = /^(?:#+|\/\/+|;+|%+)\s*(ottawa-check-.*)$/;

/** The comment that a plain text's line stands for; null for a line to read. */
export function commentOf({ text, start, end }: Line): TextComment | null {
  const words = text.startsWith("<!--")
    ? MARKUP_COMMENT.exec(text)?.[1]
    : DIRECTIVE.exec(text.slice(0, 2000))?.[1];
  return words === undefined ? null : { text: words.trim(), start, end };
}

/** The comments of a plain text. */
export function plainComments(text: string): TextComment[] {
  // Few texts have any, and telling that is quick.
  if (!text.includes("<!--") && !text.includes("ottawa-check-")) return [];
  const comments: TextComment[] = [];
  for (const line of linesOf(text)) {
    const comment = commentOf(line);
    if (comment) comments.push(comment);
  }
  return comments;
}
