import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InputKind } from "../../src/types.ts";
import { readText, sentencesOf } from "./read.ts";

// The rule of the places: what a sentence's place cuts out of the file is the sentence as written,
// so that without its markup it is the sentence.

const WORDS = [
  "canal",
  "its",
  "Suez",
  "opened",
  "in 1869",
  "Mr. Koval",
  "well-known",
  "é😀",
  "U.S.",
];
const word = fc.constantFrom(...WORDS);

/** Words with markup around some of them, as the kind has it. */
function phrase(wrap: fc.Arbitrary<(words: string) => string>): fc.Arbitrary<string> {
  const piece = fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.option(wrap))
    .map(([words, markup]) => (markup ? markup(words.join(" ")) : words.join(" ")));
  return fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom(" ", "\n"))
    .map(([pieces, space]) => pieces.join(space));
}

const markdownPhrase = phrase(
  fc.constantFrom<(words: string) => string>(
    (w) => `*${w}*`,
    (w) => `**${w}**`,
    (w) => `***${w}***`,
    (w) => `\`${w}\``,
    (w) => `[${w}](https://a.example "It closed.")`,
    (w) => `[*${w}*](<a b>)`,
    (w) => `<b>${w}</b>`,
    (w) => `${w}<!-- note -->`,
    (w) => `${w} &amp; ${w} \\*`,
    (w) => `${w}![icon](i.png)`,
  ),
);
const htmlPhrase = phrase(
  fc.constantFrom<(words: string) => string>(
    (w) => `<b>${w}</b>`,
    (w) => `<a href="x" title="It closed."><i>${w}</i></a>`,
    (w) => `<code>${w}</code>`,
    (w) => `${w}<!-- note -->`,
    (w) => `${w} &amp; &quot;${w}&quot; &#x31;`,
    (w) => `${w}<img alt="It closed.">`,
  ),
);
const plainPhrase = phrase(fc.constant((words: string) => `"${words}"`));

/** Sentences of such phrases, some of them as a whole in markup. */
function paragraph(inner: fc.Arbitrary<string>, around: readonly string[]): fc.Arbitrary<string> {
  const sentence = fc
    .tuple(inner, fc.constantFrom(".", "!", "?"), fc.constantFrom(...around))
    .map(([words, stop, mark]) => mark.replace("…", `The ${words}${stop}`));
  return fc.array(sentence, { minLength: 1, maxLength: 3 }).map((list) => list.join(" "));
}

const markdownText = fc
  .array(
    fc
      .tuple(
        paragraph(markdownPhrase, ["…", "…", "*…*", "[…](x)"]),
        fc.constantFrom("", "# ", "- ", "1. ", "> ", "> - "),
      )
      .map(([text, mark]) => `${mark}${mark === "# " ? text.replaceAll("\n", " ") : text}`),
    { maxLength: 4 },
  )
  .map((blocks) => blocks.join("\n\n"));
const htmlText = fc
  .array(
    fc
      .tuple(
        paragraph(htmlPhrase, ["…", "…", "<em>…</em>"]),
        fc.constantFrom("p", "h2", "li", "td", "blockquote", "div"),
      )
      .map(([text, tag]) => `<${tag}>${text}</${tag}>`),
    { maxLength: 4 },
  )
  .map((blocks) => blocks.join("\n"));
const plainText = fc
  .array(
    fc
      .tuple(paragraph(plainPhrase, ["…"]), fc.constantFrom("", "- ", "2) ", "GENEVA -- "))
      .map(([text, mark]) => `${mark}${text}`),
    { maxLength: 4 },
  )
  .map((blocks) => blocks.join("\n\n"));

/** Reads what was cut out by itself, as if it were a text of the kind. */
async function without(written: string, kind: InputKind): Promise<string> {
  const found = await sentencesOf(written, kind);
  return found.map(({ text }) => text).join(" ");
}

describe.each([
  ["markdown", markdownText],
  ["html", htmlText],
  ["text", plainText],
] as const)("the places of sentences in %s", (kind, texts) => {
  it("cut the sentence as written out of the file", { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        for (const { text: sentence, written } of await sentencesOf(text, kind)) {
          // A quotation's lines have their marks inside the sentence.
          expect(await without(written.replace(/\n> ?/g, "\n"), kind)).toBe(sentence);
          expect(written.trim()).toBe(written);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("hold all words that are to be read, and no others", { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const read = (await sentencesOf(text, kind)).map((s) => s.text).join(" ");
        for (const name of WORDS) {
          expect(count(read, name)).toBe(count(text, name));
        }
        expect(read).not.toContain("closed");
      }),
      { numRuns: 100 },
    );
  });

  it("rise, and don't overlap, whatever the text", { timeout: 30_000 }, async () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ..."*_`[]()!<>&;#-+|~:\"'\\/=^ \n\t\r".split(""),
            ...["<b>", "</b>", "<p>", "<li>", "<!--", "-->", "\n\n", "](x)", "[^1]", "[^1]: "],
            ...[
              "&amp;",
              "<br>",
              "> ",
              "- [ ] ",
              "| a | b |\n|---|---|\n",
              "---\n",
              "```\n",
              "    ",
            ],
            ...["From: a\nTo: b\n", "ANN: Yes. ", "-- \n", "1999: ", "# ottawa-check-disable x\n"],
          ),
          word,
        ),
        { maxLength: 60 },
      )
      .map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(soup, async (text) => {
        const read = await readText(text, kind);
        let last = 0;
        let block = 0;
        for (const sentence of read.sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(last);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(sentence.end).toBeLessThanOrEqual(text.length);
          expect(sentence.block).toBeGreaterThanOrEqual(block);
          expect(sentence.text).toMatch(/[\p{L}\p{N}]/u);
          expect(sentence.text.trim()).toBe(sentence.text);
          last = sentence.end;
          block = sentence.block;
        }
        for (const { text: comment, start, end } of read.comments) {
          expect(text.slice(start, end)).toContain(comment);
        }
      }),
      { numRuns: 500 },
    );
  });
});

function count(text: string, name: string): number {
  return text.replaceAll("It closed.", "").replace(/\s+/g, " ").split(name).length - 1;
}
