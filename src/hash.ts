/**
 * Hashes a string to 32 bits (FNV-1a over UTF-16 code units, then mixed).
 *
 * @param text any string
 * @param seed starting value; different seeds give independent hashes
 * @example hashString("sign", 7)
 */
export function hashString(text: string, seed = 0): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  return finish(h);
}

/** Spreads the bits of a running hash so that its low bits can serve as an index. */
function finish(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
