import { type Gist, type GistAtom, type Mode, type Proposition, STRANGER } from "../../meaning.ts";
import { isOfWhatItIsOn } from "../reach.ts";
import { isSwapped } from "../swap.ts";
import { isAgent } from "../terms.ts";
import type { Bearing, Evaluation, World } from "../types.ts";
import { CLASH_SHARE, compareGists } from "./compare.ts";
import { candidatesFor, type Gists } from "./gists.ts";
import { WHOLE } from "./share.ts";
import type { Met } from "./types.ts";
import { areOwnWords, stateOf } from "./words.ts";

/** From what share and how many words of it a statement is known again in another's mouth. */
const RECOGNISABLE = [
  { share: 0.6, words: 3 },
  { share: 0.8, words: 2 },
] as const;

/** The same for what somebody says whom nobody knows: it has to be nearly word for word. */
const NEARLY = { share: 0.75, words: 4 };

/**
 * Compares whole sentences by what they speak of: a statement bears on a claim that says nothing
 * beyond it, whatever words stand in the place of the predicate. One part turned into its contrary
 * makes the claim false. What goes by names keeps to their place: whose the advantage is.
 */
export function evaluateGist(
  gist: Gist,
  facts: Gists,
  world: World,
  said: readonly Proposition[] = [],
): Evaluation & { readonly recognisable?: boolean } {
  if (gist.blocked || gist.settled) return { value: "neither", bearings: [] };
  const found = nearestTo(gist, facts, world, said);
  const { all } = found;
  let { best } = found;
  const rivals = all.filter((m) =>
    best.some(
      (b) =>
        b.bearing.fact.conflictsWith.includes(m.bearing.fact.claim) &&
        b.bearing.value !== m.bearing.value,
    ),
  );
  if (rivals.length > 0)
    return { value: "both", bearings: [...best, ...rivals].map((b) => b.bearing) };
  // Another wording of it that takes up more of the claim says otherwise.
  const closer = all.filter((m) =>
    best.some(
      (b) =>
        m.bearing.fact.claim === b.bearing.fact.claim &&
        m.bearing.value !== b.bearing.value &&
        m.share > WHOLE &&
        m.pairs >= b.pairs,
    ),
  );
  if (closer.length > 0) best = closer;
  const values = new Set(best.map((b) => b.bearing.value));
  const [value] = values;
  if (value === undefined || value === "true") {
    const exchanged = exchangedIn(gist, facts, world);
    if (value === undefined && best.length === 0 && areTheirs(exchanged, gist, world))
      return { value: "false", bearings: exchanged.map((m) => inOtherPlaces(m.bearing)) };
    const [own, other] = [best[0], exchanged[0]];
    if (own && other && nearer(other, own) < 0) return { value: "neither", bearings: [] };
  }
  if (values.size !== 1 || value === undefined || (value === "false" && gist.existential))
    return { value: "neither", bearings: [] };
  if (value === "true" && (namesDoerAlone(gist, said) || saysWhatItIs(said)))
    return { value: "neither", bearings: [] };
  // Another country's ministry may speak of a hard decision of its own.
  const id = gist.speaker?.term.kind === "entity" ? gist.speaker.term.id : "";
  const foreign = id.includes("@~");
  const isStranger = id.startsWith(STRANGER);
  const marks = isStranger ? [NEARLY] : RECOGNISABLE;
  // What groups say all together is in nobody's words.
  const isWorded = ({ speaker }: Met["bearing"]["fact"]): boolean =>
    !isStranger || world.entities.get(speaker ?? "")?.kind !== "group-of-people";
  const recognisable = best.some(
    (b) =>
      isWorded(b.bearing.fact) &&
      marks.some((r) => b.share >= r.share && b.words >= r.words && !(foreign && r.words < 3)),
  );
  return { value, bearings: best.map((b) => b.bearing), recognisable };
}

