/**
 * Packs the trained network and the lemmatiser into the model file.
 *
 *     npx tsx tools/syntax/pack.ts TREEBANKS WORDNET PREPARED WEIGHTS OUT
 *
 * PREPARED is the folder that prepare.ts wrote, WEIGHTS the one that train.py wrote.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packSections } from "../../src/sections.ts";
import { readTreebank } from "./conllu.ts";
import { packLexicon, readCapitalised, readWordnet } from "./lexicon.ts";
import { trainLemmas } from "./train-lemmas.ts";

const [treebanks = "", wordnet = "", prepared = "", weights = "", out = ""] = process.argv.slice(2);

interface Tensor {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** Reads a tensor; a vector is a matrix of one column. */
function tensor(name: string): Tensor {
  const file = readdirSync(weights).find((entry) =>
    new RegExp(`^${name}\\.[0-9x]+\\.bin$`, "u").test(entry),
  );
  if (file === undefined) {
    throw new Error(`no tensor ${name} in ${weights}`);
  }
  const [rows = 0, columns = 1] = (file.split(".").at(-2) ?? "").split("x").map(Number);
  const bytes = readFileSync(join(weights, file));
  return { rows, columns, values: new Float32Array(new Uint8Array(bytes).buffer) };
}

function transposed({ rows, columns, values }: Tensor): Tensor {
  const turned = new Float32Array(values.length);
  for (const [i, value] of values.entries()) {
    turned[(i % columns) * rows + Math.floor(i / columns)] = value;
  }
  return { rows: columns, columns: rows, values: turned };
}

/** Rows as signed bytes, each with a scale. */
function quantise({ rows, columns, values }: Tensor): { scales: Float32Array; bytes: Int8Array } {
  const scales = new Float32Array(rows);
  const bytes = new Int8Array(values.length);
  for (let row = 0; row < rows; row += 1) {
    const part = values.subarray(row * columns, (row + 1) * columns);
    const top = part.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    const scale = top === 0 ? 1 : top / 127;
    scales[row] = scale;
    for (const [i, value] of part.entries()) {
      bytes[row * columns + i] = Math.round(value / scale);
    }
  }
  return { scales, bytes };
}

const raw = (array: Float32Array | Int8Array | Uint32Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

function matrix(source: Tensor): Uint8Array {
  const { scales, bytes } = quantise(source);
  const header = Uint32Array.from([source.rows, source.columns]);
  return Uint8Array.from(Buffer.concat([raw(header), raw(scales), raw(bytes)]));
}

function sum(a: Tensor, b: Tensor): Uint8Array {
  return raw(a.values.map((value, i) => value + (b.values[i] as number)));
}

const text = (name: string): Uint8Array => new Uint8Array(readFileSync(join(prepared, name)));
const sections = new Map<string, Uint8Array>();
const embeddings = quantise(tensor("embed\\.weight"));
sections.set("feature", text("keys.bin"));
sections.set("vecscale", raw(embeddings.scales));
sections.set("vectors", raw(embeddings.bytes));
for (const layer of ["one", "two"]) {
  for (const [letter, ending] of [
    ["f", ""],
    ["b", "_reverse"],
  ] as const) {
    const part = (kind: string): Tensor => tensor(`${layer}\\.${kind}_l0${ending}`);
    sections.set(`${layer}${letter}x`, matrix(part("weight_ih")));
    sections.set(`${layer}${letter}h`, matrix(part("weight_hh")));
    sections.set(`${layer}${letter}b`, sum(part("bias_ih"), part("bias_hh")));
  }
}
for (const [short, long] of [
  ["tag", "tag"],
  ["arcc", "arc_child"],
  ["arch", "arc_head"],
  ["relc", "rel_child"],
  ["rel", "rel"],
] as const) {
  sections.set(short, matrix(tensor(`${long}\\.weight`)));
  sections.set(`${short}.b`, raw(tensor(`${long}\\.bias`).values));
}
sections.set("arcroot", raw(tensor("arc_root").values));
sections.set("arc", matrix(transposed(tensor("arc"))));
sections.set("arc.b", raw(tensor("arc_bias").values));
sections.set("relh", matrix(tensor("rel_head\\.weight")));
sections.set("relroot", raw(tensor("rel_root").values));
sections.set("tags", text("tags.txt"));
sections.set("labels", text("labels.txt"));

const train = ["EWT-train", "GUMfree-train"].flatMap((name) =>
  readTreebank(join(treebanks, `${name}.conllu.xz`)),
);
for (const [name, bytes] of trainLemmas(
  train.flat(),
  packLexicon(readWordnet(wordnet)),
  readCapitalised(wordnet),
).sections) {
  sections.set(name, bytes);
}
const file = packSections(sections);
writeFileSync(out, file);
process.stdout.write(`${file.length} bytes\n`);
