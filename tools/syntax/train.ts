/**
 * Trains the syntactic model.
 *
 *     npx tsx tools/syntax/train.ts TREEBANKS WORDNET OUT
 *
 * TREEBANKS: folder with EWT-train, EWT-dev and GUMfree-train as .conllu.xz; WORDNET: folder with
 * the database files; OUT: the model file to write.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadSyntax } from "../../src/language/syntax/index.ts";
import { packSections } from "../../src/language/syntax/model-file.ts";
import type { Tagger } from "../../src/language/syntax/tagger.ts";
import { readTreebank } from "./conllu.ts";
import { hasty, measure } from "./measure.ts";
import { quantise } from "./perceptron.ts";
import { readLexicon, trainLemmas } from "./train-lemmas.ts";
import { relations, trainParser } from "./train-parser.ts";
import { tagPairs, trainTagger } from "./train-tagger.ts";

const [treebanks = "", wordnet = "", out = ""] = process.argv.slice(2);
const TAGGER_BITS = 20;
const PARSER_BITS = Number(process.env["BITS"] ?? 22);
const FOLDS = 4;
const epochs = Number(process.env["EPOCHS"] ?? 8);

const train = ["EWT-train", "GUMfree-train"].flatMap((name) =>
  readTreebank(join(treebanks, `${name}.conllu.xz`)),
);
const dev = readTreebank(join(treebanks, "EWT-dev.conllu.xz"));
const pairs = tagPairs(train);
const labels = relations(train);
const started = performance.now();
const say = (text: string): void => {
  process.stdout.write(`${Math.round((performance.now() - started) / 1000)} s: ${text}\n`);
};

const tagger = trainTagger(train, pairs, 6, TAGGER_BITS, 1);
say("tagger trained");
const folds: Tagger[] = Array.from({ length: FOLDS }, (_, f) =>
  trainTagger(
    train.filter((_words, i) => i % FOLDS !== f),
    pairs,
    3,
    TAGGER_BITS,
    f + 2,
  ),
);
say("folds tagged");
const lemmas = trainLemmas(train.flat(), readLexicon(wordnet));
const encoder = new TextEncoder();
const pack = (weights: Float32Array): Uint8Array =>
  packSections(
    new Map<string, Uint8Array>([
      ["tagger", new Uint8Array(quantise(tagger.weights as Float32Array).buffer)],
      ["tags", encoder.encode(pairs.map((pair) => pair.join(" ")).join("\n"))],
      ["parser", new Uint8Array(quantise(weights).buffer)],
      ["labels", encoder.encode(labels.join("\n"))],
      ...lemmas.sections,
    ]),
  );
trainParser(train, folds, labels, epochs, PARSER_BITS, 9, (epoch, parser) => {
  if (epoch === 1 || epoch === epochs - 1 || epoch % 3 === 0) {
    const bytes = pack(parser().weights as Float32Array);
    writeFileSync(out, bytes);
    const model = loadSyntax(bytes);
    const w = parser().weights;
    say(`epoch ${epoch}: dev ${JSON.stringify(measure(model, dev))}`);
    say(`  hasty ${JSON.stringify(measure(model, hasty(dev)))}`);
  } else {
    say(`epoch ${epoch}`);
  }
});
