import { describe, expect, it } from "vitest";
import { type Entailment, join, truthFrom } from "../../src/compare/entailment.ts";

/** Sets over so many elements, as bits: enough for every way in which three sets can overlap. */
const ELEMENTS = 5;
const ALL = 2 ** ELEMENTS - 1;
/** The relations are those of sets that are neither empty nor everything. */
const SETS = Array.from({ length: ALL - 1 }, (_, i) => i + 1);

function relationOf(x: number, y: number): Entailment {
  const apart = (x & y) === 0;
  const exhaustive = (x | y) === ALL;
  if (x === y) return "equivalent";
  if (apart && exhaustive) return "negation";
  if ((x & y) === x) return "forward";
  if ((x & y) === y) return "reverse";
  if (apart) return "alternation";
  return exhaustive ? "cover" : "independent";
}

const RELATIONS = new Set(SETS.flatMap((x) => SETS.map((y) => relationOf(x, y))));

/** The relations that x and z can have where y stands between them. */
const possible = new Map<string, Set<Entailment>>();
for (const x of SETS)
  for (const y of SETS)
    for (const z of SETS) {
      const key = `${relationOf(x, y)} ${relationOf(y, z)}`;
      const found = possible.get(key) ?? new Set();
      possible.set(key, found.add(relationOf(x, z)));
    }

describe("the join of natural-logic relations, against sets", () => {
  it("has seven relations", () => {
    expect(RELATIONS.size).toBe(7);
  });

  it.each([...RELATIONS].flatMap((a) => [...RELATIONS].map((b) => [a, b] as const)))(
    "%s, %s",
    (first, second) => {
      const found = [...(possible.get(`${first} ${second}`) ?? [])];
      // Where several are possible nothing follows for certain.
      expect(join(first, second)).toBe(found.length === 1 ? found[0] : "independent");
    },
  );

  it("says what is true where the first of two sets is", () => {
    for (const x of SETS)
      for (const y of SETS) {
        const always = (x & y) === x;
        const never = (x & y) === 0;
        expect(truthFrom(relationOf(x, y))).toBe(always ? "true" : never ? "false" : null);
      }
  });
});
