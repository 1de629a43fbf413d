import Fuse from "fuse.js";
import type { Lookup } from "../../table.ts";
import type { Word } from "../words/words.ts";
import { distance } from "./distance.ts";
import { holds, inflect, stemsOf, type WordFilter } from "./known-words.ts";

/** `data/language/spelling`, as the build compiles it. */
export interface SpellingData {
  /** The Bloom filter over WordNet's words. */
  readonly filter: Uint8Array;
  readonly mendable: readonly string[];
  readonly known: readonly string[];
  readonly names: readonly string[];
}

/** What a base and the lexicon add to the known words. */
export interface Vocabulary {
  /** Proper names of one word in lower case, with whom they name; these also stand with a bare "s" for "'s". */
  readonly names: Omit<Lookup<string>, "values">;
  /** Every other word of a name. */
  readonly nameWords: Pick<Lookup<unknown>, "has" | "keys">;
  readonly lemmas: Pick<Lookup<unknown>, "has" | "keys">;
}

/** Mends the misspelt words of a sentence. */
export type Mend = (words: readonly Word[]) => Word[];

const SHORTEST = 4;
const LONG = 8;
const MOST_CANDIDATES = 40;

interface Candidate {
  readonly word: string;
  /** A proper name with a bare "s", which stands for the name and "'s". */
  readonly owner: string | null;
  /** What it costs to take it: names are likelier than other words, owners less likely. */
  readonly cost: number;
  readonly isLexical: boolean;
  /** Two spellings of one name are no tie. */
  readonly bearer: string | null;
}

/**
 * Makes a mender. A word that nothing knows is replaced where exactly one word of names, lexicon
 * and common words is near enough; real words are never changed, however likely another seems.
 */
export function createMender(data: SpellingData, vocabulary: Vocabulary): Mend {
  const filter: WordFilter = { bytes: data.filter };
  const ordinary = new Set([...data.known, ...data.names, ...data.mendable]);
  const { names, nameWords, lemmas } = vocabulary;
  const listed = (word: string): boolean =>
    ordinary.has(word) ||
    names.has(word) ||
    lemmas.has(word) ||
    (word.length > 2 && holds(filter, word)) ||
    nameWords.has(word);
  const isKnown = (word: string): boolean =>
    word.length < SHORTEST || !/^\p{L}+$/u.test(word) || stemsOf(word).some(listed);
  const index = indexOf(vocabulary, data.mendable);
  const cache = new Map<string, Candidate | null>();
  const lookUp = (lower: string, capital: boolean): Candidate | null => {
    const key = capital ? `^${lower}` : lower;
    const found = cache.get(key);
    if (found !== undefined) return found;
    const answer = nearest(lower, index(lower), (c) => !capital || !c.isLexical);
    cache.set(key, answer);
    return answer;
  };
  // "Wah! Norway has left": what no list of words knows only calls out.
  const callsOut = ([word, mark, ...rest]: readonly Word[]): boolean =>
    mark?.text === "!" && rest.length > 2 && word !== undefined && isUnknown(word.lower);
  const isUnknown = (word: string): boolean => !isKnown(word) && lookUp(word, false) === null;
  return (sentence) => {
    const words = callsOut(sentence) ? sentence.slice(2) : sentence;
    return words.flatMap((word, at) => {
      const bare = word.lower.replace(/s$/u, "");
      if (bare !== word.lower && names.has(bare) && !listed(word.lower)) return ownerOf(word, bare);
      if (isKnown(word.lower)) return [word];
      // A capital inside a sentence marks a name: it is mended to names only.
      const capital =
        at > 0 &&
        /^\p{Lu}\p{Ll}/u.test(word.text) &&
        !/^[.:!?"'«“]$/u.test(words[at - 1]?.text ?? "");
      const candidate = lookUp(word.lower, capital);
      if (!candidate) return [word];
      if (candidate.owner !== null) return ownerOf(word, candidate.owner);
      return [respelt(word, candidate.word)];
    });
  };
}

/** "frances exit": the name and the possessive that it lacks the apostrophe of. */
function ownerOf(word: Word, name: string): Word[] {
  return [
    { ...respelt(word, name) },
    { ...word, text: "'s", lower: "'s", start: word.end, glued: false },
  ];
}

function respelt(word: Word, lower: string): Word {
  const text = /^\p{Lu}/u.test(word.text) ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
  return { ...word, text, lower };
}

/** The one word that is near enough, if there is just one. */
function nearest(
  lower: string,
  candidates: readonly Candidate[],
  fits: (c: Candidate) => boolean,
): Candidate | null {
  const most = lower.length < LONG ? 1 : 2;
  const fuse = new Fuse(candidates, {
    keys: ["word"],
    threshold: 0.6,
    distance: 20,
    includeScore: true,
  });
  const ranked = fuse.search(lower, { limit: MOST_CANDIDATES }).map((hit) => hit.item);
  const scored = ranked
    .filter(fits)
    .map((candidate) => {
      const { edits, weight } = distance(lower, candidate.word);
      return { candidate, edits, weight: weight + candidate.cost };
    })
    .filter((s) => s.edits <= most && s.candidate.word.length >= SHORTEST)
    .sort((a, b) => a.edits - b.edits || a.weight - b.weight);
  const [first, second] = scored;
  if (!first) return null;
  const tie =
    second &&
    second.edits === first.edits &&
    second.weight === first.weight &&
    (first.candidate.bearer === null || second.candidate.bearer !== first.candidate.bearer);
  return tie ? null : first.candidate;
}

/** Looks up the words that share the beginning or three letters in a row and differ little in length. */
function indexOf(
  vocabulary: Vocabulary,
  mendable: readonly string[],
): (word: string) => Candidate[] {
  const byLetter = new Map<string, Candidate[]>();
  const byTrigram = new Map<string, Candidate[]>();
  const seen = new Set<string>();
  const put = (map: Map<string, Candidate[]>, key: string, c: Candidate): void => {
    const list = map.get(key);
    if (list) list.push(c);
    else map.set(key, [c]);
  };
  const add = (word: string, owner: string | null, isName: boolean, isLexical = false): void => {
    if (seen.has(word) || !/^\p{L}+$/u.test(word) || word.length < SHORTEST) return;
    seen.add(word);
    const candidate = {
      word,
      owner,
      isLexical,
      bearer: vocabulary.names.get(owner ?? word) ?? null,
      cost: (isName ? -0.1 : 0) + (owner === null ? 0 : 0.5),
    };
    put(byLetter, word.charAt(0), candidate);
    if (isName)
      for (let i = 0; i + 3 <= word.length; i++) put(byTrigram, word.slice(i, i + 3), candidate);
  };
  let filled = false;
  const fill = (): void => {
    filled = true;
    for (const name of vocabulary.names.keys()) add(name, null, true);
    for (const word of vocabulary.nameWords.keys()) add(word, null, true);
    for (const word of mendable) add(word, null, false);
    for (const lemma of vocabulary.lemmas.keys())
      for (const form of inflect(lemma)) add(form, null, false, true);
    for (const name of vocabulary.names.keys()) add(`${name}s`, name, true);
  };
  return (word) => {
    if (!filled) fill();
    const near = (c: Candidate): boolean => Math.abs(c.word.length - word.length) <= 2;
    const found = new Set((byLetter.get(word.charAt(0)) ?? []).filter(near));
    for (let i = 0; i + 3 <= word.length; i++)
      for (const c of byTrigram.get(word.slice(i, i + 3)) ?? []) if (near(c)) found.add(c);
    return [...found];
  };
}
