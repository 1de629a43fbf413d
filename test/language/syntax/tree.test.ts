import { describe, expect, it } from "vitest";
import { bestTree } from "../../../src/language/syntax/tree.ts";

/** All ways to give each of `count` tokens a head (-1 for the root). */
function allHeads(count: number): number[][] {
  let all: number[][] = [[]];
  for (let child = 0; child < count; child += 1) {
    all = all.flatMap((heads) =>
      Array.from({ length: count + 1 }, (_, i) => [...heads, i - 1]).filter(
        (next) => next[child] !== child,
      ),
    );
  }
  return all;
}

function isTree(heads: readonly number[]): boolean {
  const reaches = (start: number): boolean => {
    let node = start;
    for (let steps = 0; node >= 0; steps += 1) {
      if (steps > heads.length) {
        return false;
      }
      node = heads[node] ?? -1;
    }
    return true;
  };
  return heads.filter((head) => head < 0).length === 1 && heads.every((_, i) => reaches(i));
}

describe("bestTree", () => {
  it("finds the best tree with one root, as trying all of them does", () => {
    let seed = 7;
    for (let round = 0; round < 300; round += 1) {
      const count = 1 + (round % 5);
      const scores = Float64Array.from({ length: count * (count + 1) }, () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return (seed % 1000) / 10 - 50;
      });
      const total = (heads: ArrayLike<number>): number =>
        Array.from(heads).reduce(
          (sum, head, i) => sum + (scores[i * (count + 1) + head + 1] ?? 0),
          0,
        );
      const found = bestTree(scores, count);
      const best = Math.max(...allHeads(count).filter(isTree).map(total));
      expect(isTree([...found])).toBe(true);
      expect(total(found)).toBeCloseTo(best, 6);
    }
  });
});
