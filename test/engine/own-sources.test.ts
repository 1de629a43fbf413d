import { describe, expect, it } from "vitest";
import { readLanguage } from "../../scripts/language.ts";
import { createTextReader } from "../../src/text/read-text.ts";
import { createSplitter } from "../../src/text/sentences.ts";
import type { Verdict } from "../../src/types.ts";
import { BUILT_IN, loadBuiltIn, openChecker } from "../helpers/engine.ts";

const checker = openChecker(BUILT_IN);
const { sentences } = readLanguage();
const readText = createTextReader(createSplitter(sentences.abbreviations, sentences));

describe("the sources of the built-in base", async () => {
  const verdicts: { text: string; verdict: Verdict | undefined }[] = [];
  for (const source of loadBuiltIn().sources) {
    const checking = checker.openText();
    for (const sentence of (await readText(source.text, "text")).sentences) {
      verdicts.push({ text: sentence.text, verdict: checking.next(sentence)?.verdict });
    }
  }

  it("are not refuted by themselves", () => {
    expect(verdicts.filter(({ verdict }) => verdict === "refuted")).toEqual([]);
  });

  it("are supported by themselves for the most part", () => {
    const supported = verdicts.filter(({ verdict }) => verdict === "supported");
    expect(supported.length).toBeGreaterThan(verdicts.length / 2);
  });
});
