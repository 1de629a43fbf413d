import type { InputKind, ReadText, TextSentence } from "../types.ts";
import { plainComments } from "./plain/comments.ts";
import { PartCutter } from "./plain/parts.ts";
import { plainState, readPlain } from "./plain/read-plain.ts";
import type { SplitSentences } from "./sentences.ts";

/** A part of a text that is read as it comes in: offsets are those in the part. */
export interface TextPart {
  readonly text: string;
  readonly sentences: Iterable<TextSentence>;
}

/** Finds the sentences of texts, and where each stands. */
export interface TextReader {
  /** Reads a text of a kind. */
  (text: string, kind: InputKind): Promise<ReadText>;
  /** Reads plain text of any length as it comes in; the same sentences as of the whole text. */
  stream(pieces: AsyncIterable<string>): AsyncIterable<TextPart>;
}

/**
 * Makes a reader of texts. What reads markup is loaded when it is first needed.
 *
 * @param split cuts plain text into sentences
 * @example
 * const read = createTextReader(split);
 * const { sentences } = await read("One. Two.", "text"); // two sentences
 */
export function createTextReader(split: SplitSentences): TextReader {
  return Object.assign(
    async (text: string, kind: InputKind) => {
      const read = await readMarkup(text, kind, split);
      return (
        read ?? {
          kind,
          text,
          sentences: plainSentences(text, split),
          comments: plainComments(text),
        }
      );
    },
    { stream: (pieces: AsyncIterable<string>) => streamParts(pieces, split) },
  );
}

/** A long text is read in the same parts as one that comes in piece by piece. */
function* plainSentences(text: string, split: SplitSentences): Iterable<TextSentence> {
  const cutter = new PartCutter();
  const state = plainState();
  let before = 0;
  const parts = function* (): Iterable<string> {
    yield* cutter.push(text);
    yield* cutter.end();
  };
  for (const part of parts()) {
    for (const sentence of readPlain(part, split, state)) {
      yield { ...sentence, start: sentence.start + before, end: sentence.end + before };
    }
    before += part.length;
  }
}

async function* streamParts(
  pieces: AsyncIterable<string>,
  split: SplitSentences,
): AsyncIterable<TextPart> {
  const cutter = new PartCutter();
  const state = plainState();
  const read = (text: string): TextPart => ({ text, sentences: readPlain(text, split, state) });
  for await (const piece of pieces) for (const part of cutter.push(piece)) yield read(part);
  for (const part of cutter.end()) yield read(part);
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
