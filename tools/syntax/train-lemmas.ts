import {
  exceptionKey,
  type Lemmatiser,
  lemma,
  MAX_SUFFIX,
  NO_RULE,
  RULES_PER_SUFFIX,
  suffixKey,
} from "../../src/language/syntax/lemmatiser.ts";
import { canBe, type Lexicon, lookUp } from "../../src/language/syntax/lexicon.ts";

import type { Word } from "./conllu.ts";
import { readWordnet } from "./lexicon.ts";

const INFLECTED = new Set(["NOUN", "VERB", "AUX", "ADJ", "ADV"]);

/** The single words of WordNet, a pair for each part of speech that a word can have. */
export function readLexicon(folder: string): [word: string, upos: string][] {
  return [...readWordnet(folder)].flatMap(([word, { noun, verb, adjective, adverb }]) =>
    Object.entries({ NOUN: noun > 0, VERB: verb > 0, ADJ: adjective, ADV: adverb })
      .filter(([, can]) => can)
      .map(([upos]): [string, string] => [word, upos]),
  );
}

/** Learns the lemmatiser from a treebank and a lexicon; gives its sections of the model file. */
export function trainLemmas(
  words: readonly Word[],
  lexicon: Lexicon,
  capitalised: readonly string[],
): { lemmatiser: Lemmatiser; sections: ReadonlyMap<string, Uint8Array> } {
  const always = new Set(capitalised.map((word) => `ADJ ${word.toLowerCase()}`));
  const pairs = lemmaPairs(words).filter(({ form, upos }) => !always.has(`${upos} ${form}`));
  const { rules, suffixes } = countRules(pairs, lexicon);
  const suffixEntries = [...suffixes].map(([key, list]) => [key, list] as const);
  suffixEntries.sort((a, b) => a[0] - b[0]);
  const bare: Lemmatiser = {
    keys: new Uint32Array(0),
    places: new Uint32Array(1),
    lemmas: new Uint8Array(0),
    suffixKeys: Uint32Array.from(suffixEntries, ([key]) => key),
    suffixRules: Uint16Array.from(suffixEntries.flatMap(([, list]) => list)),
    rules,
    lexicon,
  };
  const exceptions = [
    ...pairs.filter((pair) => isException(bare, pair)).map(entryOf),
    ...capitalised.map((word) => entryOf({ form: word.toLowerCase(), upos: "ADJ", lemma: word })),
  ].sort((a, b) => a[0] - b[0]);
  const encoder = new TextEncoder();
  const blobs = exceptions.map(([, gold]) => encoder.encode(gold));
  const places = new Uint32Array(blobs.length + 1);
  for (const [i, blob] of blobs.entries()) {
    places[i + 1] = (places[i] as number) + blob.length;
  }
  const lemmatiser: Lemmatiser = {
    ...bare,
    keys: Uint32Array.from(exceptions, ([key]) => key),
    places,
    lemmas: Uint8Array.from(Buffer.concat(blobs)),
  };
  const bytes = (array: Uint32Array | Uint16Array): Uint8Array => new Uint8Array(array.buffer);
  const sections = new Map<string, Uint8Array>([
    ["lemkeys", bytes(lemmatiser.keys)],
    ["lemat", bytes(lemmatiser.places)],
    ["lemmas", lemmatiser.lemmas],
    ["sufkeys", bytes(lemmatiser.suffixKeys)],
    ["sufrules", bytes(lemmatiser.suffixRules)],
    ["rules", encoder.encode(rules.map(([drop, add]) => `${drop} ${add}`).join("\n"))],
    ["lexkeys", bytes(lexicon.keys)],
    ["lexvals", bytes(lexicon.values)],
    ["verbs", bytes(lexicon.verbKeys)],
    ["frames", bytes(lexicon.frames)],
  ]);
  return { lemmatiser, sections };
}

function entryOf(pair: Omit<Pair, "count">): readonly [key: number, lemma: string] {
  return [exceptionKey(pair.form, pair.upos), pair.lemma];
}

