import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadBase } from "../src/base/load.ts";
import { readLanguage } from "./language.ts";

const DATA = new URL("../data/", import.meta.url);
const DIST = new URL("../dist/", import.meta.url);

/** Compiles `data/` to what the program reads at run time (src/builtin.ts), into `dist/`. */
export async function compileData(): Promise<void> {
  mkdirSync(DIST, { recursive: true });
  const base = loadBase(fileURLToPath(new URL("ottawa/base.yaml", DATA)));
  writeFileSync(new URL("base.json", DIST), JSON.stringify(base));
  writeFileSync(new URL("language.json", DIST), JSON.stringify(readLanguage()));
  copyFileSync(new URL("language/syntax/english.model", DATA), new URL("syntax.model", DIST));
  copyFileSync(new URL("base.schema.json", DATA), new URL("base.schema.json", DIST));
}
