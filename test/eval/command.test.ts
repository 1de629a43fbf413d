import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/eval.ts", import.meta.url));
const run = (...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", script, ...args], { encoding: "utf8" });
const TIMEOUT = 60_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "eval-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

it("prints its help", { timeout: TIMEOUT }, () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("--misses");
});

it("exits 2 on an unknown option and on a file that can't be read", { timeout: TIMEOUT }, () => {
  const option = run("--mises");
  expect(option.status).toBe(2);
  expect(option.stderr).toContain("--mises");
  expect(option.stdout).toBe("");
  const file = run("none.jsonl");
  expect(file.status).toBe(2);
  expect(file.stderr).toBe("none.jsonl: can't be read (ENOENT)\n");
});

it("scores a file and writes the figures as JSON", { timeout: TIMEOUT }, () => {
  const claims = join(folder, "claims.jsonl");
  const figures = join(folder, "figures.json");
  const claim = { id: "X-1", claim: "Paris is big.", label: "not-enough-evidence" };
  writeFileSync(claims, `${JSON.stringify({ ...claim, evidence: [], kind: "off-topic" })}\n`);
  const { status, stdout } = run(claims, "--no-baselines", "--json", figures);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^claims +1$/mu);
  expect(JSON.parse(readFileSync(figures, "utf8")).program.claims).toBe(1);
});
