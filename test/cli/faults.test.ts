import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BIN, type Invocation, type Outcome, runProgram } from "../helpers/program.ts";

// What goes wrong around the program while it runs.

const CHESS = fileURLToPath(new URL("../base/fixtures/chess/", import.meta.url));
const CLAIM = "Maja Lindqvist won the Rotterdam Open.";
const REFUTED = "The US signed Ottawa.\n";
const isRoot = process.getuid?.() === 0;

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "faults-"));
  chmodSync(cwd, 0o755);
});
afterEach(() => rmSync(cwd, { recursive: true }));

const at = (name: string): string => join(cwd, name);
const run = (given: Omit<Invocation, "cwd">): Promise<Outcome> => runProgram({ ...given, cwd });

/** Runs `lint` on a pipe and then on b.txt, and does something to b.txt before the pipe gives its text. */
async function meanwhile(change: () => void, ...args: string[]): Promise<Outcome> {
  execFileSync("mkfifo", [at("a.txt")]);
  writeFileSync(at("b.txt"), REFUTED);
  const outcome = run({ args: ["lint", "--quiet", ...args, "a.txt", "b.txt"] });
  // To open a pipe waits until the other end is opened too.
  const pipe = await open(at("a.txt"), "w");
  change();
  await pipe.writeFile("Lunch is at noon.\n");
  await pipe.close();
  return await outcome;
}

describe("a file that changes during the run", () => {
  it("and vanishes is told, the others are checked", async () => {
    const { exit, stdout, stderr } = await meanwhile(() => rmSync(at("b.txt")));
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toBe("error: b.txt: cannot read: no such file or folder\n");
  });

  it("and becomes a folder is told", async () => {
    const { exit, stderr } = await meanwhile(() => {
      rmSync(at("b.txt"));
      mkdirSync(at("b.txt"));
    });
    expect(exit).toBe(2);
    expect(stderr).toBe("error: b.txt: it is no plain file\n");
  });

  it("and is written anew counts as it is when it is read", async () => {
    const { exit, stdout } = await meanwhile(() =>
      writeFileSync(at("b.txt"), "Lunch is at noon.\n"),
    );
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: "" });
  });

  it("comes piece by piece and is read to its end", async () => {
    execFileSync("mkfifo", [at("a.txt")]);
    const outcome = run({ args: ["lint", "--quiet", "--format", "ndjson", "a.txt"] });
    const pipe = await open(at("a.txt"), "w");
    for (const piece of ["The US signed", " Ottawa.\n\n", "x ".repeat(100_000), "\n\n", REFUTED]) {
      await pipe.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await pipe.close();
    const { exit, stdout } = await outcome;
    expect(exit).toBe(1);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).location.line);
    expect(lines).toEqual([1, 5]);
  });
});

// Root may read and write everything, so another user has to try.
describe.runIf(isRoot)("what may not be read or written", () => {
  const asNobody = (args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
    runProgram({ args, env, cwd, user: 65534 });

  it("a text is told, the others are checked", async () => {
    writeFileSync(at("a.txt"), REFUTED, { mode: 0o600 });
    writeFileSync(at("b.txt"), "Lunch is at noon.\n");
    const { exit, stderr } = await asNobody(["lint", "--quiet", "a.txt", "b.txt"]);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: "error: a.txt: cannot read: permission denied\n",
    });
  });

  it("a folder is told", async () => {
    mkdirSync(at("docs"), { mode: 0o700 });
    writeFileSync(at("b.txt"), "Lunch is at noon.\n");
    const { exit, stderr } = await asNobody(["lint", "--quiet", "."]);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/docs: cannot read the folder: permission denied\n$/u);
  });

  it.each([
    ["base", ["--base", "x.yaml", CLAIM], "x.yaml:1:1: error: the base may not be read;"],
    [
      "configuration",
      ["lint", "--config", "x.yaml", "."],
      "x.yaml:1:1: error: the configuration may",
    ],
  ])("a %s is told", async (_, args, told) => {
    writeFileSync(at("x.yaml"), "", { mode: 0o600 });
    const { exit, stderr } = await asNobody(args);
    expect(exit).toBe(2);
    expect(stderr.slice(0, told.length)).toBe(told);
  });

  it("an output is told", async () => {
    const { exit, stderr } = await asNobody([CLAIM, "--output", "report.txt"]);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: "error: report.txt: cannot write: permission denied\n",
    });
  });

  it("a read-only home keeps nothing, and that is no error", async () => {
    cpSync(CHESS, at("chess"), { recursive: true });
    mkdirSync(at("home"), { mode: 0o555 });
    const args = ["--base", "chess/base.yaml", CLAIM];
    const { exit, stdout, stderr } = await asNobody(args, { HOME: at("home") });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toMatch(/^✓ supported/u);
    expect(readdirSync(at("home"))).toEqual([]);
  });

  it("a cache of lint in a read-only folder is told, and the texts are checked", async () => {
    writeFileSync(at("a.txt"), REFUTED);
    const { exit, stderr } = await asNobody(["lint", "--quiet", "--cache", "a.txt"]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^warning: the cache is not used: [^\n]+: permission denied\n$/u);
  });
});

it.each([
  ["no home", {}],
  ["a home that is not there", { HOME: "/nowhere/at/all" }],
  ["a home that is a file", { HOME: "/dev/null" }],
  ["an empty home", { HOME: "" }],
])("with %s a base is used all the same", async (_, env) => {
  const args = ["--base", join(CHESS, "base.yaml"), CLAIM];
  const { exit, stdout, stderr } = await run({ args, env });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  expect(stdout).toMatch(/^✓ supported/u);
});

describe("several runs that share a cache", () => {
  it("of texts say the same, and leave it whole", async () => {
    for (const name of ["a", "b", "c"]) writeFileSync(at(`${name}.txt`), REFUTED.repeat(3));
    const args = ["lint", "--cache", "--format", "ndjson", "."];
    const all = await Promise.all(Array.from({ length: 4 }, () => run({ args })));
    for (const one of all) expect(one).toEqual(all[0]);
    expect(all[0]?.exit).toBe(1);
    expect(readdirSync(at(".ottawa-check-cache"))).toHaveLength(4);
    expect(await run({ args })).toEqual(all[0]);
  });

  it("of bases say the same, and leave it whole", async () => {
    cpSync(CHESS, at("chess"), { recursive: true });
    const args = ["--base", "chess/base.yaml", CLAIM];
    const env = { XDG_CACHE_HOME: at("cache") };
    const all = await Promise.all(Array.from({ length: 4 }, () => run({ args, env })));
    for (const one of all) expect(one).toEqual(all[0]);
    expect(readdirSync(at("cache/ottawa-check"))).toHaveLength(1);
    expect(await run({ args, env })).toEqual(all[0]);
  });
});

it.each(["SIGINT", "SIGTERM"] as const)("%s ends a run of several threads", async (signal) => {
  const text = `${REFUTED}\n${"Russia left the convention in 2001.\n\n".repeat(4000)}`;
  for (const name of ["a", "b", "c"]) writeFileSync(at(`${name}.txt`), name + text);
  const args = ["lint", "--jobs", "2", "--cache", "--output", "report.txt", "."];
  const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: "ignore" });
  const ended = new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
  while (!readdirSync(cwd).some((name) => name.endsWith(".part")))
    await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill(signal);
  expect(await ended).toBe(signal);
  expect(readdirSync(cwd)).toEqual(["a.txt", "b.txt", "c.txt"]);
});
