import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordFinder } from "../../../src/language/words/finder.ts";

const WANTED = ["canal", "can", "u.s", "u.s.", "1869", "zürich", "a"];

/** The same by a pattern over all words. */
function slowly(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
  return words.some((w) => WANTED.includes(w) || WANTED.includes(w.replace(/\.{1,3}$/u, "")));
}

describe("wordFinder", () => {
  const hasWord = wordFinder(new Set(WANTED));

  it.each([
    ["The Canal.", true],
    ["the canals", false],
    ["CAN...", true],
    ["can....", false],
    ["In the U.S. it rained", true],
    ["1869: opened", true],
    ["In Zürich", true],
    ["acan", false],
    ["", false],
  ])("%j: %s", (text, expected) => {
    expect(hasWord(text)).toBe(expected);
  });

  it("finds what a pattern over all words finds", () => {
    const piece = fc.constantFrom(...WANTED, ".", "..", " ", "-", "s", "Canal", "ü", "é ", "x");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        expect(hasWord(text)).toBe(slowly(text));
      }),
    );
  });
});
