import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  lemmatise,
  loadSyntax,
  parse,
  type SyntaxToken,
  type TokenInput,
} from "../../../src/language/syntax/index.ts";

const file = new URL("../../../data/language/syntax/english.model", import.meta.url);
const model = loadSyntax(readFileSync(file));

/** Tokens parted by spaces; `a_b` is a name of two words, `5_May` a date. */
function tokens(text: string): TokenInput[] {
  return text.split(" ").map((form): TokenInput => {
    if (!form.includes("_")) {
      return { form };
    }
    return { form: form.replaceAll("_", " "), upos: /\d/u.test(form) ? "NUM" : "PROPN" };
  });
}

/** `child relation head` for each token; forms stand for tokens. */
function arcs(text: string): string[] {
  const parsed = parse(model, tokens(text));
  return parsed.map(({ form, rel, head }) => `${form} ${rel} ${parsed[head]?.form ?? "ROOT"}`);
}

function expectTree(parsed: readonly SyntaxToken[]): void {
  expect(parsed.filter(({ head }) => head === -1)).toHaveLength(1);
  for (const start of parsed.keys()) {
    let node = start;
    for (let steps = 0; node !== -1; steps += 1) {
      expect(steps).toBeLessThanOrEqual(parsed.length);
      node = parsed[node]?.head ?? -2;
    }
  }
}

describe("parse", () => {
  it("gives nothing for nothing", () => {
    expect(parse(model, [])).toEqual([]);
  });

  it("gives a tree with one root for any tokens", () => {
    const forms = [
      "",
      " ",
      "the",
      "signed",
      "…",
      "𝒳",
      "A B",
      "’",
      "12",
      "no",
      "x".repeat(500),
      "\n",
    ];
    let seed = 1;
    const next = (limit: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % limit;
    };
    for (let round = 0; round < 60; round += 1) {
      const words = Array.from({ length: 1 + next(40) }, () => ({ form: forms[next(12)] ?? "" }));
      const parsed = parse(model, words);
      expect(parsed.map(({ form }) => form)).toEqual(words.map(({ form }) => form));
      expectTree(parsed);
    }
  });

  it("gives a tree for a sentence of a thousand tokens", () => {
    const words = Array.from({ length: 1000 }, (_, i) => ({
      form: i % 3 === 0 ? "walls" : "shake",
    }));
    expectTree(parse(model, words));
  });

  it("gives the same for the same", () => {
    const words = tokens("The council adopted the plan after a long debate .");
    expect(parse(model, words)).toEqual(parse(model, words));
  });

  it("keeps tags that are given, even those it has never heard of", () => {
    const [first, second] = parse(model, [
      { form: "march", upos: "VERB", xpos: "VBP" },
      { form: "on", upos: "NONSENSE" },
    ]);
    expect(first).toMatchObject({ upos: "VERB", xpos: "VBP" });
    expect(second?.upos).toBe("NONSENSE");
  });

  it.each([
    [
      "The mayor opened the bridge .",
      ["mayor nsubj opened", "bridge obj opened", "opened root ROOT"],
    ],
    [
      "The bridge was opened by the mayor .",
      ["bridge nsubj:pass opened", "mayor obl:agent opened", "was aux:pass opened"],
    ],
    ["Norway has n't joined the union .", ["n't advmod joined", "Norway nsubj joined"]],
    [
      "Neither Peru nor Chile has begun to withdraw .",
      ["Peru nsubj begun", "withdraw xcomp begun"],
    ],
    ["The minister said that the law had failed .", ["failed ccomp said", "law nsubj failed"]],
    ["The man who wrote the song lives in Oslo .", ["wrote acl:relcl man", "man nsubj lives"]],
    ["did the king sign a letter ?", ["king nsubj sign", "did aux sign", "letter obj sign"]],
    ["Chile and Peru left the club .", ["Chile nsubj left", "Peru conj Chile", "club obj left"]],
    ["The Oslo_Accord was signed on 13_September_1993 .", ["Oslo Accord nsubj:pass signed"]],
    [
      "Sweden never ratified the Oslo_Accord",
      ["Oslo Accord obj ratified", "never advmod ratified"],
    ],
    ["lol no sweden hasnt left the club yet", ["sweden nsubj left", "club obj left"]],
    ["There is no plan to leave .", ["plan nsubj is", "no det plan", "leave acl plan"]],
  ])("reads: %s", (text, expected) => {
    expect(arcs(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe("lemmatise", () => {
  it.each([
    ["ratified", "VERB", "ratify"],
    ["stockpiling", "VERB", "stockpile"],
    ["lies", "VERB", "lie"],
    ["laid", "VERB", "lay"],
    ["left", "VERB", "leave"],
    ["left", "ADJ", "left"],
    ["children", "NOUN", "child"],
    ["treaties", "NOUN", "treaty"],
    ["better", "ADJ", "good"],
    ["Busiest", "ADJ", "busy"],
    ["n’t", "PART", "not"],
    ["French", "ADJ", "French"],
    ["Athens", "PROPN", "Athens"],
    ["doomscrolling", "VERB", "doomscroll"],
    ["", "VERB", ""],
  ])("%s as %s", (form, upos, expected) => {
    expect(lemmatise(model, form, upos)).toBe(expected);
  });
});

describe("loadSyntax", () => {
  it("refuses what is no model file", () => {
    expect(() => loadSyntax(new Uint8Array(3))).toThrow("not a syntax model file");
    expect(() => loadSyntax(new Uint8Array(100))).toThrow("not a syntax model file");
  });

  it("refuses a file that was cut short", () => {
    expect(() => loadSyntax(readFileSync(file).subarray(0, 100_000))).toThrow("cut short");
  });
});
