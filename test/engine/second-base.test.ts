import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { openChecker } from "../helpers/engine.ts";

const cases = parse(readFileSync(new URL("fishing/cases.yaml", import.meta.url), "utf8")) as [
  string,
  string,
][];

describe("a second base about another subject", () => {
  const checker = openChecker("test/engine/fishing/base.yaml");

  it("has statements that can all be read", () => {
    expect(checker.faults).toEqual([]);
  });

  it.each(cases)("%s → %s", (claim, verdict) => {
    expect(checker.check(claim).verdict).toBe(verdict);
  });
});
