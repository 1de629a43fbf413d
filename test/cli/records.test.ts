import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { beforeAll, describe, expect, it } from "vitest";
import { BIN, runProgram } from "../helpers/program.ts";

const FOLDER = new URL("../documents/", import.meta.url);
const ARGS = ["--input", "ndjson", "--all", "--fail-on", "never"];

/** The development documents as records, without those that were written to be scored once. */
const lines = readdirSync(FOLDER)
  .filter((name) => !name.endsWith(".json") && !name.startsWith("fresh"))
  .map((id) => `${JSON.stringify({ id, text: readFileSync(new URL(id, FOLDER), "utf8") })}\n`);

async function check(records: readonly string[]): Promise<string> {
  const outcome = await runProgram({ args: ARGS, stdin: records.join(""), cwd: tmpdir() });
  expect({ ...outcome, stdout: "" }).toEqual({ exit: 0, stdout: "", stderr: "" });
  return outcome.stdout;
}

describe("records", () => {
  let one = "";
  beforeAll(async () => {
    one = await check(lines);
  }, 120_000);

  it("come out with the ids of their texts in front, in order", () => {
    const ids = one
      .trimEnd()
      .split("\n")
      .map((line) => Object.entries(JSON.parse(line))[0]);
    const wanted = lines.map((line) => JSON.parse(line).id);
    expect([...new Set(ids.map((entry) => JSON.stringify(entry)))]).toEqual(
      wanted.map((id) => JSON.stringify(["id", id])),
    );
  });

  it("give the same bytes from several processes as from one", { timeout: 120_000 }, async () => {
    const parts = [lines.slice(0, 3), lines.slice(3, 4), lines.slice(4)];
    const many = await Promise.all(parts.map(check));
    expect(many.join("") === one).toBe(true);
  });

  const parallel = spawnSync("parallel", ["--version"], { encoding: "utf8" });
  it.runIf(parallel.stdout?.startsWith("GNU parallel"))(
    "give the same bytes through GNU parallel",
    { timeout: 120_000 },
    () => {
      const command = [process.execPath, BIN, ...ARGS];
      const { stdout, status } = spawnSync(
        "parallel",
        ["--pipe", "--keep-order", "--jobs", "2", "--block", "4k", ...command],
        { input: lines.join(""), encoding: "utf8", maxBuffer: 1 << 26 },
      );
      expect(status).toBe(0);
      expect(stdout === one).toBe(true);
    },
  );
});
