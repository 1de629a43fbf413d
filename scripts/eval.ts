/**
 * Scores the program on labelled claims: `npm run eval [-- FILE…]`. Without a file, the
 * development claims. `--help` tells the options.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BaseError } from "../src/base/load.ts";
import { alwaysNothing, tunedFuse } from "./eval/baselines.ts";
import { readClaims, readSentences, UsageError } from "./eval/claims.ts";
import { openBase, openEngine } from "./eval/engine.ts";
import { readOptions } from "./eval/options.ts";
import { breakdown, confusion, misses, summary } from "./eval/print.ts";
import { run, score, sentenceIds } from "./eval/score.ts";

const HELP = `Usage: npm run eval -- [options] [FILE...]

Scores the program and two baselines on labelled claims, one JSON object a line:
{"id", "claim", "label", "evidence": [sentence ids], "kind"}. Several files are
scored as one set. Without a file: test/claims/development.jsonl.

  --misses         print every claim with a wrong verdict, and why
  --trace          with --misses, print how each was read too
  --json FILE      write the figures to FILE
  --no-baselines   leave the baselines out
  --help           print this
`;

const OPTIONS = {
  misses: { type: "boolean" },
  trace: { type: "boolean" },
  json: { type: "string" },
  "no-baselines": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const CLAIMS = fileURLToPath(new URL("../test/claims/", import.meta.url));
const DEVELOPMENT = `${CLAIMS}development.jsonl`;

/** @returns the exit code: 0, or 2 where it could not do its work or the program crashed */
function main(args: readonly string[]): number {
  const { values, positionals } = readOptions(args, OPTIONS, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const claims = (positionals.length > 0 ? positionals : [DEVELOPMENT]).flatMap(readClaims);
  const base = openBase();
  const idsOf = sentenceIds(
    readSentences(`${CLAIMS}sentences.json`),
    base.sources.map(({ id }) => id),
  );

  const engine = openEngine(base);
  const start = performance.now();
  const outcomes = run(engine, claims, idsOf);
  const seconds = (performance.now() - start) / 1000;
  const figures = score(outcomes);
  const baselines: Record<string, ReturnType<typeof score>> = {};
  if (!values["no-baselines"]) {
    const fuse = tunedFuse(base, readClaims(DEVELOPMENT));
    baselines[`fuse.js <= ${fuse.threshold}`] = score(run(fuse.engine, claims, idsOf));
    baselines["always NEE"] = score(run(alwaysNothing, claims, idsOf));
  }

  const parts = [summary([["ottawa-check", figures], ...Object.entries(baselines)])];
  if (values.misses) parts.unshift(misses(outcomes, values.trace ?? false));
  parts.push(confusion(figures), breakdown(outcomes));
  process.stdout.write(`${parts.join("\n\n")}\n`);
  process.stderr.write(`${claims.length} claims in ${seconds.toFixed(1)} s\n`);
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ program: figures, baselines }, null, 2)}\n`);
  }
  if (figures.crashes === 0) return 0;
  process.stderr.write(`The program crashed on ${figures.crashes} claims; see --misses.\n`);
  return 2;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof UsageError || error instanceof BaseError;
  process.stderr.write(`${isExpected ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 2;
}
