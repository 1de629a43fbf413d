import type { Gist, GistAtom, Mode, Proposition } from "../meaning.ts";
import { isSpeaker } from "./attribution.ts";
import { compareSenses, counterpart, isToldBeside, namesSpeaker } from "./gist-counterparts.ts";
import { contradictions, isConcept, type Pairs, partiesChange } from "./gist-denials.ts";
import { shareOf } from "./gist-share.ts";
import { candidatesFor, type GistFact, type Gists } from "./gists.ts";
import { isSwapped } from "./swap.ts";
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
  "delayed",
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
  // Another country's ministry may speak of a hard decision of its own.
  const foreign = gist.speaker?.term.kind === "entity" && gist.speaker.term.id.includes("@~");
  const recognisable = best.some((b) =>
    RECOGNISABLE.some((r) => b.share >= r.share && b.words >= r.words && !(foreign && r.words < 3)),
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
    if (said.some((p) => isSwapped(p, candidate.fact.proposition, world))) continue;
    const found = compareGists(gist, candidate, facts, world);
    if ("lacks" in found) continue;
    all.push(found);
    const order = best[0] === undefined ? -1 : nearer(found, best[0]);
    if (order < 0) best = [found];
    else if (order === 0) best.push(found);
  }
  return { best, all };
}

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

/** The state that an atom names. */
function stateOf({ senses: [first] }: GistAtom, world: World): string | null {
  return first?.kind === "entity" && world.entities.get(first.key)?.kind === "state"
    ? first.key
    : null;
}

