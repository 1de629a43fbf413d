/**
 * Scores the program on labelled documents, sentence by sentence, and counts its false alarms on
 * prose off the subject: `npm run eval:documents [-- FILE…]`. `--help` tells the options.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTextReader } from "../src/text/read-text.ts";
import { createSplitter } from "../src/text/sentences.ts";
import { UsageError } from "./eval/claims.ts";
import { type Finding, findIn, kindOf, pairUp, readLabels } from "./eval/documents.ts";
import { openBase, openChecker } from "./eval/engine.ts";
import { readOptions } from "./eval/options.ts";
import { percent, table } from "./eval/print.ts";
import { gatherProse } from "./eval/prose.ts";
import { documentMisses, documentRow, HEAD } from "./eval/score-documents.ts";
import { readLanguage } from "./language.ts";

const HELP = `Usage: npm run eval:documents -- [options] [FILE...]

Scores the program on labelled documents (NAME.md beside NAME.labels.json), then
on the prose that the installed packages bring along, where every "refuted" is
a false alarm. Without a file: all of test/documents/.

  --misses         print every sentence with a wrong verdict or place, and why
  --trace          with --misses, print how each was read too
  --prose MB       how much prose off the subject (default 5; 0 leaves it out)
  --help           print this
`;

const OPTIONS = {
  misses: { type: "boolean" },
  trace: { type: "boolean" },
  prose: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const DOCUMENTS = fileURLToPath(new URL("../test/documents/", import.meta.url));
const PACKAGES = fileURLToPath(new URL("../node_modules/", import.meta.url));

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readOptions(args, OPTIONS, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const files = positionals.length > 0 ? positionals : documentsIn(DOCUMENTS);
  const { check } = openProgram();
  const documents = [];
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    documents.push(pairUp(file, readLabels(file), await check(text, file)));
  }
  if (values.misses)
    for (const document of documents)
      process.stdout.write(documentMisses(document, values.trace ?? false));
  const rows = documents.map((d) => [basename(d.file), ...documentRow([d])]);
  process.stdout.write(
    `${table([["document", ...HEAD], ...rows, ["total", ...documentRow(documents)]])}\n`,
  );
  const megabytes = Number(values.prose ?? 5);
  if (megabytes > 0) process.stdout.write(await proseReport(megabytes, check));
}

type Check = (text: string, file: string) => Promise<Finding[]>;

function openProgram(): { check: Check } {
  const language = readLanguage();
  const checker = openChecker(openBase(), language);
  const { abbreviations } = language.sentences;
  const read = createTextReader(createSplitter(abbreviations, language.sentences));
  return { check: (text, file) => findIn(text, kindOf(file), read, checker) };
}

async function proseReport(megabytes: number, check: Check): Promise<string> {
  let bytes = 0;
  let sentences = 0;
  const alarms: string[] = [];
  const supported: string[] = [];
  const start = performance.now();
  for (const { file, text } of gatherProse(PACKAGES, megabytes * 1_000_000)) {
    bytes += Buffer.byteLength(text);
    for (const finding of await check(text, "x.md")) {
      sentences++;
      const line = `  ${file}:${finding.line} ${finding.verdict}: ${finding.text}`;
      if (finding.verdict === "supported") supported.push(line);
      else if (finding.verdict !== "not-enough-evidence") alarms.push(line);
    }
  }
  const seconds = (performance.now() - start) / 1000;
  process.stderr.write(`${(bytes / 1e6).toFixed(1)} MB of prose in ${seconds.toFixed(0)} s\n`);
  const share = percent(sentences === 0 ? null : alarms.length / sentences);
  return [
    "",
    `prose off the subject: ${(bytes / 1e6).toFixed(1)} MB, ${sentences} sentences,`,
    `${alarms.length} false alarms (${share} %), ${supported.length} called supported`,
    ...alarms,
    ...supported,
    "",
  ].join("\n");
}

function documentsIn(folder: string): string[] {
  const names = readdirSync(folder).sort();
  const labels = new Set(names.filter((name) => name.endsWith(".labels.json")));
  return names
    .filter((name) => /\.(?:md|txt|html)$/u.test(name))
    .filter((name) => labels.has(name.replace(/\.[^.]+$/u, ".labels.json")))
    .map((name) => join(folder, name));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof UsageError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 2;
}
