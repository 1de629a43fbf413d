import { safe, safeStart } from "../report/safe.ts";
import { Fault } from "./fault.ts";
import type { Options } from "./options.ts";
import { complain, writeResults } from "./streams.ts";

/**
 * Tells for each file what it holds or what is wrong with it.
 *
 * @param contentsOf says what a valid file holds, in a few words; throws a {@link Fault} for a wrong one
 * @returns the exit code: 0 where all are valid, else 2
 */
export async function validateFiles(
  files: readonly string[],
  contentsOf: (file: string) => string | Promise<string>,
  options: Options,
): Promise<number> {
  const lines: string[] = [];
  let code = 0;
  for (const file of files) {
    try {
      lines.push(`${safeStart(safe(file))}: valid: ${await contentsOf(file)}\n`);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      complain(error);
      code = 2;
    }
  }
  if (!options.quiet) await writeResults(lines.join(""), options);
  return code;
}
