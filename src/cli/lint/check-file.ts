import type { Result } from "../../report/types.ts";
import type { Checked, InputKind, Location, Nearest } from "../../types.ts";
import type { Engine } from "../engine.ts";
import { Positions } from "../position.ts";
import { checkText } from "../results.ts";
import { breathe } from "../unfinished.ts";
import { DIRECTIVE } from "./directives.ts";

/** A text to check, as plain data. */
export interface FileTask {
  /** As reports call it. */
  readonly file: string;
  readonly text: string;
  readonly kind: InputKind;
  /** The file of its claim base; null for the built-in one. */
  readonly base: string | null;
  /** Whether it shall be told how each sentence was read. */
  readonly explain: boolean;
  /** Whether sentences that nothing decides are wanted one by one; most are such, and many. */
  readonly undecided: boolean;
}

/** What was found in a text, as plain data that can be sent to another thread or kept. */
export interface FileReport {
  /** Sentences read, checkable or not. */
  readonly sentences: number;
  readonly results: readonly PlainResult[];
  /** Sentences that nothing decides and that are not among the results, since nobody wants them. */
  readonly undecided: number;
  /** The comments that may be addressed to this program. */
  readonly comments: readonly PlacedComment[];
}

/** A result of which what is told on demand has been told. */
export interface PlainResult {
  readonly checked: Pick<Checked, "claim" | "verdict" | "evidence" | "rationale">;
  readonly location: Location;
  readonly trace: readonly string[];
  readonly nearest: readonly Nearest[];
}

export interface PlacedComment {
  readonly text: string;
  readonly location: Location;
}

/** Checks a text; lets the event loop turn meanwhile. */
export async function checkFile(task: FileTask, engine: Engine): Promise<FileReport> {
  const readText = await engine.textReader();
  const read = await readText(task.text, task.kind);
  let sentences = 0;
  let undecided = 0;
  const results: PlainResult[] = [];
  const count = (): void => {
    sentences += 1;
  };
  for (const { checked, location } of checkText(read, task.file, engine, count)) {
    await breathe();
    if (!task.undecided && checked.verdict === "not-enough-evidence") {
      undecided += 1;
      continue;
    }
    if (location) results.push(toPlain(checked, location, task.explain));
  }
  const positions = new Positions(task.text);
  const comments = read.comments
    .filter(({ text }) => text.startsWith(DIRECTIVE))
    .map(({ text, start, end }) => ({ text, location: positions.locate(task.file, start, end) }));
  return { sentences, results, undecided, comments };
}

function toPlain(checked: Checked, location: Location, explain: boolean): PlainResult {
  const { claim, verdict, evidence, rationale } = checked;
  return {
    checked: { claim, verdict, evidence, rationale },
    location,
    trace: explain ? checked.trace() : [],
    nearest: checked.verdict === "not-enough-evidence" ? checked.nearest() : [],
  };
}

/** A result as reports take it, made from plain data. */
export function revive({ checked, location, trace, nearest }: PlainResult): Result {
  return {
    checked: { ...checked, trace: () => trace, nearest: () => nearest } as Checked,
    location,
  };
}
