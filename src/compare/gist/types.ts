import type { GistAtom } from "../../meaning.ts";
import type { Bearing } from "../types.ts";

/** By word of the claim: the word of the statement that it answers to, or is the contrary of. */
export type Pairs = ReadonlyMap<GistAtom, { readonly other: GistAtom; readonly opposite: boolean }>;

/** Why a statement doesn't bear on a claim: the word, or what of it, that has no place there. */
export interface Lack {
  readonly lacks: string;
}

/** A statement that bears on a claim, and how near it comes. */
export interface Met {
  readonly bearing: Bearing;
  /** How much of the statement the claim takes up. */
  readonly share: number;
  /** How many words of the statement have a counterpart in the claim. */
  readonly words: number;
  /** How many words of the claim only other wordings of the statement have. */
  readonly beside: number;
  /** How many words of the claim have a counterpart in the statement. */
  readonly pairs: number;
}
