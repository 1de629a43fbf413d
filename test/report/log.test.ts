import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../src/cli/fault.ts";
import { FORMATS } from "../../src/report/formatter.ts";
import { paragraph } from "../../src/report/layout.ts";
import { safe, safeJson, safeLines, safeStart } from "../../src/report/safe.ts";
import type { Checked } from "../../src/types.ts";
import { EVIDENCE, REFUTED, RUN, reportTexts, textOf } from "./samples.ts";

/**
 * The orders that CI servers find in a log: GitHub's runner takes `::name …::` at a line's start, after
 * white space, and `##[name …]` anywhere; Azure `##vso[…]`, TeamCity `##teamcity[…]`.
 */
function ordersIn(log: string): string[] {
  return log
    .split(/\r\n|[\r\n]/u)
    .flatMap((line) => [
      ...(/^\s*::[^:]*::/u.exec(line) ?? []),
      ...(/##[a-z]*\[.*\]?/iu.exec(line) ?? []),
    ]);
}

const ORDERS = [
  "::error::boo",
  "::stop-commands::x",
  "\u00a0::add-mask::a",
  "\n::warning file=x::boo",
  "##[add-mask]a",
  "##vso[task.setvariable variable=x]y",
  "##teamcity[message text='x']",
  "###[group]",
  "##",
  "[",
  ":",
];

/** Strings that hold orders between words, so that lines are wrapped before some of them. */
const ordered = fc
  .array(fc.oneof(fc.constantFrom(...ORDERS), fc.constantFrom("word", "another", "a\nline")), {
    minLength: 1,
    maxLength: 40,
  })
  .map((words) => words.join(" "));

const checked: fc.Arbitrary<Checked> = fc
  .record({ claim: ordered, sentence: ordered, title: ordered, speaker: ordered, reason: ordered })
  .map(({ claim, sentence, title, speaker, reason }) => ({
    ...REFUTED,
    claim,
    evidence: [{ ...EVIDENCE, sentence, speaker, source: { ...EVIDENCE.source, title } }],
    rationale: [reason],
    trace: () => [reason],
  }));

describe("what texts and bases say gives no orders in a log", () => {
  it("is looked for rightly", () => {
    const log = ["a ::error::b", "::error::b", " \u2003::x y=1::", "a ##[x]", "::a", "##VSO[x"];
    expect(log.map((line) => ordersIn(line).length)).toEqual([0, 1, 1, 1, 0, 1]);
  });

  // GitHub's own format is made of orders, and tested by what they say.
  it.each(FORMATS.filter((format) => format !== "github" && format !== "html"))(
    "in the format %s",
    async (format) => {
      await fc.assert(
        fc.asyncProperty(checked, ordered, async (one, name) => {
          const settings = { explain: true, base: { title: name, referenceDate: null } };
          const report = await reportTexts(format, [textOf(name, [one])], { ...RUN, ...settings });
          expect(ordersIn(report)).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
  );

  it("in messages", () => {
    fc.assert(
      fc.property(ordered, ordered, ordered, (message, hint, place) => {
        expect(ordersIn(safeLines(new Fault(message, hint, place).report))).toEqual([]);
        expect(ordersIn(safeStart(safe(message)))).toEqual([]);
        expect(safeStart(safe(message))).not.toContain("\n");
      }),
    );
  });

  it("in wrapped lines, and the words stay readable", () => {
    const style = { width: 30, paint: { level: 0 } } as Parameters<typeof paragraph>[3];
    const text = `${"word ".repeat(5)}::error::boo ##[x] a::b ## c`;
    expect(paragraph(safe(text), "- ", "  ", style)).toBe(
      "- word word word word word\n  \\u{3a}:error::boo #\\u{23}[x] a::b\n  ## c\n",
    );
    expect(JSON.parse(safeJson(text))).toBe(text);
  });
});

it("a line break in the name of a file makes no line of its own", () => {
  const { report } = new Fault("no such file", "Look for it.", "a\n::error::b.md:1:1");
  expect(report).toBe("a ::error::b.md:1:1: error: no such file\nLook for it.");
});
