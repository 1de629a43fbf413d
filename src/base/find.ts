/** So much of what is looked for is left to the engine's own search, whose worst case is its product with the text. */
const HEAD = 32;

/**
 * The first place where a text holds another, as `indexOf` gives it; -1 where there is none. Takes
 * linear time whatever the two hold; `indexOf` takes hours where a long text nearly matches at
 * very many places.
 */
export function find(text: string, wanted: string): number {
  const head = wanted.slice(0, HEAD);
  let left = text.length;
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    let same = head.length;
    while (same < wanted.length && text.charCodeAt(at + same) === wanted.charCodeAt(same)) same++;
    if (same === wanted.length) return at;
    left -= same;
    if (left < 0) return findSteadily(text, wanted, at + 1);
  }
  return -1;
}

/** The same after Knuth, Morris and Pratt, which never looks back, but at every character. */
function findSteadily(text: string, wanted: string, from: number): number {
  const borders = bordersOf(wanted);
  let matched = 0;
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at);
    while (matched > 0 && wanted.charCodeAt(matched) !== char) matched = borders[matched - 1] ?? 0;
    if (wanted.charCodeAt(matched) === char) matched++;
    if (matched === wanted.length) return at + 1 - matched;
  }
  return -1;
}

/** For each beginning of a text the length of the longest shorter one that it also ends with. */
function bordersOf(wanted: string): Int32Array {
  const borders = new Int32Array(wanted.length);
  let matched = 0;
  for (let at = 1; at < wanted.length; at++) {
    const char = wanted.charCodeAt(at);
    while (matched > 0 && wanted.charCodeAt(matched) !== char) matched = borders[matched - 1] ?? 0;
    if (wanted.charCodeAt(matched) === char) matched++;
    borders[at] = matched;
  }
  return borders;
}
