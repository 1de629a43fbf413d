/** The types that the stages share. A stage imports these and nothing of another stage. */

/** The four labels, after AVeriTeC (Schlichtkrull et al. 2023). */
export type Verdict = "supported" | "refuted" | "conflicting-evidence" | "not-enough-evidence";

/** What a source sentence does to a claim. */
export type Stance = "supports" | "refutes";

/** Where a sentence stands: the source's id and title, and the 1-based line in its file. */
export interface SourceRef {
  readonly id: string;
  readonly title: string;
  readonly line: number;
}

/** A source sentence that decides a claim; `sentence` is verbatim from the source. */
export interface Evidence {
  /** The id of the base claim that the sentence gives. */
  readonly id: string;
  readonly stance: Stance;
  readonly sentence: string;
  readonly source: SourceRef;
  /** Who said it, where the source only reports it; else null. */
  readonly speaker: string | null;
}

/** A source sentence near a claim that nothing decides. */
export type Nearest = Omit<Evidence, "stance">;

/** At least one element: what makes a decided verdict without a source sentence impossible. */
export type NonEmpty<T> = readonly [T, ...T[]];

/**
 * What the program thinks of one claim. A verdict other than not-enough-evidence
 * can't be built without a source sentence.
 */
export type Judgement =
  | {
      readonly verdict: Exclude<Verdict, "not-enough-evidence">;
      readonly evidence: NonEmpty<Evidence>;
      /** Why, in plain sentences that a reader can check. */
      readonly rationale: NonEmpty<string>;
    }
  | {
      readonly verdict: "not-enough-evidence";
      readonly evidence: readonly [];
      /** Looked for only when asked: of a text most sentences that nothing decides are not shown. */
      readonly nearest: () => readonly Nearest[];
      readonly rationale: NonEmpty<string>;
    };

/** How a claim was read, for `--explain`: one line a step, plain text; worked out when asked for. */
export type Trace = () => readonly string[];

/** A claim with its judgement. */
export type Checked = Judgement & { readonly claim: string; readonly trace: Trace };

/** Lines and columns count from 1, columns in Unicode code points; the end is exclusive. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The kinds of text that can be read. */
export type InputKind = "text" | "markdown" | "html";

/** What a sentence of a text stands in. */
export type Place = "prose" | "heading" | "item" | "cell" | "quotation" | "caption";

/** A sentence of a text, and where it stands. */
export interface TextSentence {
  /**
   * The sentence without markup, every run of white space folded to one space; a word wrapped at
   * its hyphen is joined.
   */
  readonly text: string;
  /**
   * How many UTF-16 units of `text` at its start stand before what is said: a dateline
   * ("GENEVA, June 29 (Agency) — "). Left out where there are none.
   */
  readonly lead?: number;
  /** Who speaks, where the text is a transcript ("KOVAL: We …"); the name is not in `text`. */
  readonly speaker?: string;
  /** UTF-16 offset in the text as written, markup included, of its first character. */
  readonly start: number;
  /** UTF-16 offset after its last character. */
  readonly end: number;
  readonly place: Place;
  /** The number of its paragraph, item, cell or heading, counted from 0 in the text's order. */
  readonly block: number;
  /** For a heading its level, from 1. */
  readonly level?: number;
}

/** A comment in a text's markup, or a plain text's line that stands for one. */
export interface TextComment {
  /** Without the marks around it and the white space at its ends. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A text as read: its sentences in their order, and its comments. */
export interface ReadText {
  readonly kind: InputKind;
  /** The text as written. */
  readonly text: string;
  readonly sentences: Iterable<TextSentence>;
  /** Complete when all sentences have been read. */
  readonly comments: readonly TextComment[];
}
