/** What the comparison makes of a claim, as it hands it to the verdict. */
import type { Proposition, Term } from "./meaning.ts";

/** A proposition of the base, with the claim that gives it. */
export interface Fact {
  readonly claim: string;
  readonly proposition: Proposition;
  /** Id of the entity whose words these are, or null. */
  readonly speaker: string | null;
  /** Derived facts only refute what they deny; they support nothing. */
  readonly onlyRefutes: boolean;
  readonly statement: string;
  /** Ids of the claims that another source makes to the contrary. */
  readonly conflictsWith: readonly string[];
}

/** Belnap's four values (1977): true, false, both, neither; `neither` is what nothing decides. */
export type Value = "true" | "false" | "both" | "neither";

/** A fact that bears on a proposition, and how. */
export interface Bearing {
  readonly fact: Fact;
  readonly value: "true" | "false";
  readonly reason: string;
  /** The fact has a counterpart to every part of the proposition. */
  readonly covers: boolean;
  /** The proposition tells more of the event than the fact does: where, with what, with whom. */
  readonly detailed?: boolean;
  /** It decides by a part that is the contrary of the fact's. */
  readonly opposed?: boolean;
  /** It decides by a part that has one value and another one in the fact: the time, or another part. */
  readonly clash?: "time" | "part";
  /** The source gives the words to somebody else. */
  readonly elsewhere?: boolean;
  /** It was found by words: how much of the statement, from 0 to 1, the sentence takes up. */
  readonly likeness?: number;
  /** Who speaks within the statement itself ("K. commented on it"). */
  readonly teller?: Term;
}

/** What the facts make of a proposition, and which of them decide. */
export interface Evaluation {
  readonly value: Value;
  readonly bearings: readonly Bearing[];
}
