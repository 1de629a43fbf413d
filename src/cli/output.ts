import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { Fault, reasonOf } from "./fault.ts";
import { beginFile, endFile } from "./unfinished.ts";

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
 * A file. It is written beside its place and put there at the end, so that nobody ever finds half
 * of it; what is no plain file (`/dev/stdout`, a pipe) is written to at once. Missing folders are
 * made.
 *
 * @throws {Fault} where it can't be written
 */
export function openFile(file: string): Output {
  const fault = (error: unknown): Fault => new Fault(`${file}: cannot write: ${reasonOf(error)}`);
  let descriptor: number;
  let place: Place;
  try {
    makeFolder(dirname(file));
    place = placeOf(file);
    descriptor = openSync(place.part, "w");
    if (place.mode !== null) fchmodSync(descriptor, place.mode);
  } catch (error) {
    throw fault(error);
  }
  if (place.part !== place.whole) beginFile(place.part);
  let waiting = "";
  const flush = (): void => {
    const bytes = Buffer.from(waiting, "utf8");
    waiting = "";
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    } catch (error) {
      discard(place);
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
      try {
        closeSync(descriptor);
        finish(place);
      } catch (error) {
        discard(place);
        throw fault(error);
      }
    },
  };
}

/** Where a file is written, and where it belongs in the end; the same for what is no plain file. */
interface Place {
  readonly part: string;
  readonly whole: string;
  /** The rights of the file that is replaced. */
  readonly mode: number | null;
}

function placeOf(file: string): Place {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there && !there.isFile()) return { part: file, whole: file, mode: null };
  if (!there) return { part: partOf(file), whole: file, mode: null };
  // A link stays one, a file that may not be written stays as it is.
  accessSync(file, constants.W_OK);
  const whole = realpathSync(file);
  return { part: partOf(whole), whole, mode: there.mode };
}

function partOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${process.pid}.part`);
}

function finish({ part, whole }: Place): void {
  if (part === whole) return;
  renameSync(part, whole);
  endFile(part);
}

function discard({ part, whole }: Place): void {
  if (part === whole) return;
  rmSync(part, { force: true });
  endFile(part);
}

/**
 * Writes a whole file, as {@link openFile} does.
 *
 * @throws {Fault} where it can't be written
 */
export async function writeFile(file: string, text: string): Promise<void> {
  const output = openFile(file);
  await output.write(text);
  await output.end();
}

/** As `mkdir -p`; Node's own recursive way never ends where a folder can't be, as in `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}
