/**
 * Measures a model file on the test treebanks, plain and hasty.
 *
 *     npx tsx tools/syntax/score.ts TREEBANKS MODEL [NAME ...]
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadSyntax } from "../../src/language/syntax/index.ts";
import { readTreebank } from "./conllu.ts";
import { hasty, measure, named } from "./measure.ts";

const [treebanks = "", file = "", ...names] = process.argv.slice(2);
const bytes = readFileSync(file);
const start = performance.now();
const model = loadSyntax(bytes);
process.stdout.write(
  `loaded in ${(performance.now() - start).toFixed(1)} ms, ${bytes.length} bytes\n`,
);
for (const name of names.length > 0 ? names : ["EWT-test", "PUD-test"]) {
  const sentences = readTreebank(join(treebanks, `${name}.conllu.xz`));
  process.stdout.write(`${name} ${JSON.stringify(measure(model, sentences))}\n`);
  process.stdout.write(`${name} hasty ${JSON.stringify(measure(model, hasty(sentences)))}\n`);
  process.stdout.write(`${name} named ${JSON.stringify(measure(model, named(sentences)))}\n`);
}
