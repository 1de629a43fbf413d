/**
 * What a sentence says, as the language stage hands it to the comparison: propositions that all
 * have to hold, each an event or state with its participants (flat event semantics, Davidson 1967).
 */

/** How far an event has come, or by what right it happens. */
export type Mode =
  | "fact"
  | "done"
  | "begun"
  | "tried"
  | "planned"
  | "expected"
  | "required"
  | "possible"
  | "stopped"
  | "continued"
  | "urged"
  | "considered"
  | "delayed";

/** Days since 1970-01-01, both ends inclusive; infinite where open. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** When something was: an interval of days, a set of weekdays, or a day of any year. */
export interface When {
  readonly relation: "in" | "since" | "until" | "before" | "after";
  readonly days: Interval | null;
  /** 0 is Sunday; null where any day of the week will do. */
  readonly weekdays: readonly number[] | null;
  readonly yearless: { readonly month: number; readonly day: number | null } | null;
  /** "only in 2022", "not until 2022": it names the beginning. */
  readonly beginning: boolean;
  readonly text: string;
}

/** What is later, nobody says how much, is so by a second at least: in days. */
export const INSTANT = 1 / 86_400;

/** How long before or after another event or a date: "six years after it came into force". */
export interface Distance {
  /** "apart" where either may come first. */
  readonly direction: "before" | "after" | "same" | "apart";
  /** Days; null where only the order is said. */
  readonly days: Interval | null;
  /** Whole years as counted ("six years"); null for other units and for bounds ("over six years"). */
  readonly years: Interval | null;
  /** For "same": how near the two have to be. */
  readonly unit: "day" | "month" | "year" | null;
  /** The other event; where both this and `date` are null the text doesn't say which. */
  readonly event: Proposition | null;
  readonly date: Interval | null;
  readonly text: string;
}

/** The numbers that a quantity allows, both ends inclusive. */
export interface Count {
  readonly lo: number;
  readonly hi: number;
  readonly text: string;
  /** "Exactly", "only": no more and no fewer. */
  readonly exact?: boolean;
}

/** How many of a class are meant. */
export type Quantifier =
  | {
      readonly kind: "all" | "no" | "some" | "most" | "not-all";
      /** Of how many things in question: "none of the five". */
      readonly of?: number | undefined;
      /** "Hardly any", "few": no more than so many. */
      readonly atMost?: number | undefined;
      /** "No such X did": the negation, counted with the clause's, denies that there is any. */
      readonly none?: boolean | undefined;
    }
  | {
      readonly kind: "count";
      readonly count: Count;
      readonly definite: boolean;
      readonly of?: number | undefined;
    }
  | { readonly kind: "only" | "not-only" }
  /** Those whom a clause singles out: "the state that invaded Chile". */
  | { readonly kind: "the"; readonly plural: boolean };

/** What a participant or modifier is. */
export type Term =
  | { readonly kind: "entity"; readonly id: string; readonly type: string }
  | { readonly kind: "class"; readonly concept: string }
  /** Those named, of whom a quantifier speaks: "neither Chile nor the US". */
  | { readonly kind: "set"; readonly members: readonly string[] }
  | { readonly kind: "event"; readonly concept: string; readonly negated: boolean }
  | { readonly kind: "quality"; readonly concept: string; readonly negated: boolean }
  /** Each of those whom the proposition narrows down. */
  | { readonly kind: "gap" }
  | { readonly kind: "label"; readonly noun: string; readonly value: string }
  /** A word that the lexicon doesn't know, by its lemma: equal to itself only. */
  | { readonly kind: "word"; readonly lemma: string };

/** A participant or modifier of an event; nested ones follow their head with `depth` + 1. */
export interface Item {
  readonly role: string;
  readonly term: Term;
  readonly depth: number;
  readonly quantifier: Quantifier | null;
  /** Entities that are left out: "besides Chile". */
  readonly except: readonly string[];
  /** Entities that are named among those meant: "some states, Chile among them". */
  readonly including?: readonly string[] | undefined;
  /** Which list of names it stands in, if any. */
  readonly list?: number | undefined;
  /** What has to hold of each of those meant: "the states that border Chile". */
  readonly among?: readonly Proposition[] | undefined;
  readonly text: string;
  /** The role is the one that is left for what it is; the sentence doesn't tell it. */
  readonly loose?: true;
}

export interface Speaker {
  readonly term: Term;
  readonly text: string;
  /** The claim denies that the speaker said so, or says that the speaker denied it. */
  readonly denied: boolean;
  /** A "view" that others may have as well ("agree that …"), or that of so many of a people ("most Chileans"). */
  readonly shared?: "view" | "part";
}

/** How the ids of speakers begin whom no base knows: "somebody@~Ann Koval". */
export const STRANGER = "somebody@~";

