/**
 * Does an ascending list hold a number? By halves, so that long lists cost little more than short ones.
 *
 * @example holds([1, 4, 9], 4) // true
 */
export function holds(list: readonly number[], number: number): boolean {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] as number) < number) from = middle + 1;
    else to = middle;
  }
  return list[from] === number;
}
