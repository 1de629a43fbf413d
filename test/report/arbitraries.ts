import fc from "fast-check";
import type { Checked, Evidence } from "../../src/types.ts";
import { EVIDENCE, type Read, textOf } from "./samples.ts";

/** Pieces that mean something to a terminal, to XML, to HTML, to JSON or to GitHub. */
const NASTY = [
  "<script>alert(1)</script>",
  "</script>",
  "</mark></article>",
  "<!--",
  "]]>",
  '" onmouseover="x',
  "' x='",
  "&amp;",
  "&#0;",
  "::error::",
  "\n::warning file=x::boo",
  "##[group]",
  "%0A",
  "%",
  "\u001b[31m",
  "\u0000",
  "\u202e",
  "\u2066",
  "\u2028",
  "\ud800",
  "\ufffe",
  "\uffff",
  "\ufeff",
  "\r\n",
  "\t",
  "\u{e0041}",
  "😀",
  "{{x}}",
  "javascript:alert(1)",
] as const;

/** Strings that hold what a reader of a report can be fooled with. */
export const nasty = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom(...NASTY),
  ),
  maxLength: 12,
});

const evidence = fc
  .record({
    id: nasty,
    stance: fc.constantFrom("supports" as const, "refutes" as const),
    sentence: nasty,
    title: nasty,
    speaker: fc.option(nasty),
  })
  .map(({ title, ...rest }): Evidence => ({ ...rest, source: { ...EVIDENCE.source, title } }));

/** Results that hold nasty strings wherever a claim or a base can. */
export const checked: fc.Arbitrary<Checked> = fc
  .record({
    claim: nasty,
    verdict: fc.constantFrom(
      "refuted" as const,
      "conflicting-evidence" as const,
      "supported" as const,
    ),
    evidence: fc.array(evidence, { minLength: 1, maxLength: 3 }),
    reason: nasty,
  })
  .map(({ claim, verdict, evidence: [first, ...more], reason }) => ({
    claim,
    verdict,
    evidence: [first as Evidence, ...more],
    rationale: [reason],
    trace: () => [reason],
  }));

/** Texts that hold such claims, under nasty names. */
export const texts: fc.Arbitrary<Read[]> = fc.array(
  fc
    .record({
      name: nasty.filter((name) => name !== ""),
      claims: fc.array(checked, { maxLength: 3 }),
    })
    .map(({ name, claims }) => textOf(name, claims)),
  { maxLength: 2 },
);
