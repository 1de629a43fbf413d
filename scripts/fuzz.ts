/**
 * Tries made-up inputs on the program: `npm run fuzz`. `--help` tells the options. An input that
 * fails is made shorter and kept in `test/fuzz/failures.jsonl`, which a test replays.
 */
import { type ChildProcess, fork } from "node:child_process";
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readCorpus } from "./fuzz/corpus.ts";
import { growth } from "./fuzz/growth.ts";
import { inputOf } from "./fuzz/inputs.ts";
import { openTarget } from "./fuzz/target.ts";
import type { Told } from "./fuzz/worker.ts";

const HELP = `Usage: npm run fuzz -- [options]

Tries made-up inputs on the built program's stages: random Unicode, and real sentences,
texts and bases that were mutated. Exits with 1 where one throws, hangs or prints a raw
control character. The same seed gives the same inputs.

  --inputs N   how many (default 200000)
  --seed N     the first input's seed (default 1)
  --growth N   instead, measure how the time of texts of one piece over and over grows
               up to N characters; those that grow faster than their length are marked
  --help       print this
`;

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "200000" },
    seed: { type: "string", default: "1" },
    growth: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const FAILURES = fileURLToPath(new URL("../test/fuzz/failures.jsonl", import.meta.url));
const WORKER = fileURLToPath(new URL("fuzz/worker.ts", import.meta.url));
/** No input is so long that it should take this long, even on a busy machine. */
const HANGS_MS = 300_000;
/** So much more than the doubled time is laid to the machine. */
const TOLERANCE = 1.6;
const WORTH_TELLING_MS = 30;

/** Tries the inputs in a process of their own, so that one that hangs can be ended. */
function tryAll(from: number, end: number): Promise<number> {
  const corpus = readCorpus();
  let failures = 0;
  let slowest = { seed: from, ms: 0, length: 0 };
  const keep = (seed: number, text: string, was: string): void => {
    failures += 1;
    const { path } = inputOf(seed, corpus);
    process.stdout.write(`seed ${seed} (${path}): ${was}\n`);
    const first = was.split("\n")[0];
    appendFileSync(FAILURES, `${JSON.stringify({ seed, path, was: first, text })}\n`);
  };
  return new Promise((resolve) => {
    const begin = (first: number): void => {
      let seed = first;
      let done = false;
      let watch: NodeJS.Timeout | undefined;
      const child: ChildProcess = fork(WORKER);
      child.on("message", (told: Told) => {
        if (told.kind === "failed") keep(told.seed, told.text, told.was);
        if (told.kind === "took" && told.ms > slowest.ms) slowest = told;
        if (told.kind === "done") done = true;
        if (told.kind !== "tries") return;
        seed = told.seed;
        if (seed % 1000 === 0) process.stdout.write(`${seed - from} tried\n`);
        clearTimeout(watch);
        watch = setTimeout(() => child.kill("SIGKILL"), HANGS_MS);
      });
      child.on("exit", () => {
        clearTimeout(watch);
        if (!done) keep(seed, inputOf(seed, corpus).text, "hangs, or ends the process");
        if (!done && seed + 1 < end) return begin(seed + 1);
        const { seed: at, ms, length } = slowest;
        process.stdout.write(
          `${end - from} inputs, ${failures} failed; slowest: seed ${at}, ${Math.round(ms)} ms for ${length} characters\n`,
        );
        resolve(failures);
      });
      child.send([first, end]);
    };
    begin(from);
  });
}

async function measureGrowth(length: number): Promise<void> {
  const target = openTarget();
  for await (const { path, piece, ms, ratio } of growth(target, length)) {
    if (ms < WORTH_TELLING_MS) continue;
    const mark = ratio > 2 * TOLERANCE ? "  more than linear?" : "";
    const row = `${path}\t${JSON.stringify(piece)}\t${Math.round(ms)} ms\t×${ratio.toFixed(1)}${mark}`;
    process.stdout.write(`${row}\n`);
  }
  target.remove();
}

if (values.help) process.stdout.write(HELP);
else if (values.growth !== undefined) await measureGrowth(Number(values.growth));
else {
  const seed = Number(values.seed);
  process.exitCode = (await tryAll(seed, seed + Number(values.inputs))) > 0 ? 1 : 0;
}
