import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { buildId } from "../../builtin.ts";
import { VERSION } from "../about.ts";
import { Fault } from "../fault.ts";
import { writeFile } from "../file-output.ts";
import { warn } from "../streams.ts";
import type { FileReport, FileTask } from "./check-file.ts";

/** Where the cache lies, unless `--cache-location` says so. */
export const DEFAULT_CACHE = ".ottawa-check-cache";

/** An entry that was not used for so long is removed. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** No entry is larger than this; a damaged one can claim to be. */
const MAX_ENTRY = 1 << 30;

const ENTRY_NAME = /^[0-9a-f]{64}$/u;

/**
 * What was found in texts, kept from run to run: a folder with one file for each text, named by
 * what it depends on. Each begins with its checksum; one that is damaged or changed counts as not
 * there and is written anew. Settings such as `--fail-on` are not part of it: they are applied to
 * what it gives.
 */
export class Cache {
  readonly #folder: string;
  readonly #program: string;
  #isWritable = true;

  /**
   * @param name the folder as the user calls it
   * @throws {Fault} where it is no folder
   */
  constructor(name: string) {
    this.#folder = name;
    if (existsSync(name) && !statSync(name).isDirectory()) {
      throw new Fault(`${name}: the cache is a folder, and this is none`, "Name another one.");
    }
    // What decides a verdict beside the text and the base: the program, and what it knows.
    this.#program = hashOf([VERSION, buildId()]);
  }

  /** The name of a text's entry. */
  keyOf({ file, kind, text, explain, undecided }: FileTask, baseHash: string): string {
    return hashOf([
      this.#program,
      baseHash,
      JSON.stringify([file, kind, explain, undecided]),
      text,
    ]);
  }

  /** What is kept under a name; null where there is nothing, or nothing that can be trusted. */
  read(key: string): FileReport | null {
    const path = join(this.#folder, key);
    try {
      const [checksum, packed = ""] = readFileSync(path, "utf8").split("\n");
      if (checksum !== hashOf([key, packed])) return null;
      const bytes = inflateRawSync(Buffer.from(packed, "base64"), { maxOutputLength: MAX_ENTRY });
      const report = JSON.parse(bytes.toString("utf8")) as FileReport;
      const now = new Date();
      utimesSync(path, now, now);
      return report;
    } catch {
      return null;
    }
  }

  /** Keeps a report. Where that can't be done, the run goes on without. */
  async write(key: string, report: FileReport): Promise<void> {
    if (!this.#isWritable) return;
    const packed = deflateRawSync(JSON.stringify(report)).toString("base64");
    try {
      if (!existsSync(this.#folder)) await writeFile(join(this.#folder, ".gitignore"), "*\n");
      await writeFile(join(this.#folder, key), `${hashOf([key, packed])}\n${packed}\n`);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#isWritable = false;
      warn(`the cache is not used: ${error.message}`);
    }
  }

  /** Removes entries that were not used for long; others' files stay. */
  sweep(): void {
    const oldest = Date.now() - KEPT_MS;
    try {
      for (const name of readdirSync(this.#folder)) {
        const path = join(this.#folder, name);
        if (ENTRY_NAME.test(name) && statSync(path).mtimeMs < oldest) rmSync(path, { force: true });
      }
    } catch {
      // Another run may sweep at the same time, or there is no folder yet.
    }
  }
}

/** SHA-256 of several pieces, each with its length, so that none can be taken for two. */
export function hashOf(pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}
