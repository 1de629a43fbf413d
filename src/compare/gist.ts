import type { Gist, GistAtom, GistSense, Mode, Speaker } from "../meaning.ts";
import { isKindOf } from "./terms.ts";
import type { Bearing, Evaluation, Fact, World } from "./types.ts";
import { compareWhen } from "./when.ts";

/** A statement of the base by its gist, with the fact that stands for it. */
export interface GistFact {
  readonly fact: Fact;
  readonly gist: Gist;
}

/** What share of a statement's meaning a claim has to take up, its rare parts counting for more. */
const SHARE = 0.45;
/** Modes that a claim may not add to what is said as a fact. */
const WEAK: readonly Mode[] = ["planned", "expected", "possible", "urged", "considered", "required"];
/** Modes of what has not happened yet. */
const AHEAD: readonly Mode[] = ["required", "expected"];

/**
 * Compares whole sentences by what they speak of: a statement bears on a claim that says nothing
 * beyond it, whatever words stand in the place of the predicate. One part turned into its contrary
 * makes the claim false. What goes by names keeps to their place: whose the advantage is.
 */
export function evaluateGist(gist: Gist, facts: readonly GistFact[], world: World): Evaluation {
  if (gist.blocked) return { value: "neither", bearings: [] };
  let best: { bearing: Bearing; share: number }[] = [];
  for (const candidate of facts) {
    const found = compareGists(gist, candidate, facts, world);
    if (!found) continue;
    const top = best[0]?.share ?? 0;
    if (found.share > top + 1e-9) best = [found];
    else if (found.share > top - 1e-9) best.push(found);
  }
  const values = new Set(best.map((b) => b.bearing.value));
  const [value] = values;
  if (values.size !== 1 || value === undefined) return { value: "neither", bearings: [] };
  return { value, bearings: best.map((b) => b.bearing) };
}

function compareGists(claim: Gist, candidate: GistFact, facts: readonly GistFact[], world: World): { bearing: Bearing; share: number } | null {
  const { fact, gist: source } = candidate;
  const pairs = new Map<GistAtom, { other: GistAtom; opposite: boolean }>();
  const flips = [...claim.negations];
  const modes = new Set(claim.modes.flat());
  for (const atom of claim.atoms) {
    const pair = counterpart(atom, claim, source, world);
    if (pair) {
      pairs.set(atom, pair);
      continue;
    }
    if (atom.plain) {
      if (atom.negates) flips[atom.region] = (flips[atom.region] ?? 0) + 1;
      for (const mode of atom.modes) modes.add(mode);
      continue;
    }
    if (!atom.says && !namesSpeaker(atom, claim.speaker, fact, world)) return null;
  }
  const share = shareOf(new Set([...pairs.values()].map((p) => p.other)), source, facts);
  const keys = source.atoms.filter((a) => a.key);
  const met = [...pairs].filter(([, p]) => p.other.key);
  if (share < SHARE || (keys.length > 0 && met.length === 0)) return null;
  if (claim.when.some((w) => compareWhen(w, source.when, []) !== "equal")) return null;
  const sourceModes = new Set([...source.modes.flat(), ...source.atoms.flatMap((a) => a.modes)]);
  if (WEAK.some((m) => modes.has(m) && !sourceModes.has(m) && !(m === "required" || (m === "urged" && claim.speaker)))) return null;
  // What only has to be, or is expected to be, is not yet so.
  const ahead = new Set([...modes, ...claim.atoms.flatMap((a) => a.modes)]);
  if (AHEAD.some((m) => sourceModes.has(m)) && !WEAK.some((m) => ahead.has(m))) return null;
  const wrong = contradictions(pairs, flips, source);
  if (wrong === null) return null;
  const opposed = (wrong > 0) !== (claim.flips % 2 === 1);
  const value = opposed ? "false" : "true";
  return { bearing: { fact, value, reason: `the source says: ${fact.statement}`, covers: true }, share };
}

