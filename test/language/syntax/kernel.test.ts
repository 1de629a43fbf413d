import { describe, expect, it } from "vitest";
import { Kernel } from "../../../src/language/syntax/kernel.ts";

describe("Kernel", () => {
  it("adds scaled products of signed bytes and floats", () => {
    const kernel = new Kernel(65_536);
    const [rows, columns] = [3, 16];
    const weights = Int8Array.from({ length: rows * columns }, (_, i) => ((i * 37) % 255) - 127);
    const scales = Float32Array.of(0.5, 2, -1);
    const weightsAt = kernel.place(new Uint8Array(weights.buffer));
    const scalesAt = kernel.place(new Uint8Array(scales.buffer));
    const input = kernel.floats(columns);
    input.set(Array.from({ length: columns }, (_, i) => i / 4 - 1));
    const out = kernel.floats(rows);
    out.fill(10);
    kernel.loops.addProduct(
      weightsAt,
      scalesAt,
      rows,
      columns,
      input.byteOffset,
      out.byteOffset,
      kernel.room,
    );
    for (let row = 0; row < rows; row += 1) {
      const products = [...input].map((x, i) => x * (weights[row * columns + i] ?? 0));
      const sum = products.reduce((a, b) => a + b, 0);
      expect(out[row]).toBeCloseTo(10 + sum * (scales[row] ?? 0), 1);
    }
  });

  it("hands the same memory out again after a release", () => {
    const kernel = new Kernel(65_536);
    const { mark } = kernel;
    const first = kernel.floats(8).fill(1).byteOffset;
    kernel.release(mark);
    const second = kernel.floats(8);
    expect(second.byteOffset).toBe(first);
    expect([...second]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
