/**
 * The container of the model: a magic word, a table of named sections, then the sections, each
 * aligned to eight bytes so that typed arrays can look straight into the file.
 */

const MAGIC = 0x5953434f;
const NAME_BYTES = 8;
const ENTRY_BYTES = NAME_BYTES + 8;
const ALIGNMENT = 8;

/** The named byte ranges of a model file. */
export type Sections = ReadonlyMap<string, Uint8Array>;

/**
 * Packs named sections into one file.
 *
 * @param sections names of at most eight ASCII letters, with their bytes
 */
export function packSections(sections: Sections): Uint8Array {
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
 * Reads the section table of a model file. The sections are views, not copies.
 *
 * @throws Error if the bytes are not a model file
 */
export function readSections(bytes: Uint8Array): Sections {
  const file = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 8 || view.getUint32(0, true) !== MAGIC) {
    throw new Error("not a syntax model file");
  }
  const sections = new Map<string, Uint8Array>();
  const count = view.getUint32(4, true);
  for (let i = 0; i < count; i += 1) {
    const entry = 8 + i * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > file.length) {
      throw new Error("the syntax model file is cut short");
    }
    let name = "";
    for (let j = 0; j < NAME_BYTES && file[entry + j] !== 0; j += 1) {
      name += String.fromCharCode(file[entry + j] ?? 0);
    }
    const start = view.getUint32(entry + NAME_BYTES, true);
    const length = view.getUint32(entry + NAME_BYTES + 4, true);
    if (start + length > file.length) {
      throw new Error("the syntax model file is cut short");
    }
    sections.set(name, file.subarray(start, start + length));
  }
  return sections;
}

/**
 * Looks a section up.
 *
 * @throws Error if the model file lacks it
 */
export function section(sections: Sections, name: string): Uint8Array {
  const bytes = sections.get(name);
  if (bytes === undefined) {
    throw new Error(`the syntax model file has no section "${name}"`);
  }
  return bytes;
}

/** A section as lines of UTF-8 text. */
export function textLines(sections: Sections, name: string): string[] {
  const text = new TextDecoder().decode(section(sections, name));
  return text === "" ? [] : text.split("\n");
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
