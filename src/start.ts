/**
 * Starts the program (dist/cli.cjs). V8 takes longer to compile it than to check a claim, so the
 * build leaves the compiled code beside it (scripts/code-cache.ts). That serves the Node which made
 * it: V8 refuses code of another version or made with other flags and then compiles anew. Nodes from
 * 22 on have a cache of their own for where there is none.
 */
import { existsSync, readFileSync } from "node:fs";
import module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/**
 * V8 compiles a regular expression to bytecode first, and to machine code when it is used again. For
 * long ones bytecode alone takes it three times as long, and a claim uses two hundred once or twice.
 * Compiled code is only good for the flags that it was made with, so they are set for all who load this.
 */
setFlagsFromString("--no-regexp-tier-up");

/** Where the compiled code of a program lies for the Node that runs. */
export function codeCacheOf(program: string): string {
  return `${program}.${process.version}-${process.platform}-${process.arch}.cache`;
}

/**
 * Runs a CommonJS program in ASCII, with its compiled code where there is such.
 *
 * @returns the script, of which the build makes the compiled code
 */
export function run(program: string, cachedData?: Buffer): Script {
  const source = module.wrap(readFileSync(program, "latin1"));
  const script = new Script(
    source,
    cachedData ? { filename: program, cachedData } : { filename: program },
  );
  const require = createRequire(program);
  const loaded = { exports: {} };
  script.runInThisContext().call({}, loaded.exports, require, loaded, program, dirname(program));
  return script;
}

/** Starts the program that lies beside this file. */
export function start(): void {
  const program = join(__dirname, "cli.cjs");
  const cache = codeCacheOf(program);
  if (existsSync(cache)) run(program, readFileSync(cache));
  else {
    (module as { enableCompileCache?: () => void }).enableCompileCache?.();
    createRequire(program)(program);
  }
}
