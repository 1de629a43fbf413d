/** Which part of a statement a part of a claim answers to. */
import type { Gist, GistAtom, GistSense } from "../../meaning.ts";
import { isKindOf } from "../terms.ts";
import type { Fact, World } from "../types.ts";
import { type GistFact, type Gists, keyOf, meetingKeys } from "./gists.ts";
import { hasChangedPlaces, isTurnedOn } from "./places.ts";
import { compareSenses } from "./senses.ts";
import { isConcept } from "./words.ts";

/** The part of the statement that a word of the claim speaks of. */
export function counterpart(
  atom: GistAtom,
  claim: Gist,
  candidate: GistFact,
  facts: Gists,
  world: World,
  taken: ReadonlySet<GistAtom>,
): { other: GistAtom; opposite: boolean } | null {
  const source = candidate.gist;
  if (!isMetIn(atom, source, world)) return null;
  // What a clause is about stands for what another is about, if it can, and best where the same are named.
  const alike = new Map<number, boolean>();
  const beside = ({ region }: GistAtom): boolean => {
    if (!isConcept(atom)) return false;
    const isAlike = alike.get(region) ?? namesAlike(claim, atom.region, source, region, world);
    alike.set(region, isAlike);
    return isAlike;
  };
  const others = source.atoms
    .filter((other) => !taken.has(other) && isOfOne(atom, other, world))
    .sort(
      (a, b) =>
        Number(b.key === atom.key) - Number(a.key === atom.key) ||
        Number(beside(b)) - Number(beside(a)),
    );
  for (const sense of atom.senses) {
    let opposite: GistAtom | null = null;
    let equal: GistAtom | null = null;
    for (const other of others) {
      for (const theirs of other.senses) {
        // "Signatories use them" isn't told by one that does and is a state: who signed is meant.
        const named = sense.kind === "class" && theirs.kind === "entity";
        if (named && atom.side === "doing" && isConcept(atom)) continue;
        if (sense.kind !== "entity" && isTurnedOn(atom, other)) continue;
        const relation = compareSenses(sense, theirs, world);
        if (
          relation === "equal" &&
          (sense.kind !== "entity" ||
            keepsPlace(atom, sense.key, claim, other, candidate, facts, world)) &&
          !(
            sense.kind === "class" &&
            atom.side === "doing" &&
            (isAnotherDoer(other, source) || undergoes(sense, candidate, facts))
          )
        )
          equal ??= other;
        if (relation === "opposite") opposite ??= other;
      }
    }
    // "They are bound": of those of whom the statement says that they are free.
    if (opposite && (!equal || (opposite.key && beside(opposite) && !beside(equal))))
      return { other: opposite, opposite: true };
    if (equal) return { other: equal, opposite: false };
  }
  return null;
}

/** Can a word have a counterpart in a statement? Most have none, and each is looked for again and again. */
export function isMetIn({ senses }: GistAtom, source: Gist, world: World): boolean {
  const met = keysIn(source, world);
  return senses.some((sense) => met.has(keyOf(sense)));
}

const keys = new WeakMap<Gist, ReadonlySet<string>>();

function keysIn(source: Gist, world: World): ReadonlySet<string> {
  const known = keys.get(source);
  if (known) return known;
  const senses = source.atoms.flatMap((a) => a.senses);
  const made = new Set(senses.flatMap((sense) => meetingKeys(sense, world)));
  keys.set(source, made);
  return made;
}

function isOfOne(atom: GistAtom, other: GistAtom, world: World): boolean {
  return atom.senses.some((sense) =>
    other.senses.some((theirs) => compareSenses(sense, theirs, world) !== null),
  );
}

/** One in how many of its wordings tells what those of a statement undergo. */
const OFTEN = 4;

/** "Their guns maim farmers": those to whom it is done in some wording do it in none. */
function undergoes({ key }: GistSense, { fact }: GistFact, facts: Gists): boolean {
  const sides = facts
    .of(fact.claim)
    .flatMap(({ gist }) =>
      gist.atoms.flatMap((a) =>
        a.senses.some((s) => s.kind === "class" && s.key === key) ? [a.side] : [],
      ),
    );
  const suffering = sides.filter((side) => side === "facing" || side === "object");
  return !sides.includes("doing") && suffering.length * OFTEN > sides.length;
}

