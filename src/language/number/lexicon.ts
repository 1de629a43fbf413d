/** Turns `numbers.yaml` into look-up tables, once for each data object. */
import { Phrases, phraseSet, toPieces } from "./atoms.ts";
import type { Comparison, LabelData, NumberData } from "./types.ts";

export interface LabelNoun extends LabelData {
  readonly noun: string;
}

/** A vague amount with its open end written out. */
export interface Vague {
  readonly lo: number;
  readonly hi: number;
}

export interface NumberLexicon {
  readonly data: NumberData;
  readonly cardinals: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** Those that may stand without a number before them. */
  readonly multipliers: ReadonlyMap<string, number>;
  /** Singular and plural forms: "3 millions". */
  readonly multiplierForms: ReadonlyMap<string, number>;
  /** The words that a numeral may start with; all others need no further look. */
  readonly starters: ReadonlySet<string>;
  readonly suffixes: ReadonlyMap<string, number>;
  readonly endings: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly couple: Phrases<true>;
  readonly halves: Phrases<true>;
  readonly fractionWords: ReadonlyMap<string, number>;
  readonly fractionSigns: ReadonlyMap<string, number>;
  readonly fractionLinks: Phrases<true>;
  readonly fractionFollowers: ReadonlySet<string>;
  readonly percent: Phrases<true>;
  readonly before: Phrases<Comparison>;
  readonly after: Phrases<Comparison>;
  readonly afterNoun: Phrases<Comparison>;
  readonly afterNounStops: ReadonlySet<string>;
  readonly vague: Phrases<Vague>;
  readonly vagueMultiples: Phrases<Vague>;
  readonly collectives: ReadonlyMap<string, number>;
  readonly between: Phrases<true>;
  readonly betweenAnd: Phrases<true>;
  readonly from: Phrases<true>;
  readonly fromTo: Phrases<true>;
  readonly rangeLinks: Phrases<true>;
  readonly tally: ReadonlySet<string>;
  readonly onePronounAfter: Phrases<true>;
  readonly onePronounBefore: Phrases<true>;
  readonly idioms: Phrases<true>;
  readonly currency: ReadonlySet<string>;
  readonly labels: Phrases<LabelNoun>;
  readonly labelLinks: Phrases<true>;
}

/** The entry of `labels` that stands for a mere number. */
const NUMBER = "number";

const compiled = new WeakMap<NumberData, NumberLexicon>();

/** The look-up tables of `data`; compiled on first use and kept. */
export function numberLexicon(data: NumberData): NumberLexicon {
  let lexicon = compiled.get(data);
  if (lexicon === undefined) {
    lexicon = compile(data);
    compiled.set(data, lexicon);
  }
  return lexicon;
}

function compile(data: NumberData): NumberLexicon {
  const multipliers = Object.entries(data.multipliers);
  const after = comparisonPairs(data.after);
  const vague = Object.entries(data.vague).map(
    ([phrase, [lo, hi]]) => [phrase, { lo, hi: hi ?? Number.POSITIVE_INFINITY }] as const,
  );
  return {
    data,
    cardinals: new Map(Object.entries(data.cardinals)),
    ordinals: new Map(Object.entries(data.ordinals)),
    multipliers: new Map(
      multipliers
        .filter(([, { counted }]) => counted !== true)
        .map(([word, { value }]) => [word, value]),
    ),
    multiplierForms: new Map(
      multipliers.flatMap(([word, { value, plural }]) => [
        [word, value] as const,
        [plural, value] as const,
      ]),
    ),
    starters: new Set([
      ...Object.keys(data.cardinals),
      ...Object.keys(data.ordinals),
      ...multipliers.map(([word]) => word),
      ...data.articles,
      ...data.couple.map((phrase) => toPieces(phrase)[0] ?? ""),
      data.half,
      data.quarter,
    ]),
    suffixes: new Map(Object.entries(data.suffixes)),
    endings: new Set(data.ordinal_endings),
    and: new Set(data.and),
    articles: new Set(data.articles),
    couple: phraseSet(data.couple),
    halves: phraseSet(data.halves),
    fractionWords: new Map(Object.entries(data.fraction_words)),
    fractionSigns: new Map(Object.entries(data.fraction_signs)),
    fractionLinks: phraseSet(data.fraction_links),
    fractionFollowers: new Set(data.fraction_followers),
    percent: phraseSet(data.percent),
    before: new Phrases(comparisonPairs(data.before)),
    after: new Phrases(after),
    afterNoun: new Phrases(after.filter(([phrase]) => data.after_noun.includes(phrase))),
    afterNounStops: new Set(data.after_noun_stops),
    vague: new Phrases(vague),
    vagueMultiples: new Phrases(vague.filter(([phrase]) => data.vague_multiples.includes(phrase))),
    collectives: new Map(Object.entries(data.collectives)),
    between: phraseSet(data.between),
    betweenAnd: phraseSet(data.between_and),
    from: phraseSet(data.from),
    fromTo: phraseSet(data.from_to),
    rangeLinks: phraseSet(data.range_links),
    tally: new Set(data.tally),
    onePronounAfter: phraseSet(data.one_pronoun_after),
    onePronounBefore: phraseSet(data.one_pronoun_before),
    idioms: phraseSet(data.idioms),
    currency: new Set(data.currency),
    labels: new Phrases(labelPairs(data)),
    labelLinks: phraseSet(data.label_links),
  };
}

function comparisonPairs(
  table: Readonly<Partial<Record<Comparison, readonly string[]>>>,
): [string, Comparison][] {
  return Object.entries(table).flatMap(([comparison, phrases]) =>
    phrases.map((phrase): [string, Comparison] => [phrase, comparison as Comparison]),
  );
}

function labelPairs(data: NumberData): [string, LabelNoun][] {
  const numbered = data.labels[NUMBER]?.aliases ?? [];
  return Object.entries(data.labels).flatMap(([noun, label]) => {
    const forms = [noun, ...label.aliases];
    // "Decree No. 441" is a decree, not just a number.
    const long =
      noun === NUMBER
        ? []
        : forms.flatMap((form) => [NUMBER, ...numbered].map((number) => `${form} ${number}`));
    return [...forms, ...long].map((form): [string, LabelNoun] => [form, { noun, ...label }]);
  });
}
