import type { Base } from "./base/types.ts";
import type { Checked } from "./types.ts";

/** STUB for the start of work: replaced by the real path of a claim. */
export interface Checker {
  /** Judges one claim given by itself; a yes/no question is judged as the statement it asks about. */
  check(claim: string): Checked;
  /** Judges one sentence of a text; a question, command or wish is null (not checkable). */
  checkSentence(sentence: string): Checked | null;
}

export function createChecker(_base: Base): Checker {
  const check = (claim: string): Checked => ({
    claim,
    verdict: "not-enough-evidence",
    evidence: [],
    nearest: [],
    rationale: ["The base says nothing about this."],
    trace: [],
  });
  return { check, checkSentence: check };
}
