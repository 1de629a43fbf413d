import type { InputKind, ReadText, TextSentence } from "../types.ts";
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
    const read = kind === "markdown" ? await readMarkup(text, split) : null;
    return read ?? { kind, text, sentences: readPlain(text, split), comments: [] };
  };
}

async function readMarkup(text: string, split: SplitSentences): Promise<ReadText | null> {
  const { readMarkdown } = await import("./markdown/read-markdown.ts");
  return readMarkdown(text, split);
}

function* readPlain(text: string, split: SplitSentences): Iterable<TextSentence> {
  for (const sentence of split(text)) yield { ...sentence, place: "prose", block: 0 };
}
