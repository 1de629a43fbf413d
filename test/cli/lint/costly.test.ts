import ignore from "ignore";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { isCostly } from "../../../src/cli/lint/costly.ts";

describe("patterns", () => {
  it.each([
    "**/*.md",
    "*.test.*.md",
    "!(old|new)/**/*.{md,txt}",
    "{docs,src,lib,test,tools}/**",
    "{docs/**,src/**,lib/**,test/**,tools/**,web/**}",
    "/build/*/out/*/a/*/b/*/c",
    "+(a|b).md",
  ])("such as %s are taken", (pattern) => expect(isCostly(pattern)).toBe(false));

  it.each([
    "*a*a*a*a*b",
    "**/a/**/a/**/a/**/a/**/b",
    "+(a*)b",
    "*(*)b",
    "+(+(a))",
    "x".repeat(1001),
  ])("such as %s are not", (pattern) => expect(isCostly(pattern)).toBe(true));

  it.each(["*a*a*a*b", "{*a,*b}{*a,*b}*b", "**/a/**/a/**/a/**/b"])(
    "that are taken take an instant, as %s does",
    (pattern) => {
      const names = ["a".repeat(250), `${"a/".repeat(100)}c`];
      const start = performance.now();
      for (const name of names) {
        expect(picomatch(pattern, { dot: true })(name)).toBe(false);
        expect(ignore().add(pattern).ignores(name)).toBe(false);
      }
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
