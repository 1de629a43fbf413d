import { describe, expect, it } from "vitest";
import type { FormatName } from "../../src/report/formatter.ts";
import {
  CONFLICTING,
  OPEN,
  REFUTED,
  reportClaims,
  reportTexts,
  SUPPORTED,
  TEXTS,
} from "./samples.ts";

const FORMATS: readonly [FormatName, string][] = [
  ["sarif", "sarif"],
  ["junit", "xml"],
  ["github", "txt"],
  ["html", "html"],
  ["claimreview", "jsonld"],
];

// After a wanted change: npx vitest run test/report --update
describe.each(FORMATS)("%s", (format, ending) => {
  it("of texts", async () => {
    await expect(await reportTexts(format, TEXTS)).toMatchFileSnapshot(`golden/texts.${ending}`);
  });

  it("of claims", async () => {
    const claims = [SUPPORTED, REFUTED, OPEN, CONFLICTING];
    await expect(await reportClaims(format, claims)).toMatchFileSnapshot(`golden/claims.${ending}`);
  });
});
