/** A token as the caller knows it before tagging. */
export interface TokenInput {
  readonly form: string;
  /** Universal part of speech if known in advance, e.g. `PROPN` for a name of the base. */
  readonly upos?: string;
  /** Penn Treebank tag if known in advance. */
  readonly xpos?: string;
}

/** A token with its analysis. */
export interface SyntaxToken {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head in the array, -1 for the root. */
  readonly head: number;
  /** Universal Dependencies relation to the head, with its subtype (`nsubj:pass`). */
  readonly rel: string;
}
