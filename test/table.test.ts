import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packSections, piecesIn, readSections } from "../src/sections.ts";
import { Decoded, packTable, Table } from "../src/table.ts";

/** A table as a file holds it, at a place that is aligned to eight bytes. */
function tableOf(entries: Iterable<readonly [string, string]>): Table {
  const bytes = packSections(new Map([["table", packTable(entries)]]));
  return new Table(piecesIn(readSections(bytes), "table"));
}

describe("a packed table", () => {
  it("holds what a Map of the same entries holds, in its order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.string())), (entries) => {
        const map = new Map(entries);
        const table = tableOf(entries);
        expect([...table.keys()]).toEqual([...map.keys()]);
        expect([...table.values()]).toEqual([...map.values()]);
        for (const key of map.keys()) expect(table.get(key)).toBe(map.get(key));
      }),
    );
  });

  it("has nothing else", () => {
    const table = tableOf([
      ["a", "1"],
      ["ab", ""],
    ]);
    expect(table.get("ab")).toBe("");
    for (const key of ["", "b", "aa", "constructor", "__proto__"]) {
      expect(table.get(key)).toBeUndefined();
      expect(table.has(key)).toBe(false);
    }
    expect(tableOf([]).get("a")).toBeUndefined();
  });

  it("decodes each value once, when it is asked for", () => {
    const decoded: string[] = [];
    const lists = new Decoded(
      tableOf([
        ["a", "1 2"],
        ["b", "3"],
      ]),
      (text, key) => {
        decoded.push(key);
        return text.split(" ");
      },
    );
    expect(lists.get("c")).toBeUndefined();
    expect(decoded).toEqual([]);
    expect(lists.get("b")).toBe(lists.at(1));
    expect([...lists.values()]).toEqual([["1", "2"], ["3"]]);
    expect(decoded).toEqual(["b", "a"]);
  });
});
