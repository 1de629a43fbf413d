/**
 * The path of a claim, from its text to its verdict:
 *
 *   text → language (what does it say?) → compare (what do the sources say of it?) → verdict
 *
 * Start reading here.
 */
import type { Base } from "./base/types.ts";
import { subjectOf, textJudge } from "./check-text.ts";
import { evaluateMeaning } from "./compare/evaluate.ts";
import { explainMeaning } from "./compare/explain.ts";
import { type CompiledFacts, compileFacts, openFacts, topicsOf } from "./compare/facts.ts";
import { evidenceBase } from "./evidence.ts";
import { createReader, type LanguageData, type Syntax } from "./language/language.ts";
import type { Meaning } from "./meaning.ts";
import { createRetriever, type Retriever } from "./retrieve/candidates.ts";
import { createSplitter } from "./text/sentences.ts";
import type { Checked, TextSentence } from "./types.ts";
import { judge, leaveOpen } from "./verdict/judge.ts";

/** Judges the sentences of one text in their order, each in the light of those before it. */
export interface TextChecker {
  /** Judges the next sentence; null where it is a question, a command or a wish. */
  next(sentence: Omit<TextSentence, "start" | "end">): Checked | null;
}

export interface Checker {
  readonly compiled: CompiledFacts;
  /** Judges one claim given by itself; a yes/no question is judged as the statement it asks about. */
  check(claim: string): Checked;
  /** Begins a text, whose sentences are judged one after the other. */
  openText(): TextChecker;
  /** How a sentence is read; for the authors of bases and for tests. */
  read(sentence: string): Meaning;
}

/**
 * Makes a checker for a base.
 *
 * @param base the claim base, validated
 * @param language what the program knows of English
 * @param syntax the parser's model file, or another parser
 * @param serialisedFacts the base's statements as read at build time; read anew if left out
 * @example createChecker(base, language, bytes).check("Napoleon won at Waterloo.").verdict // "refuted"
 */
export function createChecker(
  base: Base,
  language: LanguageData,
  syntax: Uint8Array | Syntax,
  serialisedFacts?: string,
): Checker {
  const reader = createReader(language, syntax, base);
  const compiled: CompiledFacts =
    serialisedFacts === undefined ? compileFacts(base, reader) : openFacts(serialisedFacts, base);
  reader.know(topicsOf(compiled.facts));
  let retriever: Retriever | null = null;
  const nearest = (claim: string): string[] => {
    retriever ??= createRetriever(
      base.claims.map((c) => ({
        id: c.id,
        text: [c.statement, ...c.quotes.map((q) => q.text)].join(" "),
      })),
    );
    return retriever.nearest(claim, 2);
  };
  const evidence = evidenceBase(
    base,
    createSplitter(language.sentences.abbreviations, language.sentences),
  );
  const checkMeaning = (claim: string, meaning: Meaning): Checked => {
    const { facts, world } = compiled;
    const trace = (): string[] => [...meaning.trace, ...explainMeaning(meaning, facts, world)];
    return judge(claim, meaning, evaluateMeaning(meaning, facts, world), nearest, evidence, trace);
  };
  const subject = subjectOf(compiled);
  const lookOut = reader.lookOutFor(subject);
  const openText = (): TextChecker => {
    const { facts, world } = compiled;
    const next = textJudge({
      context: reader.openContext(subject),
      lookOut,
      read: reader.read,
      hasVerb: reader.hasVerb,
      evaluate: (meaning) => evaluateMeaning(meaning, facts, world),
      judge: (claim, meaning, whole) =>
        judge(claim, meaning, whole, nearest, evidence, () => [
          ...meaning.trace,
          ...explainMeaning(meaning, facts, world),
        ]),
      passOver: (claim, why) =>
        leaveOpen(
          claim,
          why,
          () => [],
          evidence,
          () => [],
        ),
      leaveOpen: (claim, why) => leaveOpen(claim, why, nearest, evidence, () => []),
      base,
    });
    return { next };
  };
  return {
    compiled,
    read: (sentence) => reader.read(sentence),
    check: (claim) => checkMeaning(claim, reader.read(claim)),
    openText,
  };
}