/** The statements that bear on a claim, and those of them that come nearest to it. */
function nearestTo(
  gist: Gist,
  facts: Gists,
  world: World,
  said: readonly Proposition[],
): { readonly best: Met[]; readonly all: readonly Met[] } {
  let best: Met[] = [];
  const all: Met[] = [];
  for (const candidate of candidatesFor(gist, facts)) {
    // What lies between two events is no matter of which words are there.
    if (candidate.fact.proposition.distances.length > 0) continue;
    const disputed = candidate.fact.conflictsWith.length > 0;
    if (disputed && (isUnderWay(said) || !tellsWhatHappens(gist))) continue;
    const { proposition } = candidate.fact;
    if (said.some((p) => isSwapped(p, proposition, world) || isOfWhatItIsOn(p, proposition, world)))
      continue;
    const found = compareGists(gist, candidate, facts, world);
    if ("lacks" in found) continue;
    all.push(found);
    const order = best[0] === undefined ? -1 : nearer(found, best[0]);
    if (order < 0) best = [found];
    else if (order === 0) best.push(found);
  }
  return { best, all };
}

/** "Smith is leaving": that a statement on leaving names him as well does not tell that he does. */
function namesDoerAlone({ atoms }: Gist, said: readonly Proposition[]): boolean {
  const [first, ...more] = atoms;
  const isName = first?.senses.some((s) => s.kind === "entity") ?? false;
  return (
    isName &&
    more.length === 1 &&
    more.every((a) => a.plain) &&
    said.some((p) =>
      p.items.some(
        ({ depth, role, term }) =>
          depth === 0 && role === "agent" && term.kind === "entity" && isAgent(term.type),
      ),
    )
  );
}

/** "The treaty is a party": that a statement speaks of both does not tell that the one is the other. */
function saysWhatItIs(said: readonly Proposition[]): boolean {
  const [only, ...more] = said;
  const [who, what, ...others] = only?.items ?? [];
  return (
    only?.concept === "be" &&
    more.length + others.length === 0 &&
    who?.term.kind === "entity" &&
    what?.term.kind === "class"
  );
}

/** "A league of states is what it is": who and what is spoken of alone takes no side in a dispute. */
function tellsWhatHappens({ atoms, denials, flips }: Gist): boolean {
  if (denials.length + flips > 0) return true;
  return atoms.some((a) => a.senses.some((s) => s.kind !== "entity" && s.kind !== "class"));
}

/** "One of those heading out is Chile": what has only begun is no side of a dispute over its end. */
function isUnderWay(said: readonly Proposition[]): boolean {
  return said.some(({ mode, sign }) => sign > 0 && UNDER_WAY.includes(mode));
}

const UNDER_WAY: readonly Mode[] = ["begun", "planned", "expected", "required", "urged"];

/** "It keeps Peru's coast from Chile": what comes nearest were the two in each other's places. */
function exchangedIn(gist: Gist, facts: Gists, world: World): readonly Met[] {
  const toldOf = (atom: GistAtom): string | null =>
    atom.says || atom.plain ? null : stateOf(atom, world);
  const [a, b, ...more] = new Set(gist.atoms.flatMap((atom) => toldOf(atom) ?? []));
  if (a === undefined || b === undefined || more.length > 0) return [];
  const atoms = gist.atoms.map((atom): GistAtom => {
    const [first] = atom.senses;
    const key = toldOf(atom);
    return key && first ? { ...atom, senses: [{ ...first, key: key === a ? b : a }] } : atom;
  });
  const { best } = nearestTo({ ...gist, atoms }, facts, world, []);
  return best.every((m) => m.bearing.value === "true") ? best : [];
}

/** Are these the words of the one to whom the claim gives them, and known for sure? */
function areTheirs(met: readonly Met[], gist: Gist, world: World): boolean {
  const { speaker } = gist;
  return (
    met.length > 0 &&
    speaker !== null &&
    !speaker.denied &&
    met.every(
      ({ bearing: { fact }, share, words, beside }) =>
        areOwnWords(gist, fact, world) && share >= CLASH_SHARE && words >= 3 && beside === 0,
    )
  );
}

function inOtherPlaces(bearing: Bearing): Bearing {
  return {
    ...bearing,
    value: "false",
    covers: false,
    reason: "the source has the two in each other's places",
  };
}

/** Which of two wordings is nearer to the claim: negative for the first. */
function nearer(a: Met, b: Met): number {
  const shares = b.share - a.share;
  return a.beside - b.beside || (Math.abs(shares) < 1e-9 ? 0 : shares);
}
