import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Phrase, Slot } from "../lexicon/types.ts";
import type { Word } from "../words/words.ts";

/** Every lemma that a word form can have, itself included. */
export type Lemmas = (word: Word) => readonly string[];

/** A phrase found in a sentence: the indexes of its words (a gap's words are not among them). */
export interface FoundPhrase {
  readonly phrase: Phrase;
  readonly indexes: readonly number[];
}

const MAX_GAP = 6;
/** Words that begin another clause's verb: no gap reaches over them. */
const FINITE = new Set(["is", "are", "was", "were", "has", "have", "had", "will", "would"]);
const LIMITING = new Set(["hardly", "barely", "rarely", "scarcely", "merely", "solely", "nearly"]);
const PARTICLES = new Set([
  "to",
  "with",
  "by",
  "of",
  "from",
  "for",
  "against",
  "at",
  "out",
  "away",
  "off",
  "on",
  "in",
  "into",
]);
const ARTICLES = new Set(["a", "an", "the"]);
/** Particles that may stand behind the object: "turn them out", "take the matter up". */
export const ADVERBS: ReadonlySet<string> = new Set([
  "up",
  "out",
  "off",
  "down",
  "away",
  "back",
  "over",
  "on",
  "in",
  "through",
]);
const OBJECTS = new Set([
  "it",
  "them",
  "this",
  "that",
  "these",
  "those",
  "him",
  "her",
  "us",
  "you",
]);
const DETERMINERS = new Set([
  "the",
  "this",
  "that",
  "these",
  "those",
  "its",
  "their",
  "his",
  "our",
  "such",
  "any",
  "some",
]);
/** What may follow a particle, and no object does. */
const FOLLOWERS = new Set(
  "in at from until till since by when after before as once and but or nor if because while so for to with without unless than ever only just again now then today yet too either already right anyway".split(
    " ",
  ),
);
const LONGEST_OBJECT = 4;
const POSSESSIVES = new Set([
  "my",
  "your",
  "his",
  "her",
  "its",
  "our",
  "their",
  "one's",
  "'s",
  "'",
]);

/**
 * The longest phrases of the lexicon that begin at a word; several where they take the same words
 * ("pull out", verb and noun). `stop` says which words no phrase may take (names, dates);
 * `timed`, which are of a date.
 */
export function phrasesAt(
  lexicon: Lexicon,
  words: readonly Word[],
  lemmas: Lemmas,
  at: number,
  stop: (index: number) => boolean,
  timed: (index: number) => boolean,
): FoundPhrase[] {
  const first = words[at];
  if (first === undefined) return [];
  const found: FoundPhrase[] = [];
  const seen = new Set<Phrase>();
  for (const lemma of lemmas(first)) {
    for (const phrase of lexicon.phrases.get(lemma) ?? []) {
      if (seen.has(phrase)) continue;
      seen.add(phrase);
      const rest =
        matchFrom(phrase.slots, 1, words, lemmas, at + 1, stop, timed) ??
        splitAt(phrase, words, lemmas, at, stop);
      if (
        rest &&
        !endsAsVerb(phrase, words[rest.at(-1) ?? at]) &&
        keepsArticles(phrase, rest.filter((i) => ARTICLES.has(words[i]?.lower ?? "")).length)
      )
        found.push({ phrase, indexes: [at, ...rest] });
    }
  }
  const longest = Math.max(0, ...found.map((f) => f.indexes.length));
  const best = found.filter((f) => f.indexes.length === longest && longest > 1);
  // "kicks in the minute it is put out": no "kick out".
  const tight = best.filter((f) => isContiguous(f.indexes));
  if (tight.length > 0 && tight.length < best.length) return tight;
  // "pull out of" before "pull _ out of" with nothing in the gap.
  const plain = best.filter((f) => !f.phrase.slots.includes("gap"));
  return plain.length > 0 && best.every((f) => isContiguous(f.indexes)) ? plain : best;
}

/** A verb whose particle stands behind its short object: "put them down", "take the matter up". */
function splitAt(
  { pos, slots }: Phrase,
  words: readonly Word[],
  lemmas: Lemmas,
  at: number,
  stop: (index: number) => boolean,
): number[] | null {
  const particle = slots[1];
  if (pos !== "v" || slots.length !== 2 || typeof particle !== "object") return null;
  if (!particle.lemmas.every((l) => ADVERBS.has(l))) return null;
  const opening = words[at + 1]?.lower ?? "";
  const longest = OBJECTS.has(opening) ? 1 : DETERMINERS.has(opening) ? LONGEST_OBJECT : 0;
  for (let end = at + 2; end <= at + 1 + longest; end++) {
    const word = words[end];
    if (!word || !/^[\p{L}-]+$/u.test(word.text) || FINITE.has(word.lower)) return null;
    if (particle.lemmas.includes(word.lower) && !stop(end))
      return closesPhrase(words[end + 1]) ? [end] : null;
    if (PREPOSITIONS_WITHIN.has(word.lower)) return null;
    // "put the books that lie there in": no object of a few plain words.
    if (end > at + 2 && lemmas(word).some((l) => l === "be" || l === "have")) return null;
  }
  return null;
}

