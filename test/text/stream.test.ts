import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PartCutter } from "../../src/text/plain/parts.ts";
import { readText, sentencesOf } from "./read.ts";

function cut(pieces: Iterable<string>): string[] {
  const cutter = new PartCutter();
  return [...[...pieces].flatMap((piece) => [...cutter.push(piece)]), ...cutter.end()];
}

function* inPieces(text: string, lengths: readonly number[]): Iterable<string> {
  let from = 0;
  for (let i = 0; from < text.length; i++) {
    const length = lengths[i % lengths.length] ?? text.length;
    yield text.slice(from, from + length + 1);
    from += length + 1;
  }
}

/** Long texts with blank lines in them, or none, or hardly any. */
const longText = fc
  .tuple(
    fc.constantFrom("\n\n", "\r\n\r\n", "\n \n", "\r\r", "\n", " ", ""),
    fc.constantFrom("word ", "A sentence. ", "😀", "a\r\nb"),
    fc.integer({ min: 1, max: 60_000 }),
    fc.integer({ min: 1, max: 3_000 }),
  )
  .map(([gap, word, count, every]) => {
    const paragraph = `${word.repeat(every)}${gap}`;
    return paragraph.repeat(Math.ceil((count * 20) / paragraph.length));
  });

describe("a text that comes in pieces", () => {
  it("is cut the same, whatever the pieces, and nothing is lost", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(longText, fc.array(fc.nat(50_000), { minLength: 1 }), (text, lengths) => {
        const parts = cut([text]);
        expect(parts.join("") === text).toBe(true);
        expect(cut(inPieces(text, lengths)).map((part) => part.length)).toEqual(
          parts.map((part) => part.length),
        );
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(1 << 20);
      }),
      { numRuns: 10 },
    );
  });

  it("cuts no character and no line end in two", { timeout: 30_000 }, () => {
    for (const text of [
      "😀".repeat(1 << 20),
      "a\r\n".repeat(1 << 20),
      "a\r\n\r\n".repeat(1 << 18),
    ]) {
      for (const part of cut([text])) {
        expect(part.slice(-1)).not.toMatch(/[\ud800-\udbff]/);
        expect(part.slice(0, 1)).not.toBe("\n");
      }
    }
  });

  it("holds the same sentences as the whole, at the same places", { timeout: 30_000 }, async () => {
    const paragraph = "ANN: The canal opened.\nIt was long.\n\n* one item\n* another one\n\n";
    const text = `The canals\n\n${paragraph.repeat(2000)}BO: The end.`;
    const whole = await sentencesOf(text, "text");
    const found: unknown[] = [];
    async function* pieces(): AsyncIterable<string> {
      yield* inPieces(text, [1000, 70_000]);
    }
    let before = 0;
    for await (const part of readText.stream(pieces())) {
      for (const sentence of part.sentences) {
        const { start, end } = sentence;
        const written = part.text.slice(start, end);
        found.push({ ...sentence, start: start + before, end: end + before, written });
      }
      before += part.text.length;
    }
    expect(found.length).toBe(whole.length);
    expect(found).toEqual(whole);
    expect(whole.at(-1)).toMatchObject({ text: "The end.", speaker: "BO", block: 6_001 });
  });
});
