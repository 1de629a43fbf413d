import { existsSync } from "node:fs";
import { STDIN_NAME } from "../report/place.ts";
import type { Result } from "../report/types.ts";
import { fails, Tally } from "../report/verdicts.ts";
import { kindOf } from "../text/kinds.ts";
import type { InputKind } from "../types.ts";
import { readTask, type Task } from "./claims.ts";
import { readDestinations } from "./destinations.ts";
import { type Engine, openEngine } from "./engine.ts";
import { Fault } from "./fault.ts";
import { readStdin, stdinBytes, stdinKind, stdinText } from "./input.ts";
import { readLines } from "./input-lines.ts";
import { readRecords } from "./input-records.ts";
import { type OpenedBase, openBaseOf } from "./open-base.ts";
import type { Options } from "./options.ts";
import { openReports, runOf } from "./reports.ts";
import {
  checkClaims,
  checkLines,
  checkRecords,
  checkStream,
  checkText,
  type Job,
  type StreamJob,
} from "./results.ts";
import { complain, note } from "./streams.ts";
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
  const { sources, claims } = claimsAmong(options.source);
  const given = { ...options, ...(sources && { source: sources }) };
  const task = resolveTask(readTask([...words, ...claims], literal, options.lines === true));
  if (task.kind === "nothing") {
    help();
    return COULD_NOT;
  }
  if (task.kind === "lines" && options.input === "ndjson") {
    throw new Fault(
      "--lines and --input ndjson say two different things",
      "Leave one of them out.",
    );
  }
  // What is wrong with the options is said before anything is read.
  readDestinations(options.output);
  const base = await openBaseOf(given);
  return await report(task, base, given);
}

/**
 * `--source a.txt b.txt "the claim"`: what names no file and holds a space is a claim that the list
 * of files has swallowed.
 */
function claimsAmong(values: readonly string[] | undefined): {
  readonly sources: readonly string[] | undefined;
  readonly claims: readonly string[];
} {
  const isClaim = (value: string): boolean => /\s/u.test(value) && !existsSync(value);
  const sources = values?.filter((value) => !isClaim(value));
  if (sources?.length === 0) throw new Fault("--source needs the file of a text");
  return { sources, claims: values?.filter(isClaim) ?? [] };
}

/**
 * Reads what is to be checked, or opens it where it can be checked as it comes in.
 *
 * @param whole whether the format needs the whole text
 * @param onFault is told of what was passed over
 */
async function openJob(
  task: ToCheck,
  options: Options,
  whole: boolean,
  onFault: (fault: Fault) => void,
): Promise<Job | StreamJob> {
  if (task.kind === "claims") return task;
  // It is loaded only here: a single claim has no use for it.
  (await import("./memory.ts")).keepHeapSmall();
  const file = options.stdinFilename ?? STDIN_NAME;
  const onEmpty = (): void => {
    if (!options.quiet) note(`${file} is empty: nothing was checked`);
  };
  if (task.kind === "text" && options.input === "ndjson") {
    return { kind: "records", records: readRecords(stdinBytes(file), file, onFault), file };
  }
  if (task.kind === "lines") {
    const pieces = noteEmpty(stdinText(file), onEmpty);
    return { kind: "lines", lines: readLines(pieces, file, onFault) };
  }
  const input = readableKind(options.input) ?? kindOf(file) ?? "text";
  if (input === "text" && !whole) {
    return { kind: "stream", pieces: noteEmpty(stdinText(file), onEmpty), file };
  }
  const text = await readStdin(file);
  if (text.trim() === "") onEmpty();
  return { kind: "text", text, file, input };
}

function readableKind(input: Options["input"]): InputKind | undefined {
  return input === "ndjson" ? undefined : input;
}

async function* noteEmpty(
  pieces: AsyncIterable<string>,
  onEmpty: () => void,
): AsyncIterable<string> {
  let empty = true;
  for await (const piece of pieces) {
    empty &&= piece.trim() === "";
    yield piece;
  }
  if (empty) onEmpty();
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
async function report(task: ToCheck, opened: OpenedBase, options: Options): Promise<number> {
  const run = runOf([opened.base], options, task.kind === "text");
  const reports = await openReports(options, run);
  let passedOver = 0;
  const job = await openJob(task, options, reports.needTexts, (fault) => {
    passedOver += 1;
    complain(fault);
  });
  const engine = openEngine(opened);
  const tally = new Tally(run.document);
  let failed = false;
  if (job.kind === "text") await reports.file({ ...job, kind: job.input });
  for await (const result of await resultsOf(job, engine, () => tally.countRead())) {
    tally.countVerdict(result.checked.verdict);
    failed ||= fails(result.checked.verdict, options.failOn);
    await reports.result(result);
    await breathe();
    // Nobody reads any more. What is left unchecked must not look clean.
    if (reports.closed) return failed ? FAILED : options.failOn === "never" ? 0 : COULD_NOT;
  }
  await reports.end(tally.summary());
  if (passedOver > 0) return COULD_NOT;
  return failed ? FAILED : 0;
}

async function resultsOf(
  job: Job | StreamJob,
  engine: Engine,
  countSentence: () => void,
): Promise<Iterable<Result> | AsyncIterable<Result>> {
  switch (job.kind) {
    case "claims":
      return checkClaims(job.claims, engine);
    case "lines":
      return checkLines(job.lines, engine);
    case "text": {
      const readText = await engine.textReader();
      const read = await readText(job.text, job.input);
      return checkText(read, job.file, engine, countSentence);
    }
    case "stream":
      return checkStream(job.pieces, job.file, engine, countSentence);
    case "records":
      return checkRecords(job.records, job.file, engine, countSentence);
  }
}
