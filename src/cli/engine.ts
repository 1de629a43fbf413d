import { type English, openEnglish } from "../builtin.ts";
import { type Checker, openChecker } from "../check.ts";
import { createTextReader, type TextReader } from "../text/read-text.ts";
import { createSplitter } from "../text/sentences.ts";
import type { OpenedBase } from "./open-base.ts";

/** What judges, and what finds the sentences of a text. */
export interface Engine {
  readonly checker: Checker;
  readonly readText: TextReader;
}

/** Opens the engine for a base. */
export function openEngine(base: OpenedBase): Engine {
  const english = openEnglish();
  const { language, syntax } = english;
  return {
    checker: openChecker(base.compiled(english), language, syntax),
    readText: textReaderOf(english),
  };
}

/** What finds the sentences of texts. */
export function textReaderOf({ language: { sentences } }: English): TextReader {
  return createTextReader(createSplitter(sentences.abbreviations, sentences));
}
