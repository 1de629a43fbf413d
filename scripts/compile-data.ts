import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadBase } from "../src/base/load.ts";
import { createChecker } from "../src/check.ts";
import { serialiseFacts } from "../src/compare/facts.ts";
import { readLanguage } from "./language.ts";

const DATA = new URL("../data/", import.meta.url);
const DIST = new URL("../dist/", import.meta.url);

/** Compiles `data/` to what the program reads at run time (src/builtin.ts), into `dist/`. */
export async function compileData(): Promise<void> {
  mkdirSync(DIST, { recursive: true });
  const base = loadBase(fileURLToPath(new URL("ottawa/base.yaml", DATA)));
  writeFileSync(new URL("base.json", DIST), JSON.stringify(base));
  const language = readLanguage();
  writeFileSync(new URL("language.json", DIST), JSON.stringify(language));
  const model = new URL("language/syntax/english.model", DATA);
  copyFileSync(model, new URL("syntax.model", DIST));
  // The statements are read now, so that a start needs no parsing of the whole base.
  const compiled = createChecker(base, language, readFileSync(model)).compiled;
  for (const fault of compiled.faults) process.stderr.write(`warning: ${fault}\n`);
  writeFileSync(new URL("facts.json", DIST), serialiseFacts(compiled));
  for (const schema of ["base.schema.json", "config.schema.json"]) {
    copyFileSync(new URL(schema, DATA), new URL(schema, DIST));
  }
}
