import Fuse from "fuse.js";
import { packSections, piecesIn, readSections, type Sections } from "../sections.ts";
import { holds } from "../sorted.ts";
import { Decoded, packTable, Table } from "../table.ts";

/** A statement of the base to look among. */
export interface Entry {
  /** The id of the base claim. */
  readonly id: string;
  /** Its statement and whatever else is to be found by: other wordings, quotes. */
  readonly text: string;
}

/** Finds the claims of a base that come near a text. It ranks and never judges. */
export interface Retriever {
  /** Ids of the nearest claims, best first; at most `limit`. */
  nearest(text: string, limit: number): string[];
}

/** How many candidates the index hands to fuse.js for each one wanted; fuse.js takes linear time. */
const CANDIDATES_EACH = 4;
/** A word in more than this share of the claims tells nothing. */
const COMMON = 0.5;
/** A word in more claims than these finds none by itself where a rarer one does. */
const FREQUENT = 1000;

/**
 * Indexes the statements by their words. A query's rarer words pick a few candidates, those
 * fuse.js ranks, so the cost grows with the candidates and not with the base.
 *
 * @example createRetriever([{ id: "a", text: "The canal opened in 1869." }]).nearest("canal", 1) // ["a"]
 */
export function createRetriever(entries: readonly Entry[]): Retriever {
  return openRetriever(readSections(packSections(new Map(packRetriever(entries)))));
}

/** Packs the index into sections. */
export function packRetriever(entries: readonly Entry[]): [string, Uint8Array][] {
  const postings = new Map<string, number[]>();
  entries.forEach(({ text }, index) => {
    for (const word of new Set(wordsOf(text))) {
      const list = postings.get(word);
      if (list) list.push(index);
      else postings.set(word, [index]);
    }
  });
  return [
    ["near", packTable(entries.map(({ id, text }) => [id, text]))],
    ["near.i", packTable([...postings].map(([word, list]) => [word, list.join(" ")]))],
  ];
}

/** Opens a packed index. */
export function openRetriever(sections: Sections): Retriever {
  const entries = new Decoded(new Table(piecesIn(sections, "near")), (text, id) => ({ id, text }));
  const postings = new Decoded(new Table(piecesIn(sections, "near.i")), (text) =>
    text.split(" ").map(Number),
  );
  return {
    nearest(text, limit) {
      const scores = new Map<number, number>();
      const lists = [...new Set(wordsOf(text))]
        .map((word) => postings.get(word) ?? [])
        .filter((list) => list.length > 0 && list.length <= entries.size * COMMON)
        .sort((a, b) => a.length - b.length);
      for (const list of lists) {
        const weight = Math.log(1 + entries.size / list.length);
        // A frequent word only tells which of those that share a rarer one come first.
        const among =
          scores.size > 0 && list.length > FREQUENT
            ? [...scores.keys()].filter((n) => holds(list, n))
            : list;
        for (const index of among) scores.set(index, (scores.get(index) ?? 0) + weight);
      }
      const picked = [...scores]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, limit * CANDIDATES_EACH)
        .map(([index, score]) => ({ ...entries.at(index), score }));
      return rank(picked, text).slice(0, limit);
    },
  };
}

/** Shared words first; among equals, and only there, the likeness of the letters. */
function rank(candidates: readonly (Entry & { score: number })[], text: string): string[] {
  const scores = candidates.map(({ score }) => score);
  if (new Set(scores).size === scores.length) return candidates.map(({ id }) => id);
  const fuse = new Fuse(candidates, {
    keys: ["text"],
    includeScore: true,
    ignoreLocation: true,
    threshold: 1,
  });
  const likeness = new Map(
    fuse.search(text.slice(0, 200)).map(({ item, score }) => [item.id, score ?? 1]),
  );
  return [...candidates]
    .sort((a, b) => b.score - a.score || (likeness.get(a.id) ?? 1) - (likeness.get(b.id) ?? 1))
    .map(({ id }) => id);
}

/** Words of three letters and more, roughly stemmed so that inflections meet. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.map((word) => word.replace(/(?:ing|ed|es|s|al)$/u, "").slice(0, 8));
}
