import { isUtf8 } from "node:buffer";
import { fstatSync, readFileSync } from "node:fs";
import { isatty } from "node:tty";
import { Fault, reasonOf } from "./fault.ts";

const STDIN = 0;

/** What standard input is: a terminal, nothing (as `/dev/null`), or something to read. */
export type StdinKind = "terminal" | "nothing" | "input";

export function stdinKind(): StdinKind {
  if (isatty(STDIN)) return "terminal";
  try {
    return fstatSync(STDIN).isCharacterDevice() ? "nothing" : "input";
  } catch {
    return "nothing";
  }
}

/**
 * Reads standard input to its end, as {@link decode} does.
 *
 * @param name what messages call it
 * @throws {Fault} where it can't be read or is not UTF-8
 */
export async function readStdin(name: string): Promise<string> {
  try {
    return decode(await readBytes(), name);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(`${name}: cannot read: ${reasonOf(error)}`);
  }
}

async function readBytes(): Promise<Buffer> {
  const kind = fstatSync(STDIN);
  // The stream is for pipes and terminals, where a read can come too early; a file can't.
  if (kind.isFile() || kind.isDirectory()) return readFileSync(STDIN);
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/**
 * Decodes UTF-8 strictly and drops a byte order mark.
 *
 * @param name what messages call the input
 * @throws {Fault} with the line and column of the first byte that is not UTF-8
 */
export function decode(bytes: Buffer, name: string): string {
  if (!isUtf8(bytes)) throw notUtf8(bytes, name);
  try {
    return new TextDecoder("utf-8").decode(bytes);
  } catch (error) {
    throw new Fault(`${name}: cannot read: ${reasonOf(error)}`);
  }
}

function notUtf8(bytes: Buffer, name: string): Fault {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return new Fault("the text is UTF-16, not UTF-8", "Save it as UTF-8.", `${name}:1:1`);
  }
  const good = validPrefix(bytes);
  const before = bytes
    .subarray(0, good)
    .toString("utf8")
    .replace(/^\ufeff/, "");
  const line = before.split(/\r\n|[\r\n]/);
  const column = [...(line.at(-1) ?? "")].length + 1;
  const byte = (bytes[good] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  return new Fault(
    `the text is not valid UTF-8 (byte 0x${byte})`,
    "Save it as UTF-8, or convert it, e.g. with: iconv -f latin1 -t utf-8",
    `${name}:${line.length}:${column}`,
  );
}

/** How many bytes at the start are valid UTF-8: the longest prefix that a strict decoder takes. */
function validPrefix(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isPrefixValid(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // A character begun and not finished counts as invalid from its first byte on.
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low -= 1;
  return low;
}

function isPrefixValid(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
