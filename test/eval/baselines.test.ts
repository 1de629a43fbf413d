import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import { alwaysNothing, tunedFuse } from "../../scripts/eval/baselines.ts";
import type { LabelledClaim } from "../../scripts/eval/claims.ts";
import { loadBase } from "../../src/base/load.ts";

const base = loadBase(fileURLToPath(new URL("../base/fixtures/chess/base.yaml", import.meta.url)));

const claim = (text: string, label: LabelledClaim["label"]): LabelledClaim => ({
  id: text,
  claim: text,
  label,
  evidence: [],
  kind: "plain",
});

describe("fuse.js alone", () => {
  const { engine, threshold } = tunedFuse(base, [
    claim("Maja Lindqvist won the Rotterdam Open.", "supported"),
    claim("Lindqvist wasn't lucky.", "refuted"),
    claim("Grain prices rose in spring all over Europe.", "not-enough-evidence"),
  ]);

  it("finds a threshold that tells near from far", () => {
    expect(threshold).toBeGreaterThan(0);
    expect(threshold).toBeLessThan(1);
  });

  test.each([
    ["Maja Lindqvist won the Rotterdam Open.", "supported"],
    ["Lindqvist wasn't lucky.", "refuted"],
    ["Lindqvist was lucky.", "supported"],
    ["Grain prices rose in spring all over Europe.", "not-enough-evidence"],
  ])("%s: %s", (text, verdict) => {
    expect(engine(text).verdict).toBe(verdict);
  });

  it("prints the quotes of its match", () => {
    expect(engine("Lindqvist was lucky.").evidence[0]?.source).toBe("rotterdam");
  });
});

it("always not-enough-evidence prints nothing", () => {
  expect(alwaysNothing("Anything.")).toMatchObject({
    verdict: "not-enough-evidence",
    evidence: [],
  });
});
