import type { Evidence, Nearest } from "../types.ts";
import { count } from "./count.ts";
import { paragraph, type Style } from "./layout.ts";
import { safe } from "./safe.ts";
import { SIGNS } from "./signs.ts";
import { formatSummary } from "./summary.ts";
import type { Formatter, Result, Run } from "./types.ts";
import { isFailure, isFinding } from "./verdicts.ts";

/** So many source sentences of one stance are shown, without `--explain`. */
const EVIDENCE_SHOWN = 2;

/** So many nearest sentences are shown for a claim that nothing decides. */
const NEAREST_SHOWN = 2;

/** `--format text`: for people. `quiet` leaves only what fails, without a summary. */
export function textFormatter(run: Run, style: Style, quiet: boolean): Formatter {
  let shown = 0;
  return {
    head: () => "",
    result: (result) => {
      if (!isShown(result, run, quiet)) return "";
      shown += 1;
      return `${shown > 1 ? "\n" : ""}${formatResult(result, run, style)}`;
    },
    tail: (summary) => {
      const single = !run.document && summary.checked < 2;
      const trivial = summary.files === undefined && (single || summary.read === 0);
      if (quiet || trivial) return "";
      return `${shown > 0 ? "\n" : ""}${formatSummary(summary, shown, style)}`;
    },
  };
}

function isShown(result: Result, run: Run, quiet: boolean): boolean {
  if (quiet) return isFailure(result, run);
  return !run.document || run.all || isFinding(result, run);
}

/**
 * One result as a block of lines: verdict, place and claim; the source sentences; why; and,
 * with `--explain`, how the claim was read.
 */
export function formatResult({ checked, location }: Result, run: Run, style: Style): string {
  const { paint } = style;
  const { sign, color } = SIGNS[checked.verdict];
  const at = location ? `${safe(location.file)}:${location.line}:${location.column}  ` : "";
  const head = `${paint[color].bold(`${sign} ${checked.verdict}`)}  ${at}${paint.bold(safe(checked.claim))}`;
  const parts = [paragraph(head, "", "  ", style)];
  const stances = new Set(checked.evidence.map((item) => item.stance));
  const sentences = run.explain ? checked.evidence : foremost(checked.evidence);
  for (const item of sentences) {
    parts.push(formatSentence(item, stances.size > 1 ? `${item.stance}: ` : "", style));
  }
  const more = checked.evidence.length - sentences.length;
  if (more > 0) {
    const rest = `and ${count(more, "more sentence")}, shown with --explain`;
    parts.push(paragraph(paint.dim(rest), "  ", "  ", style));
  }
  for (const reason of checked.rationale) {
    parts.push(paragraph(`${paint.dim("Why:")} ${safe(reason)}`, "  ", "  ", style));
  }
  if (checked.verdict === "not-enough-evidence") {
    for (const item of checked.nearest().slice(0, NEAREST_SHOWN)) {
      parts.push(formatSentence(item, "nearest: ", style));
    }
  }
  const steps = run.explain ? checked.trace() : [];
  if (steps.length > 0) {
    parts.push(`  ${paint.dim("How it was read:")}\n`);
    for (const step of steps) parts.push(paragraph(safe(step), "    ", "      ", style));
  }
  return parts.join("");
}

/** The first pieces of evidence of each stance. */
function foremost(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = { supports: 0, refutes: 0 };
  return evidence.filter(({ stance }) => ++seen[stance] <= EVIDENCE_SHOWN);
}

/** A source sentence in quotation marks, and on the next line whose it is. */
function formatSentence(item: Evidence | Nearest, label: string, style: Style): string {
  const { paint } = style;
  const speaker = item.speaker === null ? "" : `said by ${safe(item.speaker)}; `;
  const origin = `${speaker}${safe(item.source.title)}, line ${item.source.line}`;
  return (
    paragraph(`${paint.dim(label)}“${safe(item.sentence)}”`, "  ", "  ", style) +
    paragraph(paint.dim(origin), "  — ", "    ", style)
  );
}
