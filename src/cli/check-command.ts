import type { Base } from "../base/types.ts";
import { openEnglish } from "../builtin.ts";
import { type Checker, createChecker } from "../check.ts";
import { createFormatter } from "../report/formatter.ts";
import type { Result, Run } from "../report/types.ts";
import { fails, Tally } from "../report/verdicts.ts";
import { createSplitter, type SplitSentences } from "../text/sentences.ts";
import { VERSION } from "./about.ts";
import { readTask, type Task } from "./claims.ts";
import { Fault } from "./fault.ts";
import { readStdin, stdinKind } from "./input.ts";
import { openBase } from "./open-base.ts";
import type { Options } from "./options.ts";
import { Positions } from "./position.ts";
import { note, openOutput, styleFor } from "./streams.ts";

/** What a text on standard input is called where `--stdin-filename` gives no name. */
const STDIN_NAME = "<stdin>";

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
  const base = await openBase(options.base);
  const name = options.stdinFilename ?? STDIN_NAME;
  const input = task.kind === "claims" ? "" : await readStdin(name);
  if (task.kind !== "claims" && input.trim() === "" && !options.quiet) {
    note(`${name} is empty: nothing was checked`);
  }
  return await report(task, input, name, base, options);
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

async function report(
  task: Task,
  input: string,
  name: string,
  base: Base,
  options: Options,
): Promise<number> {
  const run: Run = {
    version: VERSION,
    base: { title: base.title, referenceDate: base.referenceDate },
    document: task.kind === "text",
    failOn: options.failOn,
    all: options.all === true,
    explain: options.explain === true,
  };
  const format = createFormatter(options.format, run, styleFor(options), options.quiet === true);
  const { language, syntax } = openEnglish();
  const checker = createChecker(base, language, syntax);
  const split = createSplitter(language.abbreviations);
  const tally = new Tally(run.document);
  const output = openOutput(options);
  let failed = false;
  await output.write(format.head());
  for (const result of results(task, input, name, checker, split, tally)) {
    tally.countVerdict(result.checked.verdict);
    failed ||= fails(result.checked.verdict, options.failOn);
    await output.write(format.result(result));
    // Nobody reads any more. What is left unchecked must not look clean.
    if (output.closed) return failed ? FAILED : options.failOn === "never" ? 0 : COULD_NOT;
  }
  await output.write(format.tail(tally.summary()));
  await output.end();
  return failed ? FAILED : 0;
}

function* results(
  task: Task,
  input: string,
  name: string,
  checker: Checker,
  split: SplitSentences,
  tally: Tally,
): Iterable<Result> {
  if (task.kind === "claims") {
    for (const claim of task.claims) yield { checked: checker.check(claim) };
  } else if (task.kind === "lines") {
    for (const claim of nonBlankLines(input)) yield { checked: checker.check(claim) };
  } else {
    const positions = new Positions(input);
    for (const { text, start, end } of split(input)) {
      tally.countRead();
      const checked = checker.checkSentence(text);
      if (checked) yield { checked, location: positions.locate(name, start, end) };
    }
  }
}

/** The lines that hold more than white space, without the white space around. */
function* nonBlankLines(text: string): Iterable<string> {
  for (const line of text.split(/\r\n|[\r\n]/)) {
    const claim = line.trim();
    if (claim !== "") yield claim;
  }
}
