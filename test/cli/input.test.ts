import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../src/cli/fault.ts";
import { decode } from "../../src/cli/input.ts";
import { Utf8Text } from "../../src/cli/utf8.ts";

function faultOf(bytes: Buffer): string {
  try {
    decode(bytes, "a.txt");
  } catch (error) {
    if (error instanceof Fault) return error.report;
  }
  return "";
}

describe("decode", () => {
  it("drops a byte order mark", () => {
    expect(decode(Buffer.from("\ufeffa"), "a.txt")).toBe("a");
  });

  it.each([
    ["at the start", [0xff], "a.txt:1:1"],
    ["in a later line", [0x61, 0x0a, 0xc3, 0xa9, 0xe9, 0x0a], "a.txt:2:2"],
    ["after a character of four bytes", [0xf0, 0x9f, 0x98, 0x80, 0x80], "a.txt:1:2"],
    ["cut off within a character", [0x61, 0xf0, 0x9f], "a.txt:1:2"],
    ["a surrogate", [0x61, 0xed, 0xa0, 0x80], "a.txt:1:2"],
    ["after a byte order mark", [0xef, 0xbb, 0xbf, 0x61, 0xff], "a.txt:1:2"],
    ["UTF-16", [0xff, 0xfe, 0x61, 0x00], "a.txt:1:1"],
  ])("refuses what is not UTF-8: %s", (_, bytes, place) => {
    expect(faultOf(Buffer.from(bytes))).toMatch(new RegExp(`^${place}: error: .*UTF-`));
  });

  it.each([
    ["in the first line", "ab\0", "a.txt:1:3"],
    ["after lines of all kinds and a byte order mark", "\ufeffa\r\nb\rc\n😀\0", "a.txt:4:2"],
  ])("refuses a NUL byte %s", (_, text, place) => {
    expect(faultOf(Buffer.from(text))).toMatch(new RegExp(`^${place}: error: .*NUL`));
  });

  it("tells of a NUL byte that stands before a bad one", () => {
    expect(faultOf(Buffer.from([0x61, 0x00, 0xff]))).toMatch(/^a\.txt:1:2: error: .*NUL/u);
  });

  it("takes all of UTF-8 without NUL and nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (binary) => {
        const text = binary.replaceAll("\0", "0");
        expect(decode(Buffer.from(`x${text}`), "a.txt")).toBe(`x${text}`);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const buffer = Buffer.from(bytes);
        expect(faultOf(buffer) === "").toBe(isUtf8(buffer) && !buffer.includes(0));
      }),
    );
  });
});

describe("Utf8Text", () => {
  /** The bytes' text, or the fault, as they come in pieces of these lengths. */
  function inPieces(bytes: Buffer, lengths: readonly number[]): string[] | string {
    const text = new Utf8Text("a.txt");
    const pieces: string[] = [];
    try {
      let from = 0;
      for (const length of [...lengths, bytes.length]) {
        pieces.push(text.push(bytes.subarray(from, from + length)));
        from += length;
      }
      pieces.push(text.end());
    } catch (error) {
      return (error as Fault).report;
    }
    return pieces;
  }

  const bits = [[0x61], [0x0a], [0x0d], [0x0d, 0x0a], [0xc3, 0xa9], [0xf0, 0x9f, 0x98, 0x80]];
  const odd = [[0xef, 0xbb, 0xbf], [0xff], [0x00], [0xe2, 0x82]];
  const bytesOf = (rare: number) =>
    fc
      .array(
        fc.oneof(...bits.map((b) => ({ arbitrary: fc.constant(b), weight: 9 })), {
          arbitrary: fc.constantFrom(...odd),
          weight: rare,
        }),
      )
      .map((lists) => Buffer.from(lists.flat()));

  it.each([
    ["good", 0],
    ["bad", 2],
  ])("gives the same of %s bytes, whatever the pieces", (_, rare) => {
    fc.assert(
      fc.property(bytesOf(rare as number), fc.array(fc.nat(5)), (bytes, lengths) => {
        const whole = inPieces(bytes, []);
        const cut = inPieces(bytes, lengths);
        if (typeof whole === "string") {
          expect(cut).toBe(whole);
        } else {
          expect(Array.isArray(cut) && cut.join("")).toBe(whole.join(""));
          // Between pieces no line end is cut in two.
          expect(Array.isArray(cut) && cut.filter(Boolean).join("|")).not.toContain("\r|\n");
        }
      }),
    );
  });
});
