import { describe, expect, it, test } from "vitest";
import type { LabelledClaim } from "../../scripts/eval/claims.ts";
import type { Answer, Engine } from "../../scripts/eval/engine.ts";
import { breakdown, confusion, misses, summary } from "../../scripts/eval/print.ts";
import { run, score, sentenceIds } from "../../scripts/eval/score.ts";
import type { Verdict } from "../../src/types.ts";

const sentences = [
  ["A1.0", "Canal opens"],
  ["A1.1", "The canal opened on Wednesday."],
  ["A1.2", "Ships came."],
  ["A2.0", "Ships came."],
  ["A2.1", "The canal is not open, said the owner."],
] as const;
const idsOf = sentenceIds(sentences, ["news", "letter"]);

describe("sentenceIds", () => {
  test.each([
    ["news", "The canal opened on Wednesday.", ["A1.1"]],
    ["news", "The canal\n opened on  Wednesday. Ships came.", ["A1.1", "A1.2"]],
    ["letter", "The canal is not open", ["A2.1"]],
    ["letter", "Ships came.", ["A2.0"]],
    ["elsewhere", "Ships came.", ["A1.2", "A2.0"]],
    ["news", "Something else.", []],
    ["news", " ", []],
  ])("of %j: %j", (source, sentence, ids) => {
    expect(idsOf(source, sentence)).toEqual(ids);
  });
});

const claim = (id: string, label: Verdict, evidence: string[], kind = "plain"): LabelledClaim => ({
  id,
  claim: `claim ${id}`,
  label,
  evidence,
  kind,
});
const claims = [
  claim("W1-1", "supported", ["A1.1"]),
  claim("W1-2", "supported", ["A1.2"]),
  claim("W1-10", "refuted", ["A2.1"], "negation"),
  claim("W2-1", "refuted", ["A2.1"], "negation"),
  claim("W2-2", "not-enough-evidence", []),
  claim("W2-3", "conflicting-evidence", ["A1.1", "A2.1"]),
];

const answer = (verdict: Verdict, ...evidence: [string, string][]): Answer => ({
  verdict,
  evidence: evidence.map(([source, sentence]) => ({ source, sentence })),
  rationale: [`because ${verdict}`],
  trace: () => ["read so"],
});
const answers: Readonly<Record<string, Answer>> = {
  // Right, with the right sentence first.
  "claim W1-1": answer("supported", ["news", "The canal opened on Wednesday."]),
  // Right, but the right sentence comes second.
  "claim W1-2": answer("supported", ["news", "Canal opens"], ["news", "Ships came."]),
  // A flip.
  "claim W1-10": answer("supported", ["letter", "The canal is not open, said the owner."]),
  // Right, with a wrong sentence only.
  "claim W2-1": answer("refuted", ["news", "Ships came."]),
  "claim W2-2": answer("not-enough-evidence"),
};
const engine: Engine = (text) => {
  const found = answers[text];
  if (!found) throw new Error("no answer");
  return found;
};
const outcomes = run(engine, claims, idsOf);
const figures = score(outcomes);

describe("score", () => {
  it("counts labels, flips and crashes", () => {
    expect(figures).toMatchObject({ claims: 6, crashes: 1, flips: 1 });
    expect(figures.accuracy).toBeCloseTo(4 / 6);
    expect(figures.flipShare).toBeCloseTo(1 / 6);
    expect(figures.decisivePrecision).toBeCloseTo(3 / 4);
  });

  it("looks at the first printed sentence of right verdicts only", () => {
    expect(figures.evidenceRight).toBeCloseTo(1 / 3);
  });

  it("is strict as FEVER: any labelled sentence among the printed, none needed without evidence", () => {
    expect(figures.feverStrict).toBeCloseTo(3 / 6);
  });

  it("gives precision, recall and F1 of each label", () => {
    expect(figures.labels.supported).toEqual({ precision: 2 / 3, recall: 1, f1: 4 / 5 });
    expect(figures.labels.refuted).toEqual({ precision: 1, recall: 1 / 2, f1: 2 / 3 });
    expect(figures.labels["conflicting-evidence"]).toEqual({ precision: null, recall: 0, f1: 0 });
  });

  it("has no figures of no claims", () => {
    expect(score([])).toMatchObject({ claims: 0, accuracy: null, decisivePrecision: null });
  });
});

describe("print", () => {
  it("sets ways of checking side by side", () => {
    expect(
      summary([
        ["one", figures],
        ["none", score([])],
      ]),
    ).toMatchInlineSnapshot(`
      "                                                 one       none
      claims                                             6          0
      label accuracy                                  66.7          -
      decisive precision                              75.0          -
      flips                                       1 (16.7)      0 (-)
      evidence sentence right                         33.3          -
      FEVER strict                                    50.0          -
      supported P / R / F1             66.7 / 100.0 / 80.0  - / - / -
      refuted P / R / F1               100.0 / 50.0 / 66.7  - / - / -
      conflicting-evidence P / R / F1        - / 0.0 / 0.0  - / - / -
      not-enough-evidence P / R / F1   50.0 / 100.0 / 66.7  - / - / -"
    `);
  });

  it("tells what was taken for what", () => {
    expect(confusion(figures)).toMatchInlineSnapshot(`
      "expected \\ got        SUP  REF  CON  NEE
      supported               2    0    0    0
      refuted                 1    1    0    0
      conflicting-evidence    0    0    0    1
      not-enough-evidence     0    0    0    1"
    `);
  });

  it("groups by writer and by kind", () => {
    expect(breakdown(outcomes)).toMatchInlineSnapshot(`
      "writer  claims  accuracy  dec. precision  flips  evidence  strict
      W1           3      66.7            66.7      1      50.0    66.7
      W2           3      66.7           100.0      0       0.0    33.3

      kind      claims  accuracy  dec. precision  flips  evidence  strict
      negation       2      50.0            50.0      1       0.0     0.0
      plain          4      75.0           100.0      0      50.0    75.0"
    `);
  });

  it("tells every miss, with its trace where wanted", () => {
    const [flip, crash] = misses(outcomes, true).split("\n\n");
    expect(flip).toMatchInlineSnapshot(`
      "W1-10 [negation] claim W1-10
        expected refuted (A2.1), got supported  FLIP
        because supported
          | read so"
    `);
    expect(crash?.split("\n").slice(0, 3)).toEqual([
      "W2-3 [plain] claim W2-3",
      "  expected conflicting-evidence (A1.1 A2.1), got crash",
      "  Error: no answer",
    ]);
    expect(misses(outcomes, false)).not.toContain("read so");
  });
});
