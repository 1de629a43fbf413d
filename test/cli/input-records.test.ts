import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fault } from "../../src/cli/fault.ts";
import { type InputRecord, readRecords } from "../../src/cli/input-records.ts";

async function* piecesOf(bytes: Buffer, lengths: readonly number[]): AsyncIterable<Buffer> {
  let from = 0;
  for (const length of [...lengths, bytes.length]) {
    yield bytes.subarray(from, from + length);
    from += length;
  }
}

/** The records and faults in their order. */
async function read(
  input: string | Buffer,
  lengths: readonly number[] = [],
): Promise<(InputRecord | string)[]> {
  const found: (InputRecord | string)[] = [];
  const onFault = ({ report }: Fault): void => {
    found.push(report.split("\n")[0] as string);
  };
  const bytes = typeof input === "string" ? Buffer.from(input) : input;
  for await (const record of readRecords(piecesOf(bytes, lengths), "in", onFault)) {
    found.push(record);
  }
  return found;
}

describe("readRecords", () => {
  it("reads ids of all kinds, and passes over blank lines and a byte order mark", async () => {
    const input =
      '\ufeff{"id":"a","text":"One."}\r\n\n {"text":"Two.","x":[1]} \n{"id":7,"text":""}';
    expect(await read(input)).toEqual([
      { id: "a", text: "One." },
      { id: null, text: "Two." },
      { id: 7, text: "" },
    ]);
  });

  it.each([
    ["nonsense", "in:1:1: error: the record is not JSON: expected a value"],
    ['{"id" 1}', 'in:1:7: error: the record is not JSON: expected ":"'],
    ['  {"id":1}', 'in:1:3: error: the record has no "text"'],
    ['{"text":["a"]}', 'in:1:1: error: "text" is no string'],
    ['{"text":"a\\u0000"}', 'in:1:1: error: "text" holds a NUL character'],
    ['{"id":{},"text":"a"}', 'in:1:1: error: "id" is neither a string nor a number'],
    [
      '{"id":12345678901234567890,"text":"a"}',
      'in:1:1: error: "id" is too large for a number; write it as a string',
    ],
    ["[1]", "in:1:1: error: the record is no JSON object"],
    ["null", "in:1:1: error: the record is no JSON object"],
    ['{"é😀":é}', "in:1:7: error: the record is not JSON: expected a value"],
  ])("passes over %s", async (line, fault) => {
    expect(await read(`${line}\n{"text":"One."}`)).toEqual([fault, { id: null, text: "One." }]);
  });

  it("passes over a record that is not UTF-8", async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"text":"é'),
      Buffer.from([0xff]),
      Buffer.from('"}\n{"text":"b"}'),
    ]);
    expect(await read(bytes)).toEqual([
      "in:1:11: error: the record is not valid UTF-8",
      { id: null, text: "b" },
    ]);
  });

  it("passes over a record without end", async () => {
    const long = Buffer.concat([Buffer.alloc(65 << 20, "["), Buffer.from('\n{"text":"b"}')]);
    expect(await read(long, [40 << 20])).toEqual([
      "in:1:1: error: the record is longer than 64 MB",
      { id: null, text: "b" },
    ]);
  });

  it("gives the same, whatever the pieces", async () => {
    const line = fc.constantFrom('{"text":"é\\n"}', "", "{", '{"id":1,"text":"😀"}', "x\r");
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat(9)), async (lines, lengths) => {
        const input = lines.join("\n");
        expect(await read(input, lengths)).toEqual(await read(input));
      }),
    );
  });
});
