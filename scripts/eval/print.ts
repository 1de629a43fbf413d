import { LABELS } from "./claims.ts";
import { type Figures, groupBy, type Outcome, score } from "./score.ts";

/** Short names for tables. */
const SHORT = {
  supported: "SUP",
  refuted: "REF",
  "conflicting-evidence": "CON",
  "not-enough-evidence": "NEE",
} as const;

/** The figures of several ways of checking, side by side, the program first. */
export function summary(named: readonly (readonly [string, Figures])[]): string {
  const row = (name: string, value: (figures: Figures) => string) => [
    name,
    ...named.map(([, figures]) => value(figures)),
  ];
  const labels = LABELS.map((label) =>
    row(`${label} P / R / F1`, ({ labels }) => {
      const { precision, recall, f1 } = labels[label];
      return `${percent(precision)} / ${percent(recall)} / ${percent(f1)}`;
    }),
  );
  return table([
    row("", () => "").map((_, i) => (i === 0 ? "" : (named[i - 1]?.[0] ?? ""))),
    row("claims", (f) => String(f.claims)),
    row("label accuracy", (f) => percent(f.accuracy)),
    row("decisive precision", (f) => percent(f.decisivePrecision)),
    row("flips", (f) => `${f.flips} (${percent(f.flipShare)})`),
    row("evidence sentence right", (f) => percent(f.evidenceRight)),
    row("FEVER strict", (f) => percent(f.feverStrict)),
    ...labels,
  ]);
}

/** Expected labels down, verdicts across. */
export function confusion(figures: Figures): string {
  const rows = LABELS.map((label) => [
    label,
    ...LABELS.map((verdict) => String(figures.confusion[label][verdict])),
  ]);
  return table([["expected \\ got", ...LABELS.map((label) => SHORT[label])], ...rows]);
}

/** Figures by writer and by kind of claim. */
export function breakdown(outcomes: readonly Outcome[]): string {
  const head = ["claims", "accuracy", "dec. precision", "flips", "evidence", "strict"];
  const rows = (title: string, groups: [string, Outcome[]][]) =>
    table([
      [title, ...head],
      ...groups.map(([name, group]) => {
        const f = score(group);
        const shares = [f.accuracy, f.decisivePrecision].map(percent);
        const evidence = [f.evidenceRight, f.feverStrict].map(percent);
        return [name, String(f.claims), ...shares, String(f.flips), ...evidence];
      }),
    ]);
  const writers = groupBy(outcomes, ({ id }) => id.split("-")[0] ?? id);
  const kinds = groupBy(outcomes, ({ kind }) => kind);
  return `${rows("writer", writers)}\n\n${rows("kind", kinds)}`;
}

/** Every claim with a wrong verdict, flips marked, with the reasons given for it. */
export function misses(outcomes: readonly Outcome[], withTrace: boolean): string {
  return outcomes
    .filter((outcome) => !outcome.labelRight)
    .map(({ claim, answer, flip, crash }) => {
      const got = crash === null ? answer.verdict : "crash";
      const mark = flip ? "  FLIP" : "";
      const lines = [
        `${claim.id} [${claim.kind}] ${claim.claim}`,
        `  expected ${claim.label} (${claim.evidence.join(" ") || "-"}), got ${got}${mark}`,
        ...answer.rationale.map((reason) => `  ${reason}`),
        ...(crash === null ? [] : crash.split("\n").map((line) => `  ${line.trim()}`)),
        ...(withTrace ? answer.trace().map((step) => `    | ${step}`) : []),
      ];
      return lines.join("\n");
    })
    .join("\n\n");
}

export function percent(value: number | null): string {
  return value === null ? "-" : (100 * value).toFixed(1);
}

/** Columns of equal width; the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
