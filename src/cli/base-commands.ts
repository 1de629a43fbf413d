import { MAX_TOLD } from "../base/faults.ts";
import { shortened } from "../base/places.ts";
import type { Base } from "../base/types.ts";
import { readCompiled } from "../builtin.ts";
import { formatSources } from "../report/base-lists.ts";
import { count } from "../report/count.ts";
import { openEngine } from "./engine.ts";
import { Fault } from "./fault.ts";
import { compiling, loadOwnBase, openBaseOf } from "./open-base.ts";
import { listFormatOf, type Options } from "./options.ts";
import { styleFor, warn, writeResults } from "./streams.ts";
import { validateFiles } from "./validate-files.ts";

/** `sources`: the sources of the base. */
export async function sourcesCommand(options: Options): Promise<number> {
  const { base } = await openBaseOf(options);
  await writeResults(formatSources(base, listFormatOf(options), styleFor(options)), options);
  return 0;
}

/**
 * `base validate FILE...`: tells for each file what it holds or what is wrong with it. That a
 * statement can't be read is a warning: the base can be used, but it decides less than it could.
 */
export async function validateCommand(files: readonly string[], options: Options): Promise<number> {
  if (files.length === 0) throw new Fault("base validate needs the file of a claim base");
  const describe = async (file: string): Promise<string> => {
    const base = await loadOwnBase(file);
    const { faults } = openEngine(compiling(base)).checker;
    for (const fault of faults.slice(0, MAX_TOLD)) warn(`${file}: ${shortened(fault)}`);
    const more = faults.length - MAX_TOLD;
    if (more > 0) warn(`${file}: and ${count(more, "more statement")} that can't be read`);
    return contentsOf(base);
  };
  return await validateFiles(files, describe, options);
}

function contentsOf({ claims, sources, entities, rules }: Base): string {
  return [
    count(claims.length, "claim"),
    count(sources.length, "source"),
    count(entities.length, "entity", "entities"),
    count(rules.length, "rule"),
  ].join(", ");
}

/** `base schema`: the JSON Schema of a base's YAML, for editors. */
export async function schemaCommand(options: Options): Promise<number> {
  await writeResults(readCompiled("base.schema.json").toString("utf8"), options);
  return 0;
}
