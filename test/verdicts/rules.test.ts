import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Verdict } from "../../src/types.ts";
import { BUILT_IN, openChecker } from "../helpers/engine.ts";

interface Case {
  readonly claim: string;
  readonly verdict: Verdict;
  readonly open?: boolean;
}

const tables = Object.assign(
  {},
  ...["rules.yaml", "wordings.yaml"].map((file) =>
    parse(readFileSync(new URL(file, import.meta.url), "utf8")),
  ),
) as Record<string, Case[]>;

describe("the rules of the verdicts", () => {
  const checker = openChecker(BUILT_IN);
  for (const [rule, cases] of Object.entries(tables)) {
    describe(rule, () => {
      it.each(cases)("$claim → $verdict", ({ claim, verdict, open }) => {
        const got = checker.check(claim).verdict;
        expect(open && got === "not-enough-evidence" ? verdict : got).toBe(verdict);
      });
    });
  }
});
