import {
  type NeedsOf,
  Pattern,
  type PatternBook,
  type PatternData,
  wordsIn,
} from "../../patterns.ts";
import type { Unit } from "../../units/units.ts";
import type { Grammar } from "../grammar.ts";

/** `data/language/frames.yaml`, parsed. */
export interface FrameData {
  /** Pieces of patterns by name, written {NAME} in them. */
  readonly parts: Readonly<Record<string, string>>;
  readonly truth: readonly { readonly flip: boolean; readonly pattern: string }[];
  readonly speaker: readonly { readonly pattern: string }[];
  readonly cleft: readonly { readonly pattern: string }[];
  readonly contrast: readonly { readonly pattern: string }[];
}

interface FrameEntry {
  readonly pattern: PatternData;
}

/** Frames as the build leaves them. */
export interface FrameEntries {
  readonly closed: readonly string[];
  readonly truth: readonly (FrameEntry & { readonly flip: boolean })[];
  readonly speaker: readonly FrameEntry[];
  readonly cleft: readonly FrameEntry[];
  readonly contrast: readonly FrameEntry[];
}

export interface Frames {
  /** Words that always stand for themselves in a pattern. */
  readonly closed: ReadonlySet<string>;
  readonly truth: PatternBook<TruthFrame>;
  readonly speaker: PatternBook<Frame>;
  readonly cleft: PatternBook<Frame>;
  readonly contrast: PatternBook<Frame>;
}

interface Frame {
  readonly pattern: Pattern;
}

interface TruthFrame extends Frame {
  readonly flip: boolean;
}

/** A statement out of its frames. */
export interface Unframed {
  readonly units: readonly Unit[];
  /** How often the frames turn the statement round. */
  readonly flips: number;
  readonly speaker: readonly Unit[] | null;
  /** "It was X who …": X stands first and alone does it. */
  readonly cleft: boolean;
}

/** Gathers what the frames need, as the build does. */
export function compileFrames(data: FrameData, grammar: Grammar, needsOf: NeedsOf): FrameEntries {
  const expand = (pattern: string): string =>
    pattern.replace(/\{([A-Z]+)\}/gu, (_, name: string) => expand(data.parts[name] ?? ""));
  const entry = ({ pattern }: { readonly pattern: string }): FrameEntry => {
    const source = expand(pattern);
    return { pattern: { source, needs: needsOf(source) } };
  };
  const closed = new Set([
    ...grammar.negations,
    ...grammar.determiners,
    ...grammar.condition,
    ...grammar.cause,
    ...data.speaker.flatMap((f) => namedIn(f.pattern)),
    // "in the words of", "to the mind of": nouns there, whatever else they are.
    ...namedIn(data.parts.VIEW ?? ""),
  ]);
  return {
    closed: [...closed],
    truth: data.truth.map((f) => ({ flip: f.flip, ...entry(f) })),
    speaker: data.speaker.map(entry),
    cleft: data.cleft.map(entry),
    contrast: data.contrast.map(entry),
  };
}

/** Makes ready what the build has left. */
export function openFrame(text: string): Frame {
  return { pattern: new Pattern((JSON.parse(text) as FrameEntry).pattern) };
}

/** Makes ready a frame that may turn the sense round. */
export function openTruthFrame(text: string): TruthFrame {
  const { flip } = JSON.parse(text) as { readonly flip: boolean };
  return { flip, ...openFrame(text) };
}

/** The words that a pattern names itself: they must not be taken for one of its classes. */
function namedIn(pattern: string): string[] {
  return pattern.replaceAll(/\?<\w+>|<[A-Z]>|\\[A-Za-z]/gu, " ").match(/[a-z]{2,}/gu) ?? [];
}

const MOST_ROUNDS = 4;

/** Groups each of which turns the sense round where it is there. */
const TURNS = ["not", "nott", "nottt", "notttt"] as const;

/** Groups that must be words for saying that something is so, by part of speech. */
const ASSERTING = [
  ["verb", "v"],
  ["noun", "n"],
  ["adjective", "a"],
] as const;

/** Whether those who are named can say anything; of some frames ("for X, …") only somebody, no state. */
type CanSpeak = (units: readonly Unit[], individual: boolean) => boolean;

