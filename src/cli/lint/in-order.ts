/**
 * Works on several items at once and gives the results in the items' order.
 *
 * @param ahead how many items may be in work, the one that is waited for included
 * @example for await (const text of inOrder(files, 4, read)) print(text);
 */
export async function* inOrder<T, R>(
  items: readonly T[],
  ahead: number,
  work: (item: T) => Promise<R>,
): AsyncIterable<R> {
  const begun: Promise<R>[] = [];
  let next = 0;
  while (next < items.length || begun.length > 0) {
    while (begun.length < ahead && next < items.length) {
      const promise = work(items[next++] as T);
      // Whoever waits for it hears of a failure; until then nobody does.
      promise.catch(() => {});
      begun.push(promise);
    }
    yield (await begun.shift()) as R;
  }
}
