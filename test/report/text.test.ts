import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStyle } from "../../src/report/layout.ts";
import { formatResult, textFormatter } from "../../src/report/text.ts";
import type { Result, Run } from "../../src/report/types.ts";
import { Tally } from "../../src/report/verdicts.ts";
import type { Checked } from "../../src/types.ts";
import { CONFLICTING, EVIDENCE, inText, OPEN, REFUTED, RUN, SUPPORTED } from "./samples.ts";

const PLAIN = createStyle(80, false);

function write(results: readonly Result[], run: Run = RUN, quiet = false): string {
  const formatter = textFormatter(run, PLAIN, quiet);
  const tally = new Tally(run.document);
  const pieces = results.map((result) => {
    tally.countVerdict(result.checked.verdict);
    if (run.document) tally.countRead();
    return formatter.result(result);
  });
  return [formatter.head(), ...pieces, formatter.tail(tally.summary())].join("");
}

describe("one claim", () => {
  it("refuted", () => {
    expect(write([{ checked: REFUTED }])).toBe(
      `✗ refuted  Bishops move straight.
  “Bishops move diagonally.”
  — The rules in short, line 7
  Why: The source says diagonally, the claim straight.
`,
    );
  });

  it("supported, by somebody's words", () => {
    expect(write([{ checked: SUPPORTED }])).toContain(
      "  — said by the club's secretary; The rules in short, line 7\n",
    );
  });

  it("conflicting: says which sentence does what", () => {
    expect(write([{ checked: CONFLICTING }])).toBe(
      `⇄ conflicting-evidence  Castling is allowed.
  refutes: “Bishops move diagonally.”
  — The rules in short, line 7
  supports: “Castling is fine.”
  — The rules in short, line 7
  Why: The sources disagree.
`,
    );
  });

  it("undecided: shows what comes nearest", () => {
    expect(write([{ checked: OPEN }])).toBe(
      `? not-enough-evidence  Chess is old.
  Why: The sources do not say.
  nearest: “Chess has rules.”
  — The rules in short, line 7
`,
    );
  });

  it("with --explain, how it was read", () => {
    expect(write([{ checked: REFUTED }], { ...RUN, explain: true })).toContain(
      "  How it was read:\n    bishops: subject\n    move: verb\n",
    );
  });

  it("shows two sentences of a stance, and with --explain all", () => {
    const checked: Checked = { ...REFUTED, evidence: [EVIDENCE, EVIDENCE, EVIDENCE, EVIDENCE] };
    expect(write([{ checked }])).toContain("and 2 more sentences, shown with --explain");
    expect(write([{ checked }], { ...RUN, explain: true }).match(/“/g)).toHaveLength(4);
  });
});

describe("several claims", () => {
  const results = [REFUTED, OPEN, SUPPORTED].map((checked) => ({ checked }));

  it("are all shown, then counted", () => {
    const text = write(results);
    expect(text.match(/^\S/gmu)).toHaveLength(4);
    expect(text).toMatch(/\n\n3 claims checked: 1 refuted, 1 not-enough-evidence, 1 supported\n$/);
  });

  it("--quiet leaves those that fail", () => {
    expect(write(results, RUN, true)).toBe(formatResult({ checked: REFUTED }, RUN, PLAIN));
    expect(write(results, { ...RUN, failOn: "never" }, true)).toBe("");
  });
});

describe("a text", () => {
  const document = { ...RUN, document: true };
  const results = [SUPPORTED, REFUTED, OPEN, CONFLICTING].map((checked, at) =>
    inText(checked, at + 1),
  );

  it("shows the refuted and conflicting sentences with their place", () => {
    const text = write(results, document);
    expect(text).toContain("✗ refuted  a.txt:2:3  Bishops move straight.\n");
    expect(text).toContain("⇄ conflicting-evidence  a.txt:4:3  Castling is allowed.\n");
    expect(text).not.toContain("Chess is old.");
    expect(text).toMatch(/\n\n4 sentences read, 4 checked: 1 refuted, .*\(2 not shown; --all/su);
  });

  it("--all shows every sentence", () => {
    const text = write(results, { ...document, all: true });
    expect(text).toContain("Chess is old.");
    expect(text).not.toContain("not shown");
  });

  it("shows what fails", () => {
    expect(write(results, { ...document, failOn: "not-enough-evidence" })).toContain(
      "Chess is old.",
    );
  });

  it("without a sentence to check says so", () => {
    const tally = new Tally(true);
    tally.countRead();
    const { tail } = textFormatter(document, PLAIN, false);
    expect(tail(tally.summary())).toBe("1 sentence read, none to check\n");
  });
});

describe("layout", () => {
  const strings = fc.string({ unit: "binary", maxLength: 300 });
  const checked = fc.record({ claim: strings, sentence: strings, title: strings }).map(
    ({ claim, sentence, title }): Checked => ({
      ...REFUTED,
      claim,
      evidence: [{ ...EVIDENCE, sentence, source: { ...EVIDENCE.source, title } }],
    }),
  );

  it("holds no escape code without colours, whatever claims and sources hold", () => {
    fc.assert(
      fc.property(checked, (item) => {
        const text = formatResult({ checked: item }, RUN, PLAIN);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }),
    );
  });

  it("says the same with and without colours", () => {
    fc.assert(
      fc.property(checked, (item) => {
        const colored = formatResult({ checked: item }, RUN, createStyle(80, true));
        expect(stripVTControlCharacters(colored)).toBe(formatResult({ checked: item }, RUN, PLAIN));
      }),
    );
  });

  it("is wrapped to the width", () => {
    const words = fc.string({ unit: "grapheme-ascii", maxLength: 400 });
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 110 }), (claim, width) => {
        const item = { checked: { ...REFUTED, claim } };
        const lines = formatResult(item, RUN, createStyle(width, false)).split("\n");
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
