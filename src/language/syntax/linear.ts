/** Weights of a linear classifier over hashed features; quantised (Int8) or in training (Float32). */
export type Weights = Int8Array | Float32Array;

/**
 * Scores all classes: each active feature owns a run of weights that starts at its hash, one per
 * class. Runs of different features may overlap; that is the price of needing no dictionary.
 *
 * @param weights a power of two plus at least `classes` numbers
 * @param features hashes of the active features
 * @param count how many of `features` are in use
 * @param scores is overwritten with one score per class
 */
export function score(
  weights: Weights,
  features: Int32Array,
  count: number,
  classes: number,
  scores: Float64Array,
): void {
  scores.fill(0, 0, classes);
  const mask = slotMask(weights, classes);
  for (let f = 0; f < count; f += 1) {
    const base = (features[f] as number) & mask;
    for (let c = 0; c < classes; c += 1) {
      scores[c] = (scores[c] as number) + (weights[base + c] as number);
    }
  }
}

/** The bit mask that turns a feature hash into the start of its run of weights. */
export function slotMask(weights: Weights, classes: number): number {
  return 2 ** Math.floor(Math.log2(weights.length - classes)) - 1;
}
