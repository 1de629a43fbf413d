/** A claim base as its author writes it, validated; plain data that JSON can hold. */
export interface Base {
  readonly title: string;
  /** ISO date on which the sources were current: what "last March" or "now" counts from. */
  readonly referenceDate: string | null;
  /**
   * Its statements are sentences of the sources that nobody has looked over: they are compared fact
   * by fact only, never by which words they have.
   */
  readonly drafted: boolean;
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  readonly rules: readonly Rule[];
  readonly claims: readonly BaseClaim[];
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly sha256: string;
  /** The source's text, read from `file`. */
  readonly text: string;
}

/** Somebody or something that statements are about. */
export interface Entity {
  readonly id: string;
  readonly name: string;
  /** What it is, e.g. state, person, body, treaty; free words that `relations` use too. */
  readonly kind: string;
  /** Other names; `{a,b} c` stands for `a c` and `b c`; an empty alternative is allowed. */
  readonly aliases: readonly string[];
  /** Adjectives and demonyms, e.g. French. */
  readonly adjectives: readonly string[];
  /** Common nouns that describe it, e.g. lawmaker, head of state. */
  readonly nouns: readonly string[];
  /** Of a group: the ids of its members. */
  readonly members: readonly string[];
  /** Whose it is, e.g. the state of a parliament. */
  readonly of: string | null;
}

/** What statements with one concept obey. */
export interface Relation {
  readonly concept: string;
  /** Kinds of entities that each role takes. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Roles that have one value once the others are fixed, e.g. the year of ratification. */
  readonly oneValue: readonly string[];
  /** Roles whose fillers the sources list: the list counts as complete where a claim says only or exactly. */
  readonly listed: readonly string[];
  /** Being under way doesn't mean that it is done, as with a departure that takes months. */
  readonly stages: boolean;
  /** What was done is not still to be done, as with a ratification. */
  readonly once: boolean;
}

/** What follows from what, both in plain English with X, Y, Z as variables. */
export interface Rule {
  readonly if: string;
  readonly then: string;
}

export interface BaseClaim {
  readonly id: string;
  /** A plain English statement. */
  readonly statement: string;
  readonly quotes: readonly Quote[];
  /** Id of the entity whose words these are, where the source only reports them. */
  readonly speaker: string | null;
  /** Further statements in other words that mean the same (where one wording isn't enough). */
  readonly also: readonly string[];
  /** The same from other sides, for claims that speak of it in other words. */
  readonly wordings: readonly string[];
  /** Ids of claims that another source makes to the contrary. */
  readonly conflictsWith: readonly string[];
}

/** Words verbatim from a source. */
export interface Quote {
  readonly source: string;
  readonly text: string;
  /** 1-based line of the quote's first character in the source file. */
  readonly line: number;
}
