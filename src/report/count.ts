/**
 * A number with its noun.
 *
 * @param many the plural, where it isn't the singular with an s
 * @example count(1, "claim") // "1 claim"
 */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
