import { type Pieces, piecesIn, type Sections, section } from "../../sections.ts";
import { featureKey, featureNames, UNKNOWN_WORD } from "./features.ts";
import { Kernel } from "./kernel.ts";
import type { Lemmatiser } from "./lemmatiser.ts";
import { find } from "./lookup.ts";
import { type Bilstm, readBilstm, runBilstm } from "./lstm.ts";
import {
  addProduct,
  affine,
  type Layer,
  type Matrix,
  readLayer,
  readMatrix,
  readVector,
} from "./matrix.ts";
import { bestTree } from "./tree.ts";
import type { TokenInput } from "./types.ts";

/**
 * A tagger and graph-based parser in one network (after Dozat and Manning 2017, but small): bags
 * of features, two bidirectional LSTM layers, tags from the first, arcs and relations from the
 * second.
 */
export interface Network {
  readonly kernel: Kernel;
  /** Sorted hashes of the features that have a vector. */
  readonly keys: Uint32Array;
  /** The vectors as signed bytes, and the scale of each. */
  readonly vectors: Vectors;
  readonly scales: Float32Array;
  readonly size: number;
  readonly first: Bilstm;
  readonly second: Bilstm;
  readonly tag: Layer;
  readonly arcChild: Layer;
  readonly arcHead: Layer;
  readonly arcRoot: Float32Array;
  readonly arc: Layer;
  readonly relationChild: Layer;
  readonly relationHead: Matrix;
  readonly relationRoot: Float32Array;
  readonly relation: Layer;
}

/**
 * The vectors of the features. They are half of the model, and a sentence needs a hundredth of them,
 * so each is read into the kernel's memory when it is first asked for.
 */
class Vectors {
  readonly #bytes: Pieces;
  readonly #size: number;
  readonly #kernel: Kernel;
  /** Where in the kernel's memory the first has its place. */
  readonly #start: number;
  readonly #read: Uint8Array;

  constructor(bytes: Pieces, size: number, kernel: Kernel) {
    this.#bytes = bytes;
    this.#size = size;
    this.#kernel = kernel;
    this.#start = kernel.reserve(bytes.length);
    this.#read = new Uint8Array(bytes.length / size);
  }

  /** Where a vector lies in the kernel's memory. */
  at(row: number): number {
    const place = this.#start + row * this.#size;
    if (this.#read[row] === 0) {
      this.#kernel.put(place, this.#bytes.read(row * this.#size, (row + 1) * this.#size));
      this.#read[row] = 1;
    }
    return place;
  }
}

/** What the network says of a sentence. */
export interface Analysis {
  /** For each token one score per pair of tags. */
  readonly tagScores: Float32Array;
  /** The head of each token, -1 for the root. */
  readonly heads: Int32Array;
  /** The best relation of each token to its head, as a number. */
  readonly relations: Int32Array;
}

const LEAK = 0.1;
/** Bytes of working memory; the gates and states of all layers need well below this. */
const SCRATCH_PER_TOKEN = 65_536;

/**
 * Reads the network's sections.
 *
 * @param longest the greatest number of tokens that {@link analyse} will be given
 */
export function readNetwork(sections: Sections, longest: number): Network {
  const keys = section(sections, "feature");
  const scales = readVector(sections, "vecscale");
  const vectors = piecesIn(sections, "vectors");
  const kernel = new Kernel(sections.total + (longest + 1) * SCRATCH_PER_TOKEN);
  const layer = (name: string): Layer => readLayer(sections, name, kernel);
  return {
    kernel,
    keys: new Uint32Array(keys.buffer, keys.byteOffset, keys.length >> 2),
    vectors: new Vectors(vectors, vectors.length / scales.length, kernel),
    scales,
    size: vectors.length / scales.length,
    first: readBilstm(sections, "one", kernel),
    second: readBilstm(sections, "two", kernel),
    tag: layer("tag"),
    arcChild: layer("arcc"),
    arcHead: layer("arch"),
    arcRoot: readVector(sections, "arcroot"),
    arc: layer("arc"),
    relationChild: layer("relc"),
    relationHead: readMatrix(sections, "relh", kernel),
    relationRoot: readVector(sections, "relroot"),
    relation: layer("rel"),
  };
}

