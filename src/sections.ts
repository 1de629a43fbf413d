import { fstatSync, openSync, readSync } from "node:fs";

/**
 * The container of compiled data and of the parser's model: a magic word, a table of named sections, then the sections, each
 * aligned to eight bytes so that typed arrays can look straight into the file.
 */

const MAGIC = 0x5953434f;
const NAME_BYTES = 8;
const ENTRY_BYTES = NAME_BYTES + 8;
const ALIGNMENT = 8;
/** Enough for the table of some hundred sections: one read of the file. */
const HEAD_BYTES = 4096;

/** After so many reads a file that is not large is taken into memory: a text asks for much of it. */
const MANY_READS = 5000;
const SMALL = 32 * 1024 * 1024;

/** The named byte ranges of a file, in memory or in the file itself. */
export interface Sections {
  /** How many bytes all sections have together. */
  readonly total: number;
  /** The bytes of a section: a view where the file is in memory, else read now. */
  get(name: string): Uint8Array | undefined;
  /** A section to read pieces of. */
  pieces(name: string): Pieces | undefined;
}

/** Bytes that are read piece by piece. */
export interface Pieces {
  readonly length: number;
  /** @returns the bytes from one place to another; aligned if `from` is */
  read(from: number, to: number): Buffer;
}

/** Pieces of bytes in memory. */
export function piecesOf(bytes: Uint8Array): Pieces {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return { length: bytes.length, read: (from, to) => all.subarray(from, to) };
}

/**
 * Packs named sections into one file.
 *
 * @param sections names of at most eight ASCII letters, with their bytes
 */
export function packSections(sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  let end = align(8 + sections.size * ENTRY_BYTES);
  const starts: number[] = [];
  for (const bytes of sections.values()) {
    starts.push(end);
    end = align(end + bytes.length);
  }
  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, sections.size, true);
  let entry = 8;
  let index = 0;
  for (const [name, bytes] of sections) {
    for (let i = 0; i < name.length; i += 1) {
      file[entry + i] = name.charCodeAt(i);
    }
    const start = starts[index] ?? 0;
    view.setUint32(entry + NAME_BYTES, start, true);
    view.setUint32(entry + NAME_BYTES + 4, bytes.length, true);
    file.set(bytes, start);
    entry += ENTRY_BYTES;
    index += 1;
  }
  return file;
}

/**
 * Opens a file of sections that is in memory. The sections are views, not copies.
 *
 * @param what what errors call the file
 * @throws Error if the bytes are not such a file
 */
export function readSections(bytes: Uint8Array, what = "file of compiled data"): Sections {
  const file = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  return sectionsIn(piecesOf(file), what);
}

/**
 * Opens a file of sections without reading it whole: what is asked for is read then, until that was
 * often. The file stays open as long as the program runs.
 *
 * @throws Error if it can't be read or is not such a file
 */
export function openSections(path: string | URL, what = "file of compiled data"): Sections {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  const readNow = (from: number, to: number): Buffer => {
    const bytes = Buffer.allocUnsafeSlow(to - from);
    for (let done = 0; done < bytes.length; ) {
      const count = readSync(file, bytes, done, bytes.length - done, from + done);
      if (count === 0) throw new Error(`the ${what} is cut short`);
      done += count;
    }
    return bytes;
  };
  let reads = 0;
  let whole: Buffer | null = null;
  return sectionsIn(
    {
      length: size,
      read: (from, to) => {
        reads += 1;
        if (reads > MANY_READS && size <= SMALL) whole ??= readNow(0, size);
        return whole?.subarray(from, to) ?? readNow(from, to);
      },
    },
    what,
  );
}

function sectionsIn(file: Pieces, what: string): Sections {
  const head = file.length < 8 ? null : file.read(0, Math.min(file.length, HEAD_BYTES));
  if (head === null || head.readUInt32LE(0) !== MAGIC) throw new Error(`not a ${what}`);
  const places = new Map<string, readonly [start: number, end: number]>();
  const count = head.readUInt32LE(4);
  const table = 8 + count * ENTRY_BYTES;
  if (table > file.length) throw new Error(`the ${what} is cut short`);
  const entries = table <= head.length ? head : file.read(0, table);
  let total = 0;
  for (let entry = 8; entry < table; entry += ENTRY_BYTES) {
    const name = entries.toString("latin1", entry, entry + NAME_BYTES).replace(/\0+$/u, "");
    const start = entries.readUInt32LE(entry + NAME_BYTES);
    const length = entries.readUInt32LE(entry + NAME_BYTES + 4);
    if (start + length > file.length) throw new Error(`the ${what} is cut short`);
    places.set(name, [start, start + length]);
    total += length;
  }
  return {
    total,
    get: (name) => {
      const place = places.get(name);
      return place && file.read(...place);
    },
    pieces: (name) => {
      const place = places.get(name);
      if (!place) return undefined;
      const [start, end] = place;
      return { length: end - start, read: (from, to) => file.read(start + from, start + to) };
    },
  };
}

/**
 * Looks a section up.
 *
 * @throws Error if the file lacks it
 */
export function section(sections: Sections, name: string): Uint8Array {
  const bytes = sections.get(name);
  if (bytes === undefined) {
    throw new Error(`the file has no section "${name}"`);
  }
  return bytes;
}

/**
 * Looks up a section to read pieces of.
 *
 * @throws Error if the file lacks it
 */
export function piecesIn(sections: Sections, name: string): Pieces {
  const pieces = sections.pieces(name);
  if (pieces === undefined) throw new Error(`the file has no section "${name}"`);
  return pieces;
}

/** A section as lines of UTF-8 text. */
export function textLines(sections: Sections, name: string): string[] {
  const text = textOf(sections, name);
  return text === "" ? [] : text.split("\n");
}

/** A section as UTF-8 text. */
export function textOf(sections: Sections, name: string): string {
  const bytes = section(sections, name);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}

/** A section that holds JSON. */
export function jsonOf(sections: Sections, name: string): unknown {
  return JSON.parse(textOf(sections, name));
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
