import type { Checked, InputKind, Location, Verdict } from "../types.ts";

/** What is reported: one judged claim and, where it stands in a text, its place. */
export interface Result {
  readonly checked: Checked;
  readonly location?: Location;
  /** The id of the record whose text it stands in, where texts come as records. */
  readonly id?: string | number | null;
  /** The level of the text that it stands in, where that is not the run's. */
  readonly failOn?: FailOn;
}

/** A text that was read: what its locations call it, and the text as written. */
export interface FileText {
  readonly file: string;
  readonly text: string;
  readonly kind: InputKind;
}

/** `--fail-on`: the mildest verdict that counts as a failure. */
export type FailOn = Exclude<Verdict, "supported"> | "never";

/** Files and folders that were not read, and why, e.g. "ignored by .gitignore". */
export interface Unread {
  readonly reason: string;
  readonly files: number;
  /** Folders that were not entered; what they hold is not counted. */
  readonly folders: number;
}

/** What became of the files of a run. */
export interface FilesSummary {
  readonly read: number;
  readonly unread: readonly Unread[];
  /** Findings that were left out: by comments in the texts, by the file of suppressions. */
  readonly suppressed: { readonly comments: number; readonly file: number };
}

/** How many claims were checked and what came out, over the whole run. */
export interface Summary {
  /** Only where files were checked. */
  readonly files?: FilesSummary;
  /** Sentences read, checkable or not; absent where claims were given one by one. */
  readonly read?: number;
  /** Sentences or claims that were judged, with the findings that were left out. */
  readonly checked: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** What every format needs to know about the run. */
export interface Run {
  /** The program's version. */
  readonly version: string;
  readonly base: { readonly title: string; readonly referenceDate: string | null };
  /** The base's sources with their whole text, for formats that show the evidence in place. */
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    /** Its file, as the base names it. */
    readonly file: string;
    readonly text: string;
  }[];
  /** Whether a text was read, sentence by sentence, rather than claims one by one. */
  readonly document: boolean;
  readonly failOn: FailOn;
  /** Show every checked sentence of a text. */
  readonly all: boolean;
  /** Show how each claim was read. */
  readonly explain: boolean;
}

/**
 * A format as pure functions: the head, then for every text its beginning and one piece a result,
 * then the tail.
 */
export interface Formatter {
  head(): string;
  /** The beginning of a text, whose results follow; left out where a format has nothing to say. */
  file?(text: FileText): string;
  /** The text of one result; "" where the format leaves it out. */
  result(result: Result): string;
  tail(summary: Summary): string;
}
