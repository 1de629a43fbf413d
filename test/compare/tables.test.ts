import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { quantifierCases, whenCases } from "../helpers/compare.ts";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

describe("quantifiers over what is known", () => {
  it.each(quantifierCases(path("quantify.cases.yaml")))("$name → $value", ({ value, got }) => {
    expect(got()).toBe(value);
  });
});

describe("times", () => {
  it.each(whenCases(path("when.cases.yaml")))("$name → $value", ({ value, got }) => {
    expect(got()).toBe(value);
  });
});
