import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BIN, runProgram } from "../helpers/program.ts";

// What `--output` does to the files that are there.

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "output-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const CLAIM = "Somebody said something about it.";
const MANY = `${CLAIM}\n`.repeat(200);

function at(name: string): string {
  return join(cwd, name);
}

function read(name: string): string {
  return readFileSync(at(name), "utf8");
}

describe("an old report", () => {
  it("is replaced, with its permissions, where a link leads", async () => {
    writeFileSync(at("report.txt"), "old");
    chmodSync(at("report.txt"), 0o640);
    symlinkSync("report.txt", at("link.txt"));
    await runProgram({ args: [CLAIM, "--output", "link.txt"], cwd });
    expect(read("report.txt")).toContain(CLAIM);
    expect(statSync(at("report.txt")).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd).sort()).toEqual(["link.txt", "report.txt"]);
  });

  it("stays whole where the disk is full, and so do all others of the run", () => {
    for (const name of ["a.ndjson", "b.sarif"]) writeFileSync(at(name), "old");
    // The limit of a file's size stands for the disk's end.
    const command = `ulimit -f 1; exec "$0" "$1" --lines -f ndjson -o a.ndjson -o sarif=b.sarif`;
    const { status, stderr } = spawnSync("sh", ["-c", command, process.execPath, BIN], {
      cwd,
      input: MANY,
      encoding: "utf8",
    });
    expect(stderr).toBe("error: a.ndjson: cannot write: it would become larger than allowed\n");
    expect(status).toBe(2);
    expect([read("a.ndjson"), read("b.sarif")]).toEqual(["old", "old"]);
    expect(readdirSync(cwd).sort()).toEqual(["a.ndjson", "b.sarif"]);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("stays whole after %s", async (signal) => {
    writeFileSync(at("a.ndjson"), "old");
    const args = [BIN, "--lines", "-f", "ndjson", "-o", "a.ndjson", "-o", "junit=b.xml"];
    const child = spawn(process.execPath, args, { cwd, stdio: ["pipe", "ignore", "ignore"] });
    // More may come, so it can't have ended by itself before the signal.
    child.stdin.on("error", () => {}).write(MANY.repeat(20));
    const ended = new Promise((resolve) => child.on("exit", (_, by) => resolve(by)));
    while (!readdirSync(cwd).some((name) => name.endsWith(".part"))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(read("a.ndjson")).toBe("old");
    expect(readdirSync(cwd)).toEqual(["a.ndjson"]);
  });
});

describe("several formats in one run", () => {
  it("say the same, each in its file, beside the results", async () => {
    const args = ["--lines", "-f", "ndjson", "-o", "json=out/a.json", "-o", "junit=out/b.xml"];
    const { exit, stdout } = await runProgram({ args, stdin: `${CLAIM}\nIt rained.\n`, cwd });
    expect(exit).toBe(0);
    const records = stdout.trimEnd().split("\n");
    expect(JSON.parse(read("out/a.json"))).toMatchObject({
      results: records.map((line) => JSON.parse(line) as unknown),
    });
    expect(read("out/b.xml").match(/<testcase /g)).toHaveLength(records.length);
  });

  it("go on when nobody reads the results any more", async () => {
    const args = [BIN, "--lines", "-f", "ndjson", "-o", "junit=b.xml"];
    const child = spawn(process.execPath, args, { cwd, stdio: ["pipe", "pipe", "pipe"] });
    child.stdin.on("error", () => {}).end(MANY);
    child.stdout.once("data", () => child.stdout.destroy());
    const exit = await new Promise((resolve) => child.on("exit", resolve));
    expect(exit).toBe(0);
    expect(read("b.xml").match(/<testcase /g)).toHaveLength(200);
  });
});

describe("what is no file", () => {
  it.each(["/dev/stdout", "-"])("%s is standard output", async (name) => {
    const { exit, stdout } = await runProgram({ args: [CLAIM, "--output", name], cwd });
    expect(exit).toBe(0);
    expect(stdout).toContain(CLAIM);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("/dev/null takes any number of formats", async () => {
    const args = [CLAIM, "-o", "/dev/null", "-o", "json=/dev/null", "-o", "junit=/dev/null"];
    expect(await runProgram({ args, cwd })).toEqual({ exit: 0, stdout: "", stderr: "" });
  });

  it.runIf(existsSync("/dev/full"))("/dev/full is full", async () => {
    const { exit, stderr } = await runProgram({ args: [CLAIM, "-o", "json=/dev/full"], cwd });
    expect(exit).toBe(2);
    expect(stderr).toBe("error: /dev/full: cannot write: no space left on the device\n");
  });

  it("a named pipe is written to", () => {
    const command = `mkfifo pipe; cat pipe > copy & "$0" "$1" "$2" -o json=pipe; wait`;
    spawnSync("sh", ["-c", command, process.execPath, BIN, CLAIM], { cwd });
    expect(JSON.parse(read("copy"))).toMatchObject({ summary: { checked: 1 } });
  });

  it("a folder is refused", async () => {
    const { exit, stderr } = await runProgram({ args: [CLAIM, "-o", "."], cwd });
    expect(exit).toBe(2);
    expect(stderr).toBe("error: .: cannot write: it is a folder, not a file\n");
  });
});
