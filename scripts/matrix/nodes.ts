import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/matrix/", import.meta.url));
const PLATFORM = process.platform === "win32" ? "win" : process.platform;

/**
 * Installs a Node from the package registry, which has its plain binaries as packages without install
 * scripts, into a cache.
 *
 * @param version a version or the beginning of one, e.g. `22`
 * @returns the path of its executable
 * @throws where there is none for this machine
 */
export function installNode(version: string): string {
  const folder = join(FOLDER, version);
  const name = `node-${PLATFORM}-${process.arch}`;
  const file = join(folder, "node_modules", name, "bin", PLATFORM === "win" ? "node.exe" : "node");
  if (!existsSync(file)) {
    const options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
    const args = ["install", ...options, "--prefix", folder, `${name}@${version}`];
    execFileSync("npm", args, { stdio: "inherit" });
  }
  return file;
}
