import { isUtf8 } from "node:buffer";
import { Fault } from "./fault.ts";
import { FIRST_PLACE, placeAfter } from "./place.ts";

/**
 * Decodes a text in UTF-8 that comes in pieces: strictly, without a byte order mark. What is given
 * out never ends within a character or within a `\r\n`.
 */
export class Utf8Text {
  readonly #name: string;
  /** Bytes of a character that is not all there yet. */
  #bytes: Buffer = Buffer.alloc(0);
  /** A carriage return that a line feed may follow. */
  #held = "";
  #given = "";
  #place = FIRST_PLACE;
  #begun = false;

  /** @param name what messages call the text */
  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Takes the next bytes; gives the characters that are whole.
   *
   * @throws {Fault} with the line and column of the first byte that is no text
   */
  push(piece: Buffer): string {
    const bytes = this.#bytes.length === 0 ? piece : Buffer.concat([this.#bytes, piece]);
    const end = wholeCharacters(bytes);
    this.#bytes = bytes.subarray(end);
    return this.#give(bytes.subarray(0, end), false);
  }

  /** Gives the rest, at the text's end. */
  end(): string {
    const rest = this.#bytes;
    this.#bytes = Buffer.alloc(0);
    return this.#give(rest, true);
  }

  #give(bytes: Buffer, last: boolean): string {
    this.#place = placeAfter(this.#given, this.#place);
    this.#given = "";
    if (!isUtf8(bytes)) throw this.#notUtf8(bytes);
    let text = this.#held + bytes.toString("utf8");
    this.#held = "";
    if (!this.#begun && text !== "") {
      this.#begun = true;
      if (text.startsWith("\ufeff")) text = text.slice(1);
    }
    this.#refuseNul(text);
    if (!last && text.endsWith("\r")) {
      text = text.slice(0, -1);
      this.#held = "\r";
    }
    this.#given = text;
    return text;
  }

  #refuseNul(text: string): void {
    const nul = text.indexOf("\0");
    if (nul < 0) return;
    throw this.#fault(
      text.slice(0, nul),
      "the text holds a NUL byte",
      "Is it a text? UTF-16 can be converted, e.g. with: iconv -f utf-16 -t utf-8",
    );
  }

  #notUtf8(bytes: Buffer): Fault {
    if (!this.#begun && isUtf16(bytes)) {
      return this.#fault("", "the text is UTF-16, not UTF-8", "Save it as UTF-8.");
    }
    const good = validPrefix(bytes);
    const before = this.#held + bytes.subarray(0, good).toString("utf8");
    // The first of two faults is told, however the bytes came in.
    this.#refuseNul(this.#begun ? before : before.replace(/^\ufeff/, ""));
    const byte = (bytes[good] ?? 0).toString(16).toUpperCase().padStart(2, "0");
    return this.#fault(
      this.#begun ? before : before.replace(/^\ufeff/, ""),
      `the text is not valid UTF-8 (byte 0x${byte})`,
      "Save it as UTF-8, or convert it, e.g. with: iconv -f latin1 -t utf-8",
    );
  }

  #fault(before: string, message: string, hint: string): Fault {
    const { line, column } = placeAfter(before, this.#place);
    return new Fault(message, hint, `${this.#name}:${line}:${column}`);
  }
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The end of the last character that is all there. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** How many bytes at the start are valid UTF-8: the longest prefix that a strict decoder takes. */
export function validPrefix(bytes: Buffer): number {
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
