import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { coverage, quoteSentence, uncovered } from "../../src/base/coverage.ts";
import { loadBase } from "../../src/base/load.ts";
import { createSplitter } from "../../src/text/sentences.ts";

const load = (path: string) => loadBase(fileURLToPath(new URL(path, import.meta.url)));
const split = createSplitter(["Dr."]);

describe("coverage of a small base", () => {
  const base = load("fixtures/chess/base.yaml");

  it("tells the claims that quote each sentence, in the sources' order", () => {
    expect(
      coverage(base, split).map(({ source, line, claims }) => [source, line, ...claims]),
    ).toEqual([
      ["rotterdam", 1, "lindqvist-won"],
      ["rotterdam", 3, "lindqvist-won"],
      ["rotterdam", 4, "last-game-drawn"],
      ["rotterdam", 7, "lucky"],
      ["rotterdam", 7, "lucky"],
      ["bulletin", 1],
      ["bulletin", 3, "players"],
      ["bulletin", 3],
    ]);
  });

  it("tells the sentences that no claim quotes", () => {
    expect(uncovered(base, split)).toEqual([
      { source: "bulletin", line: 1, sentence: "Rotterdam Open: final standings" },
      { source: "bulletin", line: 3, sentence: "Two players withdrew before the fourth round." },
    ]);
  });

  it("gives the whole sentences around a quote", () => {
    const sentences = base.claims.map(({ quotes }) =>
      quotes.map((q) => quoteSentence(base, q, split)),
    );
    expect(sentences[0]?.[1]).toBe(
      "On Saturday, Maja Lindqvist of Sweden won the Rotterdam Open, her first title since 2019.",
    );
    expect(sentences[2]?.[0]).toBe(
      "“I was lucky in the end,” she said. Ferreira, who lost to nobody, came second on tie-break.",
    );
    expect(sentences[3]?.[0]).toBe(
      "Dr. Henk de Boer, the chief arbiter, confirmed that 48 players took part.",
    );
  });

  it("throws for a quote of no source and for words that don't stand there", () => {
    const quote = { source: "rotterdam", text: "Nobody won", line: 1 };
    expect(() => quoteSentence(base, quote, split)).toThrow("Nobody won");
    expect(() => quoteSentence(base, { ...quote, source: "x" }, split)).toThrow('no source "x"');
  });
});

describe("the built-in base", () => {
  it("quotes every sentence of its sources", () => {
    const sentences = uncovered(load("../../data/ottawa/base.yaml"), split);
    expect(sentences.map(({ source, line, sentence }) => `${source}:${line}: ${sentence}`)).toEqual(
      [],
    );
  });
});
