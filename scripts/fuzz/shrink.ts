/**
 * Takes pieces out of a text that fails as long as it goes on failing.
 *
 * @param tries how often it is tried at most
 */
export async function shrink(
  text: string,
  fails: (text: string) => Promise<boolean>,
  tries = 300,
): Promise<string> {
  let best = text;
  let left = tries;
  for (let size = best.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < best.length && left > 0; left--) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      if (await fails(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}
