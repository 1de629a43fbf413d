import { count } from "../../report/count.ts";
import { createStyle } from "../../report/layout.ts";
import { formatSummary } from "../../report/summary.ts";
import type { Run, Summary, Unread } from "../../report/types.ts";
import { Tally } from "../../report/verdicts.ts";
import { Fault } from "../fault.ts";
import { openReports, type Reports } from "../reports.ts";
import { say } from "../stdio.ts";
import { complain, warn } from "../streams.ts";
import { breathe } from "../unfinished.ts";
import type { CommentNote } from "./directives.ts";
import { Gate, type WarningGroup } from "./gate.ts";
import type { LintOptions } from "./options.ts";
import type { Outcome, PlannedFile } from "./outcome.ts";
import { sortOut } from "./sort-out.ts";
import type { Suppressions, Unneeded } from "./suppressions.ts";

const FAILED = 1;
const COULD_NOT = 2;

/** Writes what comes of the files, counts it, and knows the exit code in the end. */
export class LintReport {
  readonly #options: LintOptions;
  readonly #unread: readonly Unread[];
  readonly #run: Run;
  #reports: Reports | null = null;
  readonly #tally = new Tally(true);
  readonly #gate = new Gate();
  readonly #suppressions: Suppressions;
  #read = 0;
  #faults = 0;
  #unreadable = 0;
  #byComments = 0;
  #byFile = 0;
  /** Comments that suppress nothing. */
  #comments = 0;

  /** @param unread what the search for files left aside */
  constructor(
    options: LintOptions,
    run: Run,
    unread: readonly Unread[],
    suppressions: Suppressions,
  ) {
    this.#options = options;
    this.#run = run;
    this.#suppressions = suppressions;
    this.#unread = unread;
  }

  /** Whether nobody reads any more. */
  get closed(): boolean {
    return this.#reports?.closed === true;
  }

  /** @throws {Fault} where the results can't be written */
  async begin(): Promise<void> {
    this.#reports = await openReports(this.#options, this.#run);
  }

  /** Tells of something that could not be done; the others go on. */
  fail(fault: Fault): void {
    this.#faults += 1;
    complain(fault);
  }

  async add(outcome: Outcome): Promise<void> {
    if ("fault" in outcome) {
      this.#unreadable += 1;
      this.fail(outcome.fault);
      return;
    }
    const { file, task, report } = outcome;
    const { failOn } = file.settings;
    const isKnown = this.#suppressions.begin(file.path);
    const sorted = sortOut(report, task.text, failOn, isKnown);
    this.#read += 1;
    this.#byComments += sorted.byComments;
    this.#byFile += sorted.byFile;
    this.#tally.countRead(report.sentences);
    this.#tally.countVerdict("not-enough-evidence", report.undecided);
    this.#gate.count(sorted.results, failOn, this.#warningsOf(file));
    await this.#reports?.file(task);
    for (const result of sorted.results) {
      this.#tally.countVerdict(result.checked.verdict);
      await this.#reports?.result(result);
    }
    this.#tellNotes(task.file, sorted.notes);
    await breathe();
  }

  /** Writes the end and gives the exit code. */
  async end(): Promise<number> {
    if (this.closed) return this.#gate.failures > 0 ? FAILED : COULD_NOT;
    const summary = this.#summary();
    await this.#reports?.end(summary);
    if (this.#options.format !== "text" && !this.#options.quiet) this.#tellSummary(summary);
    const exceeded = this.#gate.exceeded();
    for (const { count: found, allowed, name } of exceeded) {
      complain(new Fault(`${count(found, "warning")}, more than ${name} allows (${allowed})`));
    }
    const unneeded = this.#suppressions.unneeded();
    this.#tellUnneeded(unneeded);
    const unpruned = unneeded.length > 0 && !this.#options.passOnUnprunedSuppressions;
    if (this.#faults > 0 || unpruned) return COULD_NOT;
    const idle = this.#options.reportUnusedDisableDirectives === true && this.#comments > 0;
    return this.#gate.failures > 0 || exceeded.length > 0 || idle ? FAILED : 0;
  }

  #tellNotes(file: string, notes: readonly CommentNote[]): void {
    this.#comments += notes.length;
    for (const { location, message } of notes) {
      const place = `${file}:${location.line}:${location.column}`;
      if (this.#options.reportUnusedDisableDirectives)
        complain(new Fault(message, undefined, place));
      else if (!this.#options.quiet) warn(message, place);
    }
  }

  #tellUnneeded(unneeded: readonly Unneeded[]): void {
    if (unneeded.length === 0) return;
    const pass = this.#options.passOnUnprunedSuppressions === true;
    if (pass && this.#options.quiet) return;
    for (const { file, sentence, verdict, count: times } of unneeded) {
      const often = times > 1 ? ` (${times} times)` : "";
      warn(`${file}: suppressed, but not found any more${often}: ${verdict} “${sentence}”`);
    }
    if (pass) return;
    complain(
      new Fault(
        "the file of suppressions holds more than is needed",
        "Remove that with --prune-suppressions, so that it can't hide something new.",
      ),
    );
  }

  #warningsOf({ settings: { config } }: PlannedFile): WarningGroup {
    const { maxWarnings } = this.#options;
    if (maxWarnings !== undefined) return { allowed: maxWarnings, name: "--max-warnings" };
    return { allowed: config?.maxWarnings ?? null, name: config?.name ?? "" };
  }

  #summary(): Summary {
    const unreadable = { reason: "that could not be read", files: this.#unreadable, folders: 0 };
    const counted = this.#tally.summary();
    return {
      ...counted,
      checked: counted.checked + this.#byComments + this.#byFile,
      files: {
        read: this.#read,
        unread: [...this.#unread, ...(this.#unreadable > 0 ? [unreadable] : [])],
        suppressed: { comments: this.#byComments, file: this.#byFile },
      },
    };
  }

  /** The summary for people, where the results are for programs. */
  #tellSummary(summary: Summary): void {
    const style = createStyle(80, false);
    say("stderr", formatSummary(summary, null, style));
  }
}
