import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import type { InputKind } from "../../src/types.ts";
import { readText, sentencesOf, textsOf } from "./read.ts";

interface Case {
  readonly name: string;
  readonly text: string;
  readonly sentences: string[];
  readonly written?: string[];
  readonly places?: string[];
  readonly speakers?: string[];
  readonly leads?: string[];
  readonly comments?: string[];
}

const casesOf = (kind: string): Case[] =>
  parse(readFileSync(new URL(`${kind}.cases.yaml`, import.meta.url), "utf8"));

describe.each(["markdown", "html", "text"] as const)("reads %s", (kind) => {
  test.each(casesOf(kind))("$name", async (example) => {
    const { text, sentences, written, places, speakers, leads, comments } = example;
    const found = await sentencesOf(text, kind);
    expect(found.map((s) => s.text)).toEqual(sentences);
    if (written) expect(found.map((s) => s.written)).toEqual(written);
    if (places) expect(found.map((s) => [s.place, s.level].join(" ").trim())).toEqual(places);
    if (leads) expect(found.map((s) => s.text.slice(0, s.lead ?? 0))).toEqual(leads);
    expect(found.map((s) => s.speaker)).toEqual(speakers ?? found.map(() => undefined));
    const read = await readText(text, kind);
    // Comments are found while the sentences are read.
    expect([...read.sentences]).toHaveLength(sentences.length);
    expect(read.comments.map((comment) => comment.text)).toEqual(comments ?? []);
    for (const { text: comment, start, end } of read.comments) {
      expect(text.slice(start, end)).toContain(comment);
      expect(text.slice(start, end)).toMatch(/^(?:<!--|# |\/\/ )/);
    }
  });
});

describe("reads any markup", () => {
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
    ["elements", "<div>".repeat(100_000), "html"],
    ["markup in a line", "<b>x ".repeat(100_000), "html"],
    ["comments", "<!-- ".repeat(100_000), "html"],
    ["pairs of brackets", `${"[".repeat(20_000)}x${"]".repeat(20_000)}`],
  ] as [string, string, InputKind?][])("ends on %s without end", async (_name, text, kind) => {
    const begun = performance.now();
    const found = await textsOf(`It opened.\n\n${text}\n\nIt closed.`, kind ?? "markdown");
    expect(found[0]).toMatch(/^It opened\./);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
