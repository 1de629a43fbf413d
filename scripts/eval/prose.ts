import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A text of the installed packages. */
export interface Prose {
  readonly file: string;
  readonly text: string;
}

/**
 * Gathers real prose that has nothing to do with the base: the Markdown files that the installed
 * packages bring along, then the comments in their type declarations (Markdown, too), in the order
 * of their names, until there are so many bytes.
 *
 * @param root the folder of the installed packages
 */
export function* gatherProse(root: string, bytes: number): Generator<Prose> {
  let left = bytes;
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
  for (const [pattern, prose] of [
    [/\.md$/iu, (text: string) => text],
    [/\.d\.[cm]?ts$/iu, commentsOf],
  ] as const) {
    for (const name of files.filter((file) => pattern.test(file))) {
      if (left <= 0) return;
      const text = prose(readFileSync(join(root, name), "utf8"));
      left -= Buffer.byteLength(text);
      if (text !== "") yield { file: name, text };
    }
  }
}

/** The documentation comments of a source file without their marks, with blank lines between. */
function commentsOf(source: string): string {
  return [...source.matchAll(/\/\*\*(.*?)\*\//gsu)]
    .map(([, comment = ""]) => comment.replace(/^[ \t]*\* ?/gmu, "").trim())
    .join("\n\n");
}
