/** Which words of a claim answer to which of a statement, and what is left over. */
import type { Gist, GistAtom, Mode } from "../../meaning.ts";
import type { World } from "../types.ts";
import { counterpart, isMetIn, isToldBeside, namesSpeaker } from "./counterparts.ts";
import { partiesChange } from "./denials.ts";
import type { GistFact, Gists } from "./gists.ts";
import { isMisplaced } from "./places.ts";
import { displacedBy, rivalOf } from "./rivals.ts";
import type { Lack, Pairs } from "./types.ts";
import { isConcept, stateOf } from "./words.ts";

/** What the words of a claim answer to in a statement. */
export interface Paired {
  readonly pairs: Pairs;
  /** The parts of the statement that the claim speaks of. */
  readonly met: ReadonlySet<GistAtom>;
  /** In what modes the claim puts what it says. */
  readonly modes: Set<Mode>;
  /** Words such as "entirely" that the statement has no counterpart for. */
  readonly degrees: readonly string[];
  /** Where the claim has one thing and the statement another in its place. */
  readonly clashes: readonly string[];
  /** How many words of the claim only other wordings of the statement have. */
  readonly beside: number;
  /** 1 where the statement, too, tells who speaks, else 0. */
  readonly speaks: number;
}

/** Pairs the words of a claim with those of a statement; what has no place in it is lacking. */
export function pairWords(
  claim: Gist,
  candidate: GistFact,
  facts: Gists,
  world: World,
): Paired | Lack {
  const { fact, gist: source } = candidate;
  const pairs = new Map<GistAtom, { other: GistAtom; opposite: boolean }>();
  const modes = new Set(claim.modes.flat());
  const degrees: string[] = [];
  let speaks = 0;
  const left: GistAtom[] = [];
  for (const atom of claim.atoms) {
    // Who speaks takes no part in what is said.
    if (atom.says) continue;
    const pair = pairFor(atom, pairs, claim, candidate, facts, world);
    if (pair) pairs.set(atom, pair);
    else if (atom.plain && !(claim.reasoned && isConcept(atom) && atom.modes.length === 0))
      for (const mode of atom.modes) modes.add(mode);
    else if (atom.degree) degrees.push(atom.text);
    else if (!namesSpeaker(atom, claim, fact, world)) left.push(atom);
    else if (source.atoms.some((a) => a.senses.some((s) => s.key === fact.speaker))) speaks = 1;
  }
  const met = new Set([...pairs.values()].map((p) => p.other));
  const rest = placeRest(left, claim, candidate, met, facts, world);
  return "lacks" in rest ? rest : { pairs, met, modes, degrees, speaks, ...rest };
}

/** "Stay bound while the other is bound": each clause has its own, as far as there are enough. */
function pairFor(
  atom: GistAtom,
  pairs: Pairs,
  claim: Gist,
  candidate: GistFact,
  facts: Gists,
  world: World,
): { other: GistAtom; opposite: boolean } | null {
  if (!isMetIn(atom, candidate.gist, world)) return null;
  const taken = new Set<GistAtom>();
  for (const [a, p] of pairs) if (a.region !== atom.region || p.opposite) taken.add(p.other);
  const pair = counterpart(atom, claim, candidate, facts, world, taken);
  if (pair || taken.size === 0) return pair;
  return counterpart(atom, claim, candidate, facts, world, new Set());
}

/** Is a state the only one of which a claim tells? */
function isAlone(atom: GistAtom, claim: Gist, world: World): boolean {
  const own = stateOf(atom, world);
  if (own === null) return false;
  const others = claim.atoms.flatMap((a) => (a.says ? [] : (stateOf(a, world) ?? [])));
  return others.every((other) => other === own);
}

/** Words without a counterpart: in another's place, told by another wording, or lacking. */
function placeRest(
  left: readonly GistAtom[],
  claim: Gist,
  candidate: GistFact,
  met: Set<GistAtom>,
  facts: Gists,
  world: World,
): { readonly clashes: readonly string[]; readonly beside: number } | Lack {
  const { fact, gist: source } = candidate;
  const parties = facts.partiesOf(fact.claim);
  const clashes: string[] = [];
  let beside = 0;
  const doers = source.atoms.filter((a) => a.side === "doing" && !met.has(a));
  // "The guns of Peru maim farmers": it is Peru that does.
  const acting = source.atoms.filter(
    (a) => (a.side === "doing" || a.side === "undergoing") && !met.has(a),
  );
  for (const atom of left) {
    // "enacted by a state": whom another wording names besides is not the one who did it.
    if (atom.side === "doing" && atom.senses[0]?.kind === "class" && doers.length > 0)
      return { lacks: atom.text };
    // "Chile does not use them on farmers": nor is one who is named besides the one who does.
    const isBesides =
      atom.side === "doing" &&
      isAlone(atom, claim, world) &&
      acting.some((a) => stateOf(a, world) !== null);
    const rival =
      rivalOf(atom, source, met) ?? displacedBy(atom, claim, candidate, met, facts, world);
    if (rival) {
      met.add(rival);
      clashes.push(`the source says ${rival.text}, the claim ${atom.text}`);
    } else if (
      !isBesides &&
      !source.atoms.some((other) => isMisplaced(atom, other, claim, source, world)) &&
      isToldBeside(atom, claim, candidate, facts, world) &&
      !(partiesChange(atom, false, claim, parties) ?? false)
    )
      beside++;
    else return { lacks: atom.text };
  }
  return { clashes, beside };
}
