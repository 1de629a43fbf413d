import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines } from "../../src/cli/input-lines.ts";
import { Utf8Text } from "../../src/cli/utf8.ts";

/** A text in pieces of some lengths, as standard input gives it. */
async function* piecesOf(text: string, lengths: readonly number[]): AsyncIterable<string> {
  const bytes = Buffer.from(text);
  const decoder = new Utf8Text("in");
  let from = 0;
  for (const length of [...lengths, bytes.length]) {
    yield decoder.push(bytes.subarray(from, from + length));
    from += length;
  }
  yield decoder.end();
}

async function read(text: string, lengths: readonly number[] = [], longest?: number) {
  const lines: string[] = [];
  const faults: string[] = [];
  const onFault = ({ report }: { report: string }): void => {
    faults.push(report);
  };
  for await (const line of readLines(piecesOf(text, lengths), "in", onFault, longest))
    lines.push(line);
  return { lines, faults };
}

describe("readLines", () => {
  it("gives the lines that hold more than white space, trimmed, however they come in", async () => {
    const text = fc.string({
      unit: fc.constantFrom("a", " ", "\n", "\r", "é", "\t"),
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(5)), async (input, lengths) => {
        const expected = input.split(/\r\n|[\r\n]/).flatMap((line) => line.trim() || []);
        expect(await read(input, lengths)).toEqual({ lines: expected, faults: [] });
      }),
    );
  });

  it("passes over a line that is too long, and tells where", async () => {
    const text = `a\n${"b".repeat(3 << 20)}\nc\n`;
    const { lines, faults } = await read(text, Array(40).fill(1 << 16), 2 << 20);
    expect(lines).toEqual(["a", "c"]);
    expect(faults).toEqual([
      "in:2:1: error: the line is longer than 2 MB\nWrite one statement a line.",
    ]);
  });
});