/** One event or state that is said to hold (sign 1) or not to hold (sign -1). */
export interface Proposition {
  readonly concept: string;
  readonly sign: 1 | -1;
  readonly mode: Mode;
  readonly items: readonly Item[];
  readonly when: readonly When[];
  readonly distances: readonly Distance[];
  readonly speaker: Speaker | null;
  /** The words that it was read from. */
  readonly text: string;
  /** Who does it is singled out ("it was Chile that did"): nobody else did. */
  readonly exclusive?: boolean;
  /** The whole of it is denied ("it is false that all …"), whatever its own negation takes in. */
  readonly denied?: boolean;
  /** It tells which of a kind are spoken of ("bombs that failed"): where it isn't so, nothing is denied of those. */
  readonly restricts?: boolean;
  /** No word denies it but its own ("stayed out", "snubbed it"): what is said besides is said of something that happened. */
  readonly byWord?: boolean;
  /** It tells what somebody is ("is a member"), not what comes about ("joins"). */
  readonly state?: boolean;
}

/** One of the things that a word can stand for; concepts of one kin have one key. */
export interface GistSense {
  readonly kind: "entity" | "concept" | "class" | "label" | "word";
  readonly key: string;
  readonly negated: boolean;
}

/** A word of a gist. */
export interface GistAtom {
  readonly text: string;
  readonly senses: readonly GistSense[];
  /** The clause that it stands in. */
  readonly region: number;
  /** The clause is about it. */
  readonly key: boolean;
  /** An adverb: what is false stays so with it. */
  readonly degree: boolean;
  /** It belongs to the name of who speaks. */
  readonly says: boolean;
  /** It may go without a counterpart; then it does what an operator does. */
  readonly plain: boolean;
  /** It only joins others: a clause is never about it. */
  readonly joins: boolean;
  readonly negates: boolean;
  readonly modes: readonly Mode[];
  /** Atoms that a name is joined to. */
  readonly bound: readonly number[];
  /**
   * A name that does what it is joined to, undergoes it ("told Chile", "Chile was told") or may do
   * so ("of Chile"), against which it is done, or between whom it lies; null where it isn't told.
   */
  readonly side: "doing" | "object" | "undergoing" | "facing" | "mutual" | null;
}

/** Who or what stands on which side of what only one of two has ("an edge for A over B"). */
export interface GistSide {
  readonly point: number;
  readonly of: number;
  /** It is the other that has it. */
  readonly facing: boolean;
}

/** What a sentence speaks of, its structure aside. */
export interface Gist {
  readonly atoms: readonly GistAtom[];
  readonly sides: readonly GistSide[];
  /** Negations: the clause that each stands in, and the atom that it stands at (-1 if none). */
  readonly denials: readonly {
    readonly region: number;
    readonly atom: number;
    /** It stands before a noun but denies the clause ("no storing is allowed"). */
    readonly clause?: boolean;
  }[];
  /** Modes of each clause. */
  readonly modes: readonly (readonly Mode[])[];
  /** The main clause. */
  readonly main: number;
  readonly when: readonly When[];
  readonly flips: number;
  readonly speaker: Speaker | null;
  /** It tells what somebody says. */
  readonly reports: boolean;
  /** One clause is the reason for another: nothing of it may go without a counterpart. */
  readonly reasoned?: boolean;
  /** It holds what a gist can't say: a condition, a comparison, a count. */
  readonly blocked: boolean;
  /** It speaks of one that has not done something: that others have denies nothing. */
  readonly existential?: boolean;
  /** A clause is about nobody or everybody, no matter who. */
  readonly anybody?: boolean;
  /** The propositions tell all of it: as a claim it is not compared by its gist. */
  readonly settled?: boolean;
}

/** A sentence as it was read. */
export interface Meaning {
  readonly propositions: readonly Proposition[];
  /** The sentence read as one clause, once about each of its events: a way out where it was split wrongly. */
  readonly alternatives: readonly Proposition[];
  readonly gist: Gist;
  /** One of its clauses is the reason for another: that each holds is not enough. */
  readonly reasoned?: boolean;
  /** Words that carry meaning and found no place: nothing is supported while there are any. */
  readonly unread: readonly string[];
  readonly kind: "statement" | "question" | "command" | "opinion";
  /** The plainer sentences that it was read from; then each is judged by itself and all have to hold. */
  readonly parts?: readonly Meaning[] | undefined;
  /** Reads the sentence in another way, for where this one decides nothing; null where there is none. */
  readonly otherwise?: () => Meaning | null;
  /** It is only implied: it may be false, but nobody need say it. */
  readonly implied?: boolean;
  /** It only tells what is spoken of: where it isn't so, nothing is said of what the sources know. */
  readonly supposed?: boolean;
  /** What the parts say together is denied. */
  readonly denied?: boolean;
  /** How it was read, a line each. */
  readonly trace: readonly string[];
}
