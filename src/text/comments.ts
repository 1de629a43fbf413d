import type { TextComment } from "../types.ts";

const COMMENT = /<!--([\s\S]*?)(?:-->|$)/g;

/** Finds the comments (`<!-- … -->`) in a stretch of markup. */
export function findComments(text: string, from: number, to: number): TextComment[] {
  return [...text.slice(from, to).matchAll(COMMENT)].map((match) => ({
    text: (match[1] as string).trim(),
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}
