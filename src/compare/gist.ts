import type { Gist, GistAtom, GistSense, Mode, Proposition } from "../meaning.ts";
import { candidatesFor, type GistFact, type Gists, type Parties, sidesOf } from "./gists.ts";
import { isSwapped } from "./swap.ts";
import { isKindOf } from "./terms.ts";
import type { Bearing, Evaluation, Fact, World } from "./types.ts";
import { compareWhen } from "./when.ts";

/** From what share and how many words of it a statement is known again in another's mouth. */
const RECOGNISABLE = [
  { share: 0.6, words: 3 },
  { share: 0.8, words: 2 },
] as const;
/** What share of a statement's meaning a claim has to take up, its rare parts counting for more. */
const SHARE = 0.4;
/** The same where it differs in a part that has one value: then it has to be the same event for sure. */
const CLASH_SHARE = 0.7;
/** From what share on a claim takes up all of a statement. */
const WHOLE = 0.99;
/** Modes that a claim may not add to what is said as a fact. */
const WEAK: readonly Mode[] = [
  "planned",
  "expected",
  "possible",
  "urged",
  "considered",
  "required",
];
/** Modes of what has not happened yet. */
const AHEAD: readonly Mode[] = ["required", "expected"];

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
  let best: Met[] = [];
  const all: Met[] = [];
  for (const candidate of candidatesFor(gist, facts)) {
    // What lies between two events is no matter of which words are there.
    if (candidate.fact.proposition.distances.length > 0) continue;
    if (said.some((p) => isSwapped(p, candidate.fact.proposition, world))) continue;
    const found = compareGists(gist, candidate, facts, world);
    if ("lacks" in found) continue;
    all.push(found);
    const order = best[0] === undefined ? -1 : nearer(found, best[0]);
    if (order < 0) best = [found];
    else if (order === 0) best.push(found);
  }
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
  if (values.size !== 1 || value === undefined) return { value: "neither", bearings: [] };
  // Another country's ministry may speak of a hard decision of its own.
  const foreign = gist.speaker?.term.kind === "entity" && gist.speaker.term.id.includes("@~");
  const recognisable = best.some((b) =>
    RECOGNISABLE.some((r) => b.share >= r.share && b.words >= r.words && !(foreign && r.words < 3)),
  );
  return { value, bearings: best.map((b) => b.bearing), recognisable };
}

interface Met {
  readonly bearing: Bearing;
  /** How much of the statement the claim takes up. */
  readonly share: number;
  /** How many words of the statement have a counterpart in the claim. */
  readonly words: number;
  /** How many words of the claim only other wordings of the statement have. */
  readonly beside: number;
  /** How many words of the claim have a counterpart in the statement. */
  readonly pairs: number;
}

/** Which of two wordings is nearer to the claim: negative for the first. */
function nearer(a: Met, b: Met): number {
  const shares = b.share - a.share;
  return a.beside - b.beside || (Math.abs(shares) < 1e-9 ? 0 : shares);
}

