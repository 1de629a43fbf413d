/**
 * The path of a claim, from its text to its verdict:
 *
 *   text → language (what does it say?) → compare (what do the sources say of it?) → verdict
 *
 * Start reading here.
 */
import type { Base } from "./base/types.ts";
import { deedOf, textJudge } from "./check-text.ts";
import { evaluateMeaning } from "./compare/evaluate.ts";
import { explainMeaning } from "./compare/explain.ts";
import { openFacts, openThings } from "./compare/facts.ts";
import type { Thing } from "./compare/types.ts";
import { compileBase, openCompiledBase } from "./compile.ts";
import type { Evaluation } from "./evaluation.ts";
import { openEvidence } from "./evidence.ts";
import type { LookOut } from "./language/context/topic.ts";
import { createReader, type LanguageData, openSyntax, type Syntax } from "./language/language.ts";
import { type Known, openNames } from "./language/units/gazetteer.ts";
import type { Meaning } from "./meaning.ts";
import { memo } from "./memo.ts";
import { openRetriever } from "./retrieve/candidates.ts";
import { readSections, type Sections } from "./sections.ts";
import type { Checked, TextSentence } from "./types.ts";
import { judge, leaveOpen } from "./verdict/judge.ts";

export { compileBase, openCompiledBase } from "./compile.ts";

/** Judges the sentences of one text in their order, each in the light of those before it. */
export interface TextChecker {
  /** Judges the next sentence; null where it is a question, a command or a wish. */
  next(sentence: Omit<TextSentence, "start" | "end">): Checked | null;
}

/** How many sentences' nearest statements are remembered. */
const REMEMBERED = 1000;

export interface Checker {
  /** Statements of the base that could not be read whole, with what was left. */
  readonly faults: readonly string[];
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
 * @example createChecker(base, language, bytes).check("Napoleon won at Waterloo.").verdict // "refuted"
 */
export function createChecker(
  base: Base,
  language: LanguageData,
  syntax: Uint8Array | Syntax,
): Checker {
  const parser = syntax instanceof Uint8Array ? openSyntax(syntax) : syntax;
  return openChecker(readSections(compileBase(base, language, parser)), language, parser);
}

/**
 * Makes a checker for a compiled base.
 *
 * @param compiled what `compileBase` gave for it, with the same language data and parser
 */
export function openChecker(
  compiled: Sections,
  language: LanguageData,
  syntax: Uint8Array | Syntax,
): Checker {
  const parser = syntax instanceof Uint8Array ? openSyntax(syntax) : syntax;
  const base = openCompiledBase(compiled);
  const { relations, referenceDate } = base;
  const gazetteer = openNames(compiled, openThings<Thing & Known>(compiled));
  const reader = createReader(language, parser, { relations, referenceDate, gazetteer });
  const { parents, concepts } = language.lexicon;
  const opened = openFacts(compiled, {
    relations: new Map(relations.map((r) => [r.concept, r])),
    parents,
    concepts,
  });
  const { facts, world, topics } = opened;
  reader.know(topics);
  const retriever = openRetriever(compiled);
  const nearest = memo(REMEMBERED, (claim): string[] => retriever.nearest(claim, 2));
  const evidence = openEvidence(compiled);
  // A sentence that comes again has the meaning that was read before, the very same object.
  const evaluated = new WeakMap<Meaning, Evaluation>();
  const evaluate = (meaning: Meaning): Evaluation => {
    const value = evaluated.get(meaning) ?? evaluateMeaning(meaning, facts, world);
    evaluated.set(meaning, value);
    return value;
  };
  const verdictOn = (claim: string, meaning: Meaning, whole: Evaluation): Checked => {
    const trace = (): string[] => [...meaning.trace, ...explainMeaning(meaning, facts, world)];
    return judge(claim, meaning, whole, nearest, evidence, trace);
  };
  // The look-out takes a look at all names, and only texts need it.
  let lookOut: LookOut | null = null;
  const openText = (): TextChecker => {
    const { subject } = opened;
    lookOut ??= reader.lookOutFor(subject);
    const next = textJudge({
      context: reader.openContext(subject, deedOf(subject, base)),
      lookOut,
      subject,
      read: reader.read,
      hasVerb: reader.hasVerb,
      evaluate,
      judge: verdictOn,
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
      contraries: concepts.contraries,
      doers: (concept) =>
        facts.index
          .of(concept)
          .flatMap(({ proposition: { items } }) =>
            items.flatMap(({ role, depth, term }) =>
              role === "agent" && depth === 0 && term.kind === "entity" ? [term.type] : [],
            ),
          ),
    });
    return { next };
  };
  return {
    get faults() {
      return opened.faults;
    },
    read: (sentence) => reader.read(sentence),
    check: (claim) => {
      const meaning = reader.read(claim);
      return verdictOn(claim, meaning, evaluate(meaning));
    },
    openText,
  };
}