/** Takes the frames off a statement, the outermost first: "It is false that, as K. said, …". */
export function unframe(units: readonly Unit[], frames: Frames, canSpeak: CanSpeak): Unframed {
  let rest = units;
  let flips = 0;
  let speaker: readonly Unit[] | null = null;
  let cleft = false;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = rest;
    for (const { flip, pattern } of frames.truth.fitting(unitWords(rest))) {
      const match = find(rest, pattern, wordsOf(pattern, frames.closed));
      if (!match) continue;
      rest = match.rest;
      flips += (flip ? 1 : 0) + TURNS.filter((group) => match.has(group)).length;
    }
    for (const { pattern } of speaker === null ? frames.speaker.fitting(unitWords(rest)) : []) {
      const match = find(rest, pattern, wordsOf(pattern, frames.closed));
      const found = match?.group("speaker");
      if (!match || !found || match.rest.length < 3) continue;
      if (!canSpeak(found, match.has("individual"))) continue;
      if (
        !ASSERTING.every(
          ([group, pos]) => match.group(group)?.at(-1)?.asserts.includes(pos) ?? true,
        )
      )
        continue;
      rest = match.rest;
      speaker = found;
      break;
    }
    for (const { pattern } of cleft ? [] : frames.cleft.fitting(unitWords(rest))) {
      const match = find(rest, pattern, frames.closed);
      if (!match) continue;
      rest = match.rest;
      cleft = true;
      flips += match.has("not") ? 1 : 0;
    }
    if (rest === before) break;
  }
  return { units: rest, flips, speaker, cleft };
}

/** A sentence without what it sets something off against. */
export interface Contrasted {
  readonly rest: readonly Unit[];
  /** The same with the contrast in its place, which is denied ("X, not Y, left": Y did not leave). */
  readonly denied: readonly Unit[] | null;
  /** Words of a contrast that fits no place. */
  readonly unplaced: readonly Unit[];
}

/** Takes off what somebody or something is contrasted with ("X, not Y"), and puts it in the other's place. */
export function contrastOf(
  units: readonly Unit[],
  frames: Frames,
  isNoun: (unit: Unit) => boolean,
): Contrasted {
  for (const { pattern } of frames.contrast.fitting(unitWords(units))) {
    const match = find(units, pattern, frames.closed);
    const other = match?.group("other");
    if (!match || !other || match.rest.length < 3) continue;
    const { rest } = match;
    // "Not just Y": Y as well.
    if (match.has("also")) return { rest, denied: null, unplaced: [] };
    const before = units.indexOf(other[0] as Unit);
    // "Article 5 rather than Article 6 of the code": the number is what differs.
    const of = other.findIndex((u, i) => u.lower === "of" && other[i - 1]?.quantity);
    const last = other.at(-1)?.lower === "one" ? other.findLast((u) => u.name) : undefined;
    const head = (of > 0 ? other[of - 1] : (last ?? other.at(-1))) as Unit;
    const tail = of > 0 ? other.slice(of) : [];
    const place = rest.findLastIndex((u) => units.indexOf(u) < before && isAlike(u, head, isNoun));
    const at = place >= 0 ? place : rest.findIndex((u) => isAlike(u, head, isNoun));
    // "Chile's army, and not Peru, attacked": it is in the place of the army.
    const from = units.indexOf(rest[at] as Unit);
    const owned =
      at >= 0 &&
      ["'s", "'"].includes(rest[at + 1]?.lower ?? "") &&
      units.indexOf(rest[at + 3] as Unit) > from + 3 &&
      !["'s", "'"].includes(units[before + other.length]?.lower ?? "");
    if (owned) {
      const start = rest[at - 1]?.lower === "the" ? at - 1 : at;
      const denied = [...rest.slice(0, start), ...other, ...rest.slice(at + 3)];
      return { rest, denied, unplaced: [] };
    }
    return at < 0
      ? { rest, denied: null, unplaced: other }
      : {
          rest: rest.flatMap((u, i) => (i === at ? [u, ...tail] : [u])),
          // What goes by one number goes by no other.
          denied: head.quantity?.kind === "label" ? null : instead(rest, at, head, other),
          unplaced: [],
        };
  }
  return { rest: units, denied: null, unplaced: [] };
}

/** A sentence with something else in a place: for the whole of what opens it, or for one word. */
function instead(
  units: readonly Unit[],
  at: number,
  head: Unit,
  other: readonly Unit[],
): readonly Unit[] {
  // "to the bad weather rather than to the rules": one for the other, preposition and all.
  const mark = other[0]?.lower ?? "";
  const from = PLACING.has(mark) ? units.slice(0, at).findLastIndex((u) => u.lower === mark) : -1;
  if (
    from > 0 &&
    at - from <= LONGEST_PHRASE &&
    !units.slice(from, at).some((u) => u.name || u.lower === ",")
  )
    return [...units.slice(0, from), ...other, ...units.slice(at + 1)];
  const opening = units.slice(0, at);
  const isOpening = opening.every(
    (u) => !u.name && !u.time && !u.quantity && !u.speech && !OPENING_ENDS.has(u.lower),
  );
  // "Costs of this kind, not the weather, …": the costs are no kind of weather.
  return isOpening && at <= LONGEST_OPENING && !units[at]?.name && !head.name
    ? [...other, ...units.slice(at + 1)]
    : units.map((u, i) => (i === at ? head : u));
}

