/** An averaged perceptron over hashed features (Collins 2002), with lazy averaging. */
export class Perceptron {
  readonly weights: Float32Array;
  private readonly totals: Float64Array;
  private readonly mask: number;
  private step = 1;

  constructor(bits: number, classes: number) {
    this.weights = new Float32Array(2 ** bits + classes);
    this.totals = new Float64Array(2 ** bits + classes);
    this.mask = 2 ** bits - 1;
  }

  tick(): void {
    this.step += 1;
  }

  /** Moves the weights of a class. */
  update(features: Int32Array, count: number, cls: number, amount: number): void {
    for (let f = 0; f < count; f += 1) {
      const slot = ((features[f] as number) & this.mask) + cls;
      this.weights[slot] = (this.weights[slot] as number) + amount;
      this.totals[slot] = (this.totals[slot] as number) + amount * this.step;
    }
  }

  /** The average of the weights over all steps. */
  average(): Float32Array {
    return this.weights.map((w, i) => w - (this.totals[i] as number) / this.step);
  }
}

/** Squeezes weights into signed bytes; the scale does not matter to the best class. */
export function quantise(weights: Float32Array, top = 1): Int8Array {
  const largest = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const scale = 127 / (largest * top);
  return Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w * scale))));
}
