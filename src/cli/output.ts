import { closeSync, existsSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { Fault, reasonOf } from "./fault.ts";

/** Where results go. Text is gathered and written in pieces. */
export interface Output {
  /** Whether nobody reads any more (a closed pipe): what is written then is dropped. */
  readonly closed: boolean;
  write(text: string): Promise<void>;
  /** Writes what is left. Must be called once, last. */
  end(): Promise<void>;
}

/** Pieces of about this many characters are written at once. */
const PIECE = 1 << 14;

/**
 * Standard output, with `EPIPE` (as from `| head`) taken quietly and every other failure, e.g. a
 * full disk, as a {@link Fault}.
 */
export function openStdout(stream: NodeJS.WriteStream): Output {
  let closed = false;
  let waiting = "";
  const flush = (): Promise<void> => {
    const piece = waiting;
    waiting = "";
    if (piece === "" || closed) return Promise.resolve();
    return new Promise((resolve, reject) => {
      stream.write(piece, (error) => {
        if (!error) return resolve();
        closed = true;
        if ((error as NodeJS.ErrnoException).code === "EPIPE") return resolve();
        reject(new Fault(`cannot write to standard output: ${reasonOf(error)}`));
      });
    });
  };
  return {
    get closed() {
      return closed;
    },
    write: (text) => {
      waiting += text;
      return waiting.length >= PIECE || stream.isTTY ? flush() : Promise.resolve();
    },
    end: flush,
  };
}

/**
 * A file, emptied first; missing folders are made.
 *
 * @throws {Fault} where it can't be written
 */
export function openFile(file: string): Output {
  const fault = (error: unknown): Fault => new Fault(`${file}: cannot write: ${reasonOf(error)}`);
  let descriptor: number;
  try {
    makeFolder(dirname(file));
    descriptor = openSync(file, "w");
  } catch (error) {
    throw fault(error);
  }
  let waiting = "";
  const flush = (): void => {
    const bytes = Buffer.from(waiting, "utf8");
    waiting = "";
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    } catch (error) {
      throw fault(error);
    }
  };
  return {
    closed: false,
    write: async (text) => {
      waiting += text;
      if (waiting.length >= PIECE) flush();
    },
    end: async () => {
      flush();
      closeSync(descriptor);
    },
  };
}

/** As `mkdir -p`; Node's own recursive way never ends where a folder can't be, as in `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}
