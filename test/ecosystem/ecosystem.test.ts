import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { runProgram } from "../helpers/program.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const EXAMPLE = join(ROOT, "test/example-repository");
const FALSE = "\nAcme never acquired Globex.\n";

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "example-"));
  cpSync(EXAMPLE, cwd, { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true }));

function readYaml(folder: string, file: string): unknown {
  return parse(readFileSync(join(folder, file), "utf8"));
}

describe("the example repository", () => {
  it("passes as it is", async () => {
    const { exit, stdout } = await runProgram({ args: ["lint", "--format", "github"], cwd });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: "" });
  });

  it("says what the sources say", async () => {
    const { stdout } = await runProgram({ args: ["lint", "--format", "ndjson"], cwd });
    const records = stdout.trimEnd().split("\n");
    const found = records.map((line) => {
      const { verdict, location } = JSON.parse(line) as {
        verdict: string;
        location: { file: string };
      };
      return `${location.file} ${verdict}`;
    });
    expect(found).toEqual([
      "README.md supported",
      "docs/history.md supported",
      "docs/press.txt supported",
    ]);
  });

  it.each(["README.md", "docs/history.md", "docs/press.txt"])(
    "fails with a false sentence in %s",
    async (file) => {
      const line = readFileSync(join(cwd, file), "utf8").split("\n").length + 1;
      appendFileSync(join(cwd, file), FALSE);
      const { exit, stdout } = await runProgram({ args: ["lint", "--format", "github"], cwd });
      expect(exit).toBe(1);
      expect(stdout).toMatch(new RegExp(`^::error file=${file},line=${line},`));
    },
  );

  it("names this version everywhere", () => {
    const { version } = readYaml(ROOT, "package.json") as { version: string };
    const files = [".github/workflows/facts.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"];
    for (const file of files) {
      expect(readFileSync(join(EXAMPLE, file), "utf8")).toContain(`v${version}`);
    }
  });
});

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly {
      readonly id?: string;
      readonly env?: Readonly<Record<string, string>>;
      readonly run?: string;
    }[];
  };
}

describe("the action", () => {
  const action = readYaml(ROOT, "action.yml") as Action;
  const step = action.runs.steps.find(({ id }) => id === "check");

  /** Runs the step that checks as GitHub's runner would. */
  function run(inputs: Readonly<Record<string, string>>): {
    exit: number | null;
    stdout: string;
    stderr: string;
    outputs: string;
  } {
    const env = Object.entries(step?.env ?? {}).map(([name, expression]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? "";
      return [name, inputs[input] ?? action.inputs[input]?.default];
    });
    const outputs = join(cwd, "outputs");
    rmSync(outputs, { force: true });
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["-eo", "pipefail", "-c", step?.run ?? ""],
      {
        cwd,
        encoding: "utf8",
        env: {
          PATH: process.env.PATH,
          GITHUB_ACTION_PATH: ROOT,
          GITHUB_OUTPUT: outputs,
          RUNNER_TEMP: cwd,
          ...Object.fromEntries(env),
        },
      },
    );
    const written = existsSync(outputs) ? readFileSync(outputs, "utf8") : "";
    return { exit: status, stdout, stderr, outputs: written };
  }

  it("passes, and has SARIF to upload", () => {
    const { exit, stdout, outputs } = run({});
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: "" });
    expect(outputs).toBe(`sarif=${join(cwd, "ottawa-check.sarif")}\n`);
  });

  it("annotates and fails, with SARIF all the same", () => {
    appendFileSync(join(cwd, "docs/press.txt"), FALSE);
    const { exit, stdout, outputs } = run({ paths: "README.md\ndocs\n", args: "--no-gitignore" });
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^::error file=docs\/press.txt,line=3,/);
    expect(outputs).not.toBe("");
    const { runs } = JSON.parse(readFileSync(join(cwd, "ottawa-check.sarif"), "utf8")) as {
      runs: { results: unknown[] }[];
    };
    expect(runs[0]?.results).toHaveLength(1);
  });

  it("obeys fail-on and base", () => {
    appendFileSync(join(cwd, "docs/press.txt"), FALSE);
    expect(run({ "fail-on": "never" }).exit).toBe(0);
    expect(run({ base: "facts/none.yaml" })).toMatchObject({ exit: 2, outputs: "" });
  });

  it("takes inputs for what they are, not for commands", () => {
    const { exit, stderr } = run({ paths: '$(touch planted); `touch planted`\n"; touch planted' });
    expect(exit).toBe(2);
    expect(stderr).toContain("touch planted");
    expect(existsSync(join(cwd, "planted"))).toBe(false);
  });
});

describe("the pre-commit hook", () => {
  it("starts a command that the package has", () => {
    const [hook] = readYaml(ROOT, ".pre-commit-hooks.yaml") as { id: string; entry: string }[];
    const { bin } = readYaml(ROOT, "package.json") as { bin: object };
    expect(Object.keys(bin)).toContain(hook?.entry.split(" ")[0]);
    const config = readYaml(EXAMPLE, ".pre-commit-config.yaml") as {
      repos: { hooks: { id: string }[] }[];
    };
    expect(config.repos[0]?.hooks[0]?.id).toBe(hook?.id);
  });

  it("finds the package by what npm pack prints", () => {
    const { stdout } = spawnSync("npm", ["pack", "--dry-run"], { cwd: ROOT, encoding: "utf8" });
    const { version } = readYaml(ROOT, "package.json") as { version: string };
    expect(stdout).toBe(`ottawa-check-${version}.tgz\n`);
  }, 120_000);
});
