import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLanguage } from "../../scripts/language.ts";
import { loadBase } from "../../src/base/load.ts";
import { createChecker } from "../../src/check.ts";
import { toRecord } from "../../src/report/records.ts";
import type { Verdict } from "../../src/types.ts";
import { BUILT_IN, loadBuiltIn, openChecker } from "../helpers/engine.ts";

const checker = openChecker(BUILT_IN);
const base = loadBuiltIn();
const statements = base.claims.filter((c) => c.conflictsWith.length === 0).map((c) => c.statement);
const OPPOSITE: Readonly<Record<Verdict, Verdict>> = {
  supported: "refuted",
  refuted: "supported",
  "conflicting-evidence": "conflicting-evidence",
  "not-enough-evidence": "not-enough-evidence",
};

/** Words of the base and of its neighbourhood, to make sentences of any shape. */
const words = fc.constantFrom(
  ..."the a of not never no who , . ; : ? ! « » ( ) and or but only 160 2005 29 June 2025 1999 said did has is to".split(
    " ",
  ),
  ...base.entities.flatMap((e) => e.name.split(" ")),
  ...statements.flatMap((s) => s.split(" ")),
);
const sentence = fc.array(words, { maxLength: 40 }).map((list) => list.join(" "));

describe("the whole path of a claim", { timeout: 120_000 }, () => {
  it.each(statements)("supports the base's own statement: %s", (statement) => {
    expect(checker.check(statement).verdict).toBe("supported");
  });

  it("gives a denied claim the opposite verdict", () => {
    for (const statement of statements) {
      const verdict = checker.check(statement).verdict;
      expect
        .soft([statement, checker.check(`It is false that ${statement}`).verdict])
        .toEqual([statement, OPPOSITE[verdict]]);
    }
  });

  it("doesn't mind a missing final stop or typographic apostrophes", () => {
    for (const statement of statements) {
      const verdict = checker.check(statement).verdict;
      expect
        .soft([statement, checker.check(statement.replace(/\.$/u, "")).verdict])
        .toEqual([statement, verdict]);
      expect
        .soft([statement, checker.check(statement.replaceAll("'", "’")).verdict])
        .toEqual([statement, verdict]);
    }
  });

  it("doesn't mind the order of the base, nor a claim that stands in it twice", () => {
    const twice = base.claims.map((c) => ({ ...c, id: `${c.id}-again` }));
    const syntax = readFileSync(
      new URL("../../data/language/syntax/english.model", import.meta.url),
    );
    const other = createChecker(
      { ...base, claims: [...base.claims, ...twice].reverse() },
      readLanguage(),
      syntax,
    );
    for (const statement of statements) {
      expect
        .soft([statement, other.check(statement).verdict])
        .toEqual([statement, checker.check(statement).verdict]);
    }
  });

  it("never throws, and prints only sentences that stand in a source verbatim", () => {
    const sources = base.sources.map((s) => s.text.replace(/\s+/gu, " "));
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: "binary", maxLength: 200 })), (claim) => {
        const { evidence, verdict, rationale } = checker.check(claim);
        expect(rationale.length).toBeGreaterThan(0);
        expect(evidence.length > 0).toBe(verdict !== "not-enough-evidence");
        for (const { sentence: printed } of evidence)
          expect(sources.some((s) => s.includes(printed))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same answer twice", () => {
    fc.assert(
      fc.property(sentence, (claim) => {
        const told = () => toRecord({ checked: checker.check(claim) }, true);
        expect(told()).toEqual(told());
      }),
      { numRuns: 100 },
    );
  });

  it("reads its base from the file that the package ships", () => {
    expect(loadBase(new URL(`../../${BUILT_IN}`, import.meta.url).pathname).claims.length).toBe(
      base.claims.length,
    );
  });
});
