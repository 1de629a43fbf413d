import { ABOUT, type FuzzPath } from "./inputs.ts";
import { type Target, tryInput } from "./run.ts";

/** How the time grows with the length of a text made of the same piece over and over. */
export interface Growth {
  readonly path: FuzzPath;
  readonly piece: string;
  readonly length: number;
  readonly ms: number;
  /** The time at the whole length by the time at half of it: 2 where it grows with the length. */
  readonly ratio: number;
}

const PIECES = [
  "a", " ", "é", "\u0300", "word ", "Word. ", "A and ", "not ", "if ", ", ", "that ", "who left, ",
  "(", ")", "[", "[a](", "![", "“", "”", "'", '"', "* ", "**a", "_", "`", "\n", "\n\n", "\n- a",
  "\n> ", "> ", "- ", "\n1. a", "<b>", "</b>", "<p>", "<!--", "&", "&amp;", "<a b='", "<", "|a", "\\",
  "1", "1,", "1.", ".", "!", "?", "-", "—", "…", "...", "A. B. ", "Mr. ", "ANN: Yes.\n\n", "1999: a\n",
  "GENEVA, June 29 — ", "From: a\n", "the treaty ", "it is false that ", "said ", "in 1999 ",
  "5 million ", "he ", "[^1]", "\n[^1]: a", "\n| a | b |\n|---|---|", "\n---", "\r", "\u2028", "👩‍👩‍👧",
]; // biome-ignore format: a list to look over
const PATHS: readonly FuzzPath[] = ["claim", "text", "markdown", "html"];

/**
 * Measures the time of texts of one piece, at a length and at half of it.
 *
 * @param length in characters, of the longer text
 */
export async function* growth(target: Target, length: number): AsyncIterable<Growth> {
  for (const path of PATHS) {
    for (const piece of PIECES) {
      const time = async (size: number): Promise<number> => {
        const about = path === "claim" ? "" : ABOUT;
        const text = about + piece.repeat(Math.ceil(size / piece.length));
        const start = performance.now();
        await tryInput({ path, text }, target);
        return performance.now() - start;
      };
      const half = await time(length / 2);
      const ms = await time(length);
      yield { path, piece, length, ms, ratio: ms / half };
    }
  }
}
