/**
 * Measures the program beside its peers: `npm run bench`. `--help` tells the options. No test: what
 * it prints depends on the machine; the ratios, which come from one run, depend on it least.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measureBases } from "./bench/base-sizes.ts";
import { type Command, measure } from "./bench/measure.ts";
import { installPeers, type Peers } from "./bench/peers.ts";
import { type Row, table } from "./bench/table.ts";
import { foreignProse, subjectProse } from "./bench/texts.ts";
import { yamlOf } from "./bench/yaml.ts";

const HELP = `Usage: npm run bench -- [options]

Measures the built program (dist/) beside node itself and beside programs that check
prose, which it installs into a temporary folder. Prints tables and ratios.

  --parts LIST    which: start,text,subject,bases,yaml (default: all)
  --runs N        how often each command runs (default 7; slow ones less often)
  --text-kb N     size of the foreign prose (default 5000)
  --subject-kb N  size of the text on the subject (default 200)
  --sizes LIST    claims of the generated bases (default 100,1000,10000,100000)
  --no-peers      install and measure no peers
  --json FILE     write the figures to FILE
  --help          print this

A short run: npm run bench -- --no-peers --runs 3 --text-kb 50 --subject-kb 50 --sizes 100,300
`;

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PROGRAM = join(ROOT, "bin", "ottawa-check.js");
const CLAIM = "the US signed Ottawa";
const PARTS = ["start", "text", "subject", "bases", "yaml"] as const;
const NO_PEERS: Peers = { commands: new Map(), missing: new Map() };

interface Bench {
  readonly folder: string;
  readonly runs: number;
  readonly peers: Peers;
}

function program(args: readonly string[], input?: string): Command {
  return { args: [PROGRAM, "--fail-on", "never", ...args], ...(input ? { input } : {}) };
}

/** One claim, the whole process, against an empty script and the peers on a short file. */
function measureStart({ folder, runs, peers }: Bench): Row[] {
  const file = join(folder, "claim.md");
  writeFileSync(file, `# Claim\n\n${CLAIM}.\n`);
  const commands = new Map<string, Command>([
    ["node -e 0", { args: ["-e", "0"] }],
    ["ottawa-check", program([CLAIM])],
    ...[...peers.commands].map(([name, of]) => [name, of(file)] as const),
  ]);
  return rowsOf(measure(commands, runs), "node -e 0");
}

/** Prose that has nothing to do with the base. */
function measureText({ folder, runs, peers }: Bench, kilobytes: number): Row[] {
  const file = join(folder, "prose.md");
  writeFileSync(file, foreignProse(join(ROOT, "node_modules"), kilobytes * 1000));
  const commands = new Map<string, Command>([
    ["ottawa-check", program(["--format", "ndjson", "--stdin-filename", "prose.md"], file)],
    ...[...peers.commands].map(([name, of]) => [name, of(file)] as const),
  ]);
  return rowsOf(measure(commands, runs), "ottawa-check", kilobytes);
}

/** A text wholly on the subject: the development claims. */
function measureSubject({ folder, runs }: Bench, kilobytes: number): Row[] {
  const lines = readFileSync(join(ROOT, "test/claims/development.jsonl"), "utf8").split("\n");
  const claims = lines.flatMap((line) => (line ? [JSON.parse(line).claim as string] : []));
  const file = join(folder, "subject.txt");
  writeFileSync(file, subjectProse(claims, kilobytes * 1000));
  const commands = new Map([["ottawa-check", program(["--format", "ndjson"], file)]]);
  return rowsOf(measure(commands, runs), "ottawa-check", kilobytes);
}

/** A base of the user's own, in the first run and in those after it, against the built-in one. */
function measureYaml({ folder, runs }: Bench): Row[] {
  const base = yamlOf(300, folder);
  process.env.XDG_CACHE_HOME = join(folder, "cache");
  const first = measure(new Map([["first run", program(["--base", base, CLAIM])]]), 1);
  const later = measure(
    new Map([
      ["built-in base", program([CLAIM])],
      ["later runs", program(["--base", base, CLAIM])],
    ]),
    runs,
  );
  return rowsOf(new Map([...later, ...first]), "built-in base");
}

function rowsOf(
  measured: ReturnType<typeof measure>,
  reference: string,
  kilobytes: number | null = null,
): Row[] {
  const one = measured.get(reference);
  return [...measured].map(([name, figures]) => ({
    name,
    ...figures,
    ratio: one ? figures.median / one.median : null,
    memoryRatio: one ? figures.memory / one.memory : null,
    ...(kilobytes === null ? {} : { kilobytesPerSecond: (kilobytes * 1000) / figures.median }),
  }));
}

/** @returns the exit code: 0, or 2 for wrong options */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) return 2;
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), "ottawa-check-bench-"));
  try {
    const wanted = ["start", "text"].some((part) => options.parts.includes(part));
    const peers = options.peers && wanted ? installPeers(folder) : NO_PEERS;
    const bench = { folder, runs: options.runs, peers };
    for (const [name, why] of peers.missing) print(`${name} can't be had and is left out: ${why}`);
    const makers: Record<(typeof PARTS)[number], () => Row[]> = {
      start: () => measureStart(bench),
      text: () => measureText(bench, options.textKb),
      subject: () => measureSubject(bench, options.subjectKb),
      bases: () => measureBases(options.sizes, options.runs),
      yaml: () => measureYaml(bench),
    };
    const figures: Record<string, Row[]> = {};
    for (const part of PARTS.filter((name) => options.parts.includes(name))) {
      figures[part] = makers[part]();
      print(`\n${part}\n${table(figures[part])}`);
    }
    const report = { node: process.version, platform: process.platform, figures };
    if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        parts: { type: "string", default: PARTS.join(",") },
        runs: { type: "string", default: "7" },
        "text-kb": { type: "string", default: "5000" },
        "subject-kb": { type: "string", default: "200" },
        sizes: { type: "string", default: "100,1000,10000,100000" },
        peers: { type: "boolean", default: true },
        json: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    return {
      parts: values.parts.split(","),
      runs: positive(values.runs),
      textKb: positive(values["text-kb"]),
      subjectKb: positive(values["subject-kb"]),
      sizes: values.sizes.split(",").map(positive),
      peers: values.peers,
      json: values.json,
      help: values.help,
    };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${HELP}`);
    return null;
  }
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`"${text}" is no positive number`);
  return number;
}

process.exitCode = await main(process.argv.slice(2));
