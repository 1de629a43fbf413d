import type { FailOn, Result } from "../../report/types.ts";
import { isFinding } from "../../report/verdicts.ts";
import { type FileReport, revive } from "./check-file.ts";
import { type CommentNote, Directives } from "./directives.ts";

/** What is left of a text's results once its comments and the file of suppressions are obeyed. */
export interface SortedOut {
  readonly results: readonly Result[];
  readonly byComments: number;
  readonly byFile: number;
  readonly notes: readonly CommentNote[];
}

/**
 * Takes the suppressed findings out of a text's results.
 *
 * @param text the text as written
 * @param isKnown whether the file of suppressions holds a finding; asked once for each finding
 */
export function sortOut(
  report: FileReport,
  text: string,
  failOn: FailOn,
  isKnown: (finding: Result) => boolean,
): SortedOut {
  const directives = new Directives(report.comments, text);
  const results: Result[] = [];
  let byComments = 0;
  let byFile = 0;
  for (const plain of report.results) {
    const result = { ...revive(plain), failOn };
    if (!isFinding(result, { failOn })) results.push(result);
    else if (directives.suppress({ ...plain, verdict: plain.checked.verdict })) byComments += 1;
    else if (isKnown(result)) byFile += 1;
    else results.push(result);
  }
  return { results, byComments, byFile, notes: directives.notes() };
}
