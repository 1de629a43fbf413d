import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "start-"));
  for (const part of ["bin", "dist"])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function cacheFile(): string {
  const [name = ""] = readdirSync(join(folder, "dist")).filter((file) => file.endsWith(".cache"));
  return join(folder, "dist", name);
}

function answer(): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, "bin", "ottawa-check.js"), "--format", "ndjson", "They signed nothing."],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  return stdout;
}

describe("the program's compiled code", () => {
  it("is there for the Node that built it", () => {
    expect(cacheFile()).toContain(process.version);
  });

  it.each<[string, () => void]>([
    ["is missing", () => rmSync(cacheFile())],
    ["is cut short", () => writeFileSync(cacheFile(), readFileSync(cacheFile()).subarray(0, 5000))],
    ["is no such code", () => writeFileSync(cacheFile(), "no code")],
  ])("is not needed: the answer is the same where it %s", (_, spoil) => {
    const expected = answer();
    spoil();
    expect(answer()).toBe(expected);
  });
});
