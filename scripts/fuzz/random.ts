/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  /** Whether something that happens once in so many times does. */
  once(times: number): boolean;
  /** One of a list that isn't empty. */
  of<T>(list: ArrayLike<T>): T;
}

/**
 * Makes a source of such numbers (mulberry32).
 *
 * @example randomOf(1).below(6) // always the same
 */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    once: (times) => below(times) === 0,
    of: (list) => list[below(list.length)] as never,
  };
}
