import type { Mode } from "../../meaning.ts";
import type { ConditionWords } from "./conditions/conditions.ts";
import type { NormWords } from "./conditions/norm-words.ts";
import type { RuleWords } from "./conditions/rules.ts";
import type { LeadWords } from "./frames/leads.ts";
import type { EndWords } from "./plainer/endings.ts";
import type { FreeWords } from "./plainer/free.ts";
import type { StringWords } from "./plainer/splice.ts";

/** `data/language/grammar.yaml`, parsed: the closed classes of English. */
export interface Grammar {
  /** Words that make a sentence no plain evidence for others. */
  readonly hedges: readonly string[];
  readonly negations: readonly string[];
  readonly "negative-pronouns": readonly string[];
  /** Words before a sentence that say nothing of what it says. */
  readonly "sentence-openings": readonly string[];
  /** Pronouns that only stress the name before them ("Smith himself"). */
  readonly stressing: readonly string[];
  /** What only leads a statement in. */
  readonly leads: LeadWords;
  readonly "general-pronouns": readonly string[];
  readonly quantifiers: Readonly<Record<"all" | "no" | "some" | "most", readonly string[]>>;
  readonly only: readonly string[];
  readonly without: readonly string[];
  readonly cause: readonly string[];
  readonly condition: readonly string[];
  readonly unless: readonly string[];
  readonly except: readonly string[];
  readonly contrast: readonly string[];
  readonly concession: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly during: readonly string[];
  /** Prepositions of how long something lasts. */
  readonly until: readonly string[];
  readonly lasting: readonly string[];
  readonly under: readonly string[];
  readonly facing: readonly string[];
  readonly determiners: readonly string[];
  readonly other: readonly string[];
  readonly another: readonly string[];
  readonly measures: readonly string[];
  readonly questioning: readonly string[];
  readonly open: readonly string[];
  readonly "verbs-of-time": Readonly<Record<string, Mode>>;
  readonly counterfactual: readonly string[];
  readonly purpose: readonly string[];
  readonly modals: Readonly<Record<string, Mode>>;
  readonly opinion: readonly string[];
  /** A sentence that only tells that something is asked or not known. */
  readonly asking: string;
  /** Verbs that only carry an event noun. */
  readonly "support-verbs": readonly string[];
  /** Verbs that say of an event noun before them who brought it about ("a decision adopted by X"). */
  readonly "carrying-verbs": readonly string[];
  /** Verbs for what is so from then on. */
  readonly becoming: readonly string[];
  readonly copular: readonly string[];
  /** Auxiliaries that begin a yes/no question; `conditional` ones only with a question mark. */
  readonly "question-auxiliaries": Readonly<
    Record<"be" | "do" | "other" | "conditional", readonly string[]>
  >;
  /** Words that begin a clause which only names another subject: "so did France". */
  readonly "elliptic-openings": readonly string[];
  /** Verbs that headlines leave out: before which words, and which. */
  readonly "left-out": {
    readonly before: readonly (readonly string[])[];
    readonly auxiliary: string;
    readonly copula: string;
    /** Verbs of what is done with the noun before them ("bill to go to the house"). */
    readonly passing: readonly string[];
    /** Verbs that lead to a date ("the vote falls in May"). */
    readonly dating: readonly string[];
  };
  /** Adverbs and particles that say nothing by themselves. */
  readonly empty: readonly string[];
  /** Classes of those who can say something. */
  readonly speakers: readonly string[];
  /** What sets one thing off against another. */
  readonly "setting-off": readonly string[];
  /** What is only courtesy before a name, without a stop. */
  readonly courtesy: readonly string[];
  readonly wishes: readonly string[];
  /** Kinds of things that are about something, and the prepositions before it. */
  readonly topics: { readonly kinds: readonly string[]; readonly marks: readonly string[] };
  /** Pronouns for whoever a clause after them tells of ("those who left"). */
  readonly "told-by-clause": readonly string[];
  /** Classes of which "that" points to one of many ("that country"). */
  readonly "pointed-at": readonly string[];
  /** Verbs that ask what is then answered ("guess who left"). */
  readonly guessing: readonly string[];
  /** Over one word: it tells that somebody shares a view. */
  readonly sharing: string;
  /** Words that say how many of a people are meant. */
  readonly counting: readonly string[];
  /** Prepositions before where or when something is said, and where anybody says what they say. */
  readonly occasions: { readonly marks: readonly string[]; readonly anywhere: readonly string[] };
  readonly receiving: readonly string[];
  /** Verbs that say, of what nobody does, that it needs something ("it takes a vote"). */
  readonly "demanding-verbs": readonly string[];
  /** Pronouns that can stand for a thing named before. */
  readonly "object-pronouns": readonly string[];
  readonly "same-past": readonly string[];
  /** Prepositions, and words that join clauses, of five letters and more; other words are none. */
  readonly "long-prepositions": readonly string[];
  /** Verbs that help others, besides the modals. */
  readonly "helping-verbs": readonly string[];
  readonly conditions: ConditionWords;
  /** Strings of statements. */
  readonly strings: StringWords;
  readonly free: FreeWords;
  readonly ends: EndWords;
  /** What rules are made of. */
  readonly rules: RuleWords;
  readonly norms: NormWords;
  readonly groups: GroupGrammar;
}

/** The words that lists of names and counted classes are made with. */
export type GroupGrammar = Readonly<
  Record<
    | "heads"
    | "links"
    | "not-only"
    | "disjunction"
    | "all"
    | "no"
    | "not-all"
    | "all-but"
    | "most"
    | "hardly"
    | "some"
    | "only"
    | "alone"
    | "else"
    | "nobody"
    | "everybody"
    | "somebody"
    | "except"
    | "additive"
    | "included"
    | "including"
    | "said-to-be"
    | "floating"
    | "mentioned"
    | "everywhere"
    | "besides"
    | "singular",
    readonly string[]
  >
> & {
  /** Names and adjectives of continents, with the name that the list of countries has for them. */
  readonly continents: Readonly<Record<string, string>>;
};
