import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { readClaims, readSentences, UsageError } from "../../scripts/eval/claims.ts";

const folder = fileURLToPath(new URL("../claims/", import.meta.url));

describe("the development claims", () => {
  const claims = readClaims(join(folder, "development.jsonl"));
  const sentences = new Set(readSentences(join(folder, "sentences.json")).map(([id]) => id));

  it("have ids of their own", () => {
    expect(claims).toHaveLength(1014);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  });

  it("have evidence, from the numbered sentences, unless they lack it by their label", () => {
    for (const { id, label, evidence } of claims) {
      expect(evidence.length > 0, id).toBe(label !== "not-enough-evidence");
      expect(
        evidence.filter((sentence) => !sentences.has(sentence)),
        id,
      ).toEqual([]);
    }
  });
});

describe("readClaims", () => {
  let temporary: string;
  beforeAll(() => {
    temporary = mkdtempSync(join(tmpdir(), "claims-"));
  });
  afterAll(() => rmSync(temporary, { recursive: true }));

  const good = '{"id": "a-1", "claim": "c", "label": "refuted", "evidence": [], "kind": "k"}';
  const file = () => join(temporary, "claims.jsonl");

  it("skips blank lines", () => {
    writeFileSync(file(), `\n${good}\n\n`);
    expect(readClaims(file())).toHaveLength(1);
  });

  test.each([
    ["no JSON", `${good}\n{"id"`, /claims\.jsonl:2: no valid JSON/u],
    ["an unknown label", good.replace("refuted", "false"), /claims\.jsonl:1: label: /u],
    ["a missing key", good.replace('"id"', '"name"'), /claims\.jsonl:1: id: /u],
  ])("tells %s with its line", (_name, text, message) => {
    writeFileSync(file(), text);
    expect(() => readClaims(file())).toThrow(message);
    expect(() => readClaims(file())).toThrow(UsageError);
  });

  it("tells a missing file", () => {
    expect(() => readClaims(join(temporary, "none"))).toThrow(/none: can't be read \(ENOENT\)/u);
  });
});
