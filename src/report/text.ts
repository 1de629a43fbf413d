import type { Evidence, Nearest, Verdict } from "../types.ts";
import { count } from "./count.ts";
import { paragraph, type Style } from "./layout.ts";
import { safe } from "./safe.ts";
import type { Formatter, Result, Run, Summary } from "./types.ts";
import { fails, WORST_FIRST } from "./verdicts.ts";

/** Sign and colour of each verdict; its word always stands beside them. */
const SIGNS = {
  supported: { sign: "✓", color: "green" },
  refuted: { sign: "✗", color: "red" },
  "conflicting-evidence": { sign: "⇄", color: "yellow" },
  "not-enough-evidence": { sign: "?", color: "cyan" },
} as const satisfies Record<Verdict, { sign: string; color: "green" | "red" | "yellow" | "cyan" }>;

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
      const trivial = run.document ? summary.read === 0 : summary.checked < 2;
      if (quiet || trivial) return "";
      const hidden = summary.checked - shown;
      return `${shown > 0 ? "\n" : ""}${formatSummary(summary, hidden, style)}`;
    },
  };
}

function isShown({ checked }: Result, run: Run, quiet: boolean): boolean {
  if (fails(checked.verdict, run.failOn)) return true;
  if (quiet) return false;
  if (!run.document || run.all) return true;
  return checked.verdict === "refuted" || checked.verdict === "conflicting-evidence";
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
    for (const item of checked.nearest.slice(0, NEAREST_SHOWN)) {
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

/** The closing lines: what was read, checked and found. */
function formatSummary(summary: Summary, hidden: number, style: Style): string {
  const { read, checked, verdicts } = summary;
  const whole = read === undefined ? count(checked, "claim") : `${count(read, "sentence")} read`;
  if (checked === 0) return `${whole}, none to check\n`;
  const { paint } = style;
  const found = WORST_FIRST.filter((verdict) => verdicts[verdict] > 0).map((verdict) =>
    paint[SIGNS[verdict].color](`${verdicts[verdict]} ${verdict}`),
  );
  const more = hidden > 0 ? ` (${hidden} not shown; --all shows every one)` : "";
  const done = read === undefined ? " checked" : `, ${checked} checked`;
  return paragraph(`${whole}${done}: ${found.join(", ")}${more}`, "", "  ", style);
}
