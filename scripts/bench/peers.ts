import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "./measure.ts";

interface Peer {
  readonly name: string;
  readonly packages: readonly string[];
  /** The package's bin, and the arguments that make it check a file. */
  readonly bin: string;
  readonly args: (file: string) => readonly string[];
}

/** Programs that check prose from the command line. */
const PEERS: readonly Peer[] = [
  { name: "write-good", packages: ["write-good"], bin: "write-good", args: (file) => [file] },
  {
    name: "markdownlint-cli2",
    packages: ["markdownlint-cli2"],
    bin: "markdownlint-cli2",
    args: (file) => [file],
  },
  {
    name: "textlint",
    packages: ["textlint", "textlint-rule-write-good"],
    bin: "textlint",
    args: (file) => ["--rule", "write-good", file],
  },
  { name: "alex", packages: ["alex"], bin: "alex", args: (file) => [file] },
  { name: "cspell", packages: ["cspell"], bin: "cspell", args: (file) => ["--no-progress", file] },
];

/** The peers that could be had, as makers of commands, and why the others could not. */
export interface Peers {
  readonly commands: ReadonlyMap<string, (file: string) => Command>;
  readonly missing: ReadonlyMap<string, string>;
}

/**
 * Installs the peers into a folder, each by itself, so that one that can't be had hinders no other.
 *
 * @param folder a temporary folder
 */
export function installPeers(folder: string): Peers {
  const commands = new Map<string, (file: string) => Command>();
  const missing = new Map<string, string>();
  for (const { name, packages, bin, args } of PEERS) {
    const place = join(folder, name);
    mkdirSync(place);
    writeFileSync(join(place, "package.json"), '{"private": true}');
    const { status, stderr, error } = spawnSync(
      "npm",
      ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages],
      { cwd: place, encoding: "utf8", shell: process.platform === "win32" },
    );
    const script = status === 0 ? binOf(place, packages[0] ?? "", bin) : null;
    if (script === null) missing.set(name, reasonFrom(stderr ?? "", error));
    else commands.set(name, (file) => ({ args: [script, ...args(file)], cwd: place }));
  }
  return { commands, missing };
}

function binOf(place: string, name: string, bin: string): string | null {
  const folder = join(place, "node_modules", name);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    bin?: string | Record<string, string>;
  };
  const path = typeof bins === "string" ? bins : bins?.[bin];
  const script = path === undefined ? null : join(folder, path);
  return script !== null && existsSync(script) ? script : null;
}

function reasonFrom(stderr: string, error: Error | undefined): string {
  return error?.message ?? stderr.split("\n").find((line) => line.trim() !== "") ?? "no such bin";
}
