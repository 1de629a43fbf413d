import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./claims.ts";

/**
 * Reads the options of an evaluation; what isn't one is a file.
 *
 * @param help shown with the fault
 * @throws UsageError where an option is unknown or lacks its value
 */
export function readOptions<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: T,
  help: string,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${help}`);
  }
}
