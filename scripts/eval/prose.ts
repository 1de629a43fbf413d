import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A text of the installed packages. */
export interface Prose {
  readonly file: string;
  readonly text: string;
}

/**
 * Gathers real prose that has nothing to do with the base: the Markdown files that the installed
 * packages bring along, in the order of their names, until there are so many bytes.
 *
 * @param root the folder of the installed packages
 */
export function* gatherProse(root: string, bytes: number): Generator<Prose> {
  let left = bytes;
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  for (const name of files.filter((file) => /\.md$/iu.test(file)).sort()) {
    if (left <= 0) return;
    const text = readFileSync(join(root, name), "utf8");
    left -= Buffer.byteLength(text);
    yield { file: name, text };
  }
}
