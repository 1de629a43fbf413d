/** Words that stand in a text as they are, though it may break its lines elsewhere. */

/**
 * So much of what is looked for is left to the engine's own search, whose worst case is the product of
 * the two lengths.
 */
const HEAD = 32;

/**
 * The first place, from an offset on, where a text holds another, as `indexOf` gives it; -1 where
 * there is none. Takes linear time whatever the two hold; `indexOf` takes hours where a long text
 * nearly matches at very many places.
 */
export function find(text: string, wanted: string, from = 0): number {
  const head = wanted.slice(0, HEAD);
  let left = text.length;
  for (let at = text.indexOf(head, from); at >= 0; at = text.indexOf(head, at + 1)) {
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

/** A text whose white space is single blanks, and where its characters stood before. */
export interface Folding {
  readonly folded: string;
  offsetOf(at: number): number;
}

/** Makes single blanks of a text's white space. */
export function fold(text: string): Folding {
  // Where the text goes on after a longer run of white space, and how much was left out until there.
  const places: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  for (const { 0: run, index } of text.matchAll(/\s{2,}/gu)) {
    places.push(index - shift + 1);
    shift += run.length - 1;
    shifts.push(shift);
  }
  const offsetOf = (at: number): number => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return at + (shifts[low - 1] ?? 0);
  };
  return { folded: text.replace(/\s+/gu, " "), offsetOf };
}