/** "Enacted by a state": the one who does it is not one to whom what is done belongs. */
function isAnotherDoer(other: GistAtom, source: Gist): boolean {
  return (
    other.side !== null &&
    other.side !== "doing" &&
    source.atoms.some((a) => a.side === "doing" && a.senses[0]?.kind === "entity")
  );
}

/** Do two clauses name one and the same? */
function namesAlike(
  claim: Gist,
  region: number,
  source: Gist,
  other: number,
  world: World,
): boolean {
  const named = (gist: Gist, at: number): GistSense[] =>
    gist.atoms
      .filter((a) => a.region === at && a.side !== null)
      .flatMap((a) => a.senses.filter((s) => s.kind === "entity" || s.kind === "class"));
  const theirs = named(source, other);
  return named(claim, region).some((s) =>
    theirs.some((t) => compareSenses(s, t, world) === "equal"),
  );
}

/**
 * Does a name stay where the statement has it: whose advantage, whose invasion? What is somebody's
 * in any wording of the statement is nobody else's; what is nobody's there may be another's only if
 * the base says so elsewhere ("since they ratified it").
 */
function keepsPlace(
  atom: GistAtom,
  name: string,
  claim: Gist,
  other: GistAtom,
  { fact, gist: source }: GistFact,
  facts: Gists,
  world: World,
): boolean {
  // What only one of two can have is told by its sides.
  const sided = claim.sides.some((s) => claim.atoms[s.of] === atom);
  if (!sided && atom.side === "facing" && (other.side ?? "doing") === "doing") return false;
  if (!sided && atom.side === "doing" && other.side === "facing") return false;
  if (hasChangedPlaces(atom, other, claim, source)) return false;
  if (atom.side === "object" && isDoneBy(other, source, world)) return false;
  if (other.bound.length === 0) return true;
  const here = facts.ownersIn(fact.claim);
  let foreign = false;
  let unknown = false;
  for (const index of atom.bound) {
    const keys = claim.atoms[index]?.senses.map((s) => s.key) ?? [];
    const owners = keys.flatMap((k) => [...(here.get(k) ?? [])]);
    if (owners.includes(name)) return true;
    if (owners.length > 0) foreign = true;
    else if (
      source.atoms.some((a) => a.senses.some((s) => keys.includes(s.key))) &&
      !keys.some((k) => facts.ownersOf(k).includes(name))
    )
      unknown = true;
  }
  return !foreign && !unknown;
}

/** "Chile was told of the signing": not the one who signed, where the statement has another who was told. */
function isDoneBy(other: GistAtom, source: Gist, world: World): boolean {
  const isPerson = (a: GistAtom): boolean =>
    world.entities.get(a.senses[0]?.key ?? "")?.kind === "person";
  return (
    other.side === "doing" &&
    isPerson(other) &&
    source.atoms.some(
      (a) => a.side === "object" && isPerson(a) && a.senses[0]?.key !== other.senses[0]?.key,
    )
  );
}

/** Does another wording of the same statement have it, where this one leaves it out? */
export function isToldBeside(
  atom: GistAtom,
  claim: Gist,
  candidate: GistFact,
  facts: Gists,
  world: World,
): boolean {
  if (atom.negates) return false;
  // "leaves it unaffected" is no "allows it" only since both are the contrary of a ban.
  const [first] = atom.senses;
  const told = first?.negated ? { ...atom, senses: [first] } : atom;
  return facts.of(candidate.fact.claim).some((other) => {
    if (other === candidate) return false;
    const pair = counterpart(told, claim, other, facts, world, new Set());
    return pair !== null && !pair.opposite && !pair.other.negates;
  });
}

/** "the MP", "the ministry": who is said to speak. */
export function namesSpeaker(atom: GistAtom, claim: Gist, fact: Fact, world: World): boolean {
  const thing = fact.speaker === null ? undefined : world.entities.get(fact.speaker);
  if (!thing || !claim.reports) return false;
  return atom.senses.some((s) =>
    s.kind === "entity"
      ? s.key === thing.id || (s.key === thing.of && owns(atom, thing.id, claim))
      : s.kind === "class" && thing.classes.some((c) => isKindOf(c, s.key, world)),
  );
}

/** Does a name only say whose another is ("the state's ministry")? */
function owns(atom: GistAtom, id: string, claim: Gist): boolean {
  return atom.bound.some((i) =>
    claim.atoms[i]?.senses.some((s) => s.kind === "entity" && s.key === id),
  );
}
