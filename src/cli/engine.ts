import type { Base } from "../base/types.ts";
import { openBuiltinFacts, openEnglish } from "../builtin.ts";
import { type Checker, createChecker } from "../check.ts";
import { createSplitter, type SplitSentences } from "../text/sentences.ts";

/** What judges, and what cuts a text into sentences. */
export interface Engine {
  readonly checker: Checker;
  readonly split: SplitSentences;
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
    split: createSplitter(language.sentences.abbreviations, language.sentences),
  };
}
