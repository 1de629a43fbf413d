import { statSync } from "node:fs";
import { MAX_BYTES, readLimited } from "../../base/files.ts";
import { kindOf } from "../../text/kinds.ts";
import { Fault, reasonOf } from "../fault.ts";
import { decode, readStdin } from "../input.ts";
import type { FoundFile } from "./find-files.ts";

/** So many bytes at a file's start tell whether it is text. */
const HEAD = 8192;

/**
 * Reads a file of text.
 *
 * @throws {Fault} where it can't be read, is too large, or is no text in UTF-8
 */
export async function readFile({ path, name }: FoundFile): Promise<string> {
  if (path === null) return await readStdin(name);
  let bytes: Buffer | null;
  try {
    // A device may never end.
    const kind = statSync(path);
    if (!kind.isFile() && !kind.isFIFO()) throw new Fault(`${name}: it is no plain file`);
    bytes = readLimited(path, MAX_BYTES);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(`${name}: cannot read: ${reasonOf(error)}`);
  }
  if (bytes === null) {
    throw new Fault(`${name}: is larger than ${MAX_BYTES / 1024 / 1024} MB`, "Split it.");
  }
  if (kindOf(name) === null && bytes.subarray(0, HEAD).includes(0)) {
    throw new Fault(`${name}: it is no text (it holds NUL bytes)`, "Name files of text only.");
  }
  return decode(bytes, name);
}
