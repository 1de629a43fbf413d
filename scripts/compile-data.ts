import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadBase } from "../src/base/load.ts";
import { compileBase } from "../src/compile.ts";
import { openLanguage, packLanguage } from "../src/language/data.ts";
import { openSyntax } from "../src/language/language.ts";
import { jsonOf, readSections } from "../src/sections.ts";
import { readLanguageSource } from "./language.ts";

const DATA = new URL("../data/", import.meta.url);
const DIST = new URL("../dist/", import.meta.url);

/** Compiles `data/` to what the program reads at run time (src/builtin.ts), into `dist/`. */
export async function compileData(): Promise<void> {
  mkdirSync(DIST, { recursive: true });
  const base = loadBase(fileURLToPath(new URL("ottawa/base.yaml", DATA)));
  const english = packLanguage(readLanguageSource());
  writeFileSync(new URL("english.data", DIST), english);
  const model = readFileSync(new URL("language/syntax/english.model", DATA));
  writeFileSync(new URL("syntax.model", DIST), model);
  // The statements are read now, so that a start needs no parsing of the whole base.
  const compiled = compileBase(base, openLanguage(readSections(english)), openSyntax(model));
  writeFileSync(new URL("base.data", DIST), compiled);
  for (const fault of jsonOf(readSections(compiled), "faults") as string[])
    process.stderr.write(`warning: ${fault}\n`);
  for (const schema of ["base.schema.json", "config.schema.json"]) {
    copyFileSync(new URL(schema, DATA), new URL(schema, DIST));
  }
}
