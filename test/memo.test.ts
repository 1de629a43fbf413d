import { expect, test } from "vitest";
import { memo } from "../src/memo.ts";

test("a result is worked out once, and again only when it was pushed out or forgotten", () => {
  const asked: string[] = [];
  const length = memo(2, (text) => {
    asked.push(text);
    return text.length;
  });
  expect([length("a"), length("bb"), length("a"), length("ccc"), length("bb")]).toEqual([
    1, 2, 1, 3, 2,
  ]);
  expect(asked).toEqual(["a", "bb", "ccc"]);
  length("a");
  expect(asked).toEqual(["a", "bb", "ccc", "a"]);
  length.forget();
  length("a");
  expect(asked.at(-1)).toBe("a");
  expect(asked).toHaveLength(5);
});
