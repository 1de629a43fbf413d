import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SuppressionMode, Suppressions } from "../../../src/cli/lint/suppressions.ts";
import type { SuppressionsFile } from "../../../src/cli/lint/suppressions-schema.ts";
import { CONFLICTING, REFUTED } from "../../report/samples.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "suppressions-"));
  for (const file of ["a.md", "b.md"]) writeFileSync(join(folder, file), "");
});
afterEach(() => rmSync(folder, { recursive: true }));

const finding = (claim: string) => ({ checked: { ...REFUTED, claim } });

function open(raw: SuppressionsFile | null, mode: SuppressionMode): Suppressions {
  return new Suppressions(join(folder, "known.json"), raw, mode);
}

/** A file that holds these sentences of a.md, each as often as it stands there. */
function known(...sentences: string[]): SuppressionsFile {
  const suppressions = open(null, "add");
  const isKnown = suppressions.begin(join(folder, "a.md"));
  for (const sentence of sentences) isKnown(finding(sentence));
  return JSON.parse(suppressions.rewritten() ?? "") as SuppressionsFile;
}

function sentencesOf(text: string | null): string[] {
  if (text === null) return [];
  const { suppressions } = JSON.parse(text) as SuppressionsFile;
  return Object.values(suppressions).flatMap((entries) =>
    entries.map(({ sentence, count }) => `${count} ${sentence}`),
  );
}

describe("a finding is known", () => {
  it("by its sentence, however its lines break, and only as often as it is written down", () => {
    const isKnown = open(known("One is two."), "use").begin(join(folder, "a.md"));
    expect(isKnown(finding("One  is\ntwo."))).toBe(true);
    expect(isKnown(finding("One is two."))).toBe(false);
  });

  it("not in place of another one", () => {
    const isKnown = open(known("One is two."), "use").begin(join(folder, "a.md"));
    expect(isKnown(finding("One is three."))).toBe(false);
  });

  it("not with another verdict", () => {
    const isKnown = open(known("One is two."), "use").begin(join(folder, "a.md"));
    expect(isKnown({ checked: { ...CONFLICTING, claim: "One is two." } })).toBe(false);
  });

  it("not in another file", () => {
    const isKnown = open(known("One is two."), "use").begin(join(folder, "b.md"));
    expect(isKnown(finding("One is two."))).toBe(false);
  });
});

describe("what is not needed any more", () => {
  it("is what was not met in a file that was read, and how often", () => {
    const suppressions = open(known("A.", "A.", "B."), "use");
    suppressions.begin(join(folder, "a.md"))(finding("A."));
    expect(
      suppressions
        .unneeded()
        .map(({ sentence, count }) => [sentence, count])
        .sort(),
    ).toEqual([
      ["A.", 1],
      ["B.", 1],
    ]);
  });

  it("is nothing of a file that was not read", () => {
    expect(open(known("A."), "use").unneeded()).toEqual([]);
  });

  it("is all of a file that is gone", () => {
    rmSync(join(folder, "a.md"));
    expect(open(known("A."), "use").unneeded()).toHaveLength(1);
  });
});

describe("the file is written anew", () => {
  it("never, where it is only used", () => {
    const suppressions = open(known("A."), "use");
    suppressions.begin(join(folder, "a.md"));
    expect(suppressions.rewritten()).toBeNull();
  });

  it("without what is not needed, and without what is new, where it is pruned", () => {
    const suppressions = open(known("A.", "A.", "B."), "prune");
    const isKnown = suppressions.begin(join(folder, "a.md"));
    expect([isKnown(finding("A.")), isKnown(finding("C."))]).toEqual([true, false]);
    expect(sentencesOf(suppressions.rewritten())).toEqual(["1 A."]);
  });

  it("with all that is met, where everything is suppressed", () => {
    const suppressions = open(known("A."), "add");
    suppressions.begin(join(folder, "a.md"))(finding("C."));
    suppressions.begin(join(folder, "b.md"))(finding("B."));
    expect(sentencesOf(suppressions.rewritten())).toEqual(["1 C.", "1 B."]);
  });

  it("with what other files hold", () => {
    const suppressions = open(known("A."), "add");
    suppressions.begin(join(folder, "b.md"))(finding("B."));
    expect(sentencesOf(suppressions.rewritten())).toEqual(["1 A.", "1 B."]);
  });

  it("only where something changes", () => {
    const suppressions = open(known("A."), "add");
    suppressions.begin(join(folder, "a.md"))(finding("A."));
    expect(suppressions.rewritten()).toBeNull();
  });
});
