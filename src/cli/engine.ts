import { type English, openEnglish } from "../builtin.ts";
import { type Checker, openChecker } from "../check.ts";
import type { TextReader } from "../text/read-text.ts";
import type { OpenedBase } from "./open-base.ts";

/** What judges, and what finds the sentences of a text. */
export interface Engine {
  readonly checker: Checker;
  /** Loads what reads texts when it is first asked for: claims need none of it. */
  readonly textReader: () => Promise<TextReader>;
}

/** Opens the engine for a base. */
export function openEngine(base: OpenedBase): Engine {
  const english = openEnglish();
  const { language, syntax } = english;
  let reader: Promise<TextReader> | undefined;
  return {
    checker: openChecker(base.compiled(english), language, syntax),
    textReader: () => {
      reader ??= textReaderOf(english);
      return reader;
    },
  };
}

/** What finds the sentences of texts. */
export async function textReaderOf({ language: { sentences } }: English): Promise<TextReader> {
  const [{ createTextReader }, { createSplitter }] = await Promise.all([
    import("../text/read-text.ts"),
    import("../text/sentences.ts"),
  ]);
  return createTextReader(createSplitter(sentences.abbreviations, sentences));
}
