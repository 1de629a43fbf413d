import type { Base, BaseClaim } from "../base/types.ts";

/** How far from a word a misspelling may be, on fuse.js's scale from 0 (equal) to 1. */
const NEAR = 0.4;

export interface Found {
  readonly claims: readonly BaseClaim[];
  /** The words that were looked for: those of the query, or what they may be misspellings of. */
  readonly words: readonly string[];
  /** Whether a word of the query was taken for a misspelling. */
  readonly mended: boolean;
}

/**
 * Looks for claims of the base: those that hold every word of the query anywhere in their id,
 * statement, other wordings, quotes, speaker or source; first those that hold them all in id and
 * statement, both in the base's order. A word that no claim holds is taken for a misspelling of
 * the nearest that one does.
 */
export async function searchClaims(base: Base, query: string): Promise<Found> {
  const texts = base.claims.map((claim) => ({ claim, text: fold(searchable(claim, base)) }));
  const asked = fold(query).split(/\s+/u).filter(Boolean);
  const words = await mend(
    asked,
    texts.map(({ text }) => text),
  );
  const holdsAll = (text: string): boolean => words.every((word) => text.includes(word));
  const hits = texts.filter(({ text }) => holdsAll(text)).map(({ claim }) => claim);
  const isForemost = ({ id, statement }: BaseClaim): boolean =>
    holdsAll(fold(`${id}\n${statement}`));
  const claims = [...hits.filter(isForemost), ...hits.filter((claim) => !isForemost(claim))];
  const mended = words.some((word, index) => word !== asked[index]);
  return { claims, words, mended };
}

/** Puts for each word that stands in no text the nearest that does. */
async function mend(words: readonly string[], texts: readonly string[]): Promise<string[]> {
  const isKnown = (word: string): boolean => texts.some((text) => text.includes(word));
  if (words.every(isKnown)) return [...words];
  const { default: Fuse } = await import("fuse.js");
  const known = new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}]{3,}/gu) ?? []));
  const fuse = new Fuse([...known], { threshold: NEAR, distance: 10 });
  return words.map((word) => (isKnown(word) ? word : (fuse.search(word)[0]?.item ?? word)));
}

function searchable(claim: BaseClaim, base: Base): string {
  const quotes = claim.quotes.flatMap(({ source, text }) => [source, titleOf(source, base), text]);
  const speaker = base.entities.find(({ id }) => id === claim.speaker)?.name ?? "";
  return [claim.id, claim.statement, ...claim.also, ...quotes, speaker].join("\n");
}

function titleOf(source: string, base: Base): string {
  return base.sources.find(({ id }) => id === source)?.title ?? "";
}

/** Without capitals, accents and typographic quotes, so that a plain keyboard finds everything. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»]/g, '"')
    .toLowerCase();
}
