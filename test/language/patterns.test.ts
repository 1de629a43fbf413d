import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readLanguageSource } from "../../scripts/language.ts";
import { needsOf } from "../../scripts/patterns.ts";
import { Pattern, wordsIn } from "../../src/language/patterns.ts";

describe("the words that a pattern needs", () => {
  it.each([
    ["^(?:a |the )?left $", [["left"]]],
    [
      "^(?:ship|boat)s? (?:has|had) (?:now )?left $",
      [["left"], ["boat", "boats", "ship", "ships"], ["had", "has"]],
    ],
    ["^.+ rely[ _]on (?!not )it $", [["rely"], ["on"], ["it"]]],
    ["^(?:\\S+ )+?(?:north|south) (?:\\S+ )*$", [["north", "south"]]],
    ["^(?:go (?<a>.+)|stay (?<b>.+))$", [["go", "stay"]]],
    // No word is sure to be there, or where it ends.
    ["^(?:north )?(?<a>.+)$", []],
    ["^(?<a>.+)ward $", []],
    ["^(?:on|\\S+) (?<a>.+)$", []],
    ["^(?:lol )*$", []],
    ["(?<!not )(?=\\S)", []],
  ])("%s", (source, needs) => {
    const found = needsOf(source);
    for (const list of needs) expect(found).toContainEqual(list);
    if (needs.length === 0) expect(found).toEqual([]);
  });

  it("are in every sentence that fits", { timeout: 60_000 }, () => {
    const { recasts, temporal, frames } = readLanguageSource();
    const all = [recasts, temporal.patterns, frames.truth].flat().map(({ pattern }) => pattern);
    const texts = readFileSync(new URL("../claims/learning.jsonl", import.meta.url), "utf8")
      .split("\n")
      .filter((_, at) => at % 5 === 0)
      .flatMap((line) => JSON.parse(line || '{"claim":""}').claim.toLowerCase() as string)
      .map((claim) => claim.replace(/(?=[.,;!?])|(?='s\b)/gu, " ").replace(/ ?$/u, " "))
      .flatMap((text) => [
        text,
        text.replace(/\bin \d{4} /u, "<T> "),
        text.replace(/^\S+ /u, "<P=state> "),
      ]);
    let fitting = 0;
    for (const data of all) {
      const pattern = new Pattern(data);
      for (const text of texts) {
        if (pattern.exec(text) === null) continue;
        fitting++;
        expect([data.source, text, pattern.mayFit(wordsIn(text.split(" ")))]).toEqual([
          data.source,
          text,
          true,
        ]);
      }
    }
    expect(fitting).toBeGreaterThan(20);
  });
});