/** Compares a claim with one statement; `lacks` says why it doesn't bear on it. */
export function compareGists(
  claim: Gist,
  candidate: GistFact,
  facts: Gists,
  world: World,
): Met | { readonly lacks: string } {
  const { fact, gist: source } = candidate;
  const pairs = new Map<GistAtom, { other: GistAtom; opposite: boolean }>();
  const modes = new Set(claim.modes.flat());
  const degrees: string[] = [];
  /** One where the statement, too, tells who speaks. */
  let speaks = 0;
  const left: GistAtom[] = [];
  for (const atom of claim.atoms) {
    // Who speaks takes no part in what is said.
    if (atom.says) continue;
    // "stay bound while the other is bound": each clause has its own, as far as there are enough.
    const taken = new Set(
      [...pairs].flatMap(([a, p]) => (a.region === atom.region && !p.opposite ? [] : [p.other])),
    );
    const pair =
      counterpart(atom, claim, candidate, facts, world, taken) ??
      counterpart(atom, claim, candidate, facts, world, new Set());
    if (pair) {
      pairs.set(atom, pair);
      continue;
    }
    if (atom.plain && !(claim.reasoned && isConcept(atom) && atom.modes.length === 0)) {
      for (const mode of atom.modes) modes.add(mode);
      continue;
    }
    if (atom.degree) degrees.push(atom.text);
    else if (!namesSpeaker(atom, claim, fact, world)) left.push(atom);
    else if (source.atoms.some((a) => a.senses.some((s) => s.key === fact.speaker))) speaks = 1;
  }
  const met = new Set([...pairs.values()].map((p) => p.other));
  const parties = facts.partiesOf(fact.claim);
  const clashes: string[] = [];
  let beside = 0;
  for (const atom of left) {
    const rival = rivalOf(atom, source, met);
    if (rival) {
      met.add(rival);
      clashes.push(`the source says ${rival.text}, the claim ${atom.text}`);
    } else if (
      !source.atoms.some((other) => isMisplaced(atom, other, claim, source, world)) &&
      isToldBeside(atom, claim, candidate, facts, world) &&
      !(partiesChange(atom, false, claim, parties) ?? false)
    )
      beside++;
    else return { lacks: atom.text };
  }
  const share = shareOf(met, source, facts);
  // "between Chile and Peru": into what lies between two, one isn't put.
  if (
    source.atoms.some((a) => a.side === "mutual" && !met.has(a)) &&
    [...pairs].some(([a, { other }]) => other.side === "mutual" && a.side === "object")
  )
    return { lacks: "the other side" };
  const words = met.size;
  const points = source.atoms.filter((a) => a.key);
  const main = points.filter((a) => a.region === source.main);
  const keys = main.length > 0 ? main : points;
  // One word in common is no statement in common.
  if (met.size + speaks < 2) return { lacks: "all but one word" };
  if (share < SHARE || (keys.length > 0 && !keys.some((key) => met.has(key))))
    return { lacks: `its point (${share.toFixed(2)})` };
  // "They left because it is at war": not that it is at war because they left.
  if (claim.reasoned && isReasonOnly(claim, pairs, keys)) return { lacks: "what is the reason" };
  const oneValue = world.relations.get(fact.proposition.concept)?.oneValue ?? [];
  const times = facts.of(fact.claim).flatMap((f) => f.gist.when);
  // When massive use began says nothing of when use began.
  const narrower = fact.proposition.items.some(
    ({ term }) =>
      term.kind === "quality" &&
      !claim.atoms.some((a) => a.senses.some((s) => s.key === term.concept)),
  );
  for (const when of claim.when) {
    if (narrower && (when.beginning || when.relation === "since")) return { lacks: "its time" };
    if (compareWhen(when, times, []) === "equal") continue;
    const outcome = compareWhen(when, source.when, oneValue);
    if (outcome === "extra") return { lacks: "its time" };
    if (outcome === "equal") continue;
    // "began in 2014 and grew in 2022": which of them is this one's isn't sure.
    if (claim.when.length > 1) return { lacks: "its times" };
    clashes.push(outcome);
  }
  const sourceModes = new Set([...source.modes.flat(), ...source.atoms.flatMap((a) => a.modes)]);
  // "must not", "should not" and "cannot": each of them says that it is not to be.
  const forbid = forbids(claim, MODAL) && forbids(source, MODAL);
  if (
    WEAK.some(
      (m) =>
        modes.has(m) &&
        !sourceModes.has(m) &&
        !(m === "required" || (m === "urged" && (claim.speaker || forbid))),
    )
  )
    return { lacks: `its mode (${[...modes].join(" ")})` };
  // What only has to be, or is expected to be, is not yet so.
  const ahead = new Set([...modes, ...claim.atoms.flatMap((a) => a.modes)]);
  if (AHEAD.some((m) => sourceModes.has(m)) && !WEAK.some((m) => ahead.has(m)))
    return { lacks: "its being ahead" };
  const turned = contradictions(claim, pairs, source, parties, beside);
  const wrong = turned?.length ?? null;
  // That it has to be isn't denied by its not being so yet.
  if (
    wrong !== null &&
    wrong > 0 &&
    !forbid &&
    modes.has("required") !== sourceModes.has("required")
  )
    return { lacks: "its duty" };
  if (wrong === null) return { lacks: "what is denied" };
  // That it can be is no denial of its not being so.
  const isPossible = (gist: Gist, atom: GistAtom): boolean =>
    gist.modes[atom.region]?.includes("possible") ?? false;
  if (turned?.some(([a, b]) => isPossible(claim, a) && !isPossible(source, b)))
    return { lacks: "its mode (possible)" };
  // That it should or should not be is no denial of how it is.
  if (wrong > 0 && modes.has("urged") && !MODAL.some((m) => sourceModes.has(m)))
    return { lacks: "its urging" };
  // "No vote is needed" is more than "there was no vote".
  if (
    !forbid &&
    modes.has("required") &&
    !sourceModes.has("required") &&
    claim.denials.length + source.denials.length > 0
  )
    return { lacks: "its duty" };
  // "Entirely harmless" is as false as "harmless"; "not entirely" may be true.
  if (degrees.length > 0 && (wrong === 0 || claim.denials.length > 0))
    return { lacks: degrees.join(", ") };
  if (clashes.length > 0) {
    // Whether what is denied differs as well is no matter of one part any more.
    if (clashes.length > 1 || wrong > 0 || share < CLASH_SHARE)
      return { lacks: clashes.join("; ") };
    const value = claim.flips % 2 === 1 ? "true" : "false";
    const [reason = ""] = clashes;
    return {
      bearing: { fact, value, reason, covers: false, clash: true },
      share,
      words,
      beside,
      pairs: pairs.size,
    };
  }
  // "They welcome it" denies no regret of others.
  const doer = source.atoms.find((a) => a.side === "doing" && a.region === source.main);
  if (wrong > 0 && fact.speaker === null && doer && !met.has(doer)) return { lacks: doer.text };
  // That many do it does not deny that another does the contrary.
  const many = fact.proposition.items.some((i) => i.depth === 0 && i.quantifier?.kind === "count");
  if (wrong > 0 && many) return { lacks: "its number" };
  const opposed = wrong > 0 !== (claim.flips % 2 === 1);
  // That it should be so is more than its being so, whoever says it.
  if (!opposed && urges(claim) && !sourceModes.has("urged")) return { lacks: "its urging" };
  // That something has to be is not denied by its not being so yet.
  if (opposed && modes.has("required") && !sourceModes.has("required") && source.denials.length > 0)
    return { lacks: "its being ahead" };
  // "Their consent is necessary": that they have not given it denies nothing of what is said of it.
  const need = claim.atoms.find(
    (a) => !pairs.has(a) && a.senses.some((s) => s.key === world.concepts.demands),
  );
  if (opposed && need && source.denials.length > 0) return { lacks: need.text };
  const value = opposed ? "false" : "true";
  return {
    bearing: {
      fact,
      value,
      reason: `the source says: ${fact.statement}`,
      covers: true,
      // "K. commented on it" tells itself who spoke.
      ...(fact.speaker === null && source.speaker ? { teller: source.speaker.term } : {}),
    },
    share,
    words,
    beside,
    pairs: pairs.size,
  };
}

