/** A few braces side by side make names without end; so many are taken, of one name and of a whole base. */
export const MOST_ALTERNATIVES = 100_000;
export const MOST_NAMES = 1_000_000;

/**
 * How many names a name with alternatives in braces stands for.
 *
 * @example countAlternatives("{Great ,}Britain") // 2
 */
export function countAlternatives(name: string): number {
  const braces = name.split("{").slice(1);
  const counts = braces.map((part) => part.split("}", 1)[0]?.split(",").length ?? 1);
  return counts.reduce((product, count) => product * count, 1);
}
