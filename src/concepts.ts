/** How concepts stand to each other (`concepts.yaml`). */
export interface ConceptRelations {
  readonly merged: Readonly<Record<string, string>>;
  readonly contraries: Readonly<Record<string, readonly string[]>>;
  readonly symmetric: readonly string[];
  readonly onesided: Readonly<Record<string, "actors" | "things">>;
  readonly entails: readonly {
    readonly from: string;
    readonly to: string;
    readonly presupposed?: boolean;
    readonly simultaneous?: boolean;
  }[];
  readonly resolves: readonly string[];
  readonly advocates: string;
  readonly remarks: string;
  readonly anybody: readonly string[];
  /** The class of those who hold a post. */
  readonly posts: string;
  /** The class of houses of which one sits in one only. */
  readonly seats: string;
  /** Offices for bodies other than those of the base, in which nobody holds the post that they hold there. */
  readonly panels: readonly string[];
  readonly speakers: readonly string[];
  readonly asserting: readonly string[];
  readonly demands: string;
  /** Knowing something before it is so: what is known lies ahead then. */
  readonly foreknows: string;
  /** Letting somebody know. */
  readonly tells: string;
}
