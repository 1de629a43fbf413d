import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safe, safeJson, safeLines } from "../../src/report/safe.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const DANGEROUS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** Strings that hold what a terminal or a reader can be fooled with. */
const nasty = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      "\u001b[31m",
      "\u009b",
      "\u202e",
      "\ud800",
      "\r\n",
      "\t",
      "\u{e0041}",
      "é",
      "😀",
    ),
  ),
});

describe("safe", () => {
  it.each([
    ["plain text", "plain text"],
    ["Žižek said “no” – 😀 👩‍🚀 हिन्दी", "Žižek said “no” – 😀 👩‍🚀 हिन्दी"],
    ["a\u001b[31mred", "a\\u{1b}[31mred"],
    ["a\r\nb\tc\u0000", "a b c\\u{0}"],
    ["\u202egnp.exe", "\\u{202e}gnp.exe"],
    ["zero\u200bwidth", "zero\\u{200b}width"],
    ["lone \ud800 half", "lone \\u{d800} half"],
  ])("%j", (text, shown) => {
    expect(safe(text)).toBe(shown);
  });

  it("never lets a control character through, and is stable", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(safe(text)).not.toMatch(DANGEROUS);
        expect(safe(safe(text))).toBe(safe(text));
      }),
    );
  });
});

describe("safeLines", () => {
  it("keeps line breaks", () => {
    expect(safeLines("a\u001b\nb")).toBe("a\\u{1b}\nb");
  });
});

describe("safeJson", () => {
  it("gives back the value, on one line, without control characters", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const json = safeJson({ text });
        expect(JSON.parse(json)).toEqual({ text });
        expect(json).not.toMatch(DANGEROUS);
      }),
    );
  });
});
