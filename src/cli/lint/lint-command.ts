import { resolve } from "node:path";
import { STDIN_NAME } from "../../report/place.ts";
import { kindOf } from "../../text/kinds.ts";
import { readDestinations } from "../destinations.ts";
import { Fault, Faults } from "../fault.ts";
import { writeFile } from "../file-output.ts";
import { runOf } from "../reports.ts";
import { Bases } from "./bases.ts";
import { checkFile } from "./check-file.ts";
import { type FoundFiles, findFiles } from "./find-files.ts";
import { ignoreLayer } from "./ignored.ts";
import { inOrder } from "./in-order.ts";
import { LintReport } from "./lint-report.ts";
import { openSuppressions } from "./open-suppressions.ts";
import type { LintOptions } from "./options.ts";
import type { Outcome, PlannedFile } from "./outcome.ts";
import { readFile } from "./read-file.ts";
import { SettingsFinder } from "./settings.ts";
import { itemsOf } from "./shard.ts";

/**
 * `lint [file|folder|glob…]`: checks files, the gate for CI.
 *
 * @returns the exit code
 * @throws {Fault} where it could not begin: usage, configuration, claim base, nothing to check
 */
export async function lintCommand(args: readonly string[], options: LintOptions): Promise<number> {
  const cwd = process.cwd();
  // What is wrong with the options is said before anything is read.
  readDestinations(options.output);
  const { suppressions, name } = await openSuppressions(options, args, cwd);
  const finder = new SettingsFinder(options, cwd);
  const found = await find(args.length > 0 ? args : ["."], options, finder, cwd);
  const files = await Promise.all(
    (options.shard ? itemsOf(found.files, options.shard) : found.files).map(async (file) => {
      const path = file.path ?? resolve(cwd, file.name);
      return { found: file, path, settings: await finder.settingsOf(path) };
    }),
  );
  const bases = new Bases();
  const used = new Set(files.map(({ settings }) => settings.base));
  if (used.size === 0) used.add(options.base ?? null);
  const opened = await Promise.all([...used].map((base) => bases.base(base)));
  const run = runOf(opened, options, true);
  const report = new LintReport(options, run, found.unread, suppressions);
  for (const fault of found.faults) report.fail(fault);
  await report.begin();
  const check = (file: PlannedFile): Promise<Outcome> => checkPlanned(file, options, bases);
  for await (const outcome of inOrder(files, 1, check)) {
    await report.add(outcome);
    if (report.closed) break;
  }
  const rewritten = report.closed ? null : suppressions.rewritten();
  if (rewritten !== null) await writeFile(resolve(cwd, name), rewritten);
  return await report.end();
}

/** @throws {Fault} where an argument leads to nothing */
async function find(
  args: readonly string[],
  options: LintOptions,
  finder: SettingsFinder,
  cwd: string,
): Promise<FoundFiles> {
  const excluded = args.filter((arg) => arg.startsWith("!")).map((arg) => arg.slice(1));
  const wanted = args.filter((arg) => !arg.startsWith("!"));
  const patterns = ignoreLayer(
    cwd,
    [...(options.ignorePattern ?? []), ...excluded],
    "ignored by --ignore-pattern",
  );
  const found = await findFiles(wanted, cwd, options.stdinFilename ?? STDIN_NAME, {
    gitignore: options.gitignore,
    patternsIn: async (folder) => {
      const config = await finder.configIn(folder);
      return config ? [patterns, config.ignore] : [patterns];
    },
  });
  if (options.errorOnUnmatchedPattern && found.unmatched.length > 0) {
    throw new Faults(found.unmatched);
  }
  return found;
}

async function checkPlanned(
  file: PlannedFile,
  options: LintOptions,
  bases: Bases,
): Promise<Outcome> {
  try {
    const text = await readFile(file.found);
    const { name } = file.found;
    const { base } = file.settings;
    const kind = options.input ?? kindOf(name) ?? "text";
    const task = { file: name, text, kind, base, explain: options.explain === true };
    return { file, task, report: await checkFile(task, await bases.engine(base)) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { file, fault: error };
  }
}
