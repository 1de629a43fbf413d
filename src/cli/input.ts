import { fstatSync, readFileSync } from "node:fs";
import { Fault, reasonOf } from "./fault.ts";
import { isTerminal } from "./stdio.ts";
import { Utf8Text } from "./utf8.ts";

const STDIN = 0;

/** What standard input is: a terminal, nothing (as `/dev/null`), or something to read. */
export type StdinKind = "terminal" | "nothing" | "input";

export function stdinKind(): StdinKind {
  try {
    if (!fstatSync(STDIN).isCharacterDevice()) return "input";
    return isTerminal("stdin") ? "terminal" : "nothing";
  } catch {
    return "nothing";
  }
}

/**
 * Reads standard input to its end, as {@link decode} does.
 *
 * @param name what messages call it
 * @throws {Fault} where it can't be read or is no text in UTF-8
 */
export async function readStdin(name: string): Promise<string> {
  try {
    return decode(await readBytes(), name);
  } catch (error) {
    throw unreadable(name, error);
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
 * Standard input piece by piece, for inputs of any length.
 *
 * @param name what messages call it
 * @throws {Fault} where it can't be read
 */
export async function* stdinBytes(name: string): AsyncIterable<Buffer> {
  try {
    // The stream takes a folder for an empty file; reading it at once says what it is.
    if (fstatSync(STDIN).isDirectory()) readFileSync(STDIN);
    for await (const piece of process.stdin) yield piece as Buffer;
  } catch (error) {
    throw unreadable(name, error);
  }
}

/**
 * The text of standard input piece by piece, decoded as {@link decode} does.
 *
 * @throws {Fault} where it can't be read or is no text in UTF-8
 */
export async function* stdinText(name: string): AsyncIterable<string> {
  const text = new Utf8Text(name);
  for await (const bytes of stdinBytes(name)) yield text.push(bytes);
  yield text.end();
}

/**
 * Decodes UTF-8 strictly and drops a byte order mark.
 *
 * @param name what messages call the input
 * @throws {Fault} with the line and column of the first byte that is no text in UTF-8
 */
export function decode(bytes: Buffer, name: string): string {
  const text = new Utf8Text(name);
  try {
    return text.push(bytes) + text.end();
  } catch (error) {
    throw unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): Fault {
  return error instanceof Fault ? error : new Fault(`${name}: cannot read: ${reasonOf(error)}`);
}
