import type { Fault as BaseFault } from "../base/faults.ts";
import { type FileResult, readTextFile } from "../base/files.ts";
import type { Base } from "../base/types.ts";
import { type English, openBuiltin } from "../builtin.ts";
import { compileBase, openCompiledBase } from "../check.ts";
import { readSections, type Sections } from "../sections.ts";
import { Fault, Faults, reasonOf } from "./fault.ts";
import type { Options } from "./options.ts";

type BaseOptions = Pick<Options, "base" | "source">;

/** A base, and its compiled form, which is made when it is first asked for. */
export interface OpenedBase {
  readonly base: Base;
  compiled(english: English): Sections;
}

/**
 * Opens the base that the options name: one in a file, one drafted from texts, or the built-in one.
 *
 * @throws {Fault} as {@link openBase} does, or where a text can't be read
 */
export async function openBaseOf({ base, source }: BaseOptions): Promise<OpenedBase> {
  if (source === undefined) return await openBase(base);
  const { draftFrom } = await import("./draft.ts");
  return compiling(await draftFrom(source, "."));
}

/**
 * Opens the base that the options name, or the built-in one. What reads YAML is loaded only for
 * a base of the user's own, and only where its compiled form is not kept from another run.
 *
 * @param file the value of `--base`
 * @throws {Fault} with one line a fault, each with its `file:line:column`
 */
export async function openBase(file: string | undefined): Promise<OpenedBase> {
  if (file === undefined) return opened(openBuiltin());
  const { keep, placeFor, readKept } = await import("./base-cache.ts");
  // Read once: what is kept under the hash of some bytes must have been made from these, though the
  // file may change meanwhile; and a pipe gives them only once.
  const read = readTextFile(file);
  const place = "bytes" in read ? placeFor(file, read.bytes) : null;
  const kept = place && readKept(place, file);
  if (kept) return opened(kept);
  return compiling(await loadOwnBase(file, read), (bytes) => {
    if (place) keep(place, bytes);
  });
}

function opened(compiled: Sections): OpenedBase {
  return { base: openCompiledBase(compiled), compiled: () => compiled };
}

/**
 * A base that is compiled when its compiled form is asked for.
 *
 * @param keep gets the compiled form
 */
export function compiling(base: Base, keep: (compiled: Uint8Array) => void = () => {}): OpenedBase {
  return {
    base,
    compiled: ({ language, syntax }) => {
      const bytes = compileBase(base, language, syntax);
      keep(bytes);
      return readSections(bytes);
    },
  };
}

/**
 * Reads and validates a base of the user's own.
 *
 * @param read what was read of it, where that was done already
 * @throws {Fault} with one line a fault
 */
export async function loadOwnBase(file: string, read?: FileResult): Promise<Base> {
  const { BaseError, loadBase } = await import("../base/load.ts");
  try {
    return loadBase(file, read);
  } catch (error) {
    if (error instanceof BaseError) throw toFaults(error.faults);
    throw new Fault(`${file}: cannot read the claim base: ${reasonOf(error)}`);
  }
}

/** Faults in a YAML file as the command line tells them. */
export function toFaults(faults: readonly BaseFault[]): Faults {
  return new Faults(faults.map(toFault));
}

function toFault({ file, line, column, message }: BaseFault): Fault {
  return new Fault(message, undefined, `${file}:${line}:${column}`);
}
