import type { Verdict } from "../types.ts";
import type { FailOn, Result, Run, Summary } from "./types.ts";

/** From the worst to the best: the order in which `--fail-on` means "this or worse". */
export const WORST_FIRST: readonly Verdict[] = [
  "refuted",
  "conflicting-evidence",
  "not-enough-evidence",
  "supported",
];

/**
 * Whether a verdict is at or above the level that `--fail-on` names.
 *
 * @example fails("refuted", "conflicting-evidence") // true: refuted is worse
 */
export function fails(verdict: Verdict, failOn: FailOn): boolean {
  return failOn !== "never" && WORST_FIRST.indexOf(verdict) <= WORST_FIRST.indexOf(failOn);
}

/** Whether a result is at or above the level of its text. */
export function isFailure({ checked, failOn }: Result, run: Pick<Run, "failOn">): boolean {
  return fails(checked.verdict, failOn ?? run.failOn);
}

/**
 * Whether a result is one to look at: it fails, or it is one of the verdicts that say that
 * something is wrong. One that doesn't fail is a warning.
 */
export function isFinding(result: Result, run: Pick<Run, "failOn">): boolean {
  const { verdict } = result.checked;
  return verdict === "refuted" || verdict === "conflicting-evidence" || isFailure(result, run);
}

/**
 * Whether a record of the result belongs into the machine formats: of a text, the sentences
 * that the base has something to say about and those that fail; else everything.
 */
export function isRecorded(result: Result, run: Run): boolean {
  if (!run.document || run.all) return true;
  return result.checked.verdict !== "not-enough-evidence" || isFailure(result, run);
}

/** Counts results one by one into a {@link Summary}. */
export class Tally {
  #read: number | undefined;
  readonly #verdicts: Record<Verdict, number> = {
    refuted: 0,
    "conflicting-evidence": 0,
    "not-enough-evidence": 0,
    supported: 0,
  };

  /** @param document whether sentences of a text are counted too */
  constructor(document: boolean) {
    this.#read = document ? 0 : undefined;
  }

  /** Counts sentences of a text, checkable or not. */
  countRead(sentences = 1): void {
    this.#read = (this.#read ?? 0) + sentences;
  }

  countVerdict(verdict: Verdict, times = 1): void {
    this.#verdicts[verdict] += times;
  }

  summary(): Summary {
    const verdicts = { ...this.#verdicts };
    const checked = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
    return this.#read === undefined
      ? { checked, verdicts }
      : { read: this.#read, checked, verdicts };
  }
}
