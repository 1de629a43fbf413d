import { describe, expect, it } from "vitest";
import { readLanguage } from "../../scripts/language.ts";
import { createSplitter } from "../../src/text/sentences.ts";
import { BUILT_IN, openChecker } from "../helpers/engine.ts";

const checker = openChecker(BUILT_IN);
const { sentences } = readLanguage();
const split = createSplitter(sentences.abbreviations, sentences);

describe("the sources of the built-in base", () => {
  const all = checker.compiled.base.sources.flatMap(({ text }) =>
    split(text).map((sentence) => sentence.text),
  );

  it("are not refuted by themselves", () => {
    const refuted = all.filter((s) => checker.checkSentence(s)?.verdict === "refuted");
    expect(refuted).toEqual([]);
  });

  it("are supported by themselves for the most part", () => {
    const supported = all.filter((s) => checker.checkSentence(s)?.verdict === "supported");
    expect(supported.length).toBeGreaterThan(all.length / 2);
  });
});
