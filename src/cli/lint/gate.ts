import type { FailOn, Result } from "../../report/types.ts";
import { isFailure, isFinding } from "../../report/verdicts.ts";

/** Files whose warnings are counted together. */
export interface WarningGroup {
  /** What sets the limit, as messages call it. */
  readonly name: string;
  /** How many warnings are allowed; null for any number. */
  readonly allowed: number | null;
}

/** Counts what decides the exit code: failures, and warnings against what is allowed. */
export class Gate {
  failures = 0;
  readonly #warnings = new Map<string, WarningGroup & { readonly count: number }>();

  /** Counts the findings of a file that belongs to a group. */
  count(results: readonly Result[], failOn: FailOn, group: WarningGroup): void {
    const failures = results.filter((result) => isFailure(result, { failOn })).length;
    const findings = results.filter((result) => isFinding(result, { failOn })).length;
    const before = this.#warnings.get(group.name)?.count ?? 0;
    this.failures += failures;
    this.#warnings.set(group.name, { ...group, count: before + findings - failures });
  }

  /** The groups with more warnings than allowed. */
  exceeded(): { name: string; allowed: number; count: number }[] {
    return [...this.#warnings.values()].flatMap(({ count, allowed, name }) =>
      allowed !== null && count > allowed ? [{ name, allowed, count }] : [],
    );
  }
}
