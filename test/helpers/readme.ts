import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { BIN } from "./program.ts";

const README = new URL("../../README.md", import.meta.url);

/** The examples are fenced blocks of this kind: `$ command`, then what it prints. */
const BLOCK = /(?<=^```console\n)[\s\S]*?(?=^```$)/gm;

/** Files that examples use: fenced blocks with a file's name after the kind. */
const FILE = /^```\w+ (\S+)\n([\s\S]*?)^```$/gm;

/** Stands between the outputs of the commands; never part of one. */
const MARK = "\u0001";

export function readReadme(): string {
  return readFileSync(README, "utf8");
}

export function examplesOf(readme: string): string[] {
  return readme.match(BLOCK) ?? [];
}

/**
 * Runs the commands of an example in one shell, in a folder that holds
 * only the README's files, and writes the example anew
 * with what they print, standard error included.
 */
export function replay(example: string): string {
  const commands = example.split("\n").filter((line) => line.startsWith("$ "));
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  try {
    mkdirSync(join(folder, "bin"));
    symlinkSync(BIN, join(folder, "bin", "ottawa-check"));
    mkdirSync(join(folder, "work"));
    for (const [, name = "", text = ""] of readReadme().matchAll(FILE)) {
      mkdirSync(dirname(join(folder, "work", name)), { recursive: true });
      writeFileSync(join(folder, "work", name), text);
    }
    // Each command sees the exit code of the one before as $?.
    const script = commands.map(
      (line) => `${line.slice(2)}\nlast=$?; printf '${MARK}'; (exit $last)`,
    );
    const { stdout } = spawnSync("bash", ["-c", `exec 2>&1\n${script.join("\n")}\n`], {
      cwd: join(folder, "work"),
      env: { PATH: [join(folder, "bin"), process.env.PATH].join(delimiter) },
      encoding: "utf8",
    });
    const outputs = stdout.split(MARK);
    return commands.map((line, index) => `${line}\n${outputs[index] ?? ""}`).join("");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs all examples and writes what they print into the README. */
export function updateReadme(): void {
  writeFileSync(README, readReadme().replace(BLOCK, replay));
}
