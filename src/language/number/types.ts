/** The types of the number grammar: tokens in, quantities out, and the shape of `numbers.yaml`. */

/** One token of a sentence; `lower` is its text in lower case. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** A hyphen that the tokenizer took out stood before it: "2025" + "06" + "29". */
  readonly glued?: boolean;
}

/** What a comparator does to the number that it stands with. */
export type Comparison =
  | "gt"
  | "ge"
  | "lt"
  | "le"
  | "near-below"
  | "just-over"
  | "just-under"
  | "about"
  | "exact"
  | "full"
  | "only"
  | "barely";

interface Found {
  /** Word indexes, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The words as written, joined by blanks. */
  readonly text: string;
  /** The numbers that the phrase allows, both ends inclusive. */
  readonly lo: number;
  readonly hi: number;
  /** True where the writer says that the number is no exact one. */
  readonly approx: boolean;
}

/** A number with its comparators. Fractions are ratios (0.25), percentages are in percent (25). */
export interface Amount extends Found {
  readonly kind: "cardinal" | "ordinal" | "fraction" | "percent";
  /** The number itself before any comparator; null for ranges and vague amounts. */
  readonly value: number | null;
  /** The comparators from left to right, innermost last. */
  readonly comparisons: readonly Comparison[];
  /** Their words as written ("well over"), "" where there are none. */
  readonly comparator: string;
  /** "several", "dozens": lo and hi are the widest readings. */
  readonly vague: boolean;
  /** "only 120", "a mere 120". */
  readonly only: boolean;
  /** "exactly 164". */
  readonly exact: boolean;
  /** A currency sign that stands at the number, else "". */
  readonly unit: string;
  /** A comparator that follows the counted noun ("160 nations or more"): its word indexes. */
  readonly tail: readonly [from: number, to: number] | null;
}

/** A number that names a thing: "Article 51", "No. 441". `lo` = `hi` = the number, NaN if none. */
export interface Label extends Found {
  readonly kind: "label";
  /** The noun as `numbers.yaml` lists it: "article" for "Arts." as well. */
  readonly noun: string;
  /** "51", "441/2025"; Roman numerals and number words come out as digits. */
  readonly value: string;
}

export type Quantity = Amount | Label;

/** The lower and upper end of a vague amount; null: no upper end. */
export type Ends = readonly [lo: number, hi: number | null];

/** `data/language/numbers.yaml`, parsed. */
export interface NumberData {
  readonly cardinals: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly ordinal_endings: readonly string[];
  readonly multipliers: Readonly<Record<string, MultiplierData>>;
  readonly suffixes: Readonly<Record<string, number>>;
  readonly and: readonly string[];
  readonly articles: readonly string[];
  readonly couple: readonly string[];
  readonly half: string;
  readonly halves: readonly string[];
  readonly quarter: string;
  readonly fraction_words: Readonly<Record<string, number>>;
  readonly fraction_signs: Readonly<Record<string, number>>;
  readonly fraction_links: readonly string[];
  readonly fraction_followers: readonly string[];
  readonly percent: readonly string[];
  readonly before: Readonly<Partial<Record<Comparison, readonly string[]>>>;
  readonly after: Readonly<Partial<Record<Comparison, readonly string[]>>>;
  readonly after_noun: readonly string[];
  readonly after_noun_stops: readonly string[];
  readonly after_noun_reach: number;
  readonly vague: Readonly<Record<string, Ends>>;
  readonly vague_multiples: readonly string[];
  readonly collectives: Readonly<Record<string, number>>;
  readonly between: readonly string[];
  readonly between_and: readonly string[];
  readonly from: readonly string[];
  readonly from_to: readonly string[];
  readonly range_links: readonly string[];
  readonly tally: readonly string[];
  readonly one_pronoun_after: readonly string[];
  readonly one_pronoun_before: readonly string[];
  readonly idioms: readonly string[];
  readonly currency: readonly string[];
  readonly labels: Readonly<Record<string, LabelData>>;
  readonly label_links: readonly string[];
}

/** How one numbered thing is written. */
export interface LabelData {
  readonly aliases: readonly string[];
  /** "the fifty-first article" names it. */
  readonly ordinal?: boolean;
  /** "article fifty-one" names it; without this, digits must follow. */
  readonly bare?: boolean;
  readonly digits?: boolean;
}

/** A word that multiplies the number before it. */
export interface MultiplierData {
  readonly value: number;
  /** The plural, which alone is vague ("hundreds"). */
  readonly plural: string;
  /** It needs a number before it: "three score", never "a score". */
  readonly counted?: boolean;
}
