import { createFormatter, type FormatName } from "../../src/report/formatter.ts";
import { createStyle } from "../../src/report/layout.ts";
import type { FileText, Result, Run } from "../../src/report/types.ts";
import { Tally } from "../../src/report/verdicts.ts";
import type { Checked, Evidence } from "../../src/types.ts";

/** A run over claims given one by one, with the settings that most tests want. */
export const RUN: Run = {
  version: "1.2.3",
  base: { title: "Chess", referenceDate: null },
  sources: [
    {
      id: "rules",
      title: "The rules in short",
      file: "sources/the rules.txt",
      text: "The rules in short\n\nSince 1851\n\nIntroduction\n\nBishops move diagonally. Castling is fine.\nChess has rules.\n",
    },
  ],
  document: false,
  failOn: "refuted",
  all: false,
  explain: false,
};

export const EVIDENCE: Evidence = {
  id: "bishops-move",
  stance: "refutes",
  sentence: "Bishops move diagonally.",
  source: { id: "rules", title: "The rules in short", line: 7 },
  speaker: null,
};

export const REFUTED = {
  claim: "Bishops move straight.",
  verdict: "refuted",
  evidence: [EVIDENCE],
  rationale: ["The source says diagonally, the claim straight."],
  trace: () => ["bishops: subject", "move: verb"],
} as const satisfies Checked;

export const SUPPORTED = {
  claim: "Bishops move diagonally.",
  verdict: "supported",
  evidence: [{ ...EVIDENCE, stance: "supports", speaker: "the club's secretary" }],
  rationale: ["The source says so."],
  trace: () => [],
} as const satisfies Checked;

export const CONFLICTING = {
  claim: "Castling is allowed.",
  verdict: "conflicting-evidence",
  evidence: [EVIDENCE, { ...EVIDENCE, stance: "supports", sentence: "Castling is fine." }],
  rationale: ["The sources disagree."],
  trace: () => [],
} as const satisfies Checked;

export const OPEN = {
  claim: "Chess is old.",
  verdict: "not-enough-evidence",
  evidence: [],
  nearest: () => [
    { id: "age", sentence: "Chess has rules.", source: EVIDENCE.source, speaker: null },
  ],
  rationale: ["The sources do not say."],
  trace: () => [],
} as const satisfies Checked;

/** A result in a text, on the given line. */
export function inText(checked: Checked, line: number): Result {
  const location = { file: "a.txt", line, column: 3, endLine: line, endColumn: 25 };
  return { checked, location };
}

/** A text with the results in it. */
export interface Read {
  readonly text: FileText;
  readonly results: readonly Result[];
}

/** The whole report in a format, of claims given one by one. */
export async function reportClaims(
  format: FormatName,
  checked: readonly Checked[],
  run: Run = RUN,
): Promise<string> {
  const results = checked.map((one) => ({ checked: one }));
  return await report(format, [{ results }], run);
}

/** The whole report in a format, of texts. */
export async function reportTexts(
  format: FormatName,
  texts: readonly Read[],
  settings: Partial<Run> = {},
): Promise<string> {
  return await report(format, texts, { ...RUN, document: true, ...settings });
}

async function report(
  format: FormatName,
  texts: readonly (Omit<Read, "text"> & Partial<Read>)[],
  run: Run,
): Promise<string> {
  const formatter = await createFormatter(format, run, createStyle(80, false), false);
  const tally = new Tally(run.document);
  const pieces = [formatter.head()];
  for (const { text, results } of texts) {
    if (text) pieces.push(formatter.file?.(text) ?? "");
    for (const result of results) {
      if (run.document) tally.countRead();
      tally.countVerdict(result.checked.verdict);
      pieces.push(formatter.result(result));
    }
  }
  return [...pieces, formatter.tail(tally.summary())].join("");
}

/** A text whose sentences are the claims, and their results. */
export function textOf(file: string, checked: readonly Checked[]): Read {
  const text = `# A draft\n\n${checked.map(({ claim }) => `- **${claim}** And so on.\n`).join("")}`;
  const results = checked.map((one, at) => {
    const columns = [...one.claim].length;
    const line = at + 3;
    return {
      checked: one,
      location: { file, line, column: 5, endLine: line, endColumn: 5 + columns },
    };
  });
  return { text: { file, text, kind: "markdown" }, results };
}

/** Texts with every verdict, a sentence that comes twice, and a name that needs escapes. */
export const TEXTS: readonly Read[] = [
  textOf("docs/what's new, 50%: yes?.md", [SUPPORTED, REFUTED, OPEN, CONFLICTING, REFUTED]),
  textOf("docs/clean.md", [OPEN]),
];
