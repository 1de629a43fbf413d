import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";

/** The largest base or source that is read, in bytes. */
export const MAX_BYTES = 64 * 1024 * 1024;

export type FileResult =
  | { readonly bytes: Buffer; readonly text: string }
  | { readonly problem: string };

/**
 * Reads a UTF-8 file without ever reading more than the size limit, even where the size isn't
 * known before (a pipe, a device). A byte order mark is dropped from the text.
 *
 * @returns the file's bytes and text, or the problem with advice: "doesn't exist; check the path"
 */
export function readTextFile(path: string, limit = MAX_BYTES): FileResult {
  let bytes: Buffer | null;
  try {
    bytes = readLimited(path, limit);
  } catch (error) {
    return { problem: problemOf(error as NodeJS.ErrnoException) };
  }
  if (bytes === null) {
    return { problem: `is larger than ${Math.floor(limit / 1024 / 1024)} MB; split it` };
  }
  try {
    return { bytes, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { problem: "isn't UTF-8 text; save it as UTF-8" };
  }
}

/** A pipe doesn't tell its size. */
const SMALLEST = 1 << 16;

/**
 * Whether a path leads to a pipe or a device: to read it may take forever. What can't be looked at is
 * told when it is read.
 */
export function isSpecial(path: string): boolean {
  try {
    const kind = statSync(path);
    return !kind.isFile() && !kind.isDirectory();
  } catch {
    return false;
  }
}

/** The bytes of a file; null where there are more than the limit. */
export function readLimited(path: string, limit: number): Buffer | null {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    if (size > limit) return null;
    // One byte more than there should be, so that a file that grows meanwhile is read to its end.
    let bytes = Buffer.allocUnsafeSlow(Math.max(size + 1, SMALLEST));
    for (let total = 0; ; ) {
      const count = readSync(file, bytes, total, bytes.length - total, null);
      if (count === 0) return bytes.subarray(0, total);
      total += count;
      if (total > limit) return null;
      if (total === bytes.length) bytes = Buffer.concat([bytes], 2 * total);
    }
  } finally {
    closeSync(file);
  }
}

function problemOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
      return "doesn't exist; check the path";
    case "EISDIR":
      return "is a folder; name a file";
    case "EACCES":
    case "EPERM":
      return "may not be read; check its permissions";
    default:
      return `can't be read (${error.code ?? error.message}); check the path`;
  }
}
