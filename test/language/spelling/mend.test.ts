import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { distance } from "../../../src/language/spelling/distance.ts";
import { createMender, type SpellingData } from "../../../src/language/spelling/mend.ts";
import { splitWords } from "../../../src/language/words/words.ts";

const FOLDER = new URL("../../../data/language/spelling/", import.meta.url);
const data = {
  ...(parse(readFileSync(new URL("ordinary.yaml", FOLDER), "utf8")) as object),
  filter: readFileSync(new URL("words.bloom", FOLDER)),
} as unknown as SpellingData;
const mend = createMender(data, {
  names: new Map([
    ["norway", "no"],
    ["austria", "at"],
    ["australia", "au"],
    ["sweden", "se"],
  ]),
  nameWords: new Set(["storting", "council"]),
  lemmas: new Set(["ratify", "approve", "decision", "aggression"]),
});
const mended = (text: string): string =>
  mend(splitWords(text, { contractions: new Map(), misspellings: new Map(), variants: new Map() }))
    .map((word) => word.text)
    .join(" ");

describe("misspelt words", () => {
  it.each([
    ["Noraway ratifyed it", "Norway ratified it"],
    ["the counsil aproved the desicion", "the council approved the decision"],
    ["norways exit", "norway 's exit"],
    ["swedens and norwyas exit", "sweden 's and norway 's exit"],
  ])("%s", (text, wanted) => expect(mended(text)).toBe(wanted));
});

describe("real words and other names are left alone", () => {
  it.each([
    "Austria and Australia",
    "the counsel improved derision",
    "Macron met Stubb",
    "a vlog",
    "us too",
  ])("%s", (text) => expect(mended(text)).toBe(text));
});

it("counts a swap of neighbours as one edit", () => {
  expect(distance("freind", "friend").edits).toBe(1);
});
