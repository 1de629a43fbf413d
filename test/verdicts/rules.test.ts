import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Verdict } from "../../src/types.ts";
import { BUILT_IN, openChecker } from "../helpers/engine.ts";

interface Case {
  readonly claim: string;
  readonly verdict: Verdict;
  readonly open?: boolean;
}

/** The rules one by one, then the families of wordings, a file for each theme. */
const FILES = [
  "rules.yaml",
  ...readdirSync(new URL("wordings/", import.meta.url))
    .sort()
    .map((name) => `wordings/${name}`),
];

describe("the rules of the verdicts", () => {
  const checker = openChecker(BUILT_IN);
  for (const file of FILES) {
    const table = parse(readFileSync(new URL(file, import.meta.url), "utf8"));
    for (const [rule, cases] of Object.entries(table as Record<string, Case[]>)) {
      describe(rule, () => {
        it.each(cases)("$claim → $verdict", ({ claim, verdict, open }) => {
          const got = checker.check(claim).verdict;
          expect(open && got === "not-enough-evidence" ? verdict : got).toBe(verdict);
        });
      });
    }
  }
});
