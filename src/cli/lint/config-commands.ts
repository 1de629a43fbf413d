import { relative, resolve } from "node:path";
import { readCompiled } from "../../builtin.ts";
import { count } from "../../report/count.ts";
import { Fault } from "../fault.ts";
import type { Options } from "../options.ts";
import { writeResults } from "../streams.ts";
import { validateFiles } from "../validate-files.ts";
import { slashed } from "./ignored.ts";
import { loadConfig } from "./load-config.ts";
import { nearestConfig } from "./settings.ts";

/** `config schema`: the JSON Schema of a configuration, for editors. */
export async function configSchemaCommand(options: Options): Promise<number> {
  await writeResults(readCompiled("config.schema.json").toString("utf8"), options);
  return 0;
}

/**
 * `config validate [file...]`: tells for each configuration, or for the one that holds in the
 * working folder, whether it is valid or what is wrong with it.
 */
export async function configValidateCommand(
  files: readonly string[],
  options: Options,
): Promise<number> {
  const contentsOf = (file: string): string =>
    count(loadConfig(resolve(file), file).overrides.length, "override");
  return await validateFiles(files.length > 0 ? files : [nearestName()], contentsOf, options);
}

function nearestName(): string {
  const path = nearestConfig(process.cwd());
  if (path === null) {
    throw new Fault("no configuration holds here", "Name a file, or write .ottawa-check.yaml.");
  }
  return slashed(relative(process.cwd(), path));
}