const MODAL: readonly Mode[] = ["required", "urged", "possible"];

/** Does a clause say that something is not to be? */
function forbids(gist: Gist, modal: readonly Mode[]): boolean {
  return gist.denials.some(
    ({ region }) =>
      gist.modes[region]?.some((m) => modal.includes(m)) ||
      gist.atoms.some((a) => a.region === region && a.modes.some((m) => modal.includes(m))),
  );
}

/** "should stay", "urged them to stay", unlike "should not": something is said to be done that may not be. */
function urges(gist: Gist): boolean {
  const denied = (region: number): boolean => gist.denials.some((d) => d.region === region);
  return (
    gist.modes.some((modes, region) => modes.includes("urged") && !denied(region)) ||
    gist.atoms.some(
      (atom, i) =>
        atom.modes.includes("urged") &&
        !denied(atom.region) &&
        gist.atoms.slice(i + 1).some((a) => a.key && isConcept(a)),
    )
  );
}

/** A part that goes by a number of its own where the claim gives another: one article for another. */
function rivalOf(atom: GistAtom, source: Gist, met: ReadonlySet<GistAtom>): GistAtom | null {
  const labels = (some: GistAtom): string[] =>
    some.senses.flatMap((s) => (s.kind === "label" ? (s.key.split(" ")[0] ?? []) : []));
  const nouns = labels(atom);
  return source.atoms.find((o) => !met.has(o) && labels(o).some((n) => nouns.includes(n))) ?? null;
}

