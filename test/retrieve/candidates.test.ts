import { describe, expect, it } from "vitest";
import { createRetriever } from "../../src/retrieve/candidates.ts";

const entries = [
  { id: "opened", text: "The canal opened to traffic in 1869." },
  { id: "built", text: "The company built the canal in ten years." },
  { id: "nationalised", text: "Egypt nationalised the company in 1956." },
];

describe("createRetriever", () => {
  it("ranks the claims that share the rarest words first", () => {
    expect(createRetriever(entries).nearest("Was the company nationalised?", 2)[0]).toBe(
      "nationalised",
    );
  });

  it("finds nothing where no word is shared", () => {
    expect(createRetriever(entries).nearest("Tomatoes like warmth", 3)).toEqual([]);
  });

  it("keeps to the limit", () => {
    expect(createRetriever(entries).nearest("company years traffic", 2)).toHaveLength(2);
  });

  it("does not depend on the order of the base", () => {
    const backwards = [...entries].reverse();
    const query = "The company nationalised traffic";
    expect(new Set(createRetriever(backwards).nearest(query, 3))).toEqual(
      new Set(createRetriever(entries).nearest(query, 3)),
    );
  });
});
