import { type Sections, section } from "../../sections.ts";
import { type Kernel, MOST_COLUMNS } from "./kernel.ts";

/** A matrix of weights in the kernel's memory; each row turns an input vector into one output. */
export interface Matrix {
  readonly rows: number;
  /** A multiple of sixteen, at most 512. */
  readonly columns: number;
  /** Where the signed bytes lie, row by row. */
  readonly weights: number;
  /** Where the scales of the rows lie (32-bit floats). */
  readonly scales: number;
}

/** A matrix with what is added to its outputs. */
export interface Layer {
  readonly matrix: Matrix;
  readonly bias: Float32Array;
}

const HEADER_BYTES = 8;

/**
 * Reads a matrix: rows and columns (32 bits each), the scales of the rows (32-bit floats), then
 * the weights as signed bytes.
 *
 * @throws Error if the section is missing or the matrix has a shape that the loops can't take
 */
export function readMatrix(sections: Sections, name: string, kernel: Kernel): Matrix {
  const bytes = section(sections, name);
  const [rows = 0, columns = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  if (columns % 16 !== 0 || columns > MOST_COLUMNS)
    throw new Error(`the matrix "${name}" of the syntax model has ${columns} columns`);
  const scales = kernel.place(bytes.subarray(HEADER_BYTES, HEADER_BYTES + rows * 4));
  const weights = kernel.place(bytes.subarray(HEADER_BYTES + rows * 4));
  return { rows, columns, weights, scales };
}

/** Reads a vector of 32-bit floats. */
export function readVector(sections: Sections, name: string): Float32Array {
  const bytes = section(sections, name);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** Reads a matrix and its bias, the section of the same name with `.b`. */
export function readLayer(sections: Sections, name: string, kernel: Kernel): Layer {
  return {
    matrix: readMatrix(sections, name, kernel),
    bias: readVector(sections, `${name}.b`),
  };
}

/**
 * Adds the product of a matrix and a vector to what `out` holds; both vectors must lie in the
 * kernel's memory.
 *
 * @param inputAt index of the first number of the vector in `input`
 * @param outAt index in `out` of the first of `matrix.rows` sums
 */
export function addProduct(
  kernel: Kernel,
  matrix: Matrix,
  input: Float32Array,
  inputAt: number,
  out: Float32Array,
  outAt: number,
): void {
  const { weights, scales, rows, columns } = matrix;
  const [from, to] = [input.byteOffset + inputAt * 4, out.byteOffset + outAt * 4];
  kernel.loops.addProduct(weights, scales, rows, columns, from, to, kernel.room);
}

/** Applies a matrix and a bias to each of `count` vectors that lie one after another. */
export function affine(
  kernel: Kernel,
  matrix: Matrix,
  bias: Float32Array | undefined,
  inputs: Float32Array,
  count: number,
): Float32Array {
  const out = kernel.floats(count * matrix.rows);
  for (let i = 0; i < count; i += 1) {
    if (bias !== undefined) {
      out.set(bias, i * matrix.rows);
    }
    addProduct(kernel, matrix, inputs, i * matrix.columns, out, i * matrix.rows);
  }
  return out;
}
