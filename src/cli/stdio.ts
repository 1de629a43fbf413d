/**
 * The standard streams without Node's stream objects, where these aren't needed: to load them takes
 * a tenth of the time that a short run has.
 */
import { fstatSync, statSync, writeSync } from "node:fs";

/** Standard output or standard error. */
export type OutStream = "stdout" | "stderr";

const DESCRIPTORS = { stdin: 0, stdout: 1, stderr: 2 } as const;

/** Whether a standard stream is a terminal. */
export function isTerminal(stream: keyof typeof DESCRIPTORS): boolean {
  try {
    const stats = fstatSync(DESCRIPTORS[stream]);
    if (!stats.isCharacterDevice() || isNullDevice(stats.rdev)) return false;
  } catch {
    return false;
  }
  return process[stream].isTTY === true;
}

function isNullDevice(device: number): boolean {
  return process.platform !== "win32" && statSync("/dev/null").rdev === device;
}

/**
 * Writes to a stream as far as it takes text at once.
 *
 * @returns what is left: a pipe that its reader made non-blocking may be full
 * @throws where it can't be written, e.g. EPIPE where nobody reads any more
 */
export function writeNow(stream: OutStream, text: string): Buffer {
  const bytes = Buffer.from(text, "utf8");
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(DESCRIPTORS[stream], bytes, done);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
  }
  return bytes.subarray(done);
}

/** Node's object for a stream. That nobody reads any more is no failure: each writer notices it. */
export function streamOf(stream: OutStream): NodeJS.WriteStream {
  const object = process[stream];
  if (object.listenerCount("error") === 0) object.on("error", () => {});
  return object;
}

/** Tells people something; where nobody can be told, nothing is. */
export function say(stream: OutStream, text: string): void {
  try {
    const left = writeNow(stream, text);
    if (left.length > 0) streamOf(stream).write(left);
  } catch {
    // A closed stream.
  }
}
