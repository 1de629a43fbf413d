/**
 * Just enough of an assembler for WebAssembly: instructions are lists of bytes that are written one
 * after another (WebAssembly core specification, sections 5.4 and 5.5; SIMD included).
 */

export type Code = readonly number[];

export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;

const END = 0x0b;
const VOID = 0x40;
const SIMD = 0xfd;

/** An unsigned number in LEB128. */
const leb = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
const simd = (opcode: number): Code => [SIMD, ...leb(opcode)];

export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];
export const tee = (local: number): Code => [0x22, local];
export const call = (fn: number): Code => [0x10, fn];
/** An integer from 0 to 63. */
export const constant = (value: number): Code => [0x41, value];
export const addInt: Code = [0x6a];
export const subtractInt: Code = [0x6b];
export const shiftLeft: Code = [0x74];
/** `local += value`, for 0 to 63. */
export const advance = (local: number, value: number): Code => [
  ...get(local),
  ...constant(value),
  ...addInt,
  ...set(local),
];
/** Runs the code again as long as the unsigned integer in `local` is below that in `limit`. */
export const loopBelow = (local: number, limit: number, code: Code): Code => [
  ...[0x03, VOID, ...code],
  ...[...get(local), ...get(limit), 0x49, 0x0d, 0, END],
];
/** Counts `local` down by one after each run of the code, until it is 0. */
export const loopDown = (local: number, code: Code): Code => [
  ...[0x03, VOID, ...code],
  ...[...get(local), ...constant(1), ...subtractInt, ...tee(local), 0x0d, 0, END],
];

export const addFloat: Code = [0x92];
export const multiplyFloat: Code = [0x94];
export const divideFloat: Code = [0x95];
export const greaterFloat: Code = [0x97];
/** A 32-bit float. */
export const float = (value: number): Code => [
  0x43,
  ...new Uint8Array(Float32Array.of(value).buffer),
];
export const loadFloat: Code = [0x2a, 2, 0];
export const storeFloat: Code = [0x38, 2, 0];

export const zeroVector: Code = [...simd(0x0c), ...Array<number>(16).fill(0)];
/** Loads four floats from an address on the stack plus `offset` bytes (at most 127). */
export const loadVector = (offset = 0): Code => [...simd(0x00), 2, offset];
export const storeVector = (offset = 0): Code => [...simd(0x0b), 2, offset];
/** Loads eight signed bytes and widens them to 16 bits each; `offset` is at most 127. */
export const loadBytes = (offset = 0): Code => [...simd(0x01), 0, offset];
/** Rounds eight floats in two vectors to 16-bit integers in one. */
export const roundToShorts = (low: Code, high: Code): Code => [
  ...[...low, ...simd(0x6a), ...simd(0xf8), ...high, ...simd(0x6a), ...simd(0xf8)],
  ...simd(0x85),
];
/** Multiplies eight pairs of 16-bit integers and adds up neighbours: four 32-bit integers. */
export const dotShorts = simd(0xba);
export const addInts = simd(0xae);
export const intLane = (index: number): Code => [...simd(0x1b), index];
export const toFloat: Code = [0xb2];
/** The first or the last four of eight 16-bit integers, as floats. */
export const lowFloats: Code = [...simd(0xa7), ...simd(0xfa)];
export const highFloats: Code = [...simd(0xa8), ...simd(0xfa)];
export const splat: Code = simd(0x13);
/** The same number four times. */
export const vectorOf = (value: number): Code => [...float(value), ...splat];
export const lane = (index: number): Code => [...simd(0x1f), index];
export const absolute = simd(0xe0);
export const addVector = simd(0xe4);
export const multiplyVector = simd(0xe6);
export const divideVector = simd(0xe7);
export const least = simd(0xe8);
export const greatest = simd(0xe9);

/** A function: its name if it is for JavaScript to call, its types and its code. */
export interface WasmFunction {
  readonly name?: string;
  readonly parameters: Code;
  readonly results: Code;
  /** Types of the locals, numbered after the parameters. */
  readonly locals: Code;
  readonly code: Code;
}

const ascii = (text: string): Code => [text.length, ...new TextEncoder().encode(text)];
const sized = (content: Code): Code => [...leb(content.length), ...content];
const list = (items: readonly Code[]): Code => [...leb(items.length), ...items.flat()];
const section = (id: number, items: readonly Code[]): Code => [id, ...sized(list(items))];

/** Writes a module whose functions work on a memory imported as `env.memory`. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array {
  const vector = (types: Code): Code => list([...types].map((type) => [type]));
  const memory = [...ascii("env"), ...ascii("memory"), 2, 0, 1];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      functions.map((fn) => [0x60, ...vector(fn.parameters), ...vector(fn.results)]),
    ),
    ...section(2, [memory]),
    ...section(
      3,
      functions.map((_, index) => [index]),
    ),
    ...section(
      7,
      functions.flatMap(({ name }, index) =>
        name === undefined ? [] : [[...ascii(name), 0, index]],
      ),
    ),
    ...section(
      10,
      functions.map((fn) =>
        sized([...list([...fn.locals].map((type) => [1, type])), ...fn.code, END]),
      ),
    ),
  ]);
}
