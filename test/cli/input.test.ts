import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../src/cli/fault.ts";
import { decode } from "../../src/cli/input.ts";

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

  it("takes all of UTF-8 and nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(decode(Buffer.from(`x${text}`), "a.txt")).toBe(`x${text}`);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const buffer = Buffer.from(bytes);
        expect(faultOf(buffer) === "").toBe(isUtf8(buffer));
      }),
    );
  });
});
