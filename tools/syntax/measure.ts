import { parse, type SyntaxModel } from "../../src/language/syntax/index.ts";
import { lowerCased, mergeNames, telegraphic, withoutFinalPunctuation } from "./augment.ts";
import type { Word } from "./conllu.ts";

/** Percentages over all words, punctuation included, as the CoNLL 2018 shared task counts. */
export interface Scores {
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
  readonly root: number;
  readonly lemma: number;
  /** Sentences per second of processor time. */
  readonly perSecond: number;
}

/** Parses a treebank and compares. */
export function measure(model: SyntaxModel, sentences: readonly (readonly Word[])[]): Scores {
  const hits = { upos: 0, xpos: 0, uas: 0, las: 0, root: 0, lemma: 0 };
  let total = 0;
  const start = process.cpuUsage();
  const parses = sentences.map((words) =>
    parse(
      model,
      words.map(({ form, upos, given }) => (given === true ? { form, upos } : { form })),
    ),
  );
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  for (const [s, words] of sentences.entries()) {
    for (const [i, gold] of words.entries()) {
      const guess = parses[s]?.[i];
      total += 1;
      hits.upos += guess?.upos === gold.upos ? 1 : 0;
      hits.xpos += guess?.xpos === gold.xpos ? 1 : 0;
      hits.lemma += guess?.lemma.toLowerCase() === gold.lemma.toLowerCase() ? 1 : 0;
      hits.uas += guess?.head === gold.head ? 1 : 0;
      hits.las += guess?.head === gold.head && guess.rel === gold.rel ? 1 : 0;
      hits.root += gold.head === -1 && guess?.head === -1 ? 1 : 0;
    }
  }
  const percent = (n: number, of: number): number => Math.round((n / of) * 1000) / 10;
  return {
    upos: percent(hits.upos, total),
    xpos: percent(hits.xpos, total),
    uas: percent(hits.uas, total),
    las: percent(hits.las, total),
    root: percent(hits.root, sentences.length),
    lemma: percent(hits.lemma, total),
    perSecond: Math.round(sentences.length / seconds),
  };
}

/** The sentences as hasty users write them: lower case, no final punctuation. */
export function hasty(sentences: readonly (readonly Word[])[]): Word[][] {
  return sentences.map((words) => lowerCased(withoutFinalPunctuation(words)));
}

/** The sentences with names, dates and numbers of several words as one token whose tag is given. */
export function named(sentences: readonly (readonly Word[])[]): Word[][] {
  return sentences.map((words) => mergeNames(words, () => true));
}

/** The sentences as headlines: no articles, no forms of "be", no final punctuation. */
export function headlines(sentences: readonly (readonly Word[])[]): Word[][] {
  return sentences.map((words) => withoutFinalPunctuation(telegraphic(words, true)));
}
