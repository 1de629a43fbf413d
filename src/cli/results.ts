import type { Result } from "../report/types.ts";
import type { Engine } from "./engine.ts";
import { Positions } from "./position.ts";

/** What is left to check once the arguments are understood and the input is read. */
export type Job =
  | { readonly kind: "claims"; readonly claims: readonly string[] }
  | { readonly kind: "lines"; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly file: string };

/**
 * Checks one thing after the other, in input order, so that results can be written meanwhile.
 *
 * @param countSentence called for each sentence of a text, checkable or not
 */
export function* checkAll(job: Job, engine: Engine, countSentence: () => void): Iterable<Result> {
  const { checker, split } = engine;
  if (job.kind !== "text") {
    const claims = job.kind === "claims" ? job.claims : nonBlankLines(job.text);
    for (const claim of claims) yield { checked: checker.check(claim) };
    return;
  }
  const positions = new Positions(job.text);
  for (const { text, start, end } of split(job.text)) {
    countSentence();
    const checked = checker.checkSentence(text);
    if (checked) yield { checked, location: positions.locate(job.file, start, end) };
  }
}

/** The lines that hold more than white space, without the white space around. */
export function* nonBlankLines(text: string): Iterable<string> {
  for (const line of text.split(/\r\n|[\r\n]/)) {
    const claim = line.trim();
    if (claim !== "") yield claim;
  }
}
