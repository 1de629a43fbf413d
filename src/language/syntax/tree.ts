/**
 * The best tree over scored arcs (Chu and Liu 1965, Edmonds 1967), with exactly one root.
 *
 * @param scores `scores[child * (count + 1) + head]`, finite; children are 0 to count - 1, heads
 *   are 0 for the root and token + 1 otherwise
 * @returns the head of each token, -1 for the root
 */
export function bestTree(scores: Float64Array, count: number): Int32Array {
  const greedy = new Int32Array(count + 1).fill(-1);
  const size = count + 1;
  const square = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  let roots = 0;
  let spread = 1;
  for (let child = 1; child < size; child += 1) {
    let best = child === 1 ? 0 : 1;
    for (let head = 0; head < size; head += 1) {
      const score = scores[(child - 1) * size + head] as number;
      spread += Math.abs(score);
      if (head !== child) {
        square[child * size + head] = score;
        best = score > (scores[(child - 1) * size + best] as number) ? head : best;
      }
    }
    greedy[child] = best;
    roots += best === 0 ? 1 : 0;
  }
  let heads: Int32Array = greedy;
  if (roots !== 1 || findCycle(greedy) !== undefined) {
    // No tree with two roots can make good this fine.
    for (let child = 1; child < size; child += 1) {
      square[child * size] = (square[child * size] as number) - spread;
    }
    heads = spanningTree(square, size);
  }
  return heads.subarray(1).map((head) => head - 1);
}

/** The best tree that hangs on node 0; `scores[child * size + head]`. */
function spanningTree(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let child = 1; child < size; child += 1) {
    let best = child === 1 ? 0 : 1;
    for (let head = 0; head < size; head += 1) {
      const better =
        (scores[child * size + head] as number) > (scores[child * size + best] as number);
      best = head !== child && better ? head : best;
    }
    heads[child] = best;
  }
  const cycle = findCycle(heads);
  return cycle === undefined ? heads : breakCycle(scores, size, heads, cycle);
}

/** Shrinks a cycle to one node, solves what is left, and opens the cycle where that enters it. */
function breakCycle(
  scores: Float64Array,
  size: number,
  heads: Int32Array,
  cycle: readonly number[],
): Int32Array {
  const inCycle = new Set(cycle);
  const outside = Array.from({ length: size }, (_, i) => i).filter((i) => !inCycle.has(i));
  const small = outside.length + 1;
  const joint = outside.length;
  const shrunk = new Float64Array(small * small).fill(Number.NEGATIVE_INFINITY);
  const leave = new Int32Array(small);
  const enter = new Int32Array(small);
  for (const [i, child] of outside.entries()) {
    for (const [j, head] of outside.entries()) {
      shrunk[i * small + j] = scores[child * size + head] as number;
    }
    for (const member of cycle) {
      const out = scores[child * size + member] as number;
      if (out > (shrunk[i * small + joint] as number)) {
        shrunk[i * small + joint] = out;
        leave[i] = member;
      }
      const kept = scores[member * size + (heads[member] as number)] as number;
      const into = (scores[member * size + child] as number) - kept;
      if (into > (shrunk[joint * small + i] as number)) {
        shrunk[joint * small + i] = into;
        enter[i] = member;
      }
    }
  }
  const solved = spanningTree(shrunk, small);
  const result = heads.slice();
  for (const [i, child] of outside.entries()) {
    const head = solved[i] as number;
    if (i > 0) {
      result[child] = head === joint ? (leave[i] as number) : (outside[head] as number);
    }
  }
  const entrance = solved[joint] as number;
  result[enter[entrance] as number] = outside[entrance] as number;
  return result;
}

/** The nodes of some cycle, or undefined if every node leads to node 0. */
function findCycle(heads: Int32Array): number[] | undefined {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start += 1) {
    let node = start;
    while (node > 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node] as number;
    }
    if (node > 0 && seen[node] === start) {
      const cycle = [node];
      for (let next = heads[node] as number; next !== node; next = heads[next] as number) {
        cycle.push(next);
      }
      return cycle;
    }
  }
  return undefined;
}
