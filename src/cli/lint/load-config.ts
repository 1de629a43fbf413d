import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import picomatch from "picomatch";
import type { YamlFile } from "../../base/document.ts";
import type { Fault as FileFault } from "../../base/faults.ts";
import { readTextFile } from "../../base/files.ts";
import type { FailOn } from "../../report/types.ts";
import { Fault } from "../fault.ts";
import { ConfigFile } from "./config-schema.ts";
import { type IgnoreLayer, ignoreLayer, slashed } from "./ignored.ts";
import { parseValidated } from "./validated.ts";

/** A configuration file, with its paths resolved. */
export interface Config {
  /** As messages call it. */
  readonly name: string;
  readonly folder: string;
  readonly base: string | null;
  readonly failOn: FailOn | null;
  readonly maxWarnings: number | null;
  readonly ignore: IgnoreLayer;
  readonly overrides: readonly Override[];
}

export interface Override {
  /** @param path absolute */
  matches(path: string): boolean;
  readonly base: string | null;
  readonly failOn: FailOn | null;
}

const MAX_CONFIG_BYTES = 4 * 1024 * 1024;

/**
 * Reads and validates a configuration.
 *
 * @param path the file, absolute
 * @param name what messages call it
 * @throws {Fault} with all that is wrong, each with its `file:line:column`
 */
export function loadConfig(path: string, name: string): Config {
  const read = readTextFile(path, MAX_CONFIG_BYTES);
  if ("problem" in read) {
    throw new Fault(`the configuration ${read.problem}`, undefined, `${name}:1:1`);
  }
  const folder = dirname(path);
  const raw = parseValidated(name, read.text, ConfigFile, (yaml) => missingBases(yaml, folder));
  const resolved = (base: string | null): string | null =>
    base === null ? null : resolve(folder, base);
  return {
    name,
    folder,
    base: resolved(raw.base),
    failOn: raw["fail-on"],
    maxWarnings: raw["max-warnings"],
    ignore: ignoreLayer(folder, raw.ignore, `ignored by ${name}`),
    overrides: raw.overrides.map((override) => ({
      matches: matcher(override.files, folder),
      base: resolved(override.base),
      failOn: override["fail-on"],
    })),
  };
}

/** Looks at the file as written, so that other faults don't hide these. */
function missingBases({ value, fault }: YamlFile, folder: string): FileFault[] {
  const { base, overrides } = asRecord(value);
  const list = Array.isArray(overrides) ? overrides : [];
  const all = [
    { base, path: ["base"] },
    ...list.map((one, index) => ({ base: asRecord(one).base, path: ["overrides", index, "base"] })),
  ];
  return all
    .filter((one) => typeof one.base === "string" && !existsSync(resolve(folder, one.base)))
    .map(({ path }) =>
      fault(path, `"base" names a file that does not exist; paths start at this file's folder`),
    );
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** A glob without a slash holds in every folder, as in `.gitignore`. */
function matcher(globs: readonly string[], folder: string): (path: string) => boolean {
  const tests = globs.map((glob) =>
    picomatch(glob, { dot: true, ...(!glob.includes("/") && { basename: true }) }),
  );
  return (path) => tests.some((test) => test(slashed(relative(folder, path))));
}
