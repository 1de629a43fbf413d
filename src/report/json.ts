import { toRecord } from "./records.ts";
import { safeJson } from "./safe.ts";
import type { Formatter, Run, Summary } from "./types.ts";
import { isRecorded, WORST_FIRST } from "./verdicts.ts";

/** `--format ndjson`: one record a line, in input order. */
export function ndjsonFormatter(run: Run): Formatter {
  return {
    head: () => "",
    result: (result) =>
      isRecorded(result, run) ? `${safeJson(toRecord(result, run.explain))}\n` : "",
    tail: () => "",
  };
}

/**
 * `--format json`: one object with all records, one a line, so that it can be written while
 * the checking goes on and two reports can be compared line by line.
 */
export function jsonFormatter(run: Run): Formatter {
  let before = "\n    ";
  return {
    head: () =>
      `{\n  "version": ${safeJson(run.version)},\n  "base": ${safeJson(run.base)},\n  "results": [`,
    result: (result) => {
      if (!isRecorded(result, run)) return "";
      const piece = `${before}${safeJson(toRecord(result, run.explain))}`;
      before = ",\n    ";
      return piece;
    },
    tail: (summary) => {
      const close = before.startsWith(",") ? "\n  ]" : "]";
      return `${close},\n  "summary": ${safeJson(summaryRecord(summary))}\n}\n`;
    },
  };
}

/**
 * The counts: sentences read (texts only), claims checked, one count a verdict; then, for files,
 * what became of them.
 */
function summaryRecord({ read, checked, verdicts, files }: Summary): Record<string, unknown> {
  const counts = WORST_FIRST.map((verdict) => [verdict, verdicts[verdict]] as const);
  return {
    ...(read !== undefined && { read }),
    checked,
    ...Object.fromEntries(counts),
    ...(files && { files: files.read, suppressed: files.suppressed, unread: files.unread }),
  };
}
