import type { Base } from "../base/types.ts";
import { openBuiltinFacts, openEnglish } from "../builtin.ts";
import { type Checker, createChecker } from "../check.ts";
import { createTextReader, type TextReader } from "../text/read-text.ts";
import { createSplitter } from "../text/sentences.ts";

/** What judges, and what finds the sentences of a text. */
export interface Engine {
  readonly checker: Checker;
  readonly readText: TextReader;
}

/**
 * Opens the engine for a base.
 *
 * @param isBuiltin whether it is the base that comes with the program, whose statements were read
 *   when the program was built
 */
export function openEngine(base: Base, isBuiltin: boolean): Engine {
  const { language, syntax } = openEnglish();
  const facts = isBuiltin ? openBuiltinFacts() : undefined;
  return {
    checker: createChecker(base, language, syntax, facts),
    readText: createTextReader(
      createSplitter(language.sentences.abbreviations, language.sentences),
    ),
  };
}