/** Words that no short object has in it. */
const PREPOSITIONS_WITHIN = new Set(
  "to of with by for from at about against into that which who and or".split(" "),
);

/** Is there no object behind a particle, so that it can't be a preposition? */
export function closesPhrase(next: Word | undefined): boolean {
  return next === undefined || !/^[\p{L}\p{N}]/u.test(next.text) || FOLLOWERS.has(next.lower);
}

/** "The states bordering it" have no "state border". */
function endsAsVerb({ pos, slots }: Phrase, last: Word | undefined): boolean {
  const slot = slots.at(-1);
  return (
    pos === "n" &&
    typeof slot === "object" &&
    /ing$/u.test(last?.lower ?? "") &&
    !slot.lemmas.includes(last?.lower ?? "")
  );
}

/** "took a step" is "take step", "as a rule" has its article, but "of the war" is no adjective "of war". */
function keepsArticles(phrase: Phrase, articles: number): boolean {
  if (phrase.pos === "v" || phrase.slots.length > 2) return true;
  const [first] = phrase.slots;
  // "traced to the full-scale war": no "to the full".
  const joins = typeof first === "object" && first.lemmas.includes("to");
  const saysHow = ["quality", "filler"].includes(phrase.sense.kind) && !joins;
  return articles === 0 || (phrase.articled && saysHow);
}

function isContiguous(indexes: readonly number[]): boolean {
  return indexes.every((index, i) => i === 0 || index === (indexes[i - 1] ?? 0) + 1);
}

function matchFrom(
  slots: readonly Slot[],
  slot: number,
  words: readonly Word[],
  lemmas: Lemmas,
  at: number,
  stop: (index: number) => boolean,
  timed: (index: number) => boolean,
): number[] | null {
  const current = slots[slot];
  if (current === undefined) return [];
  const word = words[at];
  if (current === "gap") {
    // "refuse _ to" needs somebody who is refused it: "refuse to sign" is another verb.
    const infinitive = slot === slots.length - 2 && isTo(slots[slot + 1]);
    for (let skip = infinitive ? 1 : 0; skip <= MAX_GAP; skip++) {
      const next = words[at + skip];
      if (next === undefined || /^[.,;:!?"“”«»]$/u.test(next.text) || FINITE.has(next.lower)) break;
      const rest = matchFrom(slots, slot + 1, words, lemmas, at + skip, stop, timed);
      if (rest) return rest;
      // "made a move to get out": the particle is another verb's.
      if (next.lower === "to" && isParticle(slots[slot + 1])) break;
    }
    return null;
  }
  if (word === undefined) return null;
  if (current === "possessive") return matchPossessive(slots, slot, words, lemmas, at, stop, timed);
  if (!stop(at) && lemmas(word).some((lemma) => current.lemmas.includes(lemma))) {
    const rest = matchFrom(slots, slot + 1, words, lemmas, at + 1, stop, timed);
    if (rest) return [at, ...rest];
  }
  if (current.optional) {
    const rest = matchFrom(slots, slot + 1, words, lemmas, at, stop, timed);
    if (rest) return rest;
  }
  if (ARTICLES.has(word.lower)) {
    const rest = matchFrom(slots, slot, words, lemmas, at + 1, stop, timed);
    if (rest) return [at, ...rest];
  }
  // "spoke out in March against it": a date within a phrase is none of its words.
  if (timed(at) && current.lemmas.some((l) => PARTICLES.has(l))) {
    let end = at + 1;
    while (timed(end)) end++;
    return matchFrom(slots, slot, words, lemmas, end, stop, timed);
  }
  // "stick faithfully to the rules".
  return isManner(word) && current.lemmas.some((l) => PARTICLES.has(l))
    ? matchFrom(slots, slot, words, lemmas, at + 1, stop, timed)
    : null;
}

function isParticle(slot: Slot | undefined): boolean {
  return typeof slot === "object" && slot.lemmas.some((l) => ADVERBS.has(l));
}

/** An adverb between a verb and its particle; one that denies or limits belongs to no phrase. */
function isManner(word: Word): boolean {
  return /^[a-z]{4,}ly$/u.test(word.lower) && !LIMITING.has(word.lower);
}

function isTo(slot: Slot | undefined): boolean {
  return typeof slot === "object" && slot.lemmas.length === 1 && slot.lemmas[0] === "to";
}

/** "its", "the president's", or nothing at all, as learners of English and headlines have it. */
function matchPossessive(
  slots: readonly Slot[],
  slot: number,
  words: readonly Word[],
  lemmas: Lemmas,
  at: number,
  stop: (index: number) => boolean,
  timed: (index: number) => boolean,
): number[] | null {
  if (POSSESSIVES.has(words[at]?.lower ?? "")) {
    const rest = matchFrom(slots, slot + 1, words, lemmas, at + 1, stop, timed);
    return rest ? [at, ...rest] : null;
  }
  for (let end = at; end < at + 4; end++) {
    if (/^'s?$/u.test(words[end]?.text ?? ""))
      return matchFrom(slots, slot + 1, words, lemmas, end + 1, stop, timed);
  }
  return matchFrom(slots, slot + 1, words, lemmas, at, stop, timed);
}