/** Runs the network over the tokens of one sentence (at least one). */
export function analyse(
  network: Network,
  lemmatiser: Lemmatiser,
  tokens: readonly TokenInput[],
): Analysis {
  const { kernel, tag } = network;
  const count = tokens.length;
  const mark = kernel.mark;
  const first = runBilstm(kernel, network.first, embed(network, lemmatiser, tokens), count);
  const second = runBilstm(kernel, network.second, first, count);
  const heads = bestTree(arcScores(network, second, count), count);
  const relations = bestRelations(network, second, heads);
  const tagScores = affine(kernel, tag.matrix, tag.bias, first, count).slice();
  kernel.release(mark);
  return { tagScores, heads, relations };
}

/** Sums the vectors of each token's features. */
function embed(
  network: Network,
  lemmatiser: Lemmatiser,
  tokens: readonly TokenInput[],
): Float32Array {
  const { kernel, keys, vectors, scales, size } = network;
  const out = kernel.floats(tokens.length * size);
  for (const [t, token] of tokens.entries()) {
    for (const [i, name] of featureNames(token, lemmatiser).entries()) {
      let row = find(keys, featureKey(name));
      if (row < 0 && i === 0) {
        row = find(keys, featureKey(UNKNOWN_WORD));
      }
      if (row >= 0) {
        const at = out.byteOffset + t * size * 4;
        kernel.loops.addScaled(vectors.at(row), scales[row] as number, at, at + size * 4);
      }
    }
  }
  return out;
}

/** Scores every arc: a bilinear form of what the child and what the head look like. */
function arcScores(network: Network, states: Float32Array, count: number): Float64Array {
  const { kernel } = network;
  const apply = ({ matrix, bias }: Layer, inputs: Float32Array): Float32Array =>
    affine(kernel, matrix, bias, inputs, count);
  const wanted = apply(network.arc, leaky(apply(network.arcChild, states)));
  const size = network.arcRoot.length;
  const heads = kernel.floats((count + 1) * size);
  heads.set(network.arcRoot);
  heads.set(leaky(apply(network.arcHead, states)), size);
  const scores = kernel.floats(count * (count + 1));
  for (let child = 0; child < count; child += 1) {
    const from = wanted.byteOffset + child * size * 4;
    const to = scores.byteOffset + child * (count + 1) * 4;
    kernel.loops.dots(heads.byteOffset, count + 1, size, from, to);
  }
  return logSoftmax(Float64Array.from(scores), count + 1);
}

/** Turns each row of scores into logarithms of probabilities, in place. */
function logSoftmax(out: Float64Array, width: number): Float64Array {
  for (let start = 0; start < out.length; start += width) {
    const row = out.subarray(start, start + width);
    let top = Number.NEGATIVE_INFINITY;
    for (const score of row) {
      top = Math.max(top, score);
    }
    let sum = 0;
    for (const score of row) {
      sum += Math.exp(score - top);
    }
    const norm = top + Math.log(sum);
    for (let i = 0; i < width; i += 1) {
      row[i] = (row[i] as number) - norm;
    }
  }
  return out;
}

function bestRelations(network: Network, states: Float32Array, heads: Int32Array): Int32Array {
  const { kernel, relationChild, relationHead, relation } = network;
  const count = heads.length;
  const hidden = affine(kernel, relationChild.matrix, relationChild.bias, states, count);
  const head = affine(kernel, relationHead, undefined, states, count);
  const size = relationHead.rows;
  const scores = kernel.floats(relation.matrix.rows);
  for (const [token, of] of heads.entries()) {
    for (let d = 0; d < size; d += 1) {
      const other = of < 0 ? network.relationRoot[d] : head[of * size + d];
      hidden[token * size + d] = (hidden[token * size + d] as number) + (other as number);
    }
  }
  leaky(hidden);
  return heads.map((_of, token) => {
    scores.set(relation.bias);
    addProduct(kernel, relation.matrix, hidden, token * size, scores, 0);
    return scores.indexOf(Math.max(...scores));
  });
}

/** Flattens what is below zero, in place. */
function leaky(values: Float32Array): Float32Array {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    values[i] = value < 0 ? value * LEAK : value;
  }
  return values;
}
