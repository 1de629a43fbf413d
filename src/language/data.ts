/** What the language stage knows of English: its parts, and the bytes that the build packs them into. */
import { jsonOf, packSections, piecesIn, type Sections, section } from "../sections.ts";
import { packTable, Table } from "../table.ts";
import type { ContextData } from "./context/types.ts";
import { type CompiledLexicon, type Lexicon, openLexicon, packLexicon } from "./lexicon/lexicon.ts";
import type { NumberData } from "./number/types.ts";
import { PatternBook, packPatterns } from "./patterns.ts";
import {
  type FrameEntries,
  type Frames,
  openFrame,
  openTruthFrame,
} from "./reading/frames/frames.ts";
import type { Grammar } from "./reading/grammar.ts";
import type { Recast, RecastEntry } from "./reading/plainer/recasts.ts";
import { openRecast } from "./reading/plainer/recasts.ts";
import {
  openTemporalPattern,
  type Temporal,
  type TemporalEntries,
} from "./reading/times/temporal.ts";
import type { SpellingData } from "./spelling/mend.ts";
import type { TimeData } from "./time/types.ts";
import type { WorldData } from "./units/gazetteer.ts";
import { type InformalEntry, type InformalRule, openInformal } from "./words/informal.ts";
import type { Rewrites } from "./words/words.ts";

/** All that the language stage knows of English, as {@link openLanguage} gives it. */
export interface LanguageData {
  readonly rewrites: Rewrites;
  readonly informal: PatternBook<InformalRule>;
  readonly lexicon: Lexicon;
  readonly grammar: Grammar;
  readonly frames: Frames;
  readonly temporal: Temporal;
  readonly recasts: PatternBook<Recast>;
  readonly numbers: NumberData;
  readonly time: TimeData;
  readonly world: WorldData;
  readonly spelling: SpellingData;
  readonly context: ContextData;
  readonly sentences: SentenceData;
}

export interface SentenceData {
  readonly abbreviations: readonly string[];
  readonly openers: readonly string[];
}

/** The same as the build compiles it from data/language. */
export interface LanguageSource {
  readonly rewrites: Readonly<Record<keyof Rewrites, Readonly<Record<string, string>>>>;
  readonly informal: readonly InformalEntry[];
  readonly lexicon: CompiledLexicon;
  readonly grammar: Grammar;
  readonly frames: FrameEntries;
  readonly temporal: TemporalEntries;
  readonly recasts: readonly RecastEntry[];
  readonly numbers: NumberData;
  readonly time: TimeData;
  readonly world: WorldData;
  readonly spelling: SpellingData;
  readonly context: ContextData;
  readonly sentences: SentenceData;
}

/** Packs the language data into the bytes that {@link openLanguage} opens. */
export function packLanguage(source: LanguageSource): Uint8Array {
  const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
  const { rewrites, frames, temporal, spelling } = source;
  const { filter, ...ordinary } = spelling;
  return packSections(
    new Map([
      ["contract", packTable(Object.entries(rewrites.contractions))],
      ["misspelt", packTable(Object.entries(rewrites.misspellings))],
      ["variants", packTable(Object.entries(rewrites.variants))],
      ...packPatterns("inform", source.informal),
      ...packLexicon(source.lexicon),
      ["grammar", json(source.grammar)],
      ["closed", json(frames.closed)],
      ...packPatterns("truth", frames.truth),
      ...packPatterns("speech", frames.speaker),
      ...packPatterns("cleft", frames.cleft),
      ...packPatterns("contr", frames.contrast),
      ...packPatterns("time", temporal.patterns),
      ["standins", json(temporal.standIns)],
      ...packPatterns("recast", source.recasts),
      ["numbers", json(source.numbers)],
      ["times", json(source.time)],
      ["world", json(source.world)],
      ["context", json(source.context)],
      ["words", filter],
      ["ordinary", json(ordinary)],
      ["sentence", json(source.sentences)],
    ]),
  );
}

/**
 * Opens packed language data. What only some sentences need is read when it is first asked for.
 *
 * @throws Error if it is not packed language data
 */
export function openLanguage(sections: Sections): LanguageData {
  const json = <T>(name: string): T => jsonOf(sections, name) as T;
  const table = (name: string): Table => new Table(piecesIn(sections, name));
  return {
    rewrites: {
      contractions: table("contract"),
      misspellings: table("misspelt"),
      variants: table("variants"),
    },
    informal: new PatternBook(sections, "inform", openInformal),
    lexicon: openLexicon(sections),
    grammar: json("grammar"),
    frames: {
      closed: new Set(json<string[]>("closed")),
      truth: new PatternBook(sections, "truth", openTruthFrame),
      speaker: new PatternBook(sections, "speech", openFrame),
      cleft: new PatternBook(sections, "cleft", openFrame),
      contrast: new PatternBook(sections, "contr", openFrame),
    },
    temporal: {
      patterns: new PatternBook(sections, "time", openTemporalPattern),
      standIns: new Map(json<[string, string][]>("standins")),
    },
    recasts: new PatternBook(sections, "recast", openRecast),
    numbers: json("numbers"),
    time: json("times"),
    get world() {
      return json<WorldData>("world");
    },
    spelling: { ...json<SpellingData>("ordinary"), filter: section(sections, "words") },
    get context() {
      return json<ContextData>("context");
    },
    get sentences() {
      return json<SentenceData>("sentence");
    },
  };
}
