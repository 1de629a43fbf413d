import * as w from "./wasm.ts";

/**
 * The hot loops of the network, in WebAssembly with 128-bit SIMD, which JavaScript lacks: weights
 * can stay signed bytes as in the file, and the very first sentence is as fast as the hundredth.
 */

/** `sum += four floats of the input, offset bytes on * weights`. */
function accumulate(sum: number, input: number, offset: number, weights: w.Code): w.Code {
  const product = [...w.get(input), ...w.loadVector(offset), ...weights, ...w.multiplyVector];
  return [...w.get(sum), ...product, ...w.addVector, ...w.set(sum)];
}

/** The sum of the four floats in each of two vectors. */
function total(low: number, high: number): w.Code {
  return [
    ...[...w.get(low), ...w.get(high), ...w.addVector, ...w.tee(low), ...w.lane(0)],
    ...[...w.get(low), ...w.lane(1), ...w.addFloat],
    ...[...w.get(low), ...w.lane(2), ...w.get(low), ...w.lane(3), ...w.addFloat, ...w.addFloat],
  ];
}

/** Sets two sums to zero and `at` to the start of the input, `end` to its end. */
function start(input: number, columns: number, at: number, end: number, sums: w.Code): w.Code {
  return [
    ...sums.flatMap((sum) => [...w.zeroVector, ...w.set(sum)]),
    ...[...w.get(input), ...w.tee(at), ...w.get(columns), ...w.constant(2), ...w.shiftLeft],
    ...[...w.addInt, ...w.set(end)],
  ];
}

/** The greatest rounded input; with up to 512 columns of signed bytes no sum leaves 32 bits. */
const TOP = 32_767;
const ALMOST_ZERO = 1e-30;

/** The greatest of the four floats in a vector. */
function greatestOf(vector: number): w.Code {
  return [0, 1, 2, 3].flatMap((index) => [
    ...[...w.get(vector), ...w.lane(index)],
    ...(index > 0 ? w.greaterFloat : []),
  ]);
}

/**
 * `out[row] += scales[row] * sum(weights[row] * input)`; sixteen columns a step. The input is first
 * rounded to 16 bits, for which `shorts` is room, so that whole numbers are multiplied: three times
 * as fast as floats, and the same on every machine.
 */
function addProduct(): w.WasmFunction {
  const [weights, scales, rows, columns, input, out, shorts] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [at, end, low, high, unit, to] = [7, 8, 9, 10, 11, 12] as const;
  const measure = [
    ...[...w.get(low), ...w.get(at), ...w.loadVector(), ...w.absolute, ...w.greatest],
    ...[...w.set(low), ...w.advance(at, 16)],
  ];
  const scaled = (offset: number): w.Code => [
    ...[...w.get(at), ...w.loadVector(offset), ...w.get(high), ...w.multiplyVector],
  ];
  const round = [
    ...[...w.get(to), ...w.roundToShorts(scaled(0), scaled(16)), ...w.storeVector()],
    ...[...w.advance(to, 16), ...w.advance(at, 32)],
  ];
  const accumulateInts = (sum: number, bytes: number, offset: number): w.Code => [
    ...[...w.get(sum), ...w.get(weights), ...w.loadBytes(bytes), ...w.get(at)],
    ...[...w.loadVector(offset), ...w.dotShorts, ...w.addInts, ...w.set(sum)],
  ];
  const step = [
    ...[...accumulateInts(low, 0, 0), ...accumulateInts(high, 8, 16)],
    ...[...w.advance(weights, 16), ...w.advance(at, 32)],
  ];
  const sum = [
    ...[...w.get(low), ...w.get(high), ...w.addInts, ...w.tee(low), ...w.intLane(0)],
    ...[1, 2, 3].flatMap((index) => [...w.get(low), ...w.intLane(index), ...w.addInt]),
  ];
  const row = [
    ...[...w.zeroVector, ...w.set(low), ...w.zeroVector, ...w.set(high)],
    ...[...w.get(shorts), ...w.set(at), ...w.loopBelow(at, end, step)],
    ...[...w.get(out), ...w.get(out), ...w.loadFloat, ...w.get(scales), ...w.loadFloat],
    ...[...w.get(unit), ...w.multiplyFloat, ...sum, ...w.toFloat, ...w.multiplyFloat],
    ...[...w.addFloat, ...w.storeFloat, ...w.advance(out, 4), ...w.advance(scales, 4)],
  ];
  const lengthTo = (from: number, shift: number): w.Code => [
    ...[...w.get(from), ...w.get(columns), ...w.constant(shift), ...w.shiftLeft, ...w.addInt],
    ...w.set(end),
  ];
  return {
    name: "addProduct",
    parameters: Array<number>(7).fill(w.I32),
    results: [],
    locals: [w.I32, w.I32, w.V128, w.V128, w.F32, w.I32],
    code: [
      ...[...w.get(input), ...w.set(at), ...lengthTo(input, 2), ...w.loopBelow(at, end, measure)],
      ...[...greatestOf(low), ...w.float(ALMOST_ZERO), ...w.greaterFloat],
      ...[...w.float(TOP), ...w.divideFloat, ...w.set(unit)],
      ...[...w.float(1), ...w.get(unit), ...w.divideFloat, ...w.splat, ...w.set(high)],
      ...[...w.get(input), ...w.set(at), ...w.get(shorts), ...w.set(to)],
      ...[...w.loopBelow(at, end, round), ...lengthTo(shorts, 1), ...w.loopDown(rows, row)],
    ],
  };
}

