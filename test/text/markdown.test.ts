import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { readText, sentencesOf, textsOf } from "./read.ts";

interface Case {
  readonly name: string;
  readonly text: string;
  readonly sentences: string[];
  readonly written?: string[];
  readonly places?: string[];
  readonly comments?: string[];
}

const cases: Case[] = parse(readFileSync(new URL("markdown.cases.yaml", import.meta.url), "utf8"));

describe("reads Markdown", () => {
  test.each(cases)("$name", async ({ text, sentences, written, places, comments }) => {
    const found = await sentencesOf(text, "markdown");
    expect(found.map((s) => s.text)).toEqual(sentences);
    if (written) expect(found.map((s) => s.written)).toEqual(written);
    if (places) expect(found.map((s) => [s.place, s.level].join(" ").trim())).toEqual(places);
    const read = await readText(text, "markdown");
    expect(read.comments.map((comment) => comment.text)).toEqual(comments ?? []);
  });

  it("numbers blocks in their order", async () => {
    const found = await sentencesOf("# A\n\nOne. Two.\n\n- Three.\n", "markdown");
    expect(found.map((s) => s.block)).toEqual([0, 1, 1, 2]);
  });

  it.each([
    ["quotations", "> ".repeat(100_000)],
    ["lists", "- ".repeat(100_000)],
    ["emphasis", "*".repeat(100_000)],
    ["links that never end", "![a](".repeat(50_000)],
    ["links without a target's end", "[a](b ".repeat(50_000)],
    ["brackets", "[".repeat(50_000)],
    ["pairs of brackets", `${"[".repeat(20_000)}x${"]".repeat(20_000)}`],
  ])("ends on %s without end", async (_name, text) => {
    const begun = performance.now();
    expect(await textsOf(`${text}\n\nIt opened.\n`, "markdown")).toContain("It opened.");
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
