import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Positions } from "../../src/cli/position.ts";

/** Line and column of an offset, by the definition. */
function naive(text: string, offset: number): [number, number] {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return [lines.length, [...(lines.at(-1) ?? "")].length + 1];
}

const texts = fc
  .array(fc.constantFrom("a", "b ", "\n", "\r\n", "\r", "é", "😀", "\t"), { maxLength: 60 })
  .map((parts) => parts.join(""));

describe("Positions", () => {
  it("counts columns in code points from 1, the end exclusive", () => {
    const text = "One.\n😀 Café. Two.";
    const start = text.indexOf("Two");
    expect(new Positions(text).locate("f", start, text.length)).toEqual({
      file: "f",
      line: 2,
      column: 9,
      endLine: 2,
      endColumn: 13,
    });
  });

  it("agrees with the definition, in whatever order it is asked", () => {
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(80), fc.nat(80))), (text, spans) => {
        const positions = new Positions(text);
        for (const span of spans) {
          const [start, end] = span.map((offset) => boundary(text, offset)).sort((a, b) => a - b);
          const { line, column, endLine, endColumn } = positions.locate("f", start ?? 0, end ?? 0);
          expect([line, column]).toEqual(naive(text, start ?? 0));
          expect([endLine, endColumn]).toEqual(naive(text, end ?? 0));
        }
      }),
    );
  });

  it("walks a long line once", () => {
    const text = "word ".repeat(400_000);
    const positions = new Positions(text);
    const start = performance.now();
    for (let offset = 0; offset < text.length; offset += 50)
      positions.locate("f", offset, offset + 4);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

/** An offset in the text that splits neither a character nor a line break, as sentences don't. */
function boundary(text: string, offset: number): number {
  let at = Math.min(offset, text.length);
  while (at > 0 && /^(?:[\udc00-\udfff]|(?<=\r)\n)/.test(text.slice(at, at + 1))) at -= 1;
  return text[at - 1] === "\r" && text[at] === "\n" ? at - 1 : at;
}
