/**
 * Compares what the program says in different surroundings, byte by byte: `npm run matrix`. `--help`
 * tells the options.
 */
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { installNode } from "./matrix/nodes.ts";
import {
  commands,
  outcomeOf,
  PLAIN,
  type Surroundings,
  surroundings,
  workplace,
} from "./matrix/runs.ts";

const HELP = `Usage: npm run matrix -- [options]

Runs the built program in several surroundings (versions of Node, locales, time zones,
terminals, job counts, orders of files) and exits with 1 where it says anything else than
with this Node alone.

  --nodes LIST   versions of Node to install and try (default 20.19.0,22,24)
  --claims N     how many claims to check (default 100)
  --texts N      how many texts to check, in every format (default 2)
  --help         print this
`;

const { values } = parseArgs({
  options: {
    nodes: { type: "string", default: "20.19.0,22,24" },
    claims: { type: "string", default: "100" },
    texts: { type: "string", default: "2" },
    help: { type: "boolean", default: false },
  },
});

/** What each command gives in some surroundings. */
async function outcomes(around: Surroundings): Promise<string[]> {
  const { cwd, remove } = workplace(around, Number(values.texts));
  const all: string[] = [];
  for (const command of commands(Number(values.claims)))
    all.push((await outcomeOf(command, around, cwd)).replaceAll(cwd, "."));
  remove();
  return all;
}

/** The first line in which two outcomes differ. */
function difference(wanted: string, got: string): string {
  const lines = got.split("\n");
  const at = wanted.split("\n").findIndex((line, index) => line !== lines[index]);
  return `line ${at}: ${lines[at]?.slice(0, 200)}`;
}

async function compare(): Promise<boolean> {
  const nodes = values.nodes.split(",").filter((version) => version !== "");
  const others = nodes.flatMap((version) => {
    const node = installNode(version);
    const name = `Node ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}`;
    const [turkish] = surroundings(node);
    return [
      { ...PLAIN, node, name },
      { ...(turkish as Surroundings), name: `${name}, ${turkish?.name}` },
    ];
  });
  const wanted = await outcomes(PLAIN);
  let same = true;
  for (const around of [...surroundings(), ...others]) {
    const got = await outcomes(around);
    const wrong = got.flatMap((outcome, at) => (outcome === wanted[at] ? [] : [at]));
    process.stdout.write(`${wrong.length === 0 ? "same   " : "DIFFERS"}  ${around.name}\n`);
    for (const at of wrong) {
      const { args } = commands(1)[at] ?? { args: [] };
      process.stdout.write(`  ${args.join(" ")}\n`);
      process.stdout.write(`    ${difference(wanted[at] ?? "", got[at] ?? "")}\n`);
    }
    same &&= wrong.length === 0;
  }
  return same;
}

if (values.help) process.stdout.write(HELP);
else process.exitCode = (await compare()) ? 0 : 1;
