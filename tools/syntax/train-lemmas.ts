import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  bloomPlaces,
  exceptionKey,
  type Lemmatiser,
  lemma,
  MAX_SUFFIX,
  RULES_PER_SUFFIX,
  suffixKey,
} from "../../src/language/syntax/lemmatiser.ts";
import type { Sections } from "../../src/language/syntax/model-file.ts";
import type { Word } from "./conllu.ts";

const LEXICON_FILES = { noun: "NOUN", verb: "VERB", adj: "ADJ", adv: "ADV" } as const;
const INFLECTED = new Set(["NOUN", "VERB", "AUX", "ADJ", "ADV"]);
const BITS_PER_WORD = 10;

/** The single words of WordNet's index files with their part of speech. */
export function readLexicon(folder: string): [word: string, upos: string][] {
  return Object.entries(LEXICON_FILES).flatMap(([file, upos]) =>
    readFileSync(join(folder, `index.${file}`), "latin1")
      .split("\n")
      .filter((line) => !line.startsWith(" ") && line !== "")
      .map((line) => line.slice(0, line.indexOf(" ")))
      .filter((word) => /^[a-z][a-z'-]*$/u.test(word))
      .map((word): [string, string] => [word, upos]),
  );
}

/** Learns the lemmatiser from a treebank and a lexicon; gives its sections of the model file. */
export function trainLemmas(
  words: readonly Word[],
  lexicon: readonly (readonly [word: string, upos: string])[],
): { lemmatiser: Lemmatiser; sections: Sections } {
  const pairs = lemmaPairs(words);
  const known = new Set(lexicon.map(([word, upos]) => `${upos} ${word}`));
  const { rules, suffixes } = countRules(pairs, known);
  const bloom = bloomFilter(lexicon);
  const suffixEntries = [...suffixes].map(([key, list]) => [key, list] as const);
  suffixEntries.sort((a, b) => a[0] - b[0]);
  const bare: Lemmatiser = {
    keys: new Uint32Array(0),
    places: new Uint32Array(1),
    lemmas: new Uint8Array(0),
    suffixKeys: Uint32Array.from(suffixEntries, ([key]) => key),
    suffixRules: Uint8Array.from(suffixEntries.flatMap(([, list]) => list)),
    rules,
    lexicon: bloom,
  };
  const exceptions = pairs
    .filter(({ form, upos, lemma: gold }) => lemma(bare, form, upos) !== gold)
    .map(({ form, upos, lemma: gold }) => [exceptionKey(form, upos), gold] as const)
    .sort((a, b) => a[0] - b[0]);
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
  const bytes = (array: Uint32Array): Uint8Array => new Uint8Array(array.buffer);
  const sections = new Map<string, Uint8Array>([
    ["lemkeys", bytes(lemmatiser.keys)],
    ["lemat", bytes(lemmatiser.places)],
    ["lemmas", lemmatiser.lemmas],
    ["sufkeys", bytes(lemmatiser.suffixKeys)],
    ["sufrules", lemmatiser.suffixRules],
    ["rules", encoder.encode(rules.map(([drop, add]) => `${drop} ${add}`).join("\n"))],
    ["lexicon", bloom],
  ]);
  return { lemmatiser, sections };
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
    if (["PROPN", "X", "SYM", "PUNCT", "NUM"].includes(word.upos) || word.lemma === "_") {
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
    return { form, upos, lemma: best[0], count: best[1] };
  });
}

function countRules(
  pairs: readonly Pair[],
  known: ReadonlySet<string>,
): { rules: [number, string][]; suffixes: Map<number, number[]> } {
  const rules: [number, string][] = [];
  const numbers = new Map<string, number>();
  const counts = new Map<number, Map<number, number>>();
  const usage = new Map<string, number>();
  const edit = ({ form, lemma: gold }: Pair): [number, string] => {
    let same = 0;
    while (same < form.length && form[same] === gold[same]) {
      same += 1;
    }
    return [form.length - same, gold.slice(same)];
  };
  const regular = pairs.filter((pair) => {
    const [drop, add] = edit(pair);
    return INFLECTED.has(pair.upos) && drop <= 4 && add.length <= 3 && /^[a-z'-]+$/u.test(pair.form);
  });
  for (const pair of regular) {
    const key = edit(pair).join(" ");
    usage.set(key, (usage.get(key) ?? 0) + 1);
  }
  for (const pair of regular) {
    const rule = edit(pair);
    const key = rule.join(" ");
    if ((usage.get(key) ?? 0) < 3) {
      continue;
    }
    const number = numbers.get(key) ?? rules.push(rule) - 1;
    numbers.set(key, number);
    const weight = known.has(`${pair.upos} ${pair.lemma}`) ? 2 : 1;
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
    if (total < 4) {
      continue;
    }
    const best = [...row].sort((a, b) => b[1] - a[1]).slice(0, RULES_PER_SUFFIX);
    const list = best.map(([rule]) => rule);
    suffixes.set(suffix, [...list, ...Array<number>(RULES_PER_SUFFIX - list.length).fill(255)]);
  }
  return { rules, suffixes };
}

function bloomFilter(lexicon: readonly (readonly [word: string, upos: string])[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((lexicon.length * BITS_PER_WORD) / 8));
  for (const [word, upos] of lexicon) {
    for (const place of bloomPlaces(word, upos, bytes.length * 8)) {
      bytes[place >> 3] = (bytes[place >> 3] as number) | (1 << (place & 7));
    }
  }
  return bytes;
}
