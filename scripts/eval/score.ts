import type { Verdict } from "../../src/types.ts";
import { LABELS, type LabelledClaim, type NumberedSentence } from "./claims.ts";
import type { Answer, Engine } from "./engine.ts";

/** A labelled claim beside what a way of checking says of it. */
export interface Outcome {
  readonly claim: LabelledClaim;
  readonly answer: Answer;
  /** What the engine threw, if it did; counted as a wrong not-enough-evidence. */
  readonly crash: string | null;
  readonly labelRight: boolean;
  /** Supported for refuted or the reverse: the worst that can happen. */
  readonly flip: boolean;
  /** Whether the first printed sentence is among the labelled ones. */
  readonly evidenceRight: boolean;
  /** FEVER's strict criterion (Thorne et al. 2018): label right and, where needed, evidence too. */
  readonly strict: boolean;
}

export interface LabelScore {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Shares are from 0 to 1; null where there is nothing to divide by. */
export interface Figures {
  readonly claims: number;
  readonly crashes: number;
  readonly accuracy: number | null;
  /** Share of the supported and refuted verdicts that are right. */
  readonly decisivePrecision: number | null;
  readonly flips: number;
  readonly flipShare: number | null;
  /** Of the right verdicts with evidence, those whose first printed sentence is a labelled one. */
  readonly evidenceRight: number | null;
  readonly feverStrict: number | null;
  readonly labels: Readonly<Record<Verdict, LabelScore>>;
  /** By expected label, then by verdict. */
  readonly confusion: Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>>;
}

/** Maps printed sentences to the ids of numbered ones: the one contains the other. */
export type SentenceIds = (source: string, sentence: string) => string[];

/**
 * @param sources ids of the base's sources in order; the n-th is the n-th prefix in `sentences`
 */
export function sentenceIds(
  sentences: readonly NumberedSentence[],
  sources: readonly string[],
): SentenceIds {
  const prefixes = [...new Set(sentences.map(([id]) => prefixOf(id)))];
  const prepared = sentences.map(([id, text]) => ({ id, prefix: prefixOf(id), text: fold(text) }));
  return (source, sentence) => {
    const printed = fold(sentence);
    const prefix = prefixes[sources.indexOf(source)];
    return prepared
      .filter((known) => prefix === undefined || known.prefix === prefix)
      .filter(({ text }) => printed !== "" && (text.includes(printed) || printed.includes(text)))
      .map(({ id }) => id);
  };
}

/** Asks an engine about every claim and compares. */
export function run(
  engine: Engine,
  claims: readonly LabelledClaim[],
  idsOf: SentenceIds,
): Outcome[] {
  return claims.map((claim) => {
    let answer: Answer;
    let crash: string | null = null;
    try {
      answer = engine(claim.claim);
    } catch (error) {
      crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
      answer = { verdict: "not-enough-evidence", evidence: [], rationale: [], trace: () => [] };
    }
    const printed = answer.evidence.map(({ source, sentence }) => idsOf(source, sentence));
    const isLabelled = (id: string) => claim.evidence.includes(id);
    const labelRight = crash === null && answer.verdict === claim.label;
    const needsNone = claim.label === "not-enough-evidence";
    return {
      claim,
      answer,
      crash,
      labelRight,
      flip: isFlip(claim.label, answer.verdict),
      evidenceRight: printed[0]?.some(isLabelled) ?? false,
      strict: labelRight && (needsNone || printed.flat().some(isLabelled)),
    };
  });
}

/** The figures of a set of outcomes. */
export function score(outcomes: readonly Outcome[]): Figures {
  const count = (test: (outcome: Outcome) => boolean) => outcomes.filter(test).length;
  const total = outcomes.length;
  const decisive = outcomes.filter(({ answer }) => isDecisive(answer.verdict));
  const backed = outcomes.filter((o) => o.labelRight && o.claim.label !== "not-enough-evidence");
  const flips = count(({ flip }) => flip);
  const cell = (label: Verdict, verdict: Verdict) =>
    count(({ claim, answer }) => claim.label === label && answer.verdict === verdict);
  return {
    claims: total,
    crashes: count(({ crash }) => crash !== null),
    accuracy: share(
      count((o) => o.labelRight),
      total,
    ),
    decisivePrecision: share(decisive.filter((o) => o.labelRight).length, decisive.length),
    flips,
    flipShare: share(flips, total),
    evidenceRight: share(backed.filter((o) => o.evidenceRight).length, backed.length),
    feverStrict: share(
      count((o) => o.strict),
      total,
    ),
    labels: record((label) => labelScore(outcomes, label)),
    confusion: record((label) => record((verdict) => cell(label, verdict))),
  };
}

function labelScore(outcomes: readonly Outcome[], label: Verdict): LabelScore {
  const right = outcomes.filter((o) => o.labelRight && o.claim.label === label).length;
  const given = outcomes.filter((o) => o.answer.verdict === label).length;
  const wanted = outcomes.filter((o) => o.claim.label === label).length;
  return {
    precision: share(right, given),
    recall: share(right, wanted),
    f1: share(2 * right, given + wanted),
  };
}

/** Groups outcomes by a name, the groups in the names' natural order. */
export function groupBy(
  outcomes: readonly Outcome[],
  nameOf: (claim: LabelledClaim) => string,
): [name: string, outcomes: Outcome[]][] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const name = nameOf(outcome.claim);
    const group = groups.get(name);
    if (group) group.push(outcome);
    else groups.set(name, [outcome]);
  }
  const { compare } = new Intl.Collator("en", { numeric: true });
  return [...groups].sort(([a], [b]) => compare(a, b));
}

function isDecisive(verdict: Verdict): boolean {
  return verdict === "supported" || verdict === "refuted";
}

function isFlip(label: Verdict, verdict: Verdict): boolean {
  return isDecisive(label) && isDecisive(verdict) && label !== verdict;
}

function record<T>(value: (label: Verdict) => T): Record<Verdict, T> {
  return Object.fromEntries(LABELS.map((label) => [label, value(label)])) as Record<Verdict, T>;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function prefixOf(id: string): string {
  return id.slice(0, id.lastIndexOf("."));
}

/** White space and the number of spaces tell nothing here. */
function fold(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
