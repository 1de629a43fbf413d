import type { Verdict } from "../../src/types.ts";
import type { Finding, Pair, ScoredDocument } from "./documents.ts";
import { percent } from "./print.ts";

/** The columns of the table of documents. */
export const HEAD = [
  "labelled",
  "accuracy",
  "with context",
  "without",
  "refuted P",
  "refuted R",
  "spurious",
  "placed",
];

/** The figures of one or several documents, a cell for each column of `HEAD`. */
export function documentRow(documents: readonly ScoredDocument[]): string[] {
  const pairs = documents.flatMap((d) => d.pairs);
  const others = documents.flatMap((d) => d.others);
  const leaning = pairs.filter((p) => p.sentence.context);
  const said = pairs.filter((p) => p.verdict === "refuted");
  const spurious = others.filter((f) => isAlarm(f.verdict));
  const falseOnes = pairs.filter((p) => p.sentence.label === "refuted");
  const hits = said.filter((p) => p.sentence.label === "refuted").length;
  const called = said.length + others.filter((f) => f.verdict === "refuted").length;
  return [
    String(pairs.length),
    accuracy(pairs),
    `${accuracy(leaning)} of ${leaning.length}`,
    accuracy(pairs.filter((p) => !p.sentence.context)),
    `${share(hits, called)} of ${called}`,
    `${share(hits, falseOnes.length)} of ${falseOnes.length}`,
    String(spurious.length),
    share(pairs.filter((p) => p.placed).length, pairs.length),
  ];
}

/** Every sentence with a wrong verdict or place, and every spurious finding. */
export function documentMisses(document: ScoredDocument, withTrace: boolean): string {
  const lines = document.pairs.flatMap((pair) => missOf(pair, withTrace));
  const spurious = document.others
    .filter((f) => f.verdict !== "not-enough-evidence")
    .flatMap((f) => [
      `${document.file}:${f.line} not labelled: ${f.text}`,
      ...detail(f, `got ${f.verdict}`, withTrace),
    ]);
  return [...lines, ...spurious].map((line) => `${line}\n`).join("");
}

function missOf({ file, sentence, finding, verdict, placed }: Pair, withTrace: boolean): string[] {
  const right = verdict === sentence.label;
  if (right && placed) return [];
  const flags = [
    sentence.context ? "context" : "",
    placed ? "" : "PLACE",
    !right && isAlarm(verdict) ? "ALARM" : "",
  ].filter(Boolean);
  const head = `${file}:${sentence.line} [${flags.join(" ")}] ${sentence.text}`;
  const why = `expected ${sentence.label}, got ${finding ? verdict : "no such sentence"}`;
  return [
    head,
    ...(finding ? detail(finding, why, withTrace) : [`  ${why}`]),
    ...(placed || !finding ? [] : [`  cut out: ${finding.cut.replace(/\s+/gu, " ")}`]),
  ];
}

function detail(finding: Finding, why: string, withTrace: boolean): string[] {
  return [
    `  ${why}`,
    ...finding.rationale.map((reason) => `  ${reason}`),
    ...(withTrace ? finding.trace().map((step) => `    | ${step}`) : []),
  ];
}

function isAlarm(verdict: Verdict): boolean {
  return verdict === "refuted" || verdict === "conflicting-evidence";
}

function accuracy(pairs: readonly Pair[]): string {
  return share(pairs.filter((p) => p.verdict === p.sentence.label).length, pairs.length);
}

function share(part: number, whole: number): string {
  return percent(whole === 0 ? null : part / whole);
}
