import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { checked, nasty, texts } from "./arbitraries.ts";
import { OPEN, REFUTED, reportClaims, reportTexts, SUPPORTED, TEXTS, textOf } from "./samples.ts";

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** Reads XML strictly: throws where it is not well-formed. */
function parse(xml: string): Node {
  const top: Node = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node: Node = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("text", (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error("no root");
  return root;
}

describe("junit", () => {
  it("has a suite for each text and a case for each recorded sentence", async () => {
    const suites = parse(await reportTexts("junit", TEXTS)).children;
    expect(
      suites.map(({ attributes: { name, tests, failures } }) => [name, tests, failures]),
    ).toEqual([
      ["docs/what's new, 50%: yes?.md", "4", "2"],
      ["docs/clean.md", "1", "0"],
    ]);
  });

  it("counts what it holds, whatever fails", async () => {
    const settings = fc.record({
      failOn: fc.constantFrom("refuted", "conflicting-evidence", "not-enough-evidence", "never"),
      all: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(texts, settings, async (read, set) => {
        for (const suite of parse(await reportTexts("junit", read, set)).children) {
          const cases = suite.children;
          const failed = cases.filter((one) => one.children.some(({ name }) => name === "failure"));
          expect(suite.attributes.tests).toBe(String(cases.length));
          expect(suite.attributes.failures).toBe(String(failed.length));
        }
      }),
    );
  });

  it("says where and why something fails", async () => {
    const [suite] = parse(await reportTexts("junit", [textOf("a.md", [REFUTED])])).children;
    const [test] = suite?.children ?? [];
    expect(test?.attributes).toMatchObject({ file: "a.md", line: "3", name: REFUTED.claim });
    expect(test?.children[0]?.attributes.type).toBe("refuted");
    expect(test?.children[0]?.text).toContain("a.md:3:5\n");
    expect(test?.children[0]?.text).toContain("“Bishops move diagonally.”");
  });

  it("gives cases names of their own", async () => {
    const [suite] = parse(await reportClaims("junit", [REFUTED, SUPPORTED, REFUTED])).children;
    const names = suite?.children.map(({ attributes }) => attributes.name);
    expect(new Set(names).size).toBe(3);
  });

  it("holds a passing case for a text with nothing to report", async () => {
    const [suite] = parse(await reportTexts("junit", [textOf("a.md", [OPEN])])).children;
    expect(suite?.children.map(({ children }) => children)).toEqual([[]]);
  });

  it("is well-formed whatever claims and bases hold", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(checked), nasty, async (claims, name) => {
        parse(await reportClaims("junit", claims));
        parse(await reportTexts("junit", [textOf(name, claims)]));
      }),
    );
  });
});
