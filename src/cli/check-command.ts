import type { Base } from "../base/types.ts";
import { STDIN_NAME } from "../report/place.ts";
import type { Result } from "../report/types.ts";
import { fails, Tally } from "../report/verdicts.ts";
import { kindOf } from "../text/kinds.ts";
import { readTask, type Task } from "./claims.ts";
import { readDestinations } from "./destinations.ts";
import { type Engine, openEngine } from "./engine.ts";
import { Fault } from "./fault.ts";
import { readStdin, stdinKind } from "./input.ts";
import { openBase } from "./open-base.ts";
import type { Options } from "./options.ts";
import { openReports, runOf } from "./reports.ts";
import { checkClaims, checkText, type Job, nonBlankLines } from "./results.ts";
import { note } from "./streams.ts";
import { breathe } from "./unfinished.ts";

/** A task that is there. */
type ToCheck = Exclude<Task, { kind: "nothing" }>;

const FAILED = 1;
const COULD_NOT = 2;

/**
 * The default command: checks claims from the arguments, or standard input as a text or line by
 * line.
 *
 * @param help shows the help on standard error, where there is nothing to check
 * @returns the exit code
 * @throws {Fault} where it could not do its work
 */
export async function checkCommand(
  words: readonly string[],
  literal: readonly string[],
  options: Options,
  help: () => void,
): Promise<number> {
  const task = resolveTask(readTask(words, literal, options.lines === true));
  if (task.kind === "nothing") {
    help();
    return COULD_NOT;
  }
  // What is wrong with the options is said before anything is read.
  readDestinations(options.output);
  const base = await openBase(options.base);
  return await report(await readJob(task, options), base, options);
}

async function readJob(task: ToCheck, options: Options): Promise<Job> {
  if (task.kind === "claims") return task;
  const file = options.stdinFilename ?? STDIN_NAME;
  const text = await readStdin(file);
  if (text.trim() === "" && !options.quiet) note(`${file} is empty: nothing was checked`);
  return task.kind === "lines"
    ? { kind: "lines", text }
    : { kind: "text", text, file, input: options.input ?? kindOf(file) ?? "text" };
}

/** Without a claim, standard input is read, unless nobody gave any. */
function resolveTask(task: Task): Task {
  const kind = stdinKind();
  if (task.kind === "nothing") return kind === "input" ? { kind: "text" } : task;
  if (task.kind === "lines" && kind === "terminal") {
    throw new Fault(
      "--lines waits for claims on standard input, which is a terminal",
      "Give it a file (--lines < claims.txt) or a pipe.",
    );
  }
  return task;
}

/** Checks and writes one result after the other; gives the exit code. */
async function report(job: Job, base: Base, options: Options): Promise<number> {
  const run = runOf([base], options, job.kind === "text");
  const reports = await openReports(options, run);
  const engine = openEngine(base, options.base === undefined);
  const tally = new Tally(run.document);
  let failed = false;
  if (job.kind === "text") await reports.file({ ...job, kind: job.input });
  for (const result of await resultsOf(job, engine, () => tally.countRead())) {
    tally.countVerdict(result.checked.verdict);
    failed ||= fails(result.checked.verdict, options.failOn);
    await reports.result(result);
    await breathe();
    // Nobody reads any more. What is left unchecked must not look clean.
    if (reports.closed) return failed ? FAILED : options.failOn === "never" ? 0 : COULD_NOT;
  }
  await reports.end(tally.summary());
  return failed ? FAILED : 0;
}

async function resultsOf(
  job: Job,
  engine: Engine,
  countSentence: () => void,
): Promise<Iterable<Result>> {
  if (job.kind === "claims") return checkClaims(job.claims, engine);
  if (job.kind === "lines") return checkClaims(nonBlankLines(job.text), engine);
  return checkText(await engine.readText(job.text, job.input), job.file, engine, countSentence);
}
