import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemsOf, parseShard } from "../../../src/cli/lint/shard.ts";

describe("parseShard", () => {
  it("reads a part", () => {
    expect(parseShard("2/4")).toEqual({ index: 2, count: 4 });
  });

  it.each(["", "1", "0/2", "3/2", "1/0", "-1/2", "1.5/2", "1/2/3", "a/b", "1 / 2", "1/9999999"])(
    "refuses %j",
    (value) => {
      expect(parseShard(value)).toBeNull();
    },
  );
});

it("the parts together hold each item once, in as equal numbers as can be", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 9 }), (size, count) => {
      const items = Array.from({ length: size }, (_, index) => index);
      const parts = Array.from({ length: count }, (_, index) =>
        itemsOf(items, { index: index + 1, count }),
      );
      expect(parts.flat().sort((a, b) => a - b)).toEqual(items);
      const sizes = parts.map((part) => part.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
