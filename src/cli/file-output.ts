import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Fault, reasonOf } from "./fault.ts";
import { type Output, openStream, PIECE } from "./output.ts";
import { beginFile, endFile } from "./unfinished.ts";

/**
 * A file; missing folders are made. A report is written beside the file and takes its place at
 * the end, so that the old one stays whole until then, whatever happens. Devices and pipes
 * (`/dev/null`, a FIFO) are written to as they are.
 *
 * @throws {Fault} where it can't be written
 */
export function openFile(file: string): Output {
  const stream = STREAMS[file];
  if (stream !== undefined) return openStream(stream, file);
  try {
    const old = statOf(file);
    if (old?.isDirectory() || /[/\\]$/.test(file)) throw new Fault(`${file}: ${IS_FOLDER}`);
    if (old && !old.isFile()) return openInPlace(file, file);
    const inherited = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(file)?.[1];
    if (inherited !== undefined) return writer(file, Number(inherited), () => {});
    // What may not be written stays as it is, though its folder may be.
    if (old) accessSync(file, constants.W_OK);
    return openBeside(resolveLinks(file), file, old);
  } catch (error) {
    throw faultOf(file, error);
  }
}

/** Names of the streams that the program has open already. */
const STREAMS: Readonly<Record<string, "stdout" | "stderr">> = {
  "-": "stdout",
  "/dev/stdout": "stdout",
  "/dev/fd/1": "stdout",
  "/proc/self/fd/1": "stdout",
  "/dev/stderr": "stderr",
  "/dev/fd/2": "stderr",
  "/proc/self/fd/2": "stderr",
};

const IS_FOLDER = "cannot write: it is a folder, not a file";

function openInPlace(path: string, name: string): Output {
  const descriptor = openSync(path, "w");
  return writer(name, descriptor, () => closeSync(descriptor));
}

function openBeside(path: string, name: string, old: Stats | null): Output {
  makeFolder(dirname(path));
  const [part, descriptor] = openNew(dirname(path));
  // The old report's permissions are kept; a new one gets the usual ones.
  if (old) chmodSync(part, old.mode & 0o777);
  return writer(name, descriptor, () => {
    closeSync(descriptor);
    renameSync(part, path);
    endFile(part);
  });
}

/** Begins a file of a name that nothing in the folder has. */
function openNew(folder: string): [file: string, descriptor: number] {
  for (let number = 1; ; number += 1) {
    const file = join(folder, `.ottawa-check-${process.pid}-${number}.part`);
    if (existsSync(file)) continue;
    // Noted before it is there: a signal may come as soon as it is.
    beginFile(file);
    try {
      return [file, openSync(file, "wx")];
    } catch (error) {
      endFile(file);
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Text to a descriptor. A pipe that nobody reads any more is taken quietly. */
function writer(name: string, descriptor: number, finish: () => void): Output {
  let waiting = "";
  let closed = false;
  const flush = (): void => {
    const bytes = Buffer.from(waiting, "utf8");
    waiting = "";
    for (let done = 0; done < bytes.length && !closed; ) {
      try {
        done += writeSync(descriptor, bytes, done);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "EPIPE") closed = true;
        else if (code !== "EAGAIN") throw faultOf(name, error);
      }
    }
  };
  return {
    get closed() {
      return closed;
    },
    write: async (text) => {
      waiting += text;
      if (waiting.length >= PIECE) flush();
    },
    flush: async () => flush(),
    end: async () => {
      try {
        finish();
      } catch (error) {
        throw faultOf(name, error);
      }
    },
  };
}

/**
 * Writes a whole file, as {@link openFile} does.
 *
 * @throws {Fault} where it can't be written
 */
export async function writeFile(file: string, text: string): Promise<void> {
  const output = openFile(file);
  await output.write(text);
  await output.flush();
  await output.end();
}

function faultOf(file: string, error: unknown): Fault {
  return error instanceof Fault ? error : new Fault(`${file}: cannot write: ${reasonOf(error)}`);
}

function statOf(file: string): Stats | null {
  return statSync(file, { throwIfNoEntry: false }) ?? null;
}

/** What a chain of symbolic links leads to, whether that exists or not. */
export function resolveLinks(file: string): string {
  let path = resolve(file);
  for (let step = 0; step < 40; step += 1) {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
    path = resolve(dirname(path), readlinkSync(path));
  }
  return path;
}

/** As `mkdir -p`; Node's own recursive way never ends where a folder can't be, as in `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}
