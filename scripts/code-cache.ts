import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

/** Claims that make the program run what most claims need. */
const CLAIMS = ["The country has not signed the treaty.", "In 2005 they said that it was so."];

/**
 * Removes the compiled code. It must go before another program takes the place of the one that it was
 * made from: V8 tells the two apart by their lengths alone.
 */
export function dropCodeCache(): void {
  for (const file of readdirSync(DIST)) if (file.endsWith(".cache")) rmSync(`${DIST}${file}`);
}

/**
 * Runs the built program on some claims and leaves its compiled code beside it, for `src/start.ts`.
 * The code is made when the program has run, so that it holds every function that was needed.
 *
 * @throws Error if the program fails
 */
export function makeCodeCache(): void {
  const script = `
    const { codeCacheOf, run } = require("./start.cjs");
    const program = require("node:path").join(process.cwd(), "cli.cjs");
    process.argv.splice(1, 0, program);
    const script = run(program);
    process.on("exit", () => {
      const [fs, cache] = [require("node:fs"), codeCacheOf(program)];
      fs.writeFileSync(cache + ".part", script.createCachedData());
      fs.renameSync(cache + ".part", cache);
    });`;
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { status, stderr } = spawnSync(
    process.execPath,
    ["-e", script, "--", "--fail-on", "never", ...CLAIMS],
    {
      cwd: DIST,
      env,
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`the built program failed: ${stderr}`);
}
