import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCorpus } from "../../scripts/fuzz/corpus.ts";
import { type FuzzInput, inputOf, PATHS } from "../../scripts/fuzz/inputs.ts";
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
