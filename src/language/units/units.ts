import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Pos, Sense } from "../lexicon/types.ts";
import type { Quantity } from "../number/types.ts";
import type { Group } from "../reading/groups/groups.ts";
import type { TimeSpan } from "../time/types.ts";
import type { Word } from "../words/words.ts";
import { dateOfName } from "./dated-names.ts";
import { type Gazetteer, isCrossed, type Named, nameAt } from "./gazetteer.ts";
import { ADVERBS, closesPhrase, type Lemmas, phrasesAt } from "./phrases.ts";

/** One or more words that stand for one thing: a name, a date, a number, a phrase, or a plain word. */
export interface Unit {
  /** The words as written. */
  readonly form: string;
  readonly lower: string;
  /** Indexes of its words; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  readonly name: Named | null;
  readonly time: TimeSpan | null;
  readonly quantity: Quantity | null;
  /** It only ties a date to the rest. */
  readonly mark: boolean;
  /** It can be a reporting verb. */
  readonly speech: boolean;
  /** As which parts of speech it can say that something is so ("insists", "argument", "adamant"). */
  readonly asserts: readonly Pos[];
  /** It can be a noun for a class of people or things or an office. */
  readonly classed: boolean;
  /** Several names, or a counted class, joined into one. */
  readonly group?: Group;
  /** It can only be a verb here: "Chile borders Peru". */
  readonly isVerb?: true;
  /** Senses of a phrase of the lexicon, by part of speech; empty for single words. */
  readonly senses: readonly { readonly pos: Pos; readonly sense: Sense }[];
}

/**
 * A word that the sentence hasn't, for a plainer way to say it.
 *
 * @param like the unit that it stands beside
 */
export function bareUnit(form: string, like: Pick<Unit, "from" | "to">): Unit {
  return {
    form,
    lower: form.toLowerCase(),
    from: like.from,
    to: like.to,
    name: null,
    time: null,
    quantity: null,
    speech: false,
    asserts: [],
    classed: false,
    senses: [],
    mark: false,
  };
}

const POSES: readonly Pos[] = ["v", "n", "a"];

/** Words that stay by themselves at the end of a phrase: the parse needs them. */
export const PREPOSITIONS = new Set(
  "of from to with in on at for by against about into towards toward under upon over through as than that".split(
    " ",
  ),
);

/**
 * Joins words into units, the longest first: dates and numbers, then names and phrases. A phrase
 * leaves its closing preposition outside, so that its object is read as of any other word.
 */
export function joinUnits(
  words: readonly Word[],
  times: readonly TimeSpan[],
  quantities: readonly Quantity[],
  gazetteer: Gazetteer,
  lexicon: Lexicon,
  lemmas: Lemmas,
): Unit[] {
  const unit = (from: number, to: number, rest: Partial<Unit>): Unit =>
    makeUnit(words, from, to, rest, lexicon, lemmas);
  const units: Unit[] = [];
  const starts = new Map<
    number,
    { to: number; time: TimeSpan | null; quantity: Quantity | null }
  >();
  const taken = new Set<number>();
  for (const found of times) {
    const time = dateOfName(words, found, gazetteer) ?? found;
    starts.set(time.from, { to: time.to, time, quantity: null });
    for (let i = time.from; i < time.to; i++) taken.add(i);
  }
  const timed = new Set(taken);
  for (const quantity of quantities) {
    if (taken.has(quantity.from)) continue;
    starts.set(quantity.from, { to: quantity.to, time: null, quantity });
    for (let i = quantity.from; i < quantity.to; i++) taken.add(i);
  }
  const gone = new Set<number>();
  for (let at = 0; at < words.length; ) {
    if (gone.has(at)) {
      at++;
      continue;
    }
    const start = starts.get(at);
    if (start) {
      // The preposition of a date stays a word of its own: the parse needs it.
      const core = start.time ? Math.max(at, Math.min(start.time.core[0], start.to - 1)) : at;
      // Of several words ("no later than", "back in") the last stands for all.
      const mark = words[core - 1];
      if (core > at && mark)
        units.push({
          ...unit(at, core, {}),
          form: mark.text,
          lower: mark.lower,
          speech: false,
          asserts: [],
          classed: false,
          mark: true,
        });
      units.push(unit(core, start.to, { time: start.time, quantity: start.quantity }));
      at = Math.max(start.to, at + 1);
      continue;
    }
    const name = leaveVerb(nameAt(gazetteer, words, at), words, at, gazetteer, lexicon);
    const phrases = phrasesAt(
      lexicon,
      words,
      lemmas,
      at,
      (i) => taken.has(i) || gone.has(i),
      (i) => timed.has(i),
    );
    const across = 1 + (phrases[0]?.indexes.at(-1) ?? at) - at;
    const isPhrase = phrases.length > 0 && !isCrossed(gazetteer, words, at, across);
    const phraseLength = isPhrase ? (phrases[0]?.indexes.length ?? 0) : 0;
    if (name && name.length >= phraseLength && !taken.has(at)) {
      units.push(unit(at, at + name.length, { name: name.named }));
      at += name.length;
      continue;
    }
    if (phraseLength > 1) {
      const indexes = [...(phrases[0]?.indexes ?? [])];
      const last = words[indexes.at(-1) ?? at];
      // "kicked in", "turned it in", "kicked in back in May": no object follows.
      const end_ = indexes.at(-1) ?? at;
      const plain = phrases.find((found) => !found.phrase.slots.includes("gap"));
      const slots = plain?.phrase.slots ?? ["gap"];
      const closed =
        ADVERBS.has(last?.lower ?? "") &&
        !slots.includes("gap") &&
        ((slots.length === 2 && end_ > at + 1) || closes(words, end_ + 1, timed));
      if (last && indexes.length > 1 && PREPOSITIONS.has(last.lower) && !closed) indexes.pop();
      const senses = phrases.map((found) => ({ pos: found.phrase.pos, sense: found.phrase.sense }));
      let end = at + 1;
      while (indexes.includes(end)) end++;
      for (const index of indexes) if (index >= end) gone.add(index);
      units.push(unit(at, end, { senses }));
      at = end;
      continue;
    }
    units.push(unit(at, at + 1, {}));
    at++;
  }
  return units;
}

