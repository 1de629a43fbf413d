import { describe, expect, it } from "vitest";
import { readLanguage } from "../../../scripts/language.ts";
import { respeak } from "../../../src/language/words/informal.ts";
import { readPost, wordsOfTag } from "../../../src/language/words/social.ts";
import { splitWords } from "../../../src/language/words/words.ts";

const language = readLanguage();
const said = (text: string): string =>
  respeak(splitWords(text, language.rewrites), language.informal)
    .map((w) => w.lower)
    .join(" ");

describe("pidgins, dialects and learners' English in standard words", () => {
  it.each([
    ["Peru no fit leave the club o", "peru can not leave the club"],
    ["Peru don leave", "peru has leave"],
    ["we cannae stay", "we can not stay"],
    ["Peru aint signed it", "peru has n't signed it"],
    ["Peru aint in it", "peru is n't in it"],
    ["Peru never signed no paper", "peru never signed any paper"],
    ["guys Peru left the club lol", "peru left the club"],
    ["in force since 99", "in force since 1999"],
    // These mean what they say.
    ["It shares no border with Peru", "it shares no border with peru"],
    ["Neither produce nor use it", "neither produce nor use it"],
    ["They decided on June 29.", "they decided on june 29 ."],
    ["It isn't tied down by it", "it is n't tied down by it"],
  ])("%s → %s", (text, plain) => {
    expect(said(text)).toBe(plain);
  });
});

describe("posts", () => {
  it("leaves out pictures, addresses and accounts, each in its place", () => {
    const { text } = readPost("RT @peru: Peru left 🔥 https://a.b/c");
    expect(text).toBe("          Peru left                 ");
  });

  it("keeps a last tag that the sentence needs, and no other", () => {
    expect(readPost("Peru leaves the #Club #news").text.trim()).toBe("Peru leaves the  Club");
    expect(readPost("Peru left the club #Club").text.trim()).toBe("Peru left the club");
  });

  it("names a country by its flag where it isn't named otherwise", () => {
    expect(readPost("🇵🇪 left").flags.map((f) => f.text)).toEqual(["Peru"]);
    expect(readPost("Peru 🇵🇪 left").flags).toEqual([]);
  });

  it("takes tags apart", () => {
    expect(wordsOfTag("MineBanUN2025")).toEqual(["Mine", "Ban", "UN", "2025"]);
  });
});
