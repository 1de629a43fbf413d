import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shorten } from "../../src/report/claimreview.ts";
import { nasty, texts } from "./arbitraries.ts";
import { CONFLICTING, OPEN, REFUTED, reportClaims, reportTexts, SUPPORTED } from "./samples.ts";

interface Review {
  readonly claimReviewed: string;
  readonly url: string;
  readonly reviewRating: {
    readonly alternateName: string;
    readonly ratingValue?: number;
    readonly bestRating?: number;
    readonly worstRating?: number;
  };
}

function parse(json: string): Review[] {
  const graph = JSON.parse(json) as { "@context": string; "@graph": Review[] };
  expect(graph["@context"]).toBe("https://schema.org");
  return graph["@graph"];
}

describe("claimreview", () => {
  it("rates from refuted to supported, and leaves open what is open", async () => {
    const reviews = parse(
      await reportClaims("claimreview", [REFUTED, CONFLICTING, SUPPORTED, OPEN]),
    );
    expect(reviews.map(({ reviewRating: { ratingValue } }) => ratingValue)).toEqual([
      1,
      2,
      3,
      undefined,
    ]);
    for (const { reviewRating, url } of reviews) {
      expect(reviewRating.alternateName).not.toBe("");
      expect(url).toMatch(/^#claim-[0-9a-f]+-1$/);
    }
  });

  it("can stand in a script element, whatever claims and bases hold", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (read) => {
        const json = await reportTexts("claimreview", read);
        expect(json).not.toContain("<");
        for (const { claimReviewed } of parse(json)) {
          expect(claimReviewed.length).toBeLessThan(75);
        }
      }),
    );
  });
});

describe("shorten", () => {
  it.each([
    ["one two three", 13, "one two three"],
    ["one two three", 12, "one two…"],
    ["one two, three", 12, "one two…"],
    ["onetwothree", 5, "onet…"],
    ["ab😀cd", 4, "ab…"],
  ])("%j to %i", (text, longest, expected) => {
    expect(shorten(text, longest)).toBe(expected);
  });

  it("is never longer, and cuts no character in half", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (text, longest) => {
          const short = shorten(text, longest);
          expect(short.length).toBeLessThanOrEqual(longest);
          expect(short).not.toMatch(/\p{Cs}/u);
        },
      ),
    );
    fc.assert(
      fc.property(nasty, (text) => {
        expect(shorten(text, 74).length).toBeLessThan(75);
      }),
    );
  });
});
