import { describe, expect, it } from "vitest";
import type { Base, BaseClaim } from "../../src/base/types.ts";
import { searchClaims } from "../../src/cli/search.ts";

function claim(id: string, statement: string, text: string): BaseClaim {
  const quotes = [{ source: "rules", text, line: 1 }];
  return { id, statement, quotes, speaker: null, also: [], wordings: [], conflictsWith: [] };
}

const BASE = {
  sources: [{ id: "rules", title: "The rules in short" }],
  entities: [],
  claims: [
    claim("pawns", "Pawns move forward.", "A pawn’s move goes forward"),
    claim("bishops", "Bishops move diagonally.", "Évêques move on the diagonal"),
  ],
} as unknown as Base;

async function found(query: string): Promise<string[]> {
  return (await searchClaims(BASE, query)).claims.map(({ id }) => id);
}

describe("searchClaims", () => {
  it.each([
    ["a word", "move", ["pawns", "bishops"]],
    ["capitals", "PAWNS", ["pawns"]],
    ["all words, in any order", "forward pawns", ["pawns"]],
    ["words of different claims", "pawns diagonal", []],
    ["part of a word", "diagon", ["bishops"]],
    ["an id", "bishops", ["bishops"]],
    ["a source", "rules in short", ["pawns", "bishops"]],
    ["accents left out", "eveques", ["bishops"]],
    ["a plain apostrophe", "pawn's", ["pawns"]],
    ["a misspelling", "diagnoally", ["bishops"]],
    ["nothing near", "xyzzy", []],
  ])("finds %s", async (_, query, ids) => {
    expect(await found(query)).toEqual(ids);
  });

  it("says what a misspelling was taken for", async () => {
    const { words, mended } = await searchClaims(BASE, "pwans move");
    expect({ words, mended }).toEqual({ words: ["pawns", "move"], mended: true });
  });
});
