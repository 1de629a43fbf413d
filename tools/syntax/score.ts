/**
 * Measures a model file on the test treebanks, as they are and as users write.
 *
 *     npx tsx tools/syntax/score.ts TREEBANKS MODEL [NAME ...]
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadSyntax } from "../../src/language/syntax/index.ts";
import { byRelation } from "./by-relation.ts";
import { readTreebank, type Word } from "./conllu.ts";
import { hasty, headlines, measure, named } from "./measure.ts";

/** The relations that say who did what to whom. */
const ROLES = ["nsubj", "obj", "nsubj:pass", "obl:agent", "obl", "nmod", "ccomp", "xcomp"];
const CLAUSES = ["advcl", "acl", "acl:relcl", "conj", "advmod", "cop", "root"];

const VARIANTS = { plain: (sentences: Word[][]) => sentences, hasty, headlines, named };

const [treebanks = "", file = "", ...names] = process.argv.slice(2);
const bytes = readFileSync(file);
const start = performance.now();
const model = loadSyntax(bytes);
process.stdout.write(
  `loaded in ${(performance.now() - start).toFixed(1)} ms, ${bytes.length} bytes\n`,
);
for (const name of names.length > 0 ? names : ["EWT-test", "PUD-test"]) {
  const sentences = readTreebank(join(treebanks, `${name}.conllu.xz`));
  for (const [variant, change] of Object.entries(VARIANTS)) {
    const scores = measure(model, change(sentences));
    process.stdout.write(`${name} ${variant} ${JSON.stringify(scores)}\n`);
  }
  const relations = byRelation(model, sentences, [...ROLES, ...CLAUSES]);
  process.stdout.write(`${name} F1 ${JSON.stringify(relations)}\n`);
}
