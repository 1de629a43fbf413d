import { describe, expect, it } from "vitest";
import { fails, WORST_FIRST } from "../../src/report/verdicts.ts";

describe("fails", () => {
  it.each([
    ["refuted", ["refuted"]],
    ["conflicting-evidence", ["refuted", "conflicting-evidence"]],
    ["not-enough-evidence", ["refuted", "conflicting-evidence", "not-enough-evidence"]],
    ["never", []],
  ] as const)("--fail-on %s", (failOn, failing) => {
    expect(WORST_FIRST.filter((verdict) => fails(verdict, failOn))).toEqual(failing);
  });
});
