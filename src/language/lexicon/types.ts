import type { ConceptRelations } from "../../concepts.ts";
import type { Mode } from "../../meaning.ts";

export type { ConceptRelations };

export type Pos = "v" | "n" | "a";

/** What one phrase of the lexicon stands for. */
export type Sense =
  | {
      readonly kind: "event";
      readonly concept: string;
      readonly negated: boolean;
      readonly mode: Mode | null;
    }
  | {
      readonly kind: "operator";
      readonly name: string;
      readonly negated: boolean;
      readonly mode: Mode | null;
    }
  | { readonly kind: "speech"; readonly name: string }
  | { readonly kind: "class"; readonly concept: string }
  | { readonly kind: "office"; readonly concept: string; readonly of: string }
  | { readonly kind: "quality"; readonly concept: string; readonly negated: boolean }
  | { readonly kind: "light" }
  | { readonly kind: "filler" };

/** One slot of a phrase: lemmas that fit, whether it may be missing, or a gap. */
export type Slot =
  | { readonly lemmas: readonly string[]; readonly optional: boolean }
  | "possessive"
  | "gap";

export interface Phrase {
  readonly slots: readonly Slot[];
  /** It is written with an article ("as a rule"), so one may stand in it. */
  readonly articled: boolean;
  readonly pos: Pos;
  readonly sense: Sense;
}

/** The language data as the YAML files hold it, parsed. */
export interface LexiconData {
  readonly events: Readonly<
    Record<string, { gloss?: string; v?: string[]; n?: string[]; a?: string[] }>
  >;
  readonly operators: Readonly<
    Record<string, { mode?: Mode; sign?: "+" | "-"; v?: string[]; n?: string[]; a?: string[] }>
  >;
  readonly speech: Readonly<
    Record<string, { v?: string[]; n?: string[]; a?: string[]; p?: string[] }>
  >;
  readonly nouns: Readonly<Record<string, { words: string[]; is?: string }>>;
  readonly offices: Readonly<Record<string, { words: string[]; kind: string }>>;
  readonly qualities: Readonly<Record<string, string[]>>;
  readonly kin: {
    readonly same: Readonly<Record<string, readonly string[]>>;
    readonly plain: readonly string[];
  };
  readonly concepts: ConceptRelations;
  readonly ignore: { words: string[]; "light-verbs": string[]; "light-nouns": string[] };
}
