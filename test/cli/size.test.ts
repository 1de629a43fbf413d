import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, expect, it } from "vitest";
import { BIN } from "../helpers/program.ts";

// Inputs of any size, through standard input.

const folder = mkdtempSync(join(tmpdir(), "size-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MB = 1_000_000;

/** Writes down the peak of the memory, in kB. */
const TELL = join(folder, "tell.cjs");
writeFileSync(
  TELL,
  `process.on("exit", () => require("fs").writeFileSync(process.env.TOLD, String(process.resourceUsage().maxRSS)));`,
);

interface Ran {
  readonly exit: number | null;
  readonly stdout: string;
  readonly megabytes: number;
}

/** Runs the program on a piece of text over and over. */
function run(piece: string, size: number, args: readonly string[] = []): Promise<Ran> {
  const told = join(folder, `${size}.txt`);
  const env = { PATH: process.env.PATH ?? "", TOLD: told };
  const child = spawn(process.execPath, ["-r", TELL, BIN, ...args], { env });
  const times = Math.ceil(size / piece.length);
  function* pieces(): Iterable<string> {
    for (let at = 0; at < times; at++) yield piece;
  }
  child.stdin.on("error", () => {});
  Readable.from(pieces()).pipe(child.stdin);
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  return new Promise((resolve) =>
    child.on("close", (exit) => {
      resolve({ exit, stdout, megabytes: Number(readFileSync(told, "utf8")) / 1000 });
    }),
  );
}

const PROSE = "Somebody wrote a long text about canals.\nIt went on for pages.\n\n".repeat(1000);

it.each<[string, string, readonly string[]]>([
  ["a text", PROSE, []],
  ["records", `${JSON.stringify({ id: 1, text: PROSE.slice(0, 6000) })}\n`, ["--input", "ndjson"]],
  ["lines", `${PROSE.slice(0, 41)}\n`.repeat(500), ["--lines", "--quiet"]],
])(
  "%s of 12 MB takes hardly more memory than one of 2 MB",
  { timeout: 120_000 },
  async (_, piece, args) => {
    const small = await run(piece, 2 * MB, args);
    const large = await run(piece, 12 * MB, args);
    expect([small.exit, large.exit]).toEqual([0, 0]);
    expect(large.megabytes).toBeLessThan(small.megabytes * 1.3 + 20);
  },
);

it("a line of 50 MB is read to its end", { timeout: 120_000 }, async () => {
  const { exit, stdout } = await run("the quick brown fox ".repeat(50_000), 50 * MB);
  expect(exit).toBe(0);
  expect(stdout).toMatch(/^\d+ sentences read, \d+ checked: \d+ not-enough-evidence/u);
});