const MOMENTS = new Set(["minute", "moment", "second", "instant", "day", "hour", "week", "year"]);

/** Does no object begin here, but a date, a clause or the end? */
function closes(words: readonly Word[], at: number, timed: ReadonlySet<number>): boolean {
  if (words[at] === undefined) return false;
  // "kicks in the minute it is out"
  const moment = words[at].lower === "the" && MOMENTS.has(words[at + 1]?.lower ?? "");
  return moment || timed.has(at) || closesPhrase(words[at]);
}

/** In "does Basel forbid exports" the verb is no part of the name, though "Basel ban" be one. */
function leaveVerb(
  name: Found | null,
  words: readonly Word[],
  at: number,
  gazetteer: Gazetteer,
  lexicon: Lexicon,
): Found | null {
  const [before, last] = [
    words[at - 1]?.lower ?? "",
    words[at + (name?.length ?? 1) - 1]?.lower ?? "",
  ];
  if (!name || name.length < 2 || !DO_FORMS.has(before) || !lexicon.words.v.get(last)) return name;
  return nameAt(gazetteer, words.slice(0, at + name.length - 1), at) ?? name;
}

type Found = NonNullable<ReturnType<typeof nameAt>>;
const DO_FORMS = new Set(["do", "does", "did"]);

function makeUnit(
  words: readonly Word[],
  from: number,
  to: number,
  rest: Partial<Unit>,
  lexicon: Lexicon,
  lemmas: Lemmas,
): Unit {
  const form = words
    .slice(from, to)
    .map(
      (word, index) =>
        (index > 0 && word.start > (words[from + index - 1]?.end ?? 0) ? " " : "") + word.text,
    )
    .join("");
  const first = words[from];
  const single = to === from + 1 && first ? lemmas(first) : [];
  const has = (pos: Pos, kinds: readonly Sense["kind"][]): boolean =>
    (rest.senses ?? []).some((s) => s.pos === pos && kinds.includes(s.sense.kind)) ||
    single.some((lemma) =>
      lexicon.words[pos].get(lemma)?.some((sense) => kinds.includes(sense.kind)),
    );
  const plain = !rest.name && !rest.time && !rest.quantity;
  const asserts = (sense: Sense): boolean =>
    sense.kind === "speech" && lexicon.concepts.asserting.includes(sense.name);
  return {
    form,
    lower: form.toLowerCase(),
    from,
    to,
    name: null,
    time: null,
    quantity: null,
    senses: [],
    mark: false,
    speech: plain && has("v", ["speech"]),
    asserts: plain
      ? POSES.filter(
          (pos) =>
            (rest.senses ?? []).some((s) => s.pos === pos && asserts(s.sense)) ||
            single.some((lemma) => lexicon.words[pos].get(lemma)?.some(asserts)),
        )
      : [],
    classed: plain && has("n", ["class", "office"]),
    ...rest,
  };
}
