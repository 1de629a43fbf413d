/** How much of a statement's meaning a claim takes up. */
import type { Gist, GistAtom } from "../meaning.ts";
import type { Gists } from "./gists.ts";

export function shareOf(met: ReadonlySet<GistAtom>, source: Gist, facts: Gists): number {
  let total = 0;
  let part = 0;
  for (const atom of source.atoms) {
    if (atom.plain && !atom.key) continue;
    const weight = weightOf(atom, facts);
    total += weight;
    if (met.has(atom)) part += weight;
  }
  return total === 0 ? 0 : part / total;
}

const weights = new WeakMap<GistAtom, number>();

/** What the base speaks of everywhere tells its statements apart least. */
function weightOf(atom: GistAtom, facts: Gists): number {
  const known = weights.get(atom);
  if (known !== undefined) return known;
  const weight = 1 / Math.sqrt(Math.max(1, facts.claimsWith(atom.senses[0]?.key)));
  weights.set(atom, weight);
  return weight;
}
