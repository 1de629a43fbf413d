import { readFileSync } from "node:fs";
import type { Base } from "./base/types.ts";
import type { LanguageData } from "./language/language.ts";

/** The compiled data lies in `dist/`: beside the bundle, and one folder up from the source. */
const DATA = new URL("../dist/", import.meta.url);

/**
 * A file of the compiled data, by its name.
 *
 * @throws where it is missing: the package is incomplete, or a clone was not built
 */
export function readCompiled(name: string): Buffer {
  return readFileSync(new URL(name, DATA));
}

function readJson(name: string): unknown {
  return JSON.parse(readCompiled(name).toString("utf8"));
}

/** The claim base that comes with the program. */
export function openBuiltinBase(): Base {
  return readJson("base.json") as Base;
}

/** The built-in base's statements as the build has read them. */
export function openBuiltinFacts(): string {
  return readCompiled("facts.json").toString("utf8");
}

/** What the program knows of English: word lists and the like, and the parser's model. */
export interface English {
  readonly language: LanguageData;
  readonly syntax: Uint8Array;
}

export function openEnglish(): English {
  return {
    language: readJson("language.json") as LanguageData,
    syntax: readCompiled("syntax.model"),
  };
}
