/**
 * Remembers what a function gave for its last arguments, so that sentences which come again in a
 * text (headers, refrains, quoted mail) cost nothing. The function has to give the same for the same.
 *
 * @param size how many results are kept; the oldest goes first
 * @param fill works out a result; it must not be changed by those who get it
 * @example memo(2, (text) => text.length)("abc") // 3
 */
export function memo<Result>(
  size: number,
  fill: (key: string) => Result,
): ((key: string) => Result) & { forget(): void } {
  const known = new Map<string, Result>();
  const look = (key: string): Result => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = fill(key);
    const [oldest] = known.size >= size ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    known.set(key, made);
    return made;
  };
  return Object.assign(look, { forget: () => known.clear() });
}
