import { openBuiltin, openEnglish } from "../../src/builtin.ts";
import { createChecker, openChecker } from "../../src/check.ts";
import { createTextReader } from "../../src/text/read-text.ts";
import { createSplitter } from "../../src/text/sentences.ts";
import { readCorpus } from "./corpus.ts";
import { sourcesFolder, type Target } from "./run.ts";

/** The program as built, to try inputs on; `remove` removes its folder. */
export function openTarget(): Target & { remove(): void } {
  const { language, syntax } = openEnglish();
  const { abbreviations, openers } = language.sentences;
  return {
    ...sourcesFolder(readCorpus().folder),
    checker: openChecker(openBuiltin(), language, syntax),
    readText: createTextReader(createSplitter(abbreviations, { openers })),
    open: (base) => createChecker(base, language, syntax),
  };
}
