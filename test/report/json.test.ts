import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFormatter, ndjsonFormatter } from "../../src/report/json.ts";
import type { Result, Run } from "../../src/report/types.ts";
import { Tally } from "../../src/report/verdicts.ts";
import { CONFLICTING, EVIDENCE, inText, OPEN, REFUTED, RUN, SUPPORTED } from "./samples.ts";

function write(format: "json" | "ndjson", results: readonly Result[], run: Run = RUN): string {
  const formatter = format === "json" ? jsonFormatter(run) : ndjsonFormatter(run);
  const tally = new Tally(run.document);
  const pieces = results.map((result) => {
    tally.countVerdict(result.checked.verdict);
    return formatter.result(result);
  });
  return [formatter.head(), ...pieces, formatter.tail(tally.summary())].join("");
}

const CLAIMS: readonly Result[] = [REFUTED, OPEN, SUPPORTED].map((checked) => ({ checked }));
const TEXT = [REFUTED, OPEN, SUPPORTED, CONFLICTING].map((checked, at) => inText(checked, at + 1));

describe("ndjson", () => {
  it("has the fields of the contract, in their order", () => {
    expect(write("ndjson", CLAIMS.slice(0, 1))).toBe(
      `{"claim":"Bishops move straight.","verdict":"refuted","evidence":[{"id":"bishops-move","stance":"refutes","sentence":"Bishops move diagonally.","source":{"id":"rules","title":"The rules in short","line":7},"speaker":null}],"rationale":["The source says diagonally, the claim straight."]}\n`,
    );
  });

  it("has the nearest sentences where nothing decides", () => {
    const record = JSON.parse(write("ndjson", [{ checked: OPEN }])) as Record<string, unknown>;
    const { stance: _, ...rest } = EVIDENCE;
    expect(record).toEqual({
      claim: OPEN.claim,
      verdict: "not-enough-evidence",
      evidence: [],
      nearest: [{ ...rest, id: "age", sentence: "Chess has rules." }],
      rationale: OPEN.rationale,
    });
  });

  it("has one record a claim, in order", () => {
    const records = write("ndjson", CLAIMS).trimEnd().split("\n");
    expect(records.map((record) => (JSON.parse(record) as { claim: string }).claim)).toEqual(
      CLAIMS.map(({ checked }) => checked.claim),
    );
  });

  it.each([
    [
      "what the base has something to say about",
      {},
      ["refuted", "supported", "conflicting-evidence"],
    ],
    ["everything with --all", { all: true }, TEXT.map(({ checked }) => checked.verdict)],
    ["what fails", { failOn: "not-enough-evidence" }, TEXT.map(({ checked }) => checked.verdict)],
  ] as const)("of a text, records %s", (_, settings, verdicts) => {
    const lines = write("ndjson", TEXT, { ...RUN, document: true, ...settings })
      .trimEnd()
      .split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { verdict: string }).verdict)).toEqual(
      verdicts,
    );
  });

  it("tells the place in a text, and with --explain how it was read", () => {
    const run = { ...RUN, document: true, explain: true };
    expect(JSON.parse(write("ndjson", TEXT.slice(0, 1), run))).toMatchObject({
      location: { file: "a.txt", line: 1, column: 3, endLine: 1, endColumn: 25 },
      trace: REFUTED.trace(),
    });
  });
});

describe("json", () => {
  it("is one object with version, base, results and counts", () => {
    expect(JSON.parse(write("json", CLAIMS))).toEqual({
      version: "1.2.3",
      base: { title: "Chess", referenceDate: null },
      results: write("ndjson", CLAIMS)
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
      summary: {
        checked: 3,
        refuted: 1,
        "conflicting-evidence": 0,
        "not-enough-evidence": 1,
        supported: 1,
      },
    });
  });

  it("is valid with no results at all, and whatever is left out", () => {
    const runs = fc.record({ document: fc.boolean(), all: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TEXT)), runs, (results, settings) => {
        const run = { ...RUN, ...settings };
        const report = JSON.parse(write("json", results, run)) as { results: unknown[] };
        const lines = write("ndjson", results, run).split("\n").slice(0, -1);
        expect(report.results).toEqual(lines.map((line) => JSON.parse(line) as unknown));
      }),
    );
  });
});
