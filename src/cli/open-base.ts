import type { Fault as BaseFault } from "../base/faults.ts";
import type { Base } from "../base/types.ts";
import { openBuiltinBase } from "../builtin.ts";
import { Fault, Faults, reasonOf } from "./fault.ts";

/**
 * Opens the base that the options name, or the built-in one. What reads YAML is loaded only for
 * a base of the user's own.
 *
 * @param file the value of `--base`
 * @throws {Fault} with one line a fault, each with its `file:line:column`
 */
export async function openBase(file: string | undefined): Promise<Base> {
  return file === undefined ? openBuiltinBase() : await loadOwnBase(file);
}

export async function loadOwnBase(file: string): Promise<Base> {
  const { BaseError, loadBase } = await import("../base/load.ts");
  try {
    return loadBase(file);
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
