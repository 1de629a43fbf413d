/** Which parts of two whole sentences are each other's contrary. */
import type { Gist, GistAtom } from "../../meaning.ts";
import { type Parties, sidesOf } from "./gists.ts";
import type { Pairs } from "./types.ts";
import { isConcept, isContent } from "./words.ts";

/** Parts that are the contrary of their counterparts; null where a negation denies something else. */
export function contradictions(
  claim: Gist,
  pairs: Pairs,
  source: Gist,
  parties: Parties,
  beside: number,
): (readonly [GistAtom, GistAtom])[] | null {
  const met = new Set([...pairs.values()].map((p) => p.other));
  // "the absence of X" counts only for a claim that speaks of X.
  const denies = (atom: GistAtom): boolean => {
    const after = source.atoms[source.atoms.indexOf(atom) + 1];
    return atom.negates && !met.has(atom) && (after === undefined || met.has(after));
  };
  const theirs = denialsOf(
    source,
    (atom) => atom.key,
    denies,
    (atom) => atom.key || (met.has(atom) && isConcept(atom)),
  );
  const own = denialsOf(
    claim,
    (atom) => pairs.get(atom)?.other.key ?? false,
    (atom) => atom.negates && !pairs.has(atom),
    // "weapons that never exploded" are unexploded: what is denied need not be the point.
    (atom) => (pairs.get(atom)?.other.key ?? false) || (pairs.has(atom) && isConcept(atom)),
  );
  if (own === null || theirs === null) return null;
  let denied: GistAtom | null = null;
  const wrong: (readonly [GistAtom, GistAtom])[] = [];
  for (const [atom, { other, opposite }] of pairs) {
    // "tied by duties": the point of the clause has spoken for both.
    const spoken = [...pairs].some(([a, p]) => a.key && p.other === other && !p.opposite);
    if (!atom.key && spoken && !own.has(atom)) continue;
    const turned =
      partiesChange(atom, opposite, claim, parties) ??
      sidesChange(atom, other, claim, pairs, source, beside);
    if (turned === "unclear") return null;
    const turns = ((turned ?? opposite) ? 1 : 0) + (own.get(atom) ?? 0) + (theirs.get(other) ?? 0);
    if (turns % 2 === 0) continue;
    wrong.push([atom, other]);
    // "did not call the choice an easy one" denies that it is easy, not that there is a choice.
    const next: GistAtom | undefined =
      denied === null ? undefined : claim.atoms[claim.atoms.indexOf(denied) + 1];
    if (opposite && next === atom && next.region === denied?.region && isCalled(claim)) return null;
    denied = (own.get(atom) ?? 0) > 0 ? atom : null;
  }
  return wrong;
}

/** Is a verb denied that only says how something is called, or that it is so? */
function isCalled({ atoms, denials }: Gist): boolean {
  return denials.some(({ atom }) => atoms[atom]?.plain);
}

/**
 * Has what only one of two parties has gone to the other one ("an edge for A over B", "B has the
 * edge")? Null where the statement is not about parties.
 */
export function partiesChange(
  point: GistAtom,
  opposite: boolean,
  claim: Gist,
  parties: Parties,
): boolean | null | "unclear" {
  const known = point.senses.flatMap((s) =>
    s.kind === "concept" ? [...(parties.get(s.key) ?? [])] : [],
  );
  if (known.length === 0) return null;
  const sides = new Map(known);
  const found = new Set<boolean | undefined>();
  for (const { of, facing } of sidesOf(claim, point)) {
    const side = of?.senses.map((s) => sides.get(s.key)).find((side) => side !== undefined);
    found.add(side === undefined ? undefined : side !== facing);
  }
  // The other party may stand on either side of it where nothing tells.
  const loose = claim.atoms.some(
    (a) =>
      a.senses.some((s) => sides.get(s.key) === true) &&
      !claim.sides.some((s) => claim.atoms[s.of] === a),
  );
  if (loose && found.size === 0) return "unclear";
  const [turned] = found;
  if (found.size === 0) return opposite ? "unclear" : false;
  return found.size > 1 || turned === undefined ? "unclear" : turned;
}

/** Have the two sides changed places ("duty before honour", "honour before duty")? Null where none is told. */
function sidesChange(
  point: GistAtom,
  theirs: GistAtom,
  claim: Gist,
  pairs: Pairs,
  source: Gist,
  beside: number,
): boolean | null | "unclear" {
  const there = sidesOf(source, theirs);
  const found = new Set<boolean>();
  for (const { of, facing } of sidesOf(claim, point)) {
    const other = of && pairs.get(of)?.other;
    for (const side of there) if (side.of === other) found.add(facing !== side.facing);
  }
  const [turned] = found;
  // "Honour goes first": what goes before honour is no matter of which words are there.
  const isBefore = sidesOf(claim, point).some(({ of, facing }) => facing && of && pairs.has(of));
  if (there.length === 0 && isBefore) return "unclear";
  const spoken = new Set([...pairs.values()].map((p) => p.other));
  const untold = there.some((side) => side.facing && side.of && spoken.has(side.of));
  if (found.size > 1 || (found.size === 0 && there.length > 0 && (untold || beside > 0)))
    return "unclear";
  return turned ?? null;
}

/**
 * How often each point of a gist is denied. A negation denies the point that it stands at, else the
 * first point of its clause; null where the clause has none.
 */
function denialsOf(
  gist: Gist,
  isPoint: (atom: GistAtom) => boolean,
  turns: (atom: GistAtom) => boolean,
  canBeDenied: (atom: GistAtom) => boolean,
): ReadonlyMap<GistAtom, number> | null {
  const counts = new Map<GistAtom, number>();
  const all = [
    ...gist.denials,
    ...gist.atoms.flatMap((a, atom) =>
      turns(a) ? [{ region: a.region, atom, clause: false }] : [],
    ),
  ];
  const loose = new Map<number, number>();
  for (const { region, atom, clause } of all) {
    const at = gist.atoms[atom];
    if (at && (clause ? isPoint(at) : canBeDenied(at))) counts.set(at, (counts.get(at) ?? 0) + 1);
    // What is denied is nothing that the other speaks of.
    else if (
      at &&
      (clause ? isContent(at) : isConcept(at)) &&
      !at.joins &&
      at.modes.length === 0 &&
      !at.negates
    )
      return null;
    else loose.set(region, (loose.get(region) ?? 0) + 1);
  }
  for (const [region, count] of loose) {
    const inside = gist.atoms.filter((a) => a.region === region);
    // "can't go on being bound" denies what follows; "while the others have none" denies what was said before.
    const follows = gist.atoms.find(
      (a, i) => i > gist.atoms.lastIndexOf(inside[0] as GistAtom) && isPoint(a),
    );
    const bare = inside.every((a) => a.senses.every((s) => s.kind !== "concept"));
    const point = inside.find(isPoint) ?? (inside.length > 0 && bare ? follows : undefined);
    if (point === undefined && bare) continue;
    if (point) counts.set(point, (counts.get(point) ?? 0) + count);
    else if (count % 2 === 1) return null;
  }
  return counts;
}
