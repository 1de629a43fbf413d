/**
 * Tests the tests: changes the stages that compare and judge a little, in some thousand ways, and counts
 * the changes that the tests of verdicts notice. `npm run mutation`; `--help` tells the options.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { loadBase } from "../src/base/load.ts";
import { openEnglish } from "../src/builtin.ts";
import { type Mutant, mutate } from "./mutation/mutants.ts";
import type { Fates } from "./mutation/run.ts";
import type * as TrialModule from "./mutation/trial.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** What runs when a claim is judged; the rest of `compare` runs when a base is compiled or explained. */
const FILES = [
  "compare/align.ts",
  "compare/entailment.ts",
  "compare/evaluate.ts",
  "compare/exceptions.ts",
  "compare/expand.ts",
  "compare/gist/compare.ts",
  "compare/gist/denials.ts",
  "compare/gist/modes.ts",
  "compare/gist/opposition.ts",
  "compare/gist/pairs.ts",
  "compare/gist/places.ts",
  "compare/gist/share.ts",
  "compare/match.ts",
  "compare/modes.ts",
  "compare/narrowed.ts",
  "compare/only.ts",
  "compare/others.ts",
  "compare/owned.ts",
  "compare/quantified.ts",
  "compare/quantify.ts",
  "compare/reach.ts",
  "compare/terms.ts",
  "compare/trials.ts",
  "compare/when.ts",
  "verdict/judge.ts",
];

const HELP = `Usage: npm run mutation -- [options]

Prints how many small changes to src/compare and src/verdict the tests of verdicts notice,
and with --survivors those that they don't. The program must be built.

  --files LIST   which files (default ${FILES.length} of them)
  --survivors    list what is not noticed
  --help         print this
`;

const { values } = parseArgs({
  options: {
    files: { type: "string", default: FILES.join(",") },
    survivors: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** The trials, bundled with mutated files. */
async function bundled(sources: ReadonlyMap<string, string>, folder: string): Promise<string> {
  const outfile = join(folder, "trial.mjs");
  await build({
    stdin: {
      contents: 'export * from "./trial.ts"; export * from "./run.ts";',
      resolveDir: join(ROOT, "scripts/mutation"),
    },
    absWorkingDir: ROOT,
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
    plugins: [
      {
        name: "mutants",
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const contents = sources.get(path);
            return contents === undefined ? undefined : { contents, loader: "js" };
          });
        },
      },
    ],
  });
  return outfile;
}

async function main(): Promise<void> {
  const mutants: Mutant[] = [];
  const sources = new Map<string, string>();
  for (const name of values.files.split(",")) {
    const file = join(ROOT, "src", name);
    const made = mutate(file, mutants.length);
    mutants.push(...made.mutants);
    sources.set(file, made.code);
  }
  // Within the project, so that packages are found.
  const folder = mkdtempSync(join(ROOT, "node_modules", ".mutation-"));
  Object.assign(globalThis, { __mutant: () => false });
  try {
    const file = await bundled(sources, folder);
    const module = (await import(pathToFileURL(file).href)) as typeof TrialModule & {
      tryMutants: typeof import("./mutation/run.ts").tryMutants;
    };
    const { language, syntax } = openEnglish();
    const trials = module
      .readCases(join(ROOT, "test"))
      .flatMap(({ base, cases }) =>
        module.openTrials(loadBase(join(ROOT, base)), cases, language, syntax),
      );
    // First the quick ones: most mutants fall to them.
    trials.unshift(...module.tableTrials(join(ROOT, "test")));
    let done = 0;
    const fates = module.tryMutants(trials, () => {
      if (++done % 100 === 0) process.stderr.write(`${done} of ${mutants.length}\n`);
    });
    tell(mutants, fates);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tell(mutants: readonly Mutant[], { killed, survived }: Fates): void {
  const short = (text: string): string => text.replace(/\s+/gu, " ").slice(0, 90);
  if (values.survivors) {
    for (const { id, file, line, was, is } of mutants) {
      if (killed.has(id)) continue;
      const how = survived.has(id) ? "unnoticed" : "unreached";
      process.stdout.write(
        `${how} ${file.slice(ROOT.length)}:${line}: ${short(was)}  →  ${short(is)}\n`,
      );
    }
  }
  for (const name of values.files.split(",")) {
    const all = mutants.filter(({ file }) => file === join(ROOT, "src", name));
    process.stdout.write(`${row(all, killed)}  ${name}\n`);
  }
  process.stdout.write(
    `${row(mutants, killed)}  all; ${mutants.length - killed.size - survived.size} were not reached\n`,
  );
}

function row(mutants: readonly Mutant[], killed: ReadonlySet<number>): string {
  const found = mutants.filter(({ id }) => killed.has(id)).length;
  const percent = ((100 * found) / Math.max(1, mutants.length)).toFixed(1).padStart(5);
  return `${percent} %  ${String(found).padStart(5)} of ${String(mutants.length).padStart(5)} noticed`;
}

if (values.help) process.stdout.write(HELP);
else await main();
