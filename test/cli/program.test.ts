import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { BIN, runProgram } from "../helpers/program.ts";

// What a transcript can't say: streams that close, fill up or can't be read.

const MANY = "Somebody said something about it.\n".repeat(2_000);

function run(
  args: readonly string[],
  stdin: number | "pipe" | "ignore",
  stdout: number | "pipe",
): ReturnType<typeof spawn> {
  return spawn(process.execPath, [BIN, ...args], { cwd: tmpdir(), stdio: [stdin, stdout, "pipe"] });
}

function ended(child: ReturnType<typeof spawn>): Promise<{ exit: number | null; stderr: string }> {
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve) => child.on("close", (exit) => resolve({ exit, stderr })));
}

describe("standard output", () => {
  it.each([
    ["with 2, as not all was checked", "not-enough-evidence", [1, 2]],
    ["with 0, where nothing can fail", "never", [0]],
  ] as const)("closed early: ends quietly %s", async (_, failOn, exits) => {
    const child = run(["--lines", "--format", "ndjson", "--fail-on", failOn], "pipe", "pipe");
    child.stdin?.on("error", () => {}).end(MANY);
    child.stdout?.once("data", () => child.stdout?.destroy());
    const { exit, stderr } = await ended(child);
    expect(stderr).toBe("");
    expect(exits).toContain(exit);
  });

  it.runIf(existsSync("/dev/full"))("that is full is a failure", async () => {
    const full = openSync("/dev/full", "w");
    const { exit, stderr } = await ended(run(["a statement"], "ignore", full));
    closeSync(full);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: "error: cannot write to standard output: no space left on the device\n",
    });
  });
});

describe("standard input", () => {
  it("that is a folder is a failure", async () => {
    const folder = openSync(tmpdir(), "r");
    const { exit, stderr } = await ended(run([], folder, "pipe"));
    closeSync(folder);
    expect(exit).toBe(2);
    expect(stderr).toBe("error: <stdin>: cannot read: it is a folder, not a file\n");
  });

  it("is left alone where claims are given", async () => {
    const child = run(["a statement"], "pipe", "pipe");
    // Never closed: the program must not wait for it.
    const { exit } = await ended(child);
    child.stdin?.destroy();
    expect(exit).toBe(0);
  });

  it("gives one record for each line that is not blank, in order", async () => {
    const stdin = "\ufeffone is here\r\n\r\n  two is here\t\n \nthree is here";
    const args = ["--lines", "--format", "ndjson"];
    const { stdout } = await runProgram({ args, stdin, cwd: tmpdir() });
    const claims = stdout.trimEnd().split("\n");
    expect(claims.map((line) => (JSON.parse(line) as { claim: string }).claim)).toEqual([
      "one is here",
      "two is here",
      "three is here",
    ]);
  });
});
