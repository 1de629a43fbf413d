import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Checked } from "../../src/types.ts";
import { texts } from "./arbitraries.ts";
import {
  CONFLICTING,
  OPEN,
  REFUTED,
  RUN,
  reportClaims,
  reportTexts,
  SUPPORTED,
  TEXTS,
  textOf,
} from "./samples.ts";

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations?: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: object;
          readonly region: { readonly startLine: number };
        };
      }[];
      readonly partialFingerprints: { readonly primaryLocationLineHash: string };
    }[];
  }[];
}

// The schema that the standard's committee published, as the package @microsoft/jest-sarif
// (MIT) ships it.
const schema = JSON.parse(
  readFileSync(new URL("schemas/sarif-2.1.0-rtm.5.json", import.meta.url), "utf8"),
) as object;
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function parse(sarif: string): Log {
  const log = JSON.parse(sarif) as Log;
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  return log;
}

async function resultsOf(checked: readonly Checked[], settings = {}) {
  return parse(await reportTexts("sarif", [textOf("a.md", checked)], settings)).runs[0]?.results;
}

describe("the schema", () => {
  it("is kept by texts, by claims, and by an empty run", async () => {
    parse(await reportTexts("sarif", TEXTS));
    parse(await reportClaims("sarif", [REFUTED, CONFLICTING, SUPPORTED, OPEN]));
    parse(await reportTexts("sarif", []));
  });

  it("is kept whatever claims, bases and file names hold", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (read) => {
        parse(await reportTexts("sarif", read, { failOn: "not-enough-evidence" }));
      }),
    );
  });

  it("refuses what it should", () => {
    expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
  });
});

describe("results", () => {
  it.each([
    ["never", ["refuted:error", "conflicting-evidence:warning"]],
    ["refuted", ["refuted:error", "conflicting-evidence:warning"]],
    [
      "not-enough-evidence",
      ["refuted:error", "conflicting-evidence:warning", "not-enough-evidence:warning"],
    ],
  ] as const)("with --fail-on %s are the findings", async (failOn, expected) => {
    const results = await resultsOf([SUPPORTED, REFUTED, CONFLICTING, OPEN], { failOn, all: true });
    expect(results?.map(({ ruleId, level }) => `${ruleId}:${level}`)).toEqual(expected);
  });

  it("point to their rules", async () => {
    const run = parse(await reportTexts("sarif", TEXTS)).runs[0];
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
  });

  it("of a nameless text or of claims have no place", async () => {
    const stdin = parse(await reportTexts("sarif", [textOf("<stdin>", [REFUTED])]));
    const claims = parse(await reportClaims("sarif", [REFUTED]));
    for (const log of [stdin, claims]) expect(log.runs[0]?.results[0]?.locations).toBeUndefined();
  });

  it.each([
    ["./docs/a b.md", { uri: "docs/a%20b.md", uriBaseId: "%SRCROOT%" }],
    ["a:b/50%.md", { uri: "a%3Ab/50%25.md", uriBaseId: "%SRCROOT%" }],
    ["/tmp/ü.md", { uri: "file:///tmp/%C3%BC.md" }],
  ])("in %s have the address %j", async (file, address) => {
    const log = parse(await reportTexts("sarif", [textOf(file, [REFUTED])]));
    const [result] = log.runs[0]?.results ?? [];
    expect(result?.locations?.[0]?.physicalLocation.artifactLocation).toEqual(address);
  });
});

describe("fingerprints", () => {
  const prints = async (checked: readonly Checked[]) =>
    (await resultsOf(checked))?.map((result) => [
      result.locations?.[0]?.physicalLocation.region.startLine,
      result.partialFingerprints.primaryLocationLineHash,
    ]);

  it("stay when lines move", async () => {
    const [before] = (await prints([REFUTED])) ?? [];
    const [after] = (await prints([SUPPORTED, SUPPORTED, REFUTED])) ?? [];
    expect(after?.[0]).not.toBe(before?.[0]);
    expect(after?.[1]).toBe(before?.[1]);
  });

  it("tell apart sentences, and occurrences of one", async () => {
    const all = await prints([REFUTED, CONFLICTING, REFUTED]);
    expect(new Set(all?.map(([, print]) => print)).size).toBe(3);
  });

  it("are the same for the same sentence in another file", async () => {
    const log = parse(
      await reportTexts("sarif", [textOf("a.md", [REFUTED]), textOf("b.md", [REFUTED])], RUN),
    );
    const all = log.runs[0]?.results.map((one) => one.partialFingerprints.primaryLocationLineHash);
    expect(all?.[0]).toBe(all?.[1]);
  });
});
