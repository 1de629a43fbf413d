import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A command to measure: a Node script with its arguments, and what it reads. */
export interface Command {
  readonly args: readonly string[];
  /** A file for standard input. */
  readonly input?: string;
  readonly cwd?: string;
}

/** Figures of several runs. */
export interface Figures {
  readonly runs: number;
  /** Milliseconds. */
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

export interface Measured extends Figures {
  /** Peak memory of one more run, in MB. */
  readonly memory: number;
}

/** Longer than this nobody waits for one command. */
const LONGEST_MS = 15 * 60_000;
/** What all runs of one command may take, so that slow ones are run less often. */
const BUDGET_MS = 3 * 60_000;

/** Median, lowest and highest of some times. */
export function figuresOf(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    runs: sorted.length,
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    lowest: at(0),
    highest: at(sorted.length - 1),
  };
}

/** Times something. */
export function timed(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/**
 * Measures commands in turns, so that what else the machine does falls on all alike.
 *
 * @param commands by name
 * @param runs how often each is run; slow ones less often
 * @throws Error where one can't be run
 */
export function measure(
  commands: ReadonlyMap<string, Command>,
  runs: number,
): Map<string, Measured> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < runs; round++) {
    for (const [name, command] of commands) {
      const known = times.get(name) ?? [];
      const spent = known.reduce((a, b) => a + b, 0);
      if (round > 0 && spent + spent / known.length > BUDGET_MS) continue;
      times.set(name, [...known, timed(() => run(command))]);
    }
  }
  return new Map(
    [...commands].map(([name, command]) => [
      name,
      { ...figuresOf(times.get(name) ?? []), memory: peakMemory(command) },
    ]),
  );
}

function run({ args, input, cwd }: Command, env: NodeJS.ProcessEnv = process.env): void {
  const { error, signal } = spawnSync(process.execPath, [...args], {
    cwd,
    env,
    timeout: LONGEST_MS,
    stdio: ["pipe", "ignore", "ignore"],
    ...(input === undefined ? {} : { input: readFileSync(input) }),
  });
  if (error) throw error;
  if (signal) throw new Error(`${args.join(" ")} was ended by ${signal}`);
}

/** Peak memory in MB, as the process itself tells at its end. */
function peakMemory(command: Command): number {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const [teller, told] = [join(folder, "tell.cjs"), join(folder, "memory")];
    writeFileSync(
      teller,
      `process.on("exit",()=>require("fs").writeFileSync(${JSON.stringify(told)},String(process.resourceUsage().maxRSS)));`,
    );
    run({ ...command, args: ["--require", teller, ...command.args] });
    return Number(readFileSync(told, "utf8")) / 1024;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
