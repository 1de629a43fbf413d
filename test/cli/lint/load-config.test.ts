import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Fault } from "../../../src/cli/fault.ts";
import { loadConfig } from "../../../src/cli/lint/load-config.ts";
import { SettingsFinder } from "../../../src/cli/lint/settings.ts";

const NAME = ".ottawa-check.yaml";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "config-"));
  file = join(folder, NAME);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is told of a configuration, line by line; nothing of a good one. */
function reportOf(text: string | Uint8Array): string[] {
  writeFileSync(file, text);
  try {
    loadConfig(file, "c.yaml");
    return [];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.report.split("\n");
  }
}

const bomb = Array.from({ length: 20 }, (_, at) => {
  const items = Array(9).fill(at === 0 ? "x" : `*a${at - 1}`);
  return `a${at}: &a${at} [${items.join(", ")}]\n`;
}).join("");

describe("a configuration that is wrong, or meant to harm, is told with its place", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["aliases to aliases", bomb, "c.yaml:2:10: error: the aliases expand to too much; write"],
    ["an alias of itself", "ignore: &a [*a]\n", 'c.yaml:1:13: error: "*a" stands within itself;'],
    [
      "deep nesting",
      `ignore: ${"[".repeat(1e5)}`,
      "c.yaml:1:68: error: this is nested too deeply;",
    ],
    [
      "a key twice",
      "ignore: [a]\nignore: [b]\n",
      'c.yaml:2:1: error: the key "ignore" is given twice;',
    ],
    ["__proto__", "__proto__: {base: a}\n", 'c.yaml:1:1: error: the key "__proto__" is refused;'],
    [
      "constructor",
      "overrides: [{constructor: 1, files: [a]}]\n",
      'c.yaml:1:14: error: the key "constructor" is refused;',
    ],
    ["an unknown key", "bse: a\n", 'c.yaml:1:1: error: unknown key "bse"; did you mean "base"?'],
    ["a list for text", "base: [a]\n", 'c.yaml:1:7: error: "base" must be text, not a list;'],
    ["text for a list", "ignore: a\n", 'c.yaml:1:9: error: "ignore" must be a list, not text;'],
    ["a list", "- a\n", "c.yaml:1:1: error: the file must be keys with values, not a list;"],
    ["infinity", "max-warnings: .inf\n", 'c.yaml:1:15: error: "max-warnings" is no whole number'],
    ["a tag", "ignore: [!!js/function a]\n", "c.yaml:1:10: error: unresolved tag: "],
    ["bytes", new Uint8Array([0x61, 0xff]), "c.yaml:1:1: error: the configuration isn't UTF-8"],
    ["size", `#${"a".repeat(5e6)}`, "c.yaml:1:1: error: the configuration is larger than 4 MB"],
    [
      "wildcards",
      `ignore: ["${"*a".repeat(9)}b"]\n`,
      'c.yaml:1:10: error: item 1 of "ignore" is too',
    ],
    [
      "a base that is gone",
      "base: gone.yaml\n",
      'c.yaml:1:7: error: "base" names a file that does',
    ],
  ])("%s", (_, text, told) => {
    const [first = "", ...more] = reportOf(text);
    expect(first.slice(0, told.length)).toBe(told);
    expect(more).toEqual([]);
    expect(({} as { base?: string }).base).toBeUndefined();
  });

  it("very many faults, of which the first are", () => {
    const report = reportOf(`ignore: [${"1, ".repeat(20_000)}]\n`);
    expect(report).toHaveLength(101);
    expect(report.at(-1)).toMatch(/^c\.yaml:1:\d+: error: there is more; mend these first$/u);
  });

  it.each<[string, () => void, string]>([
    ["a folder", () => mkdirSync(file), "is a folder; name a file"],
    ["a link to itself", () => symlinkSync(NAME, file), "can't be read (ELOOP); check the path"],
    ["a link to nothing", () => symlinkSync("gone", file), "doesn't exist; check the path"],
    ["a pipe", () => execFileSync("mkfifo", [file]), "is a pipe or a device; write a file"],
    ["a device", () => symlinkSync("/dev/zero", file), "is a pipe or a device; write a file"],
  ])("%s in its place", async (_, make, told) => {
    make();
    const report = await new SettingsFinder({}, folder).configIn(folder).then(
      () => "",
      (error: Fault) => error.report,
    );
    expect(report).toMatch(/^[^\n]*\.ottawa-check\.yaml:1:1: error: the configuration /u);
    expect(report.endsWith(told)).toBe(true);
  });
});