/** Words that stand in no group of words before its noun. */
const OPENING_ENDS: ReadonlySet<string> = new Set([
  ...["of", "in", "on", "at", "by", "to", "for", "from", "with", "that", "which", "who", "what"],
  ...["it", "this", "there", "is", "was", "are", "were", "not", ",", ":", ";", "and", "or"],
]);
const LONGEST_OPENING = 3;
/** Prepositions that open what something is put in the place of. */
const PLACING: ReadonlySet<string> = new Set(["to", "by", "on", "in", "at", "from", "with"]);
const LONGEST_PHRASE = 6;

/** Can one stand where the other does: two names, two dates, two numbers, two nouns? */
function isAlike(a: Unit, b: Unit, isNoun: (unit: Unit) => boolean): boolean {
  if (a.name || b.name)
    return (
      a.name !== null &&
      b.name !== null &&
      (a.name.usage === "adjective") === (b.name.usage === "adjective")
    );
  if (a.time || b.time) return a.time !== null && b.time !== null;
  if (a.quantity || b.quantity) return a.quantity !== null && b.quantity !== null;
  return isNoun(a) && isNoun(b);
}

const namedWords = new WeakMap<Pattern, ReadonlySet<string>>();

/** The words that a pattern itself names stand for themselves in it, whatever else they are. */
function wordsOf(pattern: Pattern, closed: ReadonlySet<string>): ReadonlySet<string> {
  const known = namedWords.get(pattern);
  if (known) return known;
  const all = new Set([
    ...closed,
    ...(pattern.source.replace(/\(\?<\w+>/gu, "(").match(/[a-z]{3,}/gu) ?? []),
  ]);
  namedWords.set(pattern, all);
  return all;
}

interface Match {
  readonly rest: readonly Unit[];
  has(group: string): boolean;
  group(name: string): readonly Unit[] | null;
}

function find(units: readonly Unit[], pattern: Pattern, closed: ReadonlySet<string>): Match | null {
  const slots = units.map((unit) => slotOf(unit, closed));
  const text = slots.map((s) => `${s} `).join("");
  const match = pattern.exec(text);
  const ranges = match?.indices?.groups;
  if (!match || !ranges) return null;
  // Character offsets to unit indexes: each unit ends with one blank.
  const unitAt = (offset: number): number => text.slice(0, offset).split(" ").length - 1;
  const range = (name: string): [number, number] | null => {
    const found = ranges[name];
    return found ? [unitAt(found[0]), unitAt(found[1])] : null;
  };
  const dropped = ["drop", "drop2"].flatMap((name) => {
    const r = range(name);
    return r ? [r] : [];
  });
  const rest = units.filter((_, i) => !dropped.some(([from, to]) => i >= from && i < to));
  return {
    rest,
    has: (name) => ranges[name] !== undefined,
    group: (name) => {
      const r = range(name);
      return r ? units.slice(r[0], r[1]) : null;
    },
  };
}

const NONE: ReadonlySet<string> = new Set();
const wordsOfUnits = new WeakMap<readonly Unit[], ReadonlySet<string>>();

/** The words of a statement; all its frames ask for them. */
function unitWords(units: readonly Unit[]): ReadonlySet<string> {
  const known =
    wordsOfUnits.get(units) ?? wordsIn(units.flatMap((unit) => [unit.lower, slotOf(unit, NONE)]));
  wordsOfUnits.set(units, known);
  return known;
}

function slotOf(unit: Unit, closed: ReadonlySet<string>): string {
  if (closed.has(unit.lower)) return unit.lower;
  if (unit.name) return unit.name.usage === "adjective" ? "<A>" : "<E>";
  if (unit.time) return "<T>";
  if (unit.quantity) return "<Q>";
  if (unit.senses.length > 0 && unit.senses.every((s) => s.sense.kind === "filler")) return "<F>";
  if (unit.speech) return "<S>";
  if (unit.classed) return "<W>";
  return unit.lower.replaceAll(" ", "_");
}
