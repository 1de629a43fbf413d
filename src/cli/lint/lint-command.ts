import { resolve } from "node:path";
import { STDIN_NAME } from "../../report/place.ts";
import { kindOf } from "../../text/kinds.ts";
import { readDestinations } from "../destinations.ts";
import { Fault, Faults, unexpected } from "../fault.ts";
import { writeFile } from "../file-output.ts";
import { keepHeapSmall } from "../memory.ts";
import { runOf } from "../reports.ts";
import { warn } from "../streams.ts";
import { Bases } from "./bases.ts";
import { Cache, DEFAULT_CACHE } from "./cache.ts";
import { cachedChecker, type FileChecker, localChecker } from "./checkers.ts";
import { isCostly, TOO_COSTLY } from "./costly.ts";
import { type FoundFiles, findFiles } from "./find-files.ts";
import { ignoreLayer } from "./ignored.ts";
import { inOrder } from "./in-order.ts";
import { LintReport } from "./lint-report.ts";
import { openSuppressions } from "./open-suppressions.ts";
import type { LintOptions } from "./options.ts";
import type { Outcome, PlannedFile } from "./outcome.ts";
import { Pool } from "./pool.ts";
import { openProgress } from "./progress.ts";
import { readFile } from "./read-file.ts";
import { SettingsFinder } from "./settings.ts";
import { itemsOf } from "./shard.ts";

/** So many files for each thread are read ahead, so that none waits for a long one before it. */
const AHEAD = 4;

/**
 * `lint [file|folder|glob…]`: checks files, the gate for CI.
 *
 * @returns the exit code
 * @throws {Fault} where it could not begin: usage, configuration, claim base, nothing to check
 */
export async function lintCommand(args: readonly string[], options: LintOptions): Promise<number> {
  keepHeapSmall();
  const cwd = process.cwd();
  // What is wrong with the options is said before anything is read.
  readDestinations(options.output);
  const { suppressions, name } = await openSuppressions(options, args, cwd);
  const { files, found } = await plan(args, options, cwd);
  const bases = new Bases();
  const used = new Set(files.map(({ settings }) => settings.base));
  if (used.size === 0) used.add(options.base ?? null);
  const opened = await Promise.all([...used].map((base) => bases.base(base)));
  const run = runOf(opened, options, true);
  const report = new LintReport(options, run, found.unread, suppressions);
  for (const fault of found.faults) report.fail(fault);
  await checkAll(files, options, bases, report);
  const rewritten = report.closed ? null : suppressions.rewritten();
  if (rewritten !== null) await writeFile(resolve(cwd, name), rewritten);
  return await report.end();
}

/** The files that the arguments lead to, those of this shard, each with its settings. */
async function plan(
  args: readonly string[],
  options: LintOptions,
  cwd: string,
): Promise<{ readonly files: readonly PlannedFile[]; readonly found: FoundFiles }> {
  const finder = new SettingsFinder(options, cwd);
  const found = await find(args, options, finder, cwd);
  const part = options.shard ? itemsOf(found.files, options.shard) : found.files;
  const files = part.map(async (file) => {
    const path = file.path ?? resolve(cwd, file.name);
    return { found: file, path, settings: await finder.settingsOf(path) };
  });
  return { files: await Promise.all(files), found };
}

/** Checks the files, several at once where that is wanted, and reports them in their order. */
async function checkAll(
  files: readonly PlannedFile[],
  options: LintOptions,
  bases: Bases,
  report: LintReport,
): Promise<void> {
  const jobs = Math.min(options.jobs ?? 1, files.length);
  const progress = openProgress(process.stderr, process.env, options.quiet === true);
  const checker = openChecker(options, jobs, bases);
  let done = 0;
  try {
    await report.begin();
    progress.tell(0, files.length);
    const check = (file: PlannedFile): Promise<Outcome> => checkPlanned(file, options, checker);
    for await (const outcome of inOrder(files, jobs > 1 ? jobs * AHEAD : 1, check)) {
      progress.hide();
      await report.add(outcome);
      progress.tell(++done, files.length);
      if (report.closed) break;
    }
  } finally {
    progress.end();
    await checker.close();
  }
}

function openChecker(options: LintOptions, jobs: number, bases: Bases): FileChecker {
  const checker = jobs > 1 ? new Pool(jobs) : localChecker(bases);
  if (!options.cache) return checker;
  return cachedChecker(checker, new Cache(options.cacheLocation ?? DEFAULT_CACHE), bases);
}

/** @throws {Fault} where an argument leads to nothing */
async function find(
  args: readonly string[],
  options: LintOptions,
  finder: SettingsFinder,
  cwd: string,
): Promise<FoundFiles> {
  const excluded = args.filter((arg) => arg.startsWith("!")).map((arg) => arg.slice(1));
  const named = args.filter((arg) => !arg.startsWith("!"));
  const wanted = named.length > 0 ? named : ["."];
  const leftOut = [...(options.ignorePattern ?? []), ...excluded];
  const costly = leftOut.find(isCostly);
  if (costly !== undefined) throw new Fault(`${costly}: the pattern ${TOO_COSTLY}`);
  const patterns = ignoreLayer(cwd, leftOut, "ignored by --ignore-pattern");
  const found = await findFiles(wanted, cwd, options.stdinFilename ?? STDIN_NAME, {
    gitignore: options.gitignore,
    cache: resolve(cwd, options.cacheLocation ?? DEFAULT_CACHE),
    patternsIn: async (folder) => {
      const config = await finder.configIn(folder);
      return config ? [patterns, config.ignore] : [patterns];
    },
  });
  if (!options.quiet) {
    for (const { name, reason } of found.refused)
      warn(`not checked, though named: ${reason}`, name);
  }
  if (options.errorOnUnmatchedPattern && found.unmatched.length > 0) {
    throw new Faults(found.unmatched);
  }
  return found;
}

async function checkPlanned(
  file: PlannedFile,
  options: LintOptions,
  checker: FileChecker,
): Promise<Outcome> {
  try {
    const text = await readFile(file.found);
    const { name } = file.found;
    const { base, failOn } = file.settings;
    const kind = options.input ?? kindOf(name) ?? "text";
    const undecided = options.all === true || failOn === "not-enough-evidence";
    const task = { file: name, text, kind, base, explain: options.explain === true, undecided };
    return { file, task, report: await checker.check(task) };
  } catch (error) {
    const fault = error instanceof Fault ? error : unexpected(error, file.found.name);
    return { file, fault };
  }
}
