import type { Sections } from "../../sections.ts";
import type { Kernel } from "./kernel.ts";
import { addProduct, affine, type Matrix, readMatrix, readVector } from "./matrix.ts";

/** One direction of a long short-term memory layer; gates: input, forget, update, output. */
export interface Lstm {
  readonly fromInput: Matrix;
  readonly fromState: Matrix;
  readonly bias: Float32Array;
}

/** A layer that reads the sentence both ways. */
export interface Bilstm {
  readonly forward: Lstm;
  readonly backward: Lstm;
}

/** Reads the layer whose sections start with `name`. */
export function readBilstm(sections: Sections, name: string, kernel: Kernel): Bilstm {
  const direction = (letter: string): Lstm => ({
    fromInput: readMatrix(sections, `${name}${letter}x`, kernel),
    fromState: readMatrix(sections, `${name}${letter}h`, kernel),
    bias: readVector(sections, `${name}${letter}b`),
  });
  return { forward: direction("f"), backward: direction("b") };
}

/**
 * Runs a layer over a sentence.
 *
 * @param inputs the input vectors one after another
 * @returns for each token the forward and the backward state, joined
 */
export function runBilstm(
  kernel: Kernel,
  layer: Bilstm,
  inputs: Float32Array,
  count: number,
): Float32Array {
  const size = layer.forward.fromState.columns;
  const out = kernel.floats(count * 2 * size);
  runDirection(kernel, layer.forward, inputs, count, out, 0, false);
  runDirection(kernel, layer.backward, inputs, count, out, size, true);
  return out;
}

function runDirection(
  kernel: Kernel,
  lstm: Lstm,
  inputs: Float32Array,
  count: number,
  out: Float32Array,
  outOffset: number,
  reverse: boolean,
): void {
  const size = lstm.fromState.columns;
  const gates = affine(kernel, lstm.fromInput, lstm.bias, inputs, count);
  const state = kernel.floats(size);
  const cell = kernel.floats(size);
  const stride = size * 4;
  for (let step = 0; step < count; step += 1) {
    const token = reverse ? count - 1 - step : step;
    const at = token * 4 * size;
    addProduct(kernel, lstm.fromState, state, 0, gates, at);
    const from = gates.byteOffset + at * 4;
    kernel.loops.lstmStep(from, stride, cell.byteOffset, state.byteOffset);
    out.set(state, token * 2 * size + outOffset);
  }
}
