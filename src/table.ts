/**
 * Maps from strings to strings that lie in bytes as the build packs them. One is looked up where it
 * lies: a start needs some dozens of entries out of ten thousands, and to parse all takes longer
 * than to check a claim.
 *
 * Bytes: the number of entries and of slots; for each entry the hash of its key and where key and
 * value begin; a gap and where the last value ends; the slots of an open hash table, each with the number of
 * an entry plus one, or 0; the keys and values in UTF-8.
 */
import { hashString } from "./hash.ts";
import type { Pieces } from "./sections.ts";

/** What is looked up by a string; a Map is one too. */
export interface Lookup<T> {
  get(key: string): T | undefined;
  has(key: string): boolean;
  keys(): Iterable<string>;
  values(): Iterable<T>;
}

const HEADER = 2;
const PER_ENTRY = 3;

/**
 * Packs entries; their order is kept. Of two with one key the last counts, as in a Map.
 *
 * @example new Table(piecesOf(packTable([["a", "1"]]))).get("a") // "1"
 */
export function packTable(entries: Iterable<readonly [key: string, value: string]>): Uint8Array {
  const all = [...new Map(entries)];
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, all.length * 2)));
  const head = new Uint32Array(HEADER + all.length * PER_ENTRY + 2 + slots);
  const texts = all.flat().map((text) => Buffer.from(text, "utf8"));
  head[0] = all.length;
  head[1] = slots;
  const table = head.subarray(HEADER + all.length * PER_ENTRY + 2);
  let place = head.byteLength;
  for (const [at, [key]] of all.entries()) {
    const hash = hashString(key);
    head[HEADER + at * PER_ENTRY] = hash;
    head[HEADER + at * PER_ENTRY + 1] = place;
    place += (texts[at * 2] as Buffer).length;
    head[HEADER + at * PER_ENTRY + 2] = place;
    place += (texts[at * 2 + 1] as Buffer).length;
    let slot = hash & (slots - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (slots - 1);
    table[slot] = at + 1;
  }
  head[HEADER + all.length * PER_ENTRY + 1] = place;
  return Buffer.concat([Buffer.from(head.buffer), ...texts]);
}

/** A packed map, looked up where it lies. */
export class Table implements Lookup<string> {
  readonly #bytes: Pieces;
  readonly #head: Uint32Array;
  readonly #slots: Uint32Array;
  /** How many entries there are. */
  readonly size: number;

  constructor(bytes: Pieces) {
    const [size = 0, slots = 0] = numbersOf(bytes.read(0, HEADER * 4));
    const words = HEADER + size * PER_ENTRY + 2;
    const numbers = numbersOf(bytes.read(0, (words + slots) * 4));
    this.size = size;
    this.#bytes = bytes;
    this.#head = numbers.subarray(0, words);
    this.#slots = numbers.subarray(words);
  }

  get(key: string): string | undefined {
    const at = this.indexOf(key);
    return at < 0 ? undefined : this.valueAt(at);
  }

  has(key: string): boolean {
    return this.indexOf(key) >= 0;
  }

  /** The number of an entry, -1 where there is none. */
  indexOf(key: string): number {
    const last = this.#slots.length - 1;
    const hash = hashString(key);
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const at = (this.#slots[slot] as number) - 1;
      if (at < 0) return -1;
      if (this.#head[HEADER + at * PER_ENTRY] === hash && this.keyAt(at) === key) return at;
    }
  }

  keyAt(at: number): string {
    return this.#text(HEADER + at * PER_ENTRY + 1, HEADER + at * PER_ENTRY + 2);
  }

  valueAt(at: number): string {
    return this.#text(HEADER + at * PER_ENTRY + 2, HEADER + at * PER_ENTRY + 4);
  }

  *keys(): Generator<string> {
    for (let at = 0; at < this.size; at++) yield this.keyAt(at);
  }

  *values(): Generator<string> {
    for (let at = 0; at < this.size; at++) yield this.valueAt(at);
  }

  #text(from: number, to: number): string {
    const [start = 0, end = 0] = [this.#head[from], this.#head[to]];
    return start === end ? "" : this.#bytes.read(start, end).toString("utf8");
  }
}

function numbersOf(bytes: Buffer): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** A table whose values are decoded when they are first asked for, each once. */
export class Decoded<T> implements Lookup<T> {
  readonly #table: Table;
  readonly #decode: (value: string, key: string) => T;
  readonly #known = new Map<number, T>();
  /** By key, so that what was found once needs no look into the table any more. */
  readonly #found = new Map<string, T>();

  constructor(table: Table, decode: (value: string, key: string) => T) {
    this.#table = table;
    this.#decode = decode;
  }

  get size(): number {
    return this.#table.size;
  }

  get(key: string): T | undefined {
    const found = this.#found.get(key);
    if (found !== undefined) return found;
    const at = this.#table.indexOf(key);
    if (at < 0) return undefined;
    const value = this.at(at);
    this.#found.set(key, value);
    return value;
  }

  has(key: string): boolean {
    return this.#found.has(key) || this.#table.has(key);
  }

  /** The value of an entry by its number, in the order in which they were packed. */
  at(at: number): T {
    const known = this.#known.get(at);
    if (known !== undefined) return known;
    const value = this.#decode(this.#table.valueAt(at), this.#table.keyAt(at));
    this.#known.set(at, value);
    return value;
  }

  keys(): Iterable<string> {
    return this.#table.keys();
  }

  *values(): Generator<T> {
    for (let at = 0; at < this.size; at++) yield this.at(at);
  }
}
