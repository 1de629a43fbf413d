import { readFileSync } from "node:fs";
import { type LanguageData, openLanguage } from "./language/data.ts";
import { openSyntaxFile, type Syntax } from "./language/language.ts";
import { openSections, type Sections } from "./sections.ts";

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

/** A text that differs between builds of the program whose compiled bases differ. */
export function buildId(): string {
  return readCompiled("build.id").toString("utf8");
}

let builtin: Sections | null = null;

/** The claim base that comes with the program, as the build has compiled it. */
export function openBuiltin(): Sections {
  builtin ??= openSections(new URL("base.data", DATA));
  return builtin;
}

/** What the program knows of English: word lists and the like, and the parser's model. */
export interface English {
  readonly language: LanguageData;
  readonly syntax: Syntax;
}

export function openEnglish(): English {
  return {
    language: openLanguage(openSections(new URL("english.data", DATA))),
    syntax: openSyntaxFile(new URL("syntax.model", DATA)),
  };
}
