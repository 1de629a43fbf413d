/**
 * Finds a key in a sorted list.
 *
 * @returns its index, or -1
 */
export function find(sorted: Uint32Array, key: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] as number;
    if (value === key) {
      return middle;
    }
    if (value < key) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return -1;
}
