import type { Unit } from "../../units/units.ts";

/** What parts the things of a row; the longest first. */
const BETWEEN = [["followed", "by"], ["and", "then"], [","], [";"], ["then"], ["→"]];
/** What may open one of them, and what may close it: "and finally the vote", "the vote came third". */
const OPENING = [
  "after",
  "that",
  "a",
  "few",
  "some",
  "several",
  "many",
  "years",
  "came",
  "comes",
  "there",
  "and",
  "then",
  "next",
  "finally",
  "lastly",
  "last",
  "afterwards",
  "later",
  "eventually",
  "only",
  "by",
];
const CLOSING = [
  "came",
  "comes",
  "come",
  "coming",
  "is",
  "was",
  "follows",
  "followed",
  "place",
  "in",
  "as",
  "number",
  "only",
  "and",
  "next",
  "then",
  "later",
  "afterwards",
  "subsequently",
];
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];
const LAST = ["last", "finally", "lastly", "latest"];

/**
 * Takes a list apart into its things, in the order in which they are told, or in that of the numbers
 * that they bear.
 *
 * @example "the vote came first, the signature second and the treaty last" → the vote, the signature, the treaty
 */
export function inRow(units: readonly Unit[]): (readonly Unit[])[] {
  const chunks = apart(units);
  const last = chunks.at(-1);
  // "A, B and C": the last two.
  const and = last?.findLastIndex((u) => u.lower === "and") ?? -1;
  const parts =
    last && and > 0 && and < last.length - 1
      ? [...chunks.slice(0, -1), last.slice(0, and), last.slice(and + 1)]
      : chunks;
  const places = parts.map(placed);
  if (places.some((p) => !p.units.some((u) => /\p{L}/u.test(u.form)))) return [];
  const numbered = places.filter((p) => p.place !== null).length;
  // "first the vote, then the signature": the first has its number only.
  const plain = numbered < places.length && (numbered < 2 || places[0]?.place === 0);
  if (
    plain &&
    numbered > 1 &&
    !places.every(
      (p, i) =>
        p.place === null ||
        p.place === i ||
        (i === places.length - 1 && p.place === Number.POSITIVE_INFINITY),
    )
  )
    return [];
  if (plain) return places.map((p) => p.units);
  if (numbered < places.length) return [];
  return [...places].sort((a, b) => (a.place ?? 0) - (b.place ?? 0)).map((p) => p.units);
}

/** Each two that stand next to each other; none where there is nothing to compare. */
export function neighbours<T>(row: readonly T[]): [T, T][] {
  return row.slice(1).map((next, i) => [row[i] as T, next]);
}

function apart(units: readonly Unit[]): (readonly Unit[])[] {
  const chunks: Unit[][] = [[]];
  for (let at = 0; at < units.length; ) {
    const mark = BETWEEN.find((words) => words.every((w, i) => units[at + i]?.lower === w));
    if (mark) chunks.push([]);
    else chunks.at(-1)?.push(units[at] as Unit);
    at += mark?.length ?? 1;
  }
  return chunks.filter((chunk) => chunk.length > 0).map((chunk) => chunk);
}

interface Placed {
  readonly units: readonly Unit[];
  /** Which one it says that it is. */
  readonly place: number | null;
}

function placed(chunk: readonly Unit[]): Placed {
  let [from, to] = [0, chunk.length];
  let place: number | null = null;
  // "came first" may be one unit.
  const isOutside = (unit: Unit | undefined, words: readonly string[]): boolean =>
    (unit?.lower ?? "-").split(" ").every((word) => {
      const nth = ORDINALS.indexOf(word);
      if (nth >= 0 || LAST.includes(word)) {
        place = nth < 0 ? Number.POSITIVE_INFINITY : nth;
        return true;
      }
      return words.includes(word);
    });
  while (from < to && isOutside(chunk[from], OPENING)) from++;
  while (to > from && isOutside(chunk[to - 1], CLOSING)) to--;
  return { units: chunk.slice(from, to), place };
}
