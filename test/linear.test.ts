import { readdirSync, readFileSync } from "node:fs";
import { parse } from "acorn";
import { transformSync } from "esbuild";
import { analyse } from "scslre";
import { describe, expect, it } from "vitest";
import { readLanguageSource } from "../scripts/language.ts";

/** Patterns that may take more than linear time, and what keeps their texts short. */
const BOUNDED: Readonly<Record<string, string>> = {
  "[.!]+[\"'”’)]*$": "one sentence of a text: 1,500 characters",
  "[\\s,;]+$": "one sentence of a text: 1,500 characters",
  "^[\"“«']+|[\"”»']+$": "one sentence of a text: 1,500 characters",
  "\\s*:\\s*$": "one sentence of a text: 1,500 characters",
  "(\\p{L}+)\\s*:\\s*$": "one sentence of a text: 1,500 characters",
  "^\\S+ \\S+.* to$": "an entry of the lexicon",
  "[\\p{P}\\s]+$": "the beginning of a claim: 74 characters",
  "\\0+$": "a name of eight bytes",
};

/** The splitter of words; its one fault is a run of digits that begins anew behind each digit. */
const WORDS = "src/language/words/words.ts";

interface Found {
  readonly source: string;
  readonly flags: string;
}

/** The regular expressions that stand in a file. */
function patternsIn(file: URL): Found[] {
  const found: Found[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) found.push({ source: regex.pattern, flags: regex.flags });
    else for (const child of Object.values(node)) walk(child);
  };
  const { code } = transformSync(readFileSync(file, "utf8"), { loader: "ts" });
  walk(parse(code, { ecmaVersion: "latest", sourceType: "module" }));
  return found;
}

function faultsOf({ source, flags }: Found): string[] {
  return analyse({ source, flags }).reports.map(({ type, exponential }) =>
    exponential ? `${type}, exponential` : type,
  );
}

const ROOT = new URL("../", import.meta.url);
const files = readdirSync(new URL("src/", ROOT), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => `src/${name}`);
const all = files.flatMap((file) =>
  patternsIn(new URL(file, ROOT)).map((pattern) => ({ file, ...pattern })),
);

describe("regular expressions", { timeout: 60_000 }, () => {
  it("in the source take linear time, or are kept to short texts", () => {
    const faulty = all.filter((one) => one.file !== WORDS && faultsOf(one).length > 0);
    const unknown = faulty.filter(({ source }) => BOUNDED[source] === undefined);
    expect(unknown.map(({ file, source }) => `${file}: ${source}`)).toEqual([]);
    const sources = new Set(faulty.map(({ source }) => source));
    expect(Object.keys(BOUNDED).filter((source) => !sources.has(source))).toEqual([]);
  });

  it("of the splitter of words take linear time on the runs that they could begin anew in", () => {
    const splitting = all.filter(({ file }) => file === WORDS);
    expect(splitting.length).toBeGreaterThan(0);
    const times = (text: string): number => {
      const start = performance.now();
      for (const { source, flags } of splitting) text.replace(new RegExp(source, flags), "");
      return performance.now() - start;
    };
    // Quadratic time would be minutes.
    for (const run of ["1", "1-", "1,", "a.", "a-", "a'", "1/"])
      expect(times(run.repeat(200_000))).toBeLessThan(20_000);
  });

  it("of the language's data never take exponential time; their sentences are short", () => {
    const { recasts, temporal, frames } = readLanguageSource();
    const patterns = [recasts, temporal.patterns, frames.truth].flat();
    expect(patterns.length).toBeGreaterThan(100);
    const faulty = patterns.filter(({ pattern }) =>
      faultsOf({ source: pattern.source, flags: "u" }).some((fault) => fault.includes("exp")),
    );
    expect(faulty).toEqual([]);
  });

  it("that are slow are found", () => {
    expect(faultsOf({ source: "^(a+)+$", flags: "u" }).join()).toContain("exponential");
  });
});
