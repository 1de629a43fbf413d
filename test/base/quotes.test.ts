import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { nearestName } from "../../src/base/faults.ts";
import { lineFinder } from "../../src/base/lines.ts";
import { findQuote, nearestText } from "../../src/base/quotes.ts";

const text = "The canal (193 km) opened\nin  1869. Ships\tcame. The canal was free to all ships.";
const slice = (span: { start: number; end: number } | null) =>
  span && text.slice(span.start, span.end);

describe("findQuote", () => {
  test.each([
    ["opened in 1869", "opened\nin  1869"],
    ["The canal (193 km)", "The canal (193 km)"],
    ["  Ships came.  ", "Ships\tcame."],
    ["The canal", "The canal"],
    ["the canal", null],
    ["opened  1869", null],
    ["Ships.came", null],
    ["", null],
  ])("finds %j as %j", (quote, found) => {
    expect(slice(findQuote(text, quote))).toBe(found);
  });

  it("finds every stretch of a text, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (before, quote) => {
        fc.pre(quote.trim() !== "");
        expect(findQuote(`${before}\n${quote}\n`, quote.replace(/\s+/gu, " "))).not.toBeNull();
      }),
    );
  });
});

describe("nearestText", () => {
  test.each([
    ["the canal was open to all ships", "The canal was free to all ships"],
    ["opened in 1870", "opened\nin  1869"],
    ["something else entirely here", null],
    ["!!!", null],
  ])("for %j is %j", (quote, near) => {
    expect(slice(nearestText(text, quote))).toBe(near);
  });
});

test("lineFinder counts from 1", () => {
  const lineOf = lineFinder("a\nb\r\n\nc");
  expect([0, 1, 2, 3, 4, 5, 6, 99].map((at) => lineOf(at).line)).toEqual([1, 1, 2, 2, 2, 3, 4, 4]);
});

test.each([
  ["qoutes", "quotes"],
  ["quote", "quotes"],
  ["speeker", "speaker"],
  ["colour", null],
  ["", null],
])("nearestName of %j is %j", (name, near) => {
  expect(nearestName(name, ["quotes", "speaker", "statement"])).toBe(near);
});
