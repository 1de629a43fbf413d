import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it, test, vi } from "vitest";
import { composeYaml } from "../../src/base/compose.ts";
import { parseYaml } from "../../src/base/document.ts";
import { BaseError, loadBase } from "../../src/base/load.ts";
import { findQuote, nearestText } from "../../src/base/quotes.ts";
import { find } from "../../src/verbatim.ts";

// What is huge or made to hurt. With more than linear time each of these takes hours.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "huge-"));
const CHESS = new URL("fixtures/chess/", import.meta.url);
for (const name of ["rotterdam.txt", "bulletin.txt"])
  writeFileSync(join(folder, name), readFileSync(new URL(name, CHESS)));
const HEAD = readFileSync(new URL("base.yaml", CHESS), "utf8").split("entities:")[0] as string;

afterAll(() => rmSync(folder, { recursive: true }));

/** The faults of a base with the chess sources, as `line:column: message`. */
function faultsOf(rest: string): string[] {
  const file = join(folder, "base.yaml");
  writeFileSync(file, HEAD + rest);
  try {
    loadBase(file);
    return [];
  } catch (error) {
    if (!(error instanceof BaseError)) throw error;
    return error.faults.map(({ line, column, message }) => `${line}:${column}: ${message}`);
  }
}

const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join("");

describe("find", () => {
  it("gives what indexOf gives", () => {
    const few = fc.string({ unit: fc.constantFrom("a", "b", "é"), maxLength: 60 });
    fc.assert(
      fc.property(few, few, few, (before, wanted, after) => {
        for (const text of [before + after, before + wanted + after, (before + wanted).repeat(9)])
          expect(find(text, wanted)).toBe(text.indexOf(wanted));
      }),
    );
    const near = "ab".repeat(500);
    expect(find(`${near.repeat(40)}c${near}d`, `${near}d`)).toBe(40 * near.length + 1);
  });
});

test("a quote that nearly matches at every place of its source is looked for in linear time", () => {
  const near = "a ".repeat(1_000_000);
  expect(findQuote(near, `${near.slice(0, 20_000)}b`)).toBeNull();
  expect(findQuote(near.replaceAll(" ", "\n "), `${near.slice(0, 20_000)}b`)).toBeNull();
  expect(findQuote("a  ".repeat(300_000), "a ".repeat(300_000))).toEqual({
    start: 0,
    end: 899_998,
  });
  expect(nearestText(near.slice(0, 200_000), `${near.slice(0, 2000)}b`)?.start).toBe(0);
});

describe("a YAML file nested too deeply is refused at the same place everywhere", () => {
  const TOO_DEEP = "this is nested too deeply; a file of this kind needs seven levels at most";
  test.each([
    ["lists in brackets", `a: ${"[".repeat(100_000)}`, 1, 63],
    ["closed brackets", `a: ${"[".repeat(100)}${"]".repeat(100)}`, 1, 63],
    ["braces", `a: ${"{a: ".repeat(100_000)}`, 1, 237],
    ["dashes", "- ".repeat(100_000), 1, 120],
    ["keys of keys", "? ".repeat(100_000), 1, 120],
    ["lines", times(1000, (at) => `${" ".repeat(at)}a:\n`), 60, 61],
  ])("%s", (_, text, line, column) => {
    expect(parseYaml("f", text)).toEqual({
      faults: [{ file: "f", line, column, message: TOO_DEEP }],
      yaml: null,
    });
  });

  it("but a slip in the syntax that looks like it is told as what it is", () => {
    const { faults } = parseYaml("f", "a: b: c\n".repeat(1000));
    expect(faults[0]?.message).toMatch(/^nested mappings are not allowed/u);
  });
});

test("a YAML file that holds too much is read up to there", () => {
  expect(composeYaml("- a\n".repeat(1000), 1000).stopped).toEqual({ offset: 800, why: "too long" });
});

test("very many keys in one map are compared in linear time", () => {
  const keys = times(20_000, (at) => `k${at}: 1\n`);
  expect(parseYaml("f", keys).faults).toEqual([]);
  expect(parseYaml("f", `${keys}k7: 2\n`).faults).toEqual([
    { file: "f", line: 20_001, column: 1, message: expect.stringContaining("is given twice") },
  ]);
});

test.each([
  ["items of the wrong kind", `claims: [${"a,".repeat(20_000)}]\n`],
  ["unknown keys", `claims: []\n${times(20_000, (at) => `k${at}: 1\n`)}`],
  ["unknown keys in one line", `claims: [{${times(20_000, (at) => `k${at}: 1, `)}}]\n`],
  ["keys given twice", `claims: [{${"a: 1, ".repeat(20_000)}}]\n`],
  ["forbidden keys", `claims:\n${"- __proto__: 1\n".repeat(10_000)}`],
  [
    "unknown entities",
    `entities:\n${times(10_000, (at) => `- {id: e${at}, name: x, kind: a, of: f${at}}\n`)}claims: []\n`,
  ],
  [
    "wrong quotes",
    `claims:\n${times(10_000, (at) => `- {id: c${at}, statement: a, quotes: [{source: rotterdam, text: none ${at}}]}\n`)}`,
  ],
])("of very many faults the first are told: %s", (_, rest) => {
  const faults = faultsOf(rest);
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)).toMatch(/: there is more; mend these first$/u);
});

test("a long name in a message is cut, and so are comparisons with it", () => {
  const long = "e".repeat(100_000);
  const [fault = "", ...more] = faultsOf(
    `entities:\n- {id: ${long}, name: x, kind: a, of: ${long}f}\nclaims: []\n`,
  );
  expect(more).toEqual([]);
  expect(fault.length).toBeLessThan(700);
  expect(fault).toMatch(/^13:100032: no entity "e+…e+f"; add it or correct the id$/u);
});

test("braces that together make names without end are refused", () => {
  const name = `"${"{a,b,c,d,e,f,g,h,i,j}".repeat(5)}"`;
  const entities = times(50, (at) => `- {id: e${at}, name: ${name}, kind: a}\n`);
  expect(faultsOf(`entities:\n${entities}claims: []\n`)).toEqual([
    expect.stringMatching(/^23:\d+: the braces of all entities make more than 1000000 names/u),
  ]);
});

test("an alias without an anchor, and a second document, are told", () => {
  const messages = (text: string): string[] =>
    parseYaml("f", text).faults.map(({ line, column, message }) => `${line}:${column}: ${message}`);
  expect(messages("a: *b\n")).toEqual(['1:4: no "&b" stands before; write the value out']);
  expect(messages("a: &b [*b]\n")).toEqual(['1:8: "*b" stands within itself; write the value out']);
  expect(messages("a: 1\n---\nb: 1\n")).toEqual([
    "2:1: a second document begins here; put each into a file of its own",
  ]);
});
