import { describe, expect, it } from "vitest";
import { examplesOf, readReadme, replay } from "./helpers/readme.ts";

// After a wanted change of what the program prints: npm run transcripts
describe("the examples of the README", () => {
  const examples = examplesOf(readReadme());

  it("are there", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)("%s", (example) => {
    expect(replay(example)).toBe(example);
  });
});
