/**
 * The tests of the stages that compare and judge, as one function: bundled with mutants of these stages
 * and run for each of them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { parse } from "yaml";
import type { Base } from "../../src/base/types.ts";
import { openChecker } from "../../src/check.ts";
import { evaluateMeaning } from "../../src/compare/evaluate.ts";
import { openFacts } from "../../src/compare/facts.ts";
import { compileBase, openCompiledBase } from "../../src/compile.ts";
import { openEvidence } from "../../src/evidence.ts";
import type { LanguageData, Syntax } from "../../src/language/language.ts";
import type { Meaning } from "../../src/meaning.ts";
import { readSections } from "../../src/sections.ts";
import { judge } from "../../src/verdict/judge.ts";
import { quantifierCases, whenCases } from "../../test/helpers/compare.ts";
import { readJudgeCases } from "../../test/helpers/judge.ts";

/** A claim with the verdict that the tests want. */
export interface Case {
  readonly claim: string;
  readonly verdict: string;
  /** Whether it may be left open. */
  readonly open?: boolean;
}

/** A case that can be tried again and again. */
export interface Trial {
  readonly claim: string;
  /** Whether the verdict is the wanted one. */
  passes(): boolean;
}

/** The cases of the tests of verdicts, by the base that they are about. */
export function readCases(tests: string): { readonly base: string; readonly cases: Case[] }[] {
  const read = (name: string): unknown => parse(readFileSync(joinPath(tests, name), "utf8"));
  const wordings = readdirSync(joinPath(tests, "verdicts/wordings")).sort();
  const tables = ["rules.yaml", ...wordings.map((name) => `wordings/${name}`)].map((name) =>
    read(`verdicts/${name}`),
  ) as Record<string, Case[]>[];
  const pairs = read("engine/fishing/cases.yaml") as [string, string][];
  return [
    {
      base: "data/ottawa/base.yaml",
      cases: tables.flatMap((table) => Object.values(table).flat()),
    },
    {
      base: "test/engine/fishing/base.yaml",
      cases: pairs.map(([claim, verdict]) => ({ claim, verdict })),
    },
  ];
}

/** The cases of the tests of single functions. */
export function tableTrials(tests: string): Trial[] {
  const { cases, judged } = readJudgeCases(joinPath(tests, "verdicts/judge.cases.yaml"));
  const judging = cases.map((one) => {
    const { verdict, evidence, rationale, nearest } = one;
    const wanted = JSON.stringify({ verdict, evidence, rationale, nearest });
    return { claim: one.name, passes: () => JSON.stringify(judged(one)) === wanted };
  });
  const tables = [
    ...quantifierCases(joinPath(tests, "compare/quantify.cases.yaml")),
    ...whenCases(joinPath(tests, "compare/when.cases.yaml")),
  ];
  return [
    ...judging,
    ...tables.map(({ name, value, got }) => ({ claim: name, passes: () => got() === value })),
  ];
}

/** Reads the claims, once for all mutants, and gives what is to be tried. */
export function openTrials(
  base: Base,
  cases: readonly Case[],
  language: LanguageData,
  syntax: Syntax,
): Trial[] {
  const compiled = readSections(compileBase(base, language, syntax));
  const checker = openChecker(compiled, language, syntax);
  const { relations } = openCompiledBase(compiled);
  const { parents, concepts } = language.lexicon;
  const known = { relations: new Map(relations.map((r) => [r.concept, r])), parents, concepts };
  const { facts, world } = openFacts(compiled, known);
  const evidence = openEvidence(compiled);
  const verdictOf = (claim: string, meaning: Meaning): string =>
    judge(
      claim,
      meaning,
      evaluateMeaning(meaning, facts, world),
      () => [],
      evidence,
      () => [],
    ).verdict;
  return cases.map(({ claim, verdict, open }) => {
    const meaning = checker.read(claim);
    const passes = (): boolean => {
      const got = verdictOf(claim, meaning);
      return got === verdict || (open === true && got === "not-enough-evidence");
    };
    return { claim, passes };
  });
}
