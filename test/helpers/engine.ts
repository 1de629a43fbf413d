import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readLanguage } from "../../scripts/language.ts";
import { loadBase } from "../../src/base/load.ts";
import { type Checker, createChecker } from "../../src/check.ts";

const ROOT = new URL("../../", import.meta.url);

/** Opens a checker for a base of this repository, from the sources (no build needed). */
export function openChecker(base: string): Checker {
  const syntax = readFileSync(new URL("data/language/syntax/english.model", ROOT));
  return createChecker(loadBase(fileURLToPath(new URL(base, ROOT))), readLanguage(), syntax);
}

/** The built-in base. */
export const BUILT_IN = "data/ottawa/base.yaml";
