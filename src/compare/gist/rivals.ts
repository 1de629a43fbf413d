/** What a statement has in the place of a word of the claim. */
import type { Gist, GistAtom } from "../../meaning.ts";
import type { World } from "../types.ts";
import type { GistFact, Gists } from "./gists.ts";
import { areOwnWords, stateOf } from "./words.ts";

/** A part that goes by a number of its own where the claim gives another: one article for another. */
export function rivalOf(atom: GistAtom, source: Gist, met: ReadonlySet<GistAtom>): GistAtom | null {
  const labels = (some: GistAtom): string[] =>
    some.senses.flatMap((s) => (s.kind === "label" ? (s.key.split(" ")[0] ?? []) : []));
  const nouns = labels(atom);
  return source.atoms.find((o) => !met.has(o) && labels(o).some((n) => nouns.includes(n))) ?? null;
}

/**
 * "They fear the brutality of Peru": the one whom the statement has in that place, in the mouth of
 * those who said it. Who is not in the story at all may yet do the same as one who is.
 */
export function displacedBy(
  atom: GistAtom,
  claim: Gist,
  { fact, gist: source }: GistFact,
  met: ReadonlySet<GistAtom>,
  facts: Gists,
  world: World,
): GistAtom | null {
  if (fact.speaker === null || claim.speaker?.denied || !areOwnWords(claim, fact, world))
    return null;
  const own = stateOf(atom, world);
  if (own === null) return null;
  const keysOf = (gist: Gist, { bound }: GistAtom): string[] =>
    bound.flatMap((i) =>
      (gist.atoms[i]?.senses ?? []).flatMap((s) => (s.kind === "entity" ? [] : [s.key])),
    );
  const keys = keysOf(claim, atom);
  const involved = facts.namedBy(fact.speaker).has(own);
  // "Peru can't stay bound", where the statement has it of both: whose it is doesn't tell them apart.
  const here = facts.ownersIn(fact.claim);
  const isOther = (a: GistAtom): boolean =>
    a !== atom && !a.says && (a.side !== null || a.senses.some((s) => s.kind === "class"));
  const alone = !claim.atoms.some(isOther);
  if (alone && keys.some((key) => here.get(key)?.has(own))) return null;
  return (
    source.atoms.find((other) => {
      const theirs = stateOf(other, world);
      if (theirs === null || theirs === own || met.has(other)) return false;
      if (!involved && (other.side === "doing" || other.side === "object")) return false;
      if (keysOf(source, other).some((key) => keys.includes(key))) return true;
      return involved && atom.side !== null && atom.side === other.side;
    }) ?? null
  );
}
