import type { InputKind, ReadText } from "../types.ts";
import { plainState, readPlain } from "./plain/read-plain.ts";
import type { SplitSentences } from "./sentences.ts";

/** Reads a text of a kind: finds its sentences, and where each stands. */
export type TextReader = (text: string, kind: InputKind) => Promise<ReadText>;

/**
 * Makes a reader of texts. What reads markup is loaded when it is first needed.
 *
 * @param split cuts plain text into sentences
 * @example
 * const read = createTextReader(split);
 * const { sentences } = await read("One. Two.", "text"); // two sentences
 */
export function createTextReader(split: SplitSentences): TextReader {
  return async (text, kind) => {
    const read = await readMarkup(text, kind, split);
    return read ?? { kind, text, ...readPlain(text, split, plainState()) };
  };
}

/** Null where the text is plain, or nested too deeply to be read as markup. */
async function readMarkup(
  text: string,
  kind: InputKind,
  split: SplitSentences,
): Promise<ReadText | null> {
  if (kind === "markdown") {
    const { readMarkdown } = await import("./markdown/read-markdown.ts");
    return readMarkdown(text, split);
  }
  if (kind === "html") {
    const { readHtml } = await import("./html/read-html.ts");
    return readHtml(text, split);
  }
  return null;
}
