import { isUtf8 } from "node:buffer";
import { Fault } from "./fault.ts";
import { jsonFault } from "./json-fault.ts";
import { FIRST_PLACE, placeAfter } from "./place.ts";
import { validPrefix } from "./utf8.ts";

/** A text to check, as one line of `--input ndjson` gives it. */
export interface InputRecord {
  /** What the results of the text are given, so that they can be joined to it. */
  readonly id: string | number | null;
  readonly text: string;
}

const LINE_FEED = 10;

/** Longer lines are refused, so that the memory needed stays bounded. */
const LONGEST_LINE = 64 << 20;

const HINT = 'Write one JSON object a line: {"id": "…", "text": "…"}';

/**
 * Reads records, one JSON object a line, as they come in. Blank lines are passed over; so are
 * lines that are no record, each after `onFault` was told.
 *
 * @param name what messages call the input
 */
export async function* readRecords(
  pieces: AsyncIterable<Buffer>,
  name: string,
  onFault: (fault: Fault) => void,
): AsyncIterable<InputRecord> {
  let number = 0;
  for await (const line of linesOf(pieces)) {
    number += 1;
    const record = line === null ? tooLong(name, number) : recordOf(line, name, number);
    if (record instanceof Fault) onFault(record);
    else if (record !== null) yield record;
  }
}

/** Cuts bytes into lines; null stands for a line that is too long. */
async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer | null> {
  let begun: Buffer[] = [];
  let length = 0;
  const take = (): Buffer | null => {
    const line = length > LONGEST_LINE ? null : Buffer.concat(begun);
    begun = [];
    length = 0;
    return line;
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      begun.push(piece.subarray(from, end));
      length += end - from;
      yield take();
      from = end + 1;
    }
    length += piece.length - from;
    if (length > LONGEST_LINE) begun = [];
    else begun.push(piece.subarray(from));
  }
  if (length > 0) yield take();
}

function tooLong(name: string, number: number): Fault {
  const message = `the record is longer than ${LONGEST_LINE >> 20} MB`;
  return new Fault(message, "Split its text.", `${name}:${number}:1`);
}

/** Null for a blank line. */
function recordOf(line: Buffer, name: string, number: number): InputRecord | Fault | null {
  const faultAt = (before: string, message: string, hint = HINT): Fault => {
    const { column } = placeAfter(before, FIRST_PLACE);
    return new Fault(message, hint, `${name}:${number}:${column}`);
  };
  if (!isUtf8(line)) {
    const before = line.subarray(0, validPrefix(line)).toString("utf8");
    return faultAt(before, "the record is not valid UTF-8", "Save it as UTF-8.");
  }
  const text = line.toString("utf8");
  const json = number === 1 && text.startsWith("\ufeff") ? text.slice(1) : text;
  if (json.trim() === "") return null;
  const start = json.slice(0, json.length - json.trimStart().length);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    const { offset, message } = jsonFault(json);
    return faultAt(json.slice(0, offset), `the record is not JSON: ${message}`);
  }
  const wrong = faultOf(value);
  return wrong === null ? toRecord(value as Partial<InputRecord>) : faultAt(start, wrong);
}

function faultOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return "the record is no JSON object";
  }
  const { id, text } = value as Record<string, unknown>;
  if (!Object.hasOwn(value, "text")) return 'the record has no "text"';
  if (typeof text !== "string") return '"text" is no string';
  if (text.includes("\0")) return '"text" holds a NUL character';
  if (typeof id === "number" && !Number.isSafeInteger(id) && Number.isInteger(id)) {
    return '"id" is too large for a number; write it as a string';
  }
  if (id === undefined || id === null || typeof id === "string" || typeof id === "number") {
    return null;
  }
  return '"id" is neither a string nor a number';
}

function toRecord({ id, text }: Partial<InputRecord>): InputRecord {
  return { id: id ?? null, text: (text ?? "").replace(/^\ufeff/, "") };
}