/** How many parts are the contrary of their counterparts; null where a negation denies something else. */
function contradictions(pairs: ReadonlyMap<GistAtom, { other: GistAtom; opposite: boolean }>, flips: readonly number[], source: Gist): number | null {
  let wrong = 0;
  const denied = new Set<number>();
  for (const [atom, { other, opposite }] of pairs) {
    const turned = opposite ? 1 : 0;
    if (!other.key) {
      if (opposite) wrong++;
      continue;
    }
    denied.add(atom.region);
    const here = flips[atom.region] ?? 0;
    const there = (source.negations[other.region] ?? 0) + source.atoms.filter((a) => a.region === other.region && a.negates && a !== other).length;
    if ((turned + here + there) % 2 === 1) wrong++;
  }
  for (const [region, count] of flips.entries()) if (count % 2 === 1 && !denied.has(region)) return null;
  return wrong;
}

/** The part of the statement that a word of the claim speaks of. */
function counterpart(atom: GistAtom, claim: Gist, source: Gist, world: World): { other: GistAtom; opposite: boolean } | null {
  for (const sense of atom.senses) {
    let opposite: GistAtom | null = null;
    for (const other of source.atoms) {
      for (const theirs of other.senses) {
        const relation = compareSenses(sense, theirs, world);
        if (relation === "equal" && (sense.kind !== "entity" || joinsAlike(atom, claim, other, source))) return { other, opposite: false };
        if (relation === "opposite") opposite ??= other;
      }
    }
    if (opposite) return { other: opposite, opposite: true };
  }
  return null;
}

function compareSenses(claim: GistSense, source: GistSense, world: World): "equal" | "opposite" | null {
  if (claim.kind === "entity" && source.kind === "entity") {
    if (claim.key === source.key) return "equal";
    return world.entities.get(source.key)?.members.includes(claim.key) ? "equal" : null;
  }
  if (claim.kind === "class" && source.kind === "entity") {
    return world.entities.get(source.key)?.classes.some((c) => isKindOf(c, claim.key, world)) ? "equal" : null;
  }
  if (claim.kind === "class" && source.kind === "class") return isKindOf(source.key, claim.key, world) ? "equal" : null;
  if (claim.kind === "entity" || source.kind === "entity" || claim.kind === "class" || source.kind === "class") return null;
  if (claim.kind !== source.kind || claim.key !== source.key) return null;
  return claim.negated === source.negated ? "equal" : "opposite";
}

/** Is a name joined to the same thing in both: whose advantage, whose invasion? */
function joinsAlike(atom: GistAtom, claim: Gist, other: GistAtom, source: Gist): boolean {
  const keys = (gist: Gist, indexes: readonly number[]): string[] =>
    indexes.flatMap((i) => gist.atoms[i]?.senses.map((s) => s.key) ?? []);
  const mine = keys(claim, atom.bound);
  const theirs = keys(source, other.bound);
  return mine.length === 0 || theirs.length === 0 || mine.some((k) => theirs.includes(k));
}

/** "the MP", "the ministry": who is said to speak. */
function namesSpeaker(atom: GistAtom, speaker: Speaker | null, fact: Fact, world: World): boolean {
  const thing = fact.speaker === null ? undefined : world.entities.get(fact.speaker);
  if (!thing || speaker === null) return false;
  return atom.senses.some((s) =>
    s.kind === "entity" ? s.key === thing.id || s.key === thing.of : s.kind === "class" && thing.classes.some((c) => isKindOf(c, s.key, world)),
  );
}

function shareOf(met: ReadonlySet<GistAtom>, source: Gist, facts: readonly GistFact[]): number {
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
function weightOf(atom: GistAtom, facts: readonly GistFact[]): number {
  const known = weights.get(atom);
  if (known !== undefined) return known;
  const first = atom.senses[0]?.key;
  const claims = new Set(facts.filter((f) => f.gist.atoms.some((a) => a.senses.some((s) => s.key === first))).map((f) => f.fact.claim));
  const weight = 1 / Math.sqrt(Math.max(1, claims.size));
  weights.set(atom, weight);
  return weight;
}
