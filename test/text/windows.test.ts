import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { markdownParser } from "../../src/text/markdown/parser.ts";
import { windowsOf } from "../../src/text/markdown/windows.ts";

const DOCUMENTS = new URL("../documents/", import.meta.url);

/** All Markdown among the tests' texts, one after the other. */
function markdown(): string {
  const cases = parse(
    readFileSync(new URL("markdown.cases.yaml", import.meta.url), "utf8"),
  ) as readonly { readonly text: string }[];
  const documents = readdirSync(DOCUMENTS).filter((name) => name.endsWith(".md"));
  return [
    ...cases.map(({ text }) => text),
    ...documents.map((name) => readFileSync(new URL(name, DOCUMENTS), "utf8")),
  ].join("\n\n");
}

function nodes(text: string, least?: number): { readonly names: string[]; readonly count: number } {
  const names: string[] = [];
  let count = 0;
  for (const { tree, offset, end } of windowsOf(text, markdownParser(), 0, least)) {
    count += 1;
    tree.iterate({
      enter(node) {
        if (node.from >= end) return false;
        if (node.name !== "Document") {
          names.push(`${node.name} ${node.from + offset} ${node.to + offset}`);
        }
        return true;
      },
    });
  }
  return { names, count };
}

describe("windows over Markdown", () => {
  it.each([1, 40, 300, 2000])("of %i characters and more hold what the whole does", (least) => {
    const text = markdown();
    const whole = nodes(text, text.length);
    const parts = nodes(text, least);
    expect(whole.count).toBe(1);
    expect(parts.count).toBeGreaterThan(10);
    expect(parts.names).toEqual(whole.names);
  });

  it("are one for a block that is longer than a window", () => {
    expect(nodes("word ".repeat(1000), 10).count).toBe(1);
  });
});
