import { spawn } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BIN, type Outcome, runProgram } from "../../helpers/program.ts";

// What a transcript of one run can't say.

const SENTENCES = [
  "The US signed Ottawa.",
  "Lunch is at noon.",
  "Ukraine has left the treaty.",
  "Poland plans to leave the Ottawa Convention.",
];

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "lint-"));
  for (let index = 0; index < 5; index += 1) {
    writeFileSync(join(cwd, `${index}.txt`), `${SENTENCES.slice(index % 4).join("\n\n")}\n`);
  }
});
afterEach(() => rmSync(cwd, { recursive: true }));

const lint = (...args: string[]): Promise<Outcome> =>
  runProgram({ args: ["lint", "--all", "--format", "ndjson", "*.txt", ...args], cwd });

it("several threads give the same as one", async () => {
  const one = await lint();
  expect(one.stdout.split("\n").length).toBeGreaterThan(10);
  expect(await lint("--jobs", "3")).toEqual(one);
});

it("all parts together give the whole", async () => {
  const whole = await lint("--quiet");
  const parts = await Promise.all(["1/2", "2/2"].map((part) => lint("--quiet", "--shard", part)));
  const lines = (text: string): string[] => text.trimEnd().split("\n").sort();
  expect(lines(parts.map(({ stdout }) => stdout).join(""))).toEqual(lines(whole.stdout));
});

describe("the cache", () => {
  const entries = (): string[] => {
    const folder = join(cwd, "kept");
    return readdirSync(folder)
      .filter((name) => name !== ".gitignore")
      .map((name) => join(folder, name));
  };
  const cached = (...args: string[]) => lint("--cache", "--cache-location", "kept", ...args);

  it("changes nothing in what comes out, and holds one entry a text", async () => {
    const without = await lint();
    expect(await cached()).toEqual(without);
    expect(entries()).toHaveLength(5);
    expect(await cached()).toEqual(without);
    expect(entries()).toHaveLength(5);
  });

  it("is not asked where a text, or what is wanted of it, is another", async () => {
    await cached();
    writeFileSync(join(cwd, "0.txt"), "Russia signed the convention.\n");
    expect(await cached()).toEqual(await lint());
    expect(await cached("--explain")).toEqual(await lint("--explain"));
  });

  it("is not believed where it is damaged or changed", async () => {
    const before = await cached();
    const [first = "", second = "", third = ""] = entries();
    truncateSync(first, 100);
    writeFileSync(second, "{}");
    writeFileSync(third, readFileSync(first));
    expect(await cached()).toEqual(before);
    const whole = entries().map((file) => readFileSync(file, "utf8").split("\n").length);
    expect(whole).toEqual([3, 3, 3, 3, 3]);
  });
});

it("standard input is left alone, even where it never ends", async () => {
  const child = spawn(process.execPath, [BIN, "lint", "--quiet", "0.txt"], { cwd });
  const exit = await new Promise((resolve) => child.on("close", resolve));
  child.stdin.destroy();
  expect(exit).toBe(1);
});

it.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends it at once, with nothing half written",
  async (signal) => {
    const text = `${"The US signed Ottawa. Russia left the convention in 2001.\n\n".repeat(4000)}`;
    writeFileSync(join(cwd, "long.txt"), text);
    const args = ["lint", "--format", "json", "--output", "report.json", "long.txt"];
    const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: "ignore" });
    const ended = new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
    await until(() => readdirSync(cwd).some((name) => name.endsWith(".part")));
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(existsSync(join(cwd, "report.json"))).toBe(false);
    expect(readdirSync(cwd).filter((name) => name.endsWith(".part"))).toEqual([]);
  },
);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