/** Does the claim give a statement to the one whose words the source has it as? */
function areOwnWords({ speaker }: Gist, fact: Fact, world: World): boolean {
  return speaker !== null && fact.speaker !== null && isSpeaker(speaker, fact.speaker, world);
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
  const doers = source.atoms.filter((a) => a.side === "doing" && !met.has(a));
  for (const atom of left) {
    // "enacted by a state": whom another wording names besides is not the one who did it.
    if (atom.side === "doing" && atom.senses[0]?.kind === "class" && doers.length > 0)
      return { lacks: atom.text };
    const rival =
      rivalOf(atom, source, met) ?? displacedBy(atom, claim, candidate, met, facts, world);
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
  // "Nobody in it uses them" tells nothing of Chile, which uses them.
  const named = source.atoms.find(
    (a) => a.side === "doing" && a.region === source.main && a.senses[0]?.kind === "entity",
  );
  if (claim.anybody && !source.anybody && named && !met.has(named)) return { lacks: named.text };
  if (clashes.length === 0 && haveCrossed(claim, source, pairs)) return { lacks: "their places" };
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
  // One word in common is no statement in common, unless it is all that one says oneself.
  const isOwn = areOwnWords(claim, fact, world);
  const own = share > WHOLE && isOwn;
  if (met.size + speaks < 2 && !(own && met.size > 0)) return { lacks: "all but one word" };
  if (share < SHARE || (keys.length > 0 && !keys.some((key) => met.has(key))))
    return { lacks: `its point (${share.toFixed(2)})` };
  // "They left because it is at war": not that it is at war because they left.
  if (claim.reasoned && isReasonOnly(claim, pairs, keys)) return { lacks: "what is the reason" };
  if (haveChangedParts(claim, pairs, source)) return { lacks: "who must and who does" };
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
  // "could foresee that they will gain": what is foreseen is ahead only then.
  if (claim.atoms.some((a) => a.senses.some((s) => s.key === world.concepts.foreknows)))
    modes.delete("planned");
  const sourceModes = new Set([...source.modes.flat(), ...source.atoms.flatMap((a) => a.modes)]);
  // "must not", "should not" and "cannot": each of them says that it is not to be.
  const forbid = forbids(claim, MODAL) && forbids(source, MODAL);
  if (
    WEAK.some(
      (m) =>
        modes.has(m) &&
        !sourceModes.has(m) &&
        !(m === "required" || (m === "urged" && (claim.speaker || forbid))) &&
        // Who denies that it can be denies that it is.
        !(m === "possible" && claim.speaker?.denied),
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
    modes.has("required") !== sourceModes.has("required") &&
    // "should come last" is the contrary of "must come first".
    !(modes.has("urged") && sourceModes.has("required") && isOwn)
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
      bearing: { fact, value, reason, covers: false, clash: true, likeness: share },
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
  // "No delay of its effect is provided for": one word that tells anything is too little to deny it.
  const told = [...pairs.keys()].filter((a) => !a.plain);
  const names = told.some((a) => a.senses.some((s) => s.kind === "entity"));
  if (opposed && !claim.speaker && !names && told.length + beside < 2)
    return { lacks: "all but one word" };
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
  const negating = claim.atoms.filter((a) => a.negates).length;
  // "It depends on their consent": that consent is needed is not denied by its not being there yet.
  const needed = source.atoms.find(
    (a) =>
      !turned?.some(([, b]) => b === a) && a.senses.some((s) => s.key === world.concepts.demands),
  );
  if (opposed && needed && claim.denials.length + negating > 0) return { lacks: needed.text };
  const value = opposed ? "false" : "true";
  return {
    bearing: {
      fact,
      value,
      reason: `the source says: ${fact.statement}`,
      covers: true,
      likeness: share,
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

/** "Peru can't be bound while Chile is free": not that Chile can't be bound while Peru is free. */
function haveChangedParts(claim: Gist, pairs: Pairs, source: Gist): boolean {
  const clauses = new Map<number, number>();
  for (const [atom, { other }] of pairs)
    if (atom.side === "doing" || atom.side === "object") clauses.set(atom.region, other.region);
  if (clauses.size !== 2 || new Set(clauses.values()).size !== 2) return false;
  const isModal = (gist: Gist, region: number): boolean =>
    gist.modes[region]?.some((m) => MODAL.includes(m)) ?? false;
  return [...clauses].every(([own, theirs]) => isModal(claim, own) !== isModal(source, theirs));
}

/**
 * "They fear the brutality of Peru": the one whom the statement has in that place, in the mouth of
 * those who said it. Who is not in the story at all may yet do the same as one who is.
 */
function displacedBy(
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

/** Does only the last clause, which tells the reason, speak of what the statement is about? */
function isReasonOnly(claim: Gist, pairs: Pairs, keys: readonly GistAtom[]): boolean {
  const last = Math.max(...claim.atoms.map((a) => a.region));
  // "Because it is at war, they left": here the reason comes first.
  const isReason = (region: number): boolean =>
    claim.main === last ? region !== last : region === last;
  return [...pairs].every(([a, p]) => isReason(a.region) || !keys.includes(p.other));
}

/** What happens or how something is, or a word of which only that is known. */
export function isContent(atom: GistAtom): boolean {
  return isConcept(atom) || atom.senses.some((s) => s.kind === "word");
}

/** "Chile must tell them", "Chile must be told": who does it is not the one to whom it is done. */
export function hasChangedPlaces(
  atom: GistAtom,
  other: GistAtom,
  claim: Gist,
  source: Gist,
): boolean {
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
export function isTurnedOn(atom: GistAtom, other: GistAtom): boolean {
  if (atom.side !== "doing") return false;
  return other.side === "facing" || (other.side === "object" && !isConcept(atom));
}

/** "They can't be free while we are bound": does each of two stand where the statement has the other? */
function haveCrossed(claim: Gist, source: Gist, pairs: Pairs): boolean {
  const isName = (atom: GistAtom): boolean => atom.senses[0]?.kind === "entity";
  const names = [...pairs].filter(([a, { other }]) => isName(a) && isName(other));
  const keysAt = (gist: Gist, { bound }: GistAtom): string[] =>
    bound.flatMap((i) =>
      (gist.atoms[i]?.plain ? [] : (gist.atoms[i]?.senses ?? [])).map((s) => s.key),
    );
  const crosses = (own: readonly string[], theirs: readonly string[]): boolean =>
    own[0] !== own[1] && own[0] === theirs[1] && own[1] === theirs[0];
  return names.some(([a, { other: x }], i) =>
    names.slice(i + 1).some(([b, { other: y }]) => {
      if (x.senses[0]?.key === y.senses[0]?.key) return false;
      const sides = [a, b, x, y].map((n) => n.side ?? "");
      if (!sides.includes("") && crosses(sides.slice(0, 2), sides.slice(2))) return true;
      const meets = (n: GistAtom, o: GistAtom): boolean => {
        const there = keysAt(source, o);
        return keysAt(claim, n).some((key) => there.includes(key));
      };
      return meets(a, y) && meets(b, x) && !meets(a, x) && !meets(b, y);
    }),
  );
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
