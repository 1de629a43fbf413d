import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCorpus } from "../../scripts/fuzz/corpus.ts";
import { ABOUT, type FuzzInput, inputOf, PATHS } from "../../scripts/fuzz/inputs.ts";
import { sourcesFolder, type Target, tryInput } from "../../scripts/fuzz/run.ts";
import { readLanguage } from "../../scripts/language.ts";
import { createChecker } from "../../src/check.ts";
import { openSyntax } from "../../src/language/language.ts";
import { loadBuiltIn } from "../helpers/engine.ts";
import { readText } from "../text/read.ts";

const SEEDS = 40;
const kept: (FuzzInput & { readonly seed: number })[] = readFileSync(
  new URL("failures.jsonl", import.meta.url),
  "utf8",
)
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

const corpus = readCorpus();
const sources = sourcesFolder(corpus.folder);
let target: Target;

beforeAll(() => {
  const language = readLanguage();
  const syntax = openSyntax(
    readFileSync(new URL("../../data/language/syntax/english.model", import.meta.url)),
  );
  const open: Target["open"] = (base) => createChecker(base, language, syntax);
  target = { checker: open(loadBuiltIn()), readText, open, folder: sources.folder };
}, 60_000);

afterAll(() => sources.remove());

describe("made-up inputs", () => {
  it("that failed once fail no more", { timeout: 60_000 }, async () => {
    for (const input of kept) await tryInput(input, target);
  });

  it("of the first seeds fail nowhere", { timeout: 120_000 }, async () => {
    for (let seed = 1; seed <= SEEDS; seed++) await tryInput(inputOf(seed, corpus), target);
  });

  it("are the same for the same seed, and go all ways", () => {
    const inputs = Array.from({ length: SEEDS }, (_, seed) => inputOf(seed, corpus));
    expect(inputs).toEqual(inputs.map((_, seed) => inputOf(seed, corpus)));
    expect(new Set(inputs.map(({ path }) => path))).toEqual(new Set(PATHS));
  });

  it("that make the program throw are told", async () => {
    const checker = {
      ...target.checker,
      check: () => {
        throw new Error("no");
      },
    };
    await expect(tryInput({ path: "claim", text: "A." }, { ...target, checker })).rejects.toThrow(
      "no",
    );
  });
});

describe("huge inputs", { timeout: 120_000 }, () => {
  const MB = 1_000_000;
  // Quadratic time would be hours.
  const huge: Readonly<Record<string, string>> = {
    "a sentence of 1 MB": "the treaty ".repeat(MB / 11),
    "nested quotes": `${"“".repeat(100_000)}a${"”".repeat(100_000)}`,
    "nested brackets": `${"[(".repeat(50_000)}a${")]".repeat(50_000)}`,
    "10,000 conjuncts": "Chile left and ".repeat(10_000),
    "a line of blanks": `a${"\r".repeat(MB)}b`,
    "nested quotations": `${"> ".repeat(100_000)}a`,
    "nested elements": `${"<div>".repeat(100_000)}a`,
    "100,000 items": "\n- 1".repeat(100_000),
  };

  it.each(Object.entries(huge))("%s as a claim is too long to be checked", (_, text) => {
    const { verdict, rationale } = target.checker.check(text);
    expect(verdict).toBe("not-enough-evidence");
    expect(rationale).toEqual([
      expect.stringMatching(/^This could not be read: a sentence of \d+ /u),
    ]);
  });

  it.each(Object.entries(huge))("%s in texts of every kind", async (name, text) => {
    const about = name === "100,000 items" ? "" : ABOUT;
    for (const path of PATHS.filter((one) => one !== "base"))
      await tryInput({ path, text: about + text }, target);
  });

  it("a sentence too long within a text is told so, and the next is judged", async () => {
    const text = `${ABOUT}${"the treaty ".repeat(1000)}.\n\n${ABOUT}`;
    const checker = target.checker.openText();
    const { sentences } = await readText(text, "text");
    const all = [...sentences].map((sentence) => checker.next(sentence));
    expect(all[1]?.rationale[0]).toMatch(
      /^A sentence of \d+ characters is too long to be checked/u,
    );
    expect(all[2]?.verdict).toBe(all[0]?.verdict);
  });
});
