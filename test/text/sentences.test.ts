import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { createSplitter } from "../../src/text/sentences.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const { abbreviations, openers } = parse(read("../../data/language/abbreviations.yaml"));
const split = createSplitter(abbreviations, { openers });
const texts = (text: string) => split(text).map((sentence) => sentence.text);

describe("splits", () => {
  const cases: { name: string; text: string; sentences: string[] }[] = parse(
    read("sentences.cases.yaml"),
  );
  test.each(cases)("$name", ({ text, sentences }) => {
    expect(texts(text)).toEqual(sentences);
  });
});

describe("splits the built-in sources as they are numbered", () => {
  const numbered: [string, string][] = JSON.parse(read("../claims/sentences.json"));
  test.each([
    ["A1", "000_9fa0bf4a86747f0f.txt"],
    ["A2", "002_fa922237efa7d471.txt"],
  ])("%s", (source, file) => {
    const wanted = numbered.filter(([id]) => id.startsWith(`${source}.`)).map(([, text]) => text);
    expect(texts(read(`../../data/ottawa/sources/${file}`))).toEqual(wanted);
  });
});

describe("holds for every text", () => {
  const piece = fc.constantFrom(
    ..."aZé1…😀.?!,;:\n \t-*•\"'“”«»()[]\u00a0\r".split(/(?:)/u),
    ". ",
    "\n\n",
    "Mr. ",
    "1. ",
    "- ",
    "The ",
    "U.S. ",
  );
  const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

  it("gives spans in order that don't overlap, each with its own text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const sentence of split(text)) {
          expect(sentence.start).toBeGreaterThanOrEqual(last);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          const slice = text.slice(sentence.start, sentence.end);
          expect(sentence.text).toBe(slice.replace(/\s+/gu, " ").trim());
          expect(slice).toBe(slice.trim());
          last = sentence.end;
        }
      }),
    );
  });

  it("loses no letter", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const letters = (part: string) => part.replace(/[^\p{L}]/gu, "");
        // The box of a "[x] …" item is a mark, not a word; no text here has one.
        expect(letters(texts(text).join(""))).toBe(letters(text));
      }),
    );
  });

  it("splits a sentence the same after another paragraph", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(texts(`The canal opened.\n\n${text}`)).toEqual([
          "The canal opened.",
          ...texts(text),
        ]);
      }),
    );
  });
});

describe("takes time in proportion to the text", () => {
  const size = 400_000;
  const pieces = [
    "a. A",
    "Mr. ",
    "a ",
    ". ",
    "…",
    "a…A ",
    '"',
    '." ',
    "[1]",
    "1. ",
    "- a\n",
    "\n",
    "é",
  ];
  test.each(pieces)("%j repeated", { timeout: 30_000 }, (piece) => {
    const text = piece.repeat(size / piece.length);
    const start = performance.now();
    split(text);
    // A quadratic splitter needs three quarters of a minute.
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it("returns over-long sentences whole", () => {
    const long = `The ${"very ".repeat(20_000)}long canal.`;
    expect(texts(`${long} It opened.`)).toEqual([long, "It opened."]);
  });

  it("doesn't depend on where its windows end", () => {
    const sentence = "Mr. Lesseps said: “It opened.” – and so on in Nov. 1869.";
    const count = 500;
    expect(texts(`${sentence} `.repeat(count))).toEqual(Array(count).fill(sentence));
  });
});
