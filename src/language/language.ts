import type { Base } from "../base/types.ts";
import type { Meaning } from "../meaning.ts";
import { memo } from "../memo.ts";
import { openSections } from "../sections.ts";
import type { Analysed } from "./context/mentions.ts";
import { openContext, type TextContext } from "./context/text-context.ts";
import { type LookOut, lookOutFor } from "./context/topic.ts";
import type { LanguageData } from "./data.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { findQuantities } from "./number/index.ts";
import type { Context } from "./reading/context.ts";
import { inputOf } from "./reading/parse/inputs.ts";
import { readSentence } from "./reading/sentence.ts";
import { createMender } from "./spelling/mend.ts";
import { spellingVocabulary } from "./spelling/vocabulary.ts";
import {
  lemmatise,
  loadSyntax,
  MODEL_FILE,
  openSyntaxModel,
  parse,
  type SyntaxModel,
  type SyntaxToken,
  type TokenInput,
} from "./syntax/index.ts";
import { findTimes } from "./time/index.ts";
import { markVerbs } from "./units/between.ts";
import { joinCompounds } from "./units/compounds.ts";
import { dropCourtesy } from "./units/courtesy.ts";
import { buildGazetteer, type Gazetteer } from "./units/gazetteer.ts";
import { lowerTitle } from "./units/title-case.ts";
import { joinUnits, type Unit } from "./units/units.ts";
import { respeak } from "./words/informal.ts";
import { splitWords, type Word } from "./words/words.ts";

export type { LanguageData } from "./data.ts";

/** What a reader has to know of a base. */
export interface BaseNames extends Pick<Base, "relations" | "referenceDate"> {
  readonly gazetteer: Gazetteer;
}

/** Gathers the names of a base, beside those of the world. */
export function gatherNames(base: Base, data: LanguageData): Gazetteer {
  return buildGazetteer(base, data.world, (text) => splitWords(text, data.rewrites));
}

/** A unit of a sentence as the parser tags it. */
export interface TaggedWord {
  readonly form: string;
  readonly upos: string;
  /** It is a date, a number or a known name. */
  readonly taken: boolean;
  /** Id of the one who is named. */
  readonly name: string | null;
}

/** Reads sentences against the names of one base. */
export interface Reader {
  read(sentence: string): Meaning;
  /** The words, names, dates and phrases of a sentence, before it is parsed. */
  unitsOf(sentence: string): Unit[];
  /** Its words beside its units. */
  analyse(sentence: string): Analysed;
  /** The words of a sentence with their parts of speech, for finding names in it. */
  tag(sentence: string): TaggedWord[];
  /** Begins a text, whose sentences lean on each other. @param subject ids of what the base is about */
  openContext(subject: readonly string[], deed: string | null): TextContext;
  /** A quick look-out for sentences that name one of these things (without any, one of the base's). */
  lookOutFor(ids: readonly string[]): LookOut;
  /** Has a sentence a verb of its own? A title may have none. */
  hasVerb(sentence: string): boolean;
  /** Tells it of which concepts the base has statements: words are rather taken for these. */
  know(concepts: Iterable<string>): void;
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
}

/** A tagger, parser and lemmatiser: the built-in one, or another to measure beside it. */
export interface Syntax {
  parse(tokens: readonly TokenInput[]): SyntaxToken[];
  lemmatise(form: string, upos: string): string;
}

/** Opens the built-in one from the bytes of its model file. */
export function openSyntax(bytes: Uint8Array): Syntax {
  return syntaxOf(loadSyntax(bytes));
}

/** Opens the built-in one from its model file. */
export function openSyntaxFile(path: URL): Syntax {
  return syntaxOf(openSyntaxModel(openSections(path, MODEL_FILE)));
}

function syntaxOf(model: SyntaxModel): Syntax {
  return {
    parse: (tokens) => parse(model, tokens),
    lemmatise: (form, upos) => lemmatise(model, form, upos),
  };
}

/**
 * Makes a reader that knows the base's names beside the language's words.
 *
 * @param spelling whether words that nobody knows are taken for misspelt ones that are known
 */