type Pairs = ReadonlyMap<GistAtom, { readonly other: GistAtom; readonly opposite: boolean }>;

/** Parts that are the contrary of their counterparts; null where a negation denies something else. */
function contradictions(
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
    if (!atom.key && [...pairs].some(([a, p]) => a.key && p.other === other && !p.opposite))
      continue;
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

/** Does only the last clause, which tells the reason, speak of what the statement is about? */
function isReasonOnly(claim: Gist, pairs: Pairs, keys: readonly GistAtom[]): boolean {
  const last = Math.max(...claim.atoms.map((a) => a.region));
  return [...pairs].every(([a, p]) => a.region === last || !keys.includes(p.other));
}

/** What happens or how something is, or a word of which only that is known. */
function isContent(atom: GistAtom): boolean {
  return isConcept(atom) || atom.senses.some((s) => s.kind === "word");
}

/** What happens or how something is, not who or what. */
function isConcept(atom: GistAtom): boolean {
  return atom.senses.some((s) => s.kind === "concept");
}

/**
 * Has what only one of two parties has gone to the other one ("an edge for A over B", "B has the
 * edge")? Null where the statement is not about parties.
 */
function partiesChange(
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

/** The part of the statement that a word of the claim speaks of. */
function counterpart(
  atom: GistAtom,
  claim: Gist,
  candidate: GistFact,
  facts: Gists,
  world: World,
  taken: ReadonlySet<GistAtom>,
): { other: GistAtom; opposite: boolean } | null {
  const source = candidate.gist;
  // What a clause is about stands for what another is about, if it can, and best where the same are named.
  const beside = (other: GistAtom): boolean =>
    isConcept(atom) && namesAlike(claim, atom.region, source, other.region, world);
  const others = [...source.atoms].sort(
    (a, b) =>
      Number(b.key === atom.key) - Number(a.key === atom.key) ||
      Number(beside(b)) - Number(beside(a)),
  );
  for (const sense of atom.senses) {
    let opposite: GistAtom | null = null;
    let equal: GistAtom | null = null;
    for (const other of others) {
      if (taken.has(other)) continue;
      for (const theirs of other.senses) {
        // "Signatories use them" isn't told by one that does and is a state: who signed is meant.
        const named = sense.kind === "class" && theirs.kind === "entity";
        if (named && atom.side === "doing" && isConcept(atom)) continue;
        if (sense.kind !== "entity" && isTurnedOn(atom, other)) continue;
        const relation = compareSenses(sense, theirs, world);
        if (
          relation === "equal" &&
          (sense.kind !== "entity" || keepsPlace(atom, sense.key, claim, other, candidate, facts))
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

function compareSenses(
  claim: GistSense,
  source: GistSense,
  world: World,
): "equal" | "opposite" | null {
  if (claim.kind === "entity" && source.kind === "entity") {
    if (claim.key === source.key) return "equal";
    return world.entities.get(source.key)?.members.includes(claim.key) ? "equal" : null;
  }
  if (claim.kind === "class" && source.kind === "entity") {
    return world.entities.get(source.key)?.classes.some((c) => isKindOf(c, claim.key, world))
      ? "equal"
      : null;
  }
  if (claim.kind === "class" && source.kind === "class")
    return isKindOf(source.key, claim.key, world) ? "equal" : null;
  if (
    claim.kind === "entity" ||
    source.kind === "entity" ||
    claim.kind === "class" ||
    source.kind === "class"
  )
    return null;
  if (claim.kind !== source.kind || claim.key !== source.key) return null;
  return claim.negated === source.negated ? "equal" : "opposite";
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
): boolean {
  // What only one of two can have is told by its sides.
  const sided = claim.sides.some((s) => claim.atoms[s.of] === atom);
  if (!sided && atom.side === "facing" && (other.side ?? "doing") === "doing") return false;
  if (!sided && atom.side === "doing" && other.side === "facing") return false;
  if (hasChangedPlaces(atom, other, claim, source)) return false;
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

/** "Chile must tell them", "Chile must be told": who does it is not the one to whom it is done. */
function hasChangedPlaces(atom: GistAtom, other: GistAtom, claim: Gist, source: Gist): boolean {
  const done = (gist: Gist, { bound }: GistAtom): string[] =>
    bound.flatMap((i) =>
      (gist.atoms[i]?.plain ? [] : (gist.atoms[i]?.senses ?? [])).flatMap((s) =>
        s.kind === "concept" ? [s.key] : [],
      ),
    );
  const own = done(claim, atom);
  const meets = (name: GistAtom): boolean => done(source, name).some((key) => own.includes(key));
  const sides = [atom.side, other.side];
  if (sides.includes("doing") && sides.includes("object") && meets(other)) return true;
  // "It put Chile in a bind": it was another that the statement has there.
  const others = source.atoms.filter((a) => a !== other && meets(a));
  return (
    atom.side === "object" &&
    (other.side === "doing"
      ? !meets(other) && others.some((a) => a.side === "object" || a.senses[0]?.kind === "entity")
      : other.side === null &&
        others.some(
          (a) =>
            a.side === "doing" &&
            a.senses[0]?.kind === "entity" &&
            done(source, a).some((key) => own.includes(key) && done(source, other).includes(key)),
        ))
  );
}

/** "Their army shelled it": it is not the army that was shelled. */
function isTurnedOn(atom: GistAtom, other: GistAtom): boolean {
  return atom.side === "doing" && other.side === "facing";
}

/** Does the statement have the same in another's place? */
function isMisplaced(
  atom: GistAtom,
  other: GistAtom,
  claim: Gist,
  source: Gist,
  world: World,
): boolean {
  return atom.senses.some((sense) =>
    other.senses.some(
      (theirs) =>
        compareSenses(sense, theirs, world) === "equal" &&
        (sense.kind === "entity"
          ? hasChangedPlaces(atom, other, claim, source)
          : isTurnedOn(atom, other)),
    ),
  );
}

/** Does another wording of the same statement have it, where this one leaves it out? */
function isToldBeside(
  atom: GistAtom,
  claim: Gist,
  candidate: GistFact,
  facts: Gists,
  world: World,
): boolean {
  if (atom.negates) return false;
  return facts.of(candidate.fact.claim).some((other) => {
    if (other === candidate) return false;
    const pair = counterpart(atom, claim, other, facts, world, new Set());
    return pair !== null && !pair.opposite && !pair.other.negates;
  });
}

/** "the MP", "the ministry": who is said to speak. */
function namesSpeaker(atom: GistAtom, claim: Gist, fact: Fact, world: World): boolean {
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

function shareOf(met: ReadonlySet<GistAtom>, source: Gist, facts: Gists): number {
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