/** `out[row] = sum(vectors[row] * input)`, all floats. */
function dots(): w.WasmFunction {
  const [vectors, rows, columns, input, out, at, end, low, high] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8,
  ] as const;
  const step = [
    ...accumulate(low, at, 0, [...w.get(vectors), ...w.loadVector(0)]),
    ...accumulate(high, at, 16, [...w.get(vectors), ...w.loadVector(16)]),
    ...[...w.advance(vectors, 32), ...w.advance(at, 32)],
  ];
  const row = [
    ...start(input, columns, at, end, [low, high]),
    ...w.loopBelow(at, end, step),
    ...[...w.get(out), ...total(low, high), ...w.storeFloat, ...w.advance(out, 4)],
  ];
  return {
    name: "dots",
    parameters: Array<number>(5).fill(w.I32),
    results: [],
    locals: [w.I32, w.I32, w.V128, w.V128],
    code: w.loopDown(rows, row),
  };
}

/** `out += scale * bytes`, from `out` to `end`. */
function addScaled(): w.WasmFunction {
  const [bytes, scale, out, end, factor, eight] = [0, 1, 2, 3, 4, 5] as const;
  const part = (offset: number, floats: w.Code): w.Code => [
    ...[...w.get(out), ...w.get(out), ...w.loadVector(offset), ...w.get(factor)],
    ...[...w.get(eight), ...floats, ...w.multiplyVector, ...w.addVector],
    ...w.storeVector(offset),
  ];
  const step = [
    ...[...w.get(bytes), ...w.loadBytes(), ...w.set(eight)],
    ...part(0, w.lowFloats),
    ...part(16, w.highFloats),
    ...[...w.advance(bytes, 8), ...w.advance(out, 32)],
  ];
  return {
    name: "addScaled",
    parameters: [w.I32, w.F32, w.I32, w.I32],
    results: [],
    locals: [w.V128, w.V128],
    code: [...w.get(scale), ...w.splat, ...w.set(factor), ...w.loopBelow(out, end, step)],
  };
}

const TANH = 0;
/** Where Lambert's fraction reaches 1. */
const TANH_LIMIT = 4.97;

/** The hyperbolic tangent of four floats, by Lambert's continued fraction cut after seven terms. */
function tanh(): w.WasmFunction {
  const [x, square] = [0, 1] as const;
  const horner = (...factors: readonly number[]): w.Code =>
    factors.flatMap((factor, i) =>
      i === 0
        ? w.vectorOf(factor)
        : [...w.get(square), ...w.multiplyVector, ...w.vectorOf(factor), ...w.addVector],
    );
  return {
    parameters: [w.V128],
    results: [w.V128],
    locals: [w.V128],
    code: [
      ...[...w.get(x), ...w.vectorOf(TANH_LIMIT), ...w.least],
      ...[...w.vectorOf(-TANH_LIMIT), ...w.greatest, ...w.tee(x)],
      ...[...w.get(x), ...w.multiplyVector, ...w.set(square)],
      ...[...w.get(x), ...horner(1, 378, 17_325, 135_135), ...w.multiplyVector],
      ...[...horner(28, 3150, 62_370, 135_135), ...w.divideVector],
    ],
  };
}

/**
 * One step of a long short-term memory. `gates` points to the four gates one after another (input,
 * forget, update, output), each `stride` bytes long; `cell` and `state` are `stride` bytes long.
 */
function lstmStep(): w.WasmFunction {
  const [gates, stride, cell, state, end, value] = [0, 1, 2, 3, 4, 5] as const;
  const gate = (index: number): w.Code => [
    ...w.get(gates),
    ...Array.from({ length: index }, () => [...w.get(stride), ...w.addInt]).flat(),
    ...w.loadVector(),
  ];
  const half = w.vectorOf(0.5);
  const sigmoid = (index: number): w.Code => [
    ...[...gate(index), ...half, ...w.multiplyVector, ...w.call(TANH)],
    ...[...half, ...w.multiplyVector, ...half, ...w.addVector],
  ];
  const step = [
    ...[...sigmoid(1), ...w.get(cell), ...w.loadVector(), ...w.multiplyVector],
    ...[...sigmoid(0), ...gate(2), ...w.call(TANH), ...w.multiplyVector, ...w.addVector],
    ...w.set(value),
    ...[...w.get(cell), ...w.get(value), ...w.storeVector()],
    ...[...w.get(state), ...sigmoid(3), ...w.get(value), ...w.call(TANH), ...w.multiplyVector],
    ...w.storeVector(),
    ...[...w.advance(gates, 16), ...w.advance(cell, 16), ...w.advance(state, 16)],
  ];
  return {
    name: "lstmStep",
    parameters: Array<number>(4).fill(w.I32),
    results: [],
    locals: [w.I32, w.V128],
    code: [
      ...[...w.get(cell), ...w.get(stride), ...w.addInt, ...w.set(end)],
      ...w.loopBelow(cell, end, step),
    ],
  };
}

/** The module of all loops. */
export function assembleLoops(): Uint8Array {
  return w.assemble([tanh(), addProduct(), dots(), addScaled(), lstmStep()]);
}
