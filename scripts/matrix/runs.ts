import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);
const BIN = fileURLToPath(new URL("bin/ottawa-check.js", ROOT));

/** What a program is run with; its output must not depend on it. */
export interface Surroundings {
  readonly name: string;
  /** The path of Node. */
  readonly node: string;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: number;
  /** Whether files are made in the other order, so that folders list them otherwise. */
  readonly reversed: boolean;
}

/** A command with what it reads; `JOBS` stands for how many files are checked at once. */
export interface Command {
  readonly args: readonly string[];
  readonly stdin?: string;
}

/** The surroundings that others are compared with: this Node and nothing else. */
export const PLAIN: Surroundings = {
  name: "plain",
  node: process.execPath,
  env: {},
  jobs: 1,
  reversed: false,
};

const ENVIRONMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Turkish, Line Islands": { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" },
  "Japanese, Newfoundland": { LC_ALL: "ja_JP.UTF-8", LANGUAGE: "ja", TZ: "America/St_Johns" },
  "C, Baker Island": { LC_ALL: "C", TZ: "Etc/GMT+12" },
  "German, no zone": { LC_ALL: "de_DE.ISO-8859-1", TZ: "Nowhere/None" },
  "a dumb terminal": { TERM: "dumb", COLUMNS: "20", LINES: "5" },
  "a rich terminal": { TERM: "xterm-256color", COLORTERM: "truecolor", COLUMNS: "200" },
  "a home": { HOME: tmpdir(), USER: "somebody", XDG_CONFIG_HOME: tmpdir() },
};

/** Everything beside Node's version that varies from machine to machine. */
export function surroundings(node = process.execPath): Surroundings[] {
  return [
    ...Object.entries(ENVIRONMENTS).map(([name, env]) => ({ ...PLAIN, node, name, env })),
    { ...PLAIN, node, name: "3 jobs", jobs: 3 },
    { ...PLAIN, node, name: "files made in the other order", reversed: true },
  ];
}

/** Much of that at once, for a quick look. */
export function mixedSurroundings(): Surroundings[] {
  const mixed = (name: string, ...names: (keyof typeof ENVIRONMENTS)[]): Surroundings => {
    const env = Object.assign({}, ...names.map((one) => ENVIRONMENTS[one]));
    return { ...PLAIN, name, env };
  };
  return [
    { ...mixed("one way", "Turkish, Line Islands", "a dumb terminal"), jobs: 3 },
    { ...mixed("another", "Japanese, Newfoundland", "a rich terminal", "a home"), reversed: true },
  ];
}

const FORMATS = ["text", "json", "ndjson", "sarif", "junit", "github", "html", "claimreview"];

/**
 * Commands that show much of what the program says.
 *
 * @param claims how many claims are checked
 * @param formats which formats are written
 */
export function commands(claims: number, formats: readonly string[] = FORMATS): Command[] {
  const stdin = readFileSync(new URL("test/claims/development.jsonl", ROOT), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => String(JSON.parse(line).claim))
    .filter((_, at, all) => at % Math.max(1, Math.floor(all.length / claims)) === 0)
    .join("\n");
  return [
    { args: ["--lines", "--explain", "--format", "ndjson", "--fail-on", "never"], stdin },
    ...formats.map((format) => ({
      args: ["lint", "--all", "--jobs", "JOBS", "--format", format, "documents"],
    })),
    { args: ["lint", "--jobs", "JOBS", "documents", "nowhere.md", "--no-such-option"] },
    { args: ["claims"] },
    { args: ["claims", "trety"] },
    { args: ["sources", "--format", "json"] },
    { args: ["--base", "chess/base.yaml", "--explain", "Maja Lindqvist won the Rotterdam Open."] },
    { args: ["base", "validate", "chess/wrong.yaml", "chess/base.yaml"] },
    { args: ["--help"] },
  ];
}

/** Makes a folder that holds what the commands read; `remove` removes it. */
export function workplace(
  { reversed }: Surroundings,
  texts = Number.POSITIVE_INFINITY,
): { readonly cwd: string; remove(): void } {
  const cwd = mkdtempSync(join(tmpdir(), "matrix-"));
  const copy = (from: string, to: string, names: readonly string[]): void => {
    mkdirSync(join(cwd, to));
    const inOrder = [...names].sort();
    for (const name of reversed ? inOrder.reverse() : inOrder)
      cpSync(new URL(`${from}${name}`, ROOT), join(cwd, to, name));
  };
  const documents = readdirSync(new URL("test/documents/", ROOT))
    .filter((name) => /\.(?:md|txt|html)$/u.test(name))
    .sort();
  copy("test/documents/", "documents", documents.slice(0, texts));
  copy("test/base/fixtures/chess/", "chess", ["base.yaml", "bulletin.txt", "rotterdam.txt"]);
  cpSync(new URL("test/base/fixtures/chess/bulletin.txt", ROOT), join(cwd, "chess/wrong.yaml"));
  return { cwd, remove: () => rmSync(cwd, { recursive: true }) };
}

/** What a command gives: its exit code, and all that it writes. */
export function outcomeOf(command: Command, around: Surroundings, cwd: string): Promise<string> {
  const args = command.args.map((arg) => (arg === "JOBS" ? String(around.jobs) : arg));
  return new Promise((resolve, reject) => {
    const child = spawn(around.node, [BIN, ...args], { cwd, env: around.env });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => out.push(piece));
    child.stderr.on("data", (piece: Buffer) => err.push(piece));
    child.on("error", reject);
    child.on("close", (exit) =>
      resolve(`${exit}\n${Buffer.concat(out).toString()}\n${Buffer.concat(err).toString()}`),
    );
    child.stdin.on("error", () => {}).end(command.stdin ?? "");
  });
}
