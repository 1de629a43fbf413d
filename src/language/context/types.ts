/** How much one word of a kind stands for: a thing or a person, one or many. */
export interface Pronoun {
  readonly number: "one" | "two" | "many";
  readonly of: "thing" | "person" | "any" | "state";
  readonly possessive?: boolean;
}

/** `data/language/context.yaml`, parsed. */
export interface ContextData {
  readonly articled: string;
  readonly pronouns: Readonly<Record<string, Pronoun>>;
  readonly expletive: string;
  readonly owner: string;
  readonly whose: string;
  readonly "set-off": string;
  readonly later: string;
  readonly thence: string;
  readonly single: string;
  readonly handled: string;
  readonly taken: readonly { readonly noun: string; readonly pattern: string }[];
  readonly "this-time": string;
  readonly "next-day": string;
  readonly weekdays: readonly string[];
  readonly "before-end": string;
  readonly "by-then": string;
  readonly "do-so": string;
  readonly steps: readonly { readonly pattern: string; readonly says: string }[];
  readonly relative: string;
  readonly apart: string;
  readonly condition: string;
  readonly others: string;
  readonly "only-then": string;
  readonly going: string;
  readonly doing: string;
  readonly "asked-of": string;
  readonly ruling: string;
  readonly verbless: string;
  readonly another: readonly string[];
  readonly generic: readonly string[];
  readonly neutral: readonly string[];
  readonly about: readonly string[];
  readonly back: readonly string[];
  readonly functions: readonly string[];
  readonly links: readonly string[];
  readonly counted: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly ellipsis: {
    readonly denied: string;
    readonly same: string;
    readonly contrary: string;
    readonly never: string;
    readonly excepted: string;
    readonly listed: string;
    readonly number: string;
    readonly affirmed: string;
    readonly several: string;
    readonly exception: string;
    readonly happens: string;
    readonly among: string;
    readonly "among-asked": string;
    readonly "among-pair": string;
    readonly did: string;
    readonly counted: string;
    readonly apposed: string;
    readonly paired: string;
    readonly hedged: string;
    readonly "how-told": string;
    readonly fulfilled: string;
    readonly "come-about": string;
    readonly only: string;
    readonly "asked-over": string;
    readonly echo: string;
  };
  readonly answers: {
    readonly correction: string;
    readonly "those-bound": string;
    readonly was: string;
    readonly not: string;
    readonly counted: string;
    readonly begun: string;
    readonly did: string;
    readonly again: string;
    readonly when: string;
    readonly number: string;
    readonly says: string;
    readonly lacking: string;
    readonly leads: string;
    readonly asks: string;
    readonly inverted: string;
    readonly "asks-when": string;
    readonly "when-counted": string;
    readonly more: string;
    readonly reported: string;
    readonly dated: string;
    readonly each: string;
    readonly pair: string;
    readonly how: string;
    readonly manner: string;
    readonly confirmed: string;
    readonly checked: string;
  };
  readonly listing: {
    readonly those: string;
    readonly doing: string;
    readonly never: string;
    readonly counted: string;
  };
  readonly asides: {
    readonly against: string;
    readonly whatever: string;
    readonly without: string;
    readonly source: string;
    readonly before: string;
    readonly agreed: string;
    readonly "alone-among": string;
    readonly inner: string;
    readonly no: string;
    readonly tag: string;
    readonly first: string;
    readonly last: string;
  };
  readonly labels: {
    readonly number: string;
    readonly myth: string;
    readonly future: string;
    readonly same: string;
    readonly now: string;
    readonly ahead: string;
    readonly day: string;
    readonly dated: string;
    readonly back: Readonly<Record<string, string>>;
    readonly wanting: string;
    readonly needed: string;
  };
  readonly entries: {
    readonly entry: string;
    readonly ties: string;
    readonly also: string;
    readonly edge: string;
    readonly day: string;
    readonly onwards: string;
    readonly same: string;
  };
  readonly today: string;
  readonly yes: string;
  readonly no: string;
  readonly quoted: string;
  readonly "quoted-by": string;
  readonly "quoted-of": string;
  readonly "quoted-own": string;
  readonly writings: readonly string[];
  /** Classes of those who can be bound by what a text is about; the first are so by what they are. */
  readonly bound: readonly string[];
  readonly opinion: string;
  readonly hearsay: string;
  readonly references: {
    readonly two: string;
    readonly kinds: Readonly<Record<string, readonly string[]>>;
    readonly some: string;
    readonly these: string;
    readonly that: string;
    readonly alone: string;
    readonly official: string;
    readonly ban: string;
    readonly those: string;
    readonly there: string;
    readonly country: string;
    readonly except: string;
  };
  readonly hypotheses: {
    readonly opens: string;
    readonly supposes: string;
    readonly follows: string;
    readonly condition: string;
  };
  readonly "label-copula": string;
  readonly boxes: readonly {
    readonly pattern: string;
    readonly takes: "count" | "names" | "time";
    readonly says: string;
  }[];
  readonly months: readonly string[];
}

