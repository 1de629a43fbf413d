import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadBase } from "../../src/base/load.ts";
import type { Base } from "../../src/base/types.ts";
import { type Checker, createChecker } from "../../src/check.ts";
import type { LanguageData } from "../../src/language/language.ts";
import type { Verdict } from "../../src/types.ts";
import { readLanguage } from "../language.ts";

/** What a way of checking says of a claim, as far as it is scored. */
export interface Answer {
  readonly verdict: Verdict;
  /** Printed evidence, best first. */
  readonly evidence: readonly { readonly source: string; readonly sentence: string }[];
  readonly rationale: readonly string[];
  readonly trace: () => readonly string[];
}

/** A way of checking claims. */
export type Engine = (claim: string) => Answer;

/** The built-in base, from its YAML. */
export function openBase(): Base {
  return loadBase(fileURLToPath(new URL("../../data/ottawa/base.yaml", import.meta.url)));
}

/** The program itself; the one place here that knows how it is opened. */
export function openChecker(base: Base, language: LanguageData): Checker {
  const model = new URL("../../data/language/syntax/english.model", import.meta.url);
  return createChecker(base, language, readFileSync(model));
}

/** The program as a way of checking claims. */
export function openEngine(base: Base): Engine {
  const checker = openChecker(base, readLanguage());
  return (claim) => {
    const { verdict, evidence, rationale, trace } = checker.check(claim);
    return {
      verdict,
      evidence: evidence.map(({ source, sentence }) => ({ source: source.id, sentence })),
      rationale,
      trace,
    };
  };
}
