/** How much of a statement's meaning a claim takes up. */
import type { Gist, GistAtom } from "../../meaning.ts";
import type { Gists } from "./gists.ts";
import type { Paired } from "./pairs.ts";
import type { Lack, Pairs } from "./types.ts";

/** What share of a statement's meaning a claim has to take up, its rare parts counting for more. */
const SHARE = 0.4;
/** From what share on a claim takes up all of a statement. */
export const WHOLE = 0.99;

/** Does the claim leave out what the statement is about, or take up too little of it? */
export function lacksPoint(
  claim: Gist,
  source: Gist,
  { pairs, met, speaks }: Paired,
  share: number,
  isOwn: boolean,
): Lack | null {
  const points = source.atoms.filter((a) => a.key);
  const main = points.filter((a) => a.region === source.main);
  const keys = main.length > 0 ? main : points;
  // One word in common is no statement in common, unless it is all that one says oneself.
  const own = share > WHOLE && isOwn;
  if (met.size + speaks < 2 && !(own && met.size > 0)) return { lacks: "all but one word" };
  if (share < SHARE || (keys.length > 0 && !keys.some((key) => met.has(key))))
    return { lacks: `its point (${share.toFixed(2)})` };
  // "They left because it is at war": not that it is at war because they left.
  return claim.reasoned && isReasonOnly(claim, pairs, keys)
    ? { lacks: "what is the reason" }
    : null;
}

/** Does only the last clause, which tells the reason, speak of what the statement is about? */
function isReasonOnly(claim: Gist, pairs: Pairs, keys: readonly GistAtom[]): boolean {
  const last = Math.max(...claim.atoms.map((a) => a.region));
  // "Because it is at war, they left": here the reason comes first.
  const isReason = (region: number): boolean =>
    claim.main === last ? region !== last : region === last;
  return [...pairs].every(([a, p]) => isReason(a.region) || !keys.includes(p.other));
}

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
