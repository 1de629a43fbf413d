import { type NeedsOf, Pattern, type PatternBook, type PatternData } from "../../patterns.ts";
import type { Unit } from "../../units/units.ts";
import type { Grammar } from "../grammar.ts";
import { find, unitWords, wordsOf } from "./find.ts";

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
  /** The words around the name of who speaks. */
  readonly saying: readonly Unit[];
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
  let saying: readonly Unit[] = [];
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
      const { rest: left } = match;
      saying = rest.filter((u) => !left.includes(u) && !found.includes(u));
      rest = left;
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
  return { units: rest, flips, speaker, saying, cleft };
}