/** How often a treebank must show a lemma that is in no lexicon to outweigh a rule's that is. */
const TRUSTED = 4;

/** Whether the rules miss the treebank's lemma, and not because the annotator slipped. */
function isException(bare: Lemmatiser, pair: Pair): boolean {
  const byRule = lemma(bare, pair.form, pair.upos);
  const listed = (word: string): boolean => canBe(lookUp(bare.lexicon, word), pair.upos);
  const slip = pair.count < TRUSTED && listed(byRule) && !listed(pair.lemma);
  return byRule !== pair.lemma && !slip;
}

interface Pair {
  readonly form: string;
  readonly upos: string;
  readonly lemma: string;
  readonly count: number;
}

/** The usual lemma of each form (in lower case, but for names) and part of speech. */
function lemmaPairs(words: readonly Word[]): Pair[] {
  const counts = new Map<string, Map<string, number>>();
  for (const word of words) {
    const plain = word.form.replaceAll("’", "'");
    if (["PROPN", "X", "SYM", "NUM"].includes(word.upos) || word.lemma === "_") {
      continue;
    }
    const key = `${word.upos} ${plain.toLowerCase()}`;
    const lemmas = counts.get(key) ?? new Map<string, number>();
    lemmas.set(word.lemma, (lemmas.get(word.lemma) ?? 0) + 1);
    counts.set(key, lemmas);
  }
  return [...counts].map(([key, lemmas]) => {
    const [upos = "", form = ""] = key.split(" ");
    const [best = ["", 0] as const] = [...lemmas].sort((a, b) => b[1] - a[1]);
    // Capitals of common words come from titles; those of adjectives like "French" are known.
    const gold = INFLECTED.has(upos) ? best[0].toLowerCase() : best[0];
    return { form, upos, lemma: gold, count: best[1] };
  });
}

/** How much must speak for the rules of an ending. */
const LEAST_WEIGHT = 2;

function countRules(
  pairs: readonly Pair[],
  lexicon: Lexicon,
): { rules: [string, string][]; suffixes: Map<number, number[]> } {
  const rules: [string, string][] = [];
  const numbers = new Map<string, number>();
  const counts = new Map<number, Map<number, number>>();
  const edit = ({ form, lemma: gold }: Pair): [string, string] => {
    let same = 0;
    while (same < form.length && form[same] === gold[same]) {
      same += 1;
    }
    return [form.slice(same), gold.slice(same)];
  };
  const regular = pairs.filter((pair) => {
    const [drop, add] = edit(pair);
    return (
      INFLECTED.has(pair.upos) &&
      drop.length <= 5 &&
      add.length <= 3 &&
      /^[a-z'-]+$/u.test(pair.form)
    );
  });
  for (const pair of regular) {
    const rule = edit(pair);
    const key = rule.join(" ");
    const number = numbers.get(key) ?? rules.push(rule) - 1;
    numbers.set(key, number);
    const weight = canBe(lookUp(lexicon, pair.lemma), pair.upos) ? 2 : 1;
    for (let n = 0; n <= MAX_SUFFIX && n <= pair.form.length; n += 1) {
      const suffix = suffixKey(n === 0 ? "" : pair.form.slice(-n), pair.upos);
      const row = counts.get(suffix) ?? new Map<number, number>();
      row.set(number, (row.get(number) ?? 0) + weight);
      counts.set(suffix, row);
    }
  }
  const suffixes = new Map<number, number[]>();
  for (const [suffix, row] of counts) {
    const total = [...row.values()].reduce((a, b) => a + b, 0);
    if (total < LEAST_WEIGHT) {
      continue;
    }
    const best = [...row].sort((a, b) => b[1] - a[1]).slice(0, RULES_PER_SUFFIX);
    const list = best.map(([rule]) => rule);
    suffixes.set(suffix, [...list, ...Array<number>(RULES_PER_SUFFIX - list.length).fill(NO_RULE)]);
  }
  return { rules, suffixes };
}
