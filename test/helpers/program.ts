import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The program as users start it. */
export const BIN = fileURLToPath(new URL("../../bin/ottawa-check.js", import.meta.url));

export interface Invocation {
  readonly args: readonly string[];
  /** What standard input holds, through a pipe; null for `/dev/null`. */
  readonly stdin?: string | Uint8Array | null;
  /** Added to an environment that holds nothing else but PATH. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** The number of the user that runs it, and of their group; only root can choose. */
  readonly user?: number;
}

export interface Outcome {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program to its end. */
export function runProgram({
  args,
  stdin = null,
  env = {},
  cwd,
  user,
}: Invocation): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? "", ...env },
      ...(user !== undefined && { uid: user, gid: user }),
      stdio: [stdin === null ? "ignore" : "pipe", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, stdout, stderr }));
    // The program may end without reading its input.
    child.stdin?.on("error", () => {}).end(stdin ?? "");
  });
}