export function createReader(
  data: LanguageData,
  syntax: Syntax,
  base: BaseNames,
  spelling: "mended" | "kept" = "mended",
): Reader {
  const { lexicon, frames } = data;
  const { gazetteer } = base;
  const mend =
    spelling === "mended"
      ? createMender(data.spelling, spellingVocabulary(gazetteer, lexicon))
      : (words: Word[]) => words;
  const relations = new Map(base.relations.map((r) => [r.concept, r]));
  const reference =
    base.referenceDate === null ? null : Date.parse(base.referenceDate) / 86_400_000;
  const known = new Set<string>(relations.keys());
  const context: Context = {
    lexicon,
    gazetteer,
    grammar: data.grammar,
    relations,
    known,
    reference,
    temporal: data.temporal,
    recasts: data.recasts,
  };
  const { be, do: does, other } = data.grammar["question-auxiliaries"];
  const auxiliaries = new Set([...be, ...does, ...other]);
  const lemmas = createLemmas(syntax, data.grammar.determiners);
  const split = (text: string): Word[] => splitWords(text, data.rewrites);
  const analyse = memo(REMEMBERED, (sentence): Analysed => {
    const words = mend(respeak(split(sentence), data.informal));
    const times = findTimes(words, { time: data.time, numbers: data.numbers }, base.referenceDate);
    const taken = words.map((_, i) => times.some((t) => i >= t.from && i < t.to));
    const quantities = findQuantities(words, data.numbers, taken);
    const joined = joinUnits(words, times, quantities, gazetteer, lexicon, lemmas);
    const addressed = dropCourtesy(joinCompounds(joined, words), data.grammar.courtesy);
    const units = markVerbs(lowerTitle(addressed, auxiliaries), lexicon);
    return { words, units };
  });
  const unitsOf = (sentence: string): Unit[] => [...analyse(sentence).units];
  const parse = parserOf(syntax);
  const parseAlone = memo(REMEMBERED, (sentence): readonly SyntaxToken[] =>
    parse(unitsOf(sentence).map((u) => inputOf(u))),
  );
  const readOnce = memo(REMEMBERED, (sentence) =>
    readSentence(sentence, unitsOf(sentence), frames, parse, context),
  );
  const read = (sentence: string): Meaning =>
    sentence.length > LONGEST ? unreadable(sentence) : readOnce(sentence);
  const know = (concepts: Iterable<string>): void => {
    for (const concept of concepts) known.add(concept);
    readOnce.forget();
  };
  return {
    lexicon,
    gazetteer,
    unitsOf,
    analyse,
    know,
    read,
    tag: (sentence) => {
      const tokens = parseAlone(sentence);
      return unitsOf(sentence).map((u, i) => ({
        form: u.form,
        upos: tokens[i]?.upos ?? "X",
        taken: u.name !== null || u.time !== null || u.quantity !== null,
        name: u.name?.id ?? null,
      }));
    },
    openContext: (subject, deed) =>
      openContext({
        data: data.context,
        gazetteer,
        lexicon,
        relations: new Set(relations.keys()),
        analyse,
        parse: parseAlone,
        subject,
        deed,
      }),
    lookOutFor: (ids) => lookOutFor(ids, gazetteer, split),
    hasVerb: (sentence) =>
      parseAlone(sentence).some((t) => t.upos === "AUX" || /^VB[DZP]?$/u.test(t.xpos)),
  };
}

/** How many readings of sentences are remembered; a sentence may be read in several ways. */
const REMEMBERED = 4000;

/** How many parses are: those that ask again for one do so within a few sentences. */
const PARSED = 1000;

/** Nobody checks a "sentence" of more characters; reading takes more than linear time. */
export const LONGEST = 1500;

/** What is said of one. */
export function tooLong(sentence: string): string {
  return `A sentence of ${sentence.length} characters is too long to be checked; the longest has ${LONGEST}.`;
}

/**
 * A parser that remembers: the stages of reading (mood, question, headline, statement) and those of a
 * text's context often ask about the same words. Each gets a copy of its own.
 */
function parserOf(syntax: Syntax): (tokens: readonly TokenInput[]) => SyntaxToken[] {
  const parsed = memo(PARSED, (tokens) => syntax.parse(JSON.parse(tokens)));
  return (tokens) => parsed(JSON.stringify(tokens)).map((token) => ({ ...token }));
}

function unreadable(sentence: string): Meaning {
  return {
    propositions: [],
    alternatives: [],
    gist: {
      atoms: [],
      sides: [],
      denials: [],
      modes: [],
      main: 0,
      when: [],
      flips: 0,
      speaker: null,
      reports: false,
      blocked: true,
    },
    unread: [`a sentence of ${sentence.length} characters`],
    kind: "statement",
    trace: [],
  };
}

function createLemmas(
  syntax: Syntax,
  closed: readonly string[],
): (word: Word) => readonly string[] {
  const cache = new Map<string, readonly string[]>();
  return (word) => {
    const known = cache.get(word.lower);
    if (known) return known;
    // "its" is no form of "it": "at its publication" is not "at it".
    if (closed.includes(word.lower)) return [word.lower];
    const all = ["VERB", "NOUN", "ADJ"].map((upos) =>
      syntax.lemmatise(word.lower, upos).toLowerCase(),
    );
    const list = [
      ...new Set([word.lower, ...all.filter((lemma) => isInflection(word.lower, lemma))]),
    ];
    cache.set(word.lower, list);
    return list;
  };
}

/** Guards against a lemmatiser that takes a derived word ("withdrawal") for an inflected one. */
function isInflection(form: string, lemma: string): boolean {
  return (
    !form.startsWith(lemma) ||
    /^(?:|s|es|d|ed|ing|n|en|r|er|st|est|t|[a-z]ing|[a-z]ed|[a-z]er|[a-z]est)$/u.test(
      form.slice(lemma.length),
    )
  );
}
