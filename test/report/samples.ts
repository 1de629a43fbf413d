import type { Result, Run } from "../../src/report/types.ts";
import type { Checked, Evidence } from "../../src/types.ts";

/** A run over claims given one by one, with the settings that most tests want. */
export const RUN: Run = {
  version: "1.2.3",
  base: { title: "Chess", referenceDate: null },
  sources: [],
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
  nearest: [{ id: "age", sentence: "Chess has rules.", source: EVIDENCE.source, speaker: null }],
  rationale: ["The sources do not say."],
  trace: () => [],
} as const satisfies Checked;

/** A result in a text, on the given line. */
export function inText(checked: Checked, line: number): Result {
  const location = { file: "a.txt", line, column: 3, endLine: line, endColumn: 25 };
  return { checked, location };
}
