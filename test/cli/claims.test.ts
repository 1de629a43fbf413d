import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTask } from "../../src/cli/claims.ts";
import { Fault } from "../../src/cli/fault.ts";

describe("readTask", () => {
  it.each([
    ["one quoted claim", ["the sky is blue"], ["the sky is blue"]],
    [
      "several quoted claims",
      ["the sky is blue", "grass is red"],
      ["the sky is blue", "grass is red"],
    ],
    ["bare words are one claim", ["the", "sky", "is", "blue"], ["the sky is blue"]],
    ["one word", ["Skylight"], ["Skylight"]],
    [
      "a word beside a quoted claim",
      ["the sky is blue", "Skylight"],
      ["the sky is blue", "Skylight"],
    ],
    ["a tab is a space too", ["the\tsky", "grass"], ["the\tsky", "grass"]],
    ["white space around", [" the sky is blue\n"], ["the sky is blue"]],
  ])("%s", (_, words, claims) => {
    expect(readTask(words, [], false)).toEqual({ kind: "claims", claims });
  });

  it.each([
    ["a dash", ["-5 degrees it was"], ["-5 degrees it was"]],
    ["the name of a command", ["sources"], ["sources"]],
    ["a lone dash", ["-"], ["-"]],
    ["bare words", ["-5", "degrees"], ["-5 degrees"]],
  ])("after --, %s", (_, literal, claims) => {
    expect(readTask([], literal, false)).toEqual({ kind: "claims", claims });
  });

  it.each([
    ["nothing", [], false, "nothing"],
    ["a dash", ["-"], false, "text"],
    ["--lines", [], true, "lines"],
    ["--lines and a dash", ["-"], true, "lines"],
  ] as const)("%s", (_, words, lines, kind) => {
    expect(readTask(words, [], lines)).toEqual({ kind });
  });

  it.each([
    ["standard input and a claim", ["-", "the sky is blue"], false],
    ["--lines and a claim", ["the sky is blue"], true],
    ["an empty claim", [""], false],
    ["a blank claim", ["the sky is blue", " "], false],
    ["a path", ["docs/notes.md"], false],
    ["a misspelt command", ["claim"], false],
  ])("refuses %s", (_, words, lines) => {
    expect(() => readTask(words, [], lines)).toThrow(Fault);
  });

  it("joins any bare words with single spaces", () => {
    const word = fc.stringMatching(/^[A-Za-z']{8,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 2 }), (words) => {
        expect(readTask(words, [], false)).toEqual({ kind: "claims", claims: [words.join(" ")] });
      }),
    );
  });
});
