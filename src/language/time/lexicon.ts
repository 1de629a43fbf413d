/** Turns `time.yaml` into look-up tables, once for each data object. */
import { Phrases, phraseSet, toPieces } from "../number/atoms.ts";
import { type NumberLexicon, numberLexicon } from "../number/lexicon.ts";
import type {
  Direction,
  NamedPeriod,
  PartData,
  Relation,
  SeasonData,
  Share,
  TimeData,
  TimeLanguage,
  Unit,
} from "./types.ts";

export interface Month {
  readonly number: number;
  /** "may", "march": an ordinary word as well. */
  readonly word: boolean;
  /** An abbreviation, which a full stop may follow. */
  readonly short: boolean;
}

export interface Weekday {
  readonly number: number;
  readonly short: boolean;
}

export interface Part {
  readonly name: string;
  readonly share: Share;
  readonly century: Share;
  readonly approx: boolean;
}

/** A unit of durations: "decade" is ten years. */
export interface UnitWord {
  readonly unit: Unit;
  readonly times: number;
}

export interface TimeLexicon {
  readonly data: TimeData;
  readonly numbers: NumberLexicon;
  readonly months: ReadonlyMap<string, Month>;
  readonly weekdays: ReadonlyMap<string, Weekday>;
  readonly weekdaySets: Phrases<readonly number[]>;
  readonly seasons: ReadonlyMap<string, SeasonData>;
  readonly units: ReadonlyMap<string, UnitWord>;
  readonly relations: Phrases<Relation>;
  readonly prefixes: Phrases<boolean>;
  readonly onwards: Phrases<Relation>;
  readonly parts: Phrases<Part>;
  readonly decades: Phrases<readonly number[]>;
  readonly decadeTails: ReadonlyMap<string, number>;
  readonly yearPairs: ReadonlyMap<string, number>;
  readonly named: Phrases<NamedPeriod>;
  readonly relativeDays: Phrases<number>;
  readonly directions: Phrases<Direction>;
  readonly durationRelations: Phrases<Relation>;
  readonly vagueDurations: ReadonlyMap<string, readonly [number, number | null]>;
  /** The words of which every time has one, unless it has digits. */
  readonly cores: ReadonlySet<string>;
  /** The word lists of `words`; an unknown name gives an empty list. */
  readonly list: (name: string) => Phrases<true>;
}

const compiled = new WeakMap<TimeData, TimeLexicon>();

/** The look-up tables of `language`; compiled on first use and kept. */
export function timeLexicon(language: TimeLanguage): TimeLexicon {
  let lexicon = compiled.get(language.time);
  if (lexicon === undefined) {
    lexicon = compile(language);
    compiled.set(language.time, lexicon);
  }
  return lexicon;
}

function inverted<K extends string>(
  table: Readonly<Partial<Record<K, readonly string[]>>>,
): [string, K][] {
  return Object.entries(table).flatMap(([key, phrases]) =>
    (phrases as readonly string[]).map((phrase): [string, K] => [phrase, key as K]),
  );
}

function compile({ time: data, numbers }: TimeLanguage): TimeLexicon {
  const lists = new Map(Object.entries(data.words).map(([name, list]) => [name, phraseSet(list)]));
  const none = phraseSet([]);
  const units = unitWords(data);
  return {
    data,
    numbers: numberLexicon(numbers),
    months: new Map<string, Month>(
      Object.entries(data.months).flatMap(([name, { number, short, word }]): [string, Month][] => [
        [name, { number, word: word === true, short: false }],
        ...short.map((form): [string, Month] => [form, { number, word: false, short: true }]),
      ]),
    ),
    weekdays: new Map<string, Weekday>(
      Object.entries(data.weekdays).flatMap(([name, { number, short }]): [string, Weekday][] => [
        [name, { number, short: false }],
        ...short.map((form): [string, Weekday] => [form, { number, short: true }]),
      ]),
    ),
    weekdaySets: new Phrases(Object.entries(data.weekday_sets)),
    seasons: new Map(
      Object.values(data.seasons).flatMap((season) =>
        season.names.map((name) => [name, season] as const),
      ),
    ),
    units,
    relations: new Phrases(inverted(data.relations)),
    prefixes: new Phrases(
      data.relation_prefixes.map((phrase) => [phrase, data.prefix_alone.includes(phrase)] as const),
    ),
    onwards: new Phrases(inverted(data.onwards)),
    parts: new Phrases(
      Object.entries(data.parts).flatMap(([name, part]) =>
        part.phrases.map((phrase) => [phrase, toPart(name, part)] as const),
      ),
    ),
    decades: new Phrases(Object.entries(data.decades)),
    decadeTails: new Map(Object.entries(data.decade_tails)),
    yearPairs: new Map(Object.entries(data.year_pairs)),
    named: new Phrases(
      Object.values(data.named_periods).flatMap((period) =>
        period.phrases.map((phrase) => [phrase, period] as const),
      ),
    ),
    relativeDays: new Phrases(Object.entries(data.relative_days)),
    directions: new Phrases(inverted(data.directions)),
    durationRelations: new Phrases(inverted(data.duration_relations)),
    vagueDurations: new Map(Object.entries(data.vague_durations)),
    cores: coreWords(data, units.keys(), Object.keys(numbers.multipliers)),
    list: (name) => lists.get(name) ?? none,
  };
}

/** Lists whose entries are times by themselves. */
const CORE_LISTS = [
  "someday",
  "regular",
  "weekend",
  "weekday_plural",
  "century",
  "quarter",
  "year",
  "then",
];

function coreWords(
  data: TimeData,
  units: Iterable<string>,
  multipliers: Iterable<string>,
): Set<string> {
  const names = <T>(
    table: Readonly<Record<string, T>>,
    more: (entry: T) => readonly string[],
  ): string[] => Object.entries(table).flatMap(([name, entry]) => [name, ...more(entry)]);
  const phrases = [
    ...names(data.months, (month) => month.short),
    ...names(data.weekdays, (weekday) => weekday.short),
    ...Object.keys(data.weekday_sets),
    ...Object.values(data.seasons).flatMap((season) => season.names),
    ...units,
    ...Object.keys(data.decades),
    ...Object.keys(data.decade_tails),
    ...Object.keys(data.year_pairs),
    ...Object.values(data.named_periods).flatMap((period) => period.phrases),
    ...Object.keys(data.relative_days),
    ...CORE_LISTS.flatMap((list) => data.words[list] ?? []),
    // Years in words: "two thousand five".
    ...multipliers,
  ];
  return new Set(phrases.map((phrase) => toPieces(phrase).at(-1) ?? ""));
}

function toPart(name: string, part: PartData): Part {
  return {
    name,
    share: part.share,
    century: part.century ?? part.share,
    approx: part.approx !== false,
  };
}

function unitWords(data: TimeData): Map<string, UnitWord> {
  const words = new Map<string, UnitWord>(Object.entries(data.big_units));
  for (const [unit, { forms }] of Object.entries(data.units)) {
    for (const form of forms) words.set(form, { unit: unit as Unit, times: 1 });
  }
  return words;
}
