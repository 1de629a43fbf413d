import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readLanguage } from "../../scripts/language.ts";
import { loadBase } from "../../src/base/load.ts";
import type { Base } from "../../src/base/types.ts";
import { type Checker, createChecker } from "../../src/check.ts";

const ROOT = new URL("../../", import.meta.url);

/** Opens a checker for a base of this repository, from the sources (no build needed). */
export function openChecker(base: string): Checker {
  const syntax = readFileSync(new URL("data/language/syntax/english.model", ROOT));
  return createChecker(load(base), readLanguage(), syntax);
}

/** The built-in base. */
export const BUILT_IN = "data/ottawa/base.yaml";

export function loadBuiltIn(): Base {
  return load(BUILT_IN);
}

function load(base: string): Base {
  return loadBase(fileURLToPath(new URL(base, ROOT)));
}
