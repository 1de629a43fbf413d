import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readTextFile } from "../../base/files.ts";
import { Fault } from "../fault.ts";
import type { LintOptions } from "./options.ts";
import { type SuppressionMode, Suppressions } from "./suppressions.ts";
import type { SuppressionsFile } from "./suppressions-schema.ts";

/** Where the file of suppressions lies, unless `--suppressions-location` says so. */
const DEFAULT_LOCATION = ".ottawa-check-suppressions.json";

/**
 * Opens the file of suppressions that a run uses or writes.
 *
 * @throws {Fault} where it is not valid, or one was named that is not there
 */
export async function openSuppressions(
  options: LintOptions,
  args: readonly string[],
  cwd: string,
): Promise<{ readonly suppressions: Suppressions; readonly name: string }> {
  const name = options.suppressionsLocation ?? DEFAULT_LOCATION;
  const path = resolve(cwd, name);
  const mode = modeOf(options, args);
  if (existsSync(path)) {
    return { name, suppressions: new Suppressions(path, await readRaw(path, name), mode) };
  }
  if (mode !== "add" && options.suppressionsLocation !== undefined) {
    throw new Fault(
      `${name}: the file of suppressions does not exist`,
      "Check the path, or write it with --suppress-all.",
    );
  }
  return { name, suppressions: new Suppressions(path, null, mode) };
}

function modeOf(
  { suppressAll, pruneSuppressions }: LintOptions,
  args: readonly string[],
): SuppressionMode {
  if (suppressAll && pruneSuppressions) {
    throw new Fault(
      "--suppress-all and --prune-suppressions can't be used together",
      "--suppress-all removes what is not needed too.",
    );
  }
  if (suppressAll && args.includes("-")) {
    throw new Fault("--suppress-all can't be used with standard input", "Name the file.");
  }
  return suppressAll ? "add" : pruneSuppressions ? "prune" : "use";
}

/** What reads and validates YAML, and so JSON, is loaded only where there is such a file. */
async function readRaw(path: string, name: string): Promise<SuppressionsFile> {
  const read = readTextFile(path);
  if ("problem" in read)
    throw new Fault(`the file of suppressions ${read.problem}`, undefined, `${name}:1:1`);
  const [{ parseValidated }, { SuppressionsFile: schema }] = await Promise.all([
    import("./validated.ts"),
    import("./suppressions-schema.ts"),
  ]);
  return parseValidated(name, read.text, schema);
}
