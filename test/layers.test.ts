import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findViolations, importsOf, STAGES } from "./helpers/layers.ts";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

describe("the layers of src/", () => {
  it("are kept", () => {
    expect(findViolations(SRC)).toEqual([]);
  });

  it("are the folders of src/", () => {
    const folders = readdirSync(SRC, { withFileTypes: true }).filter((file) => file.isDirectory());
    for (const { name } of folders) expect(STAGES).toContain(name);
  });
});

describe("a planted violation is found", () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "layers-"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function plant(file: string, statement: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), statement);
  }

  it.each([
    ["a stage", "text/planted.ts", 'import { x } from "../compare/facts.ts";'],
    ["a type of a stage", "text/planted.ts", 'import type { X } from "../compare/types.ts";'],
    ["a stage, in a folder below", "language/time/planted.ts", 'export * from "../../text/x.ts";'],
    ["a stage, at run time", "verdict/planted.ts", 'const x = await import("../text/blocks.ts");'],
    ["a stage, for its effect", "compare/planted.ts", 'import "../base/load.ts";'],
    ["over several lines", "base/planted.ts", 'import {\n  a,\n  b,\n} from "../report/safe.ts";'],
    ["the joiner", "compare/planted.ts", 'import { createChecker } from "../check.ts";'],
    ["the command line", "report/planted.ts", 'import { main } from "../cli/main.ts";'],
    [
      "the engine, from the report",
      "report/planted.ts",
      'import { judge } from "../verdict/judge.ts";',
    ],
    ["a stage that isn't for it", "cli/planted.ts", 'import { x } from "../compare/facts.ts";'],
    ["the command line, from a joiner", "evidence.ts", 'import { main } from "./cli/main.ts";'],
    ["the report, from the joiner", "check.ts", 'import { safe } from "./report/safe.ts";'],
    ["a stage, from a file that joins nothing", "planted.ts", 'import { x } from "./text/x.ts";'],
    ["its own files, in a folder that is no stage", "helpers/planted.ts", 'import "./x.ts";'],
    ["a stage, from the shared types", "types.ts", 'import type { X } from "./compare/types.ts";'],
  ])("%s (%s)", (_, file, statement) => {
    plant(file, statement);
    expect(findViolations(root).map((violation) => violation.file)).toEqual([file]);
  });

  it("and what is allowed is none", () => {
    plant("text/a.ts", 'import { b } from "./b.ts";\nimport type { X } from "../types.ts";');
    plant("language/time/a.ts", 'import type { X } from "../../base/types.ts";');
    plant("check.ts", 'import { a } from "./text/a.ts";\nimport { b } from "./evidence.ts";');
    plant("cli/a.ts", 'import { a } from "../check.ts";\nimport { b } from "../report/b.ts";');
    plant("report/a.ts", 'import { Chalk } from "chalk";');
    expect(findViolations(root)).toEqual([]);
  });
});

describe("importsOf", () => {
  it("leaves out comments, strings and members called import", () => {
    const source = [
      '// import "../a.ts";',
      '/* import x from "../b.ts"; */',
      'const text = "no import here";',
      'import { c } from "../c.ts";',
    ].join("\n");
    expect(importsOf(source)).toEqual([{ line: 4, specifier: "../c.ts" }]);
  });
});
