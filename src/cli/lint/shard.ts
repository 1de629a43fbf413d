/** One of several parts of a run. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/**
 * Reads `i/n`.
 *
 * @returns null where it is no part: 1 to n of n
 * @example parseShard("2/4") // { index: 2, count: 4 }
 */
export function parseShard(value: string): Shard | null {
  const [, first, second] = /^(\d{1,6})\/(\d{1,6})$/u.exec(value) ?? [];
  const [index, count] = [Number(first), Number(second)];
  return index >= 1 && index <= count ? { index, count } : null;
}

/** The items of one part, every n-th. The parts together hold each item once. */
export function itemsOf<T>(items: readonly T[], { index, count }: Shard): T[] {
  return items.filter((_, at) => at % count === index - 1);
}