/** Somebody or something that a sentence speaks of. */
export interface Mention {
  /** UTF-16 offsets in the sentence. */
  readonly start: number;
  readonly end: number;
  /** The entities named; none where it is nothing that the names know. */
  readonly ids: readonly string[];
  /** A kind of entities, or "event", "person", "unknown". */
  readonly kind: string;
  readonly plural: boolean;
  /** How to call it in a sentence that stands alone. */
  readonly text: string;
  /** It is a list of names. */
  readonly list: boolean;
  /** It stands for any of its kind: "every treaty". */
  readonly generic?: true;
  /** Its text tells which of a class are meant: "the states that have signed it". */
  readonly described?: true;
  /** What a noun is, where it names nothing that is known. */
  readonly concept?: string;
  /** Its name is an ordinary word ("the council") with nothing that says which. */
  readonly bare: boolean;
  /** It is written in a capital, as a term that a text defines: "the Convention". */
  readonly capital?: true;
  /** Words around it say that it is another than the base's ("the Norwegian council"). */
  readonly foreign: boolean;
  /** The base's thing whose ordinary name it bears, being another: "the city council". */
  readonly borrows: string | null;
}

/** What a word of the sentence was taken to stand for. */
export interface Binding {
  readonly words: string;
  readonly means: string;
  /** It stands where something is that something is done to. */
  readonly object?: boolean;
  /** It is only said whose something is: "the plans of both". */
  readonly owner?: boolean;
}

/** A sentence as it would read standing alone. */
export interface Standalone {
  readonly text: string;
  readonly bindings: readonly Binding[];
  /** The same with the date of the entry of a timeline that it stands in. */
  readonly on?: string;
  /** It says the contrary of the text. */
  readonly denied: boolean;
  /** What was bound stands in the sentence right before, or is what the text is about. */
  readonly near: boolean;
  /** Nothing was bound though it leans on something: it can be found right, not wrong. */
  readonly loose?: boolean;
  /** What was bound is nothing that the names know: it can be found right, not wrong. */
  readonly vague?: boolean;
  /** What was bound is what the text is about. */
  readonly topical?: boolean;
}

/** A sentence in its context: the ways to read it, the likeliest first; or why it has none. */
export type InContext =
  | {
      readonly readings: readonly Standalone[];
      /** It names another thing of a kind that the base speaks of: nothing in it is denied. */
      readonly mixed: boolean;
      /** Somebody without a name is said to have told it. */
      readonly hearsay: boolean;
      /** What it tells is still to come. */
      readonly ahead?: boolean;
      /** It tells when by what was said before ("the next day"). */
      readonly relative?: boolean;
      /** It tells what was so before or between what was told ("until then"). */
      readonly apart?: boolean;
      /** It was called untrue before it was said: what follows may answer to it. */
      readonly myth?: boolean;
      /** Kinds of things that the text spoke of last as others than the base's. */
      readonly elsewhere: readonly string[];
    }
  | { readonly open: string }
  | { readonly opinion: true };
