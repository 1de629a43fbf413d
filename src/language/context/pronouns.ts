import type { Word } from "../words/words.ts";
import { CLAUSE_OPENERS, isBoundInside } from "./bound-inside.ts";
import { type Candidate, candidatesFor, laterNamed, type Occurrence } from "./candidates.ts";
import type { Said } from "./discourse.ts";
import type { Binding, ContextData, Mention, Pronoun } from "./types.ts";

/** A sentence that is being rewritten, with what was bound so far. */
export interface Draft {
  readonly text: string;
  readonly bindings: readonly Binding[];
  readonly near: boolean;
  /** What was bound is nothing that the names know ("the document"). */
  readonly vague?: boolean;
  /** What was bound is what the text is about. */
  readonly topical?: boolean;
}

const MOST_CANDIDATES = 4;
const MOST_READINGS = 6;
/** Within so many words after "its" stands what it has: "its full official title". */
const OWNED = 3;
const DEMONSTRATIVE = /^(?:these|those)$/u;
const AUXILIARY =
  /^(?:is|was|are|were|have|had|do|did|will|would|can|could|must|may|might|should|cannot|also|too|often|never)$/u;

/**
 * Binds the pronouns of a sentence that stand for something said before.
 *
 * @param own what the sentence itself mentions
 * @param said the sentences before, the latest first
 * @param topic what the text is about
 * @param speech where verbs of saying stand
 * @param held where words stand that are part of a name
 * @param ofStates where what belongs to a state stands ("its parliament")
 * @returns the sentence in the ways it can be meant, the likeliest first; null where nothing fits
 */
export function bindPronouns(
  text: string,
  words: readonly Word[],
  own: readonly Mention[],
  said: readonly Said[],
  topic: readonly Mention[],
  speech: ReadonlySet<number>,
  data: ContextData,
  held: ReadonlySet<number> = new Set(),
  ofStates: ReadonlySet<number> = new Set(),
): Draft[] | { readonly open: string } {
  const outside = occurrences(words, text, data, ofStates).filter(
    (o) => !held.has(o.word.start) && !isBoundInside(o, words, own, text, data, speech),
  );
  // "The choice was not his": whose it is isn't said of anything that is named.
  const isSole = outside.some((o) => o.pronoun.possessive && !hasNoun(words, o.word));
  let drafts: { bindings: ReadonlyMap<string, Candidate> }[] = [{ bindings: new Map() }];
  for (const group of new Set(outside.map((o) => o.group))) {
    const first = outside.find((o) => o.group === group) as Occurrence;
    const says = outside.some((o) => o.group === group && saysSo(o, words, speech));
    const later = laterNamed(first, own, text);
    const ofKind = candidatesFor(first, own, said, topic);
    const anything = { ...first, pronoun: { ...first.pronoun, of: "thing" as const } };
    const isNone = first.pronoun.of === "state" && ofKind.length === 0;
    const earlier = isNone ? candidatesFor(anything, own, said, topic) : ofKind;
    const found = (first.pronoun.possessive ? [...later, ...earlier] : [...earlier, ...later])
      .filter(({ mention }) => !says || (mention.kind !== "event" && mention.kind !== "unknown"))
      // What the text is about is always among them.
      .filter(
        ({ mention, later }, at) =>
          later === true || at < MOST_CANDIDATES || topic.some((m) => m.text === mention.text),
      );
    // "Its wording" is that of something written.
    const isWriting = ({ mention }: Candidate): boolean =>
      /^(?:treaty|document)$/u.test(mention.kind);
    const owned = words.slice(words.indexOf(first.word) + 1).slice(0, OWNED);
    if (first.pronoun.possessive && owned.some((w) => data.writings.includes(w.lower)))
      found.sort((a, b) => Number(isWriting(b)) - Number(isWriting(a)));
    const isHandled = outside.some((o) => o.group === group && isOfHandled(o, words, data));
    if (isHandled)
      found.sort(
        (a, b) => Number(isSomebody(a.mention, data)) - Number(isSomebody(b.mention, data)),
      );
    // Bodies and persons have their words given rather than states.
    if (says)
      found.sort((a, b) => Number(b.mention.kind === "body") - Number(a.mention.kind === "body"));
    if (found.length === 0) return { open: first.word.text };
    drafts = drafts.flatMap((d) =>
      found
        .filter((c) => ![...d.bindings.values()].some((o) => o.mention.text === c.mention.text))
        .map((c) => ({ bindings: new Map([...d.bindings, [group, c]]) })),
    );
    if (drafts.length === 0) return { open: first.word.text };
  }
  const isForeign = ({ bindings }: (typeof drafts)[number]): boolean =>
    [...bindings.values()].some((c) => c.mention.borrows !== null);
  // What is said of another treaty than the base's is not read as said of that one.
  const [likeliest] = drafts;
  if (likeliest && isForeign(likeliest)) return { open: outside[0]?.word.text ?? "" };
  drafts = drafts.filter((d) => !isForeign(d));
  return drafts.slice(0, MOST_READINGS).map(({ bindings }) => {
    let out = text;
    for (const occurrence of [...outside].reverse()) {
      const { word, pronoun, group } = occurrence;
      // Named once, whoever it is stays "it" in what follows.
      const first = outside.find((o) => o.group === group) ?? occurrence;
      if (first !== occurrence && !first.pronoun.possessive) continue;
      const { text: means = word.text, list = false } = bindings.get(group)?.mention ?? {};
      const isOf =
        list || /^(?:weapon|treaty|document)$/u.test(bindings.get(group)?.mention.kind ?? "");
      const noun = isOf && pronoun.possessive ? soleNoun(words, word, data) : null;
      if (noun) {
        const start = word.start === 0 ? "The" : "the";
        out = `${out.slice(0, word.start)}${start} ${noun.text} of ${means}${out.slice(noun.end)}`;
        continue;
      }
      const rest = pronoun.possessive ? out.slice(word.end) : spelt(out.slice(word.end), pronoun);
      const name = new RegExp(data.articled, "u").test(means) ? `the ${means}` : means;
      out = `${out.slice(0, word.start)}${inserted(name, pronoun, word.start === 0)}${rest}`;
    }
    return {
      text: out,
      bindings: [...bindings].map(([group, { mention }]) => ({
        words: outside.find((o) => o.group === group)?.word.text ?? group,
        means: mention.text,
        object: outside.some((o) => o.group === group && isObject(o.word, o.pronoun, words)),
      })),
      near: [...bindings.values()].every((c) => c.near),
      topical: [...bindings.values()].every(({ mention }) =>
        topic.some((m) => m.text === mention.text),
      ),
      vague:
        isSole ||
        [...bindings].some(
          ([group, { mention }]) =>
            mention.ids.length === 0 &&
            mention.kind !== "event" &&
            mention.described !== true &&
            outside.some((o) => o.group === group && !o.pronoun.possessive),
        ),
    };
  });
}

/** "Selling them": what it is done to is no people. */
function isOfHandled(
  { word, pronoun }: Occurrence,
  words: readonly Word[],
  { handled }: ContextData,
): boolean {
  const before = words[words.indexOf(word) - 1]?.lower ?? "";
  return !pronoun.possessive && new RegExp(handled, "u").test(before);
}

function isSomebody({ kind, concept }: Mention, { bound }: ContextData): boolean {
  return (
    /^(?:state|group|group-of-people|person|body)$/u.test(kind) || bound.includes(concept ?? "")
  );
}

/** "It's in force", "he's signed it": not what belongs to anybody. */
function spelt(rest: string, { of }: Pronoun): string {
  const has = /^['’]s (?:been|had|got|become|never been|always been|already been)\b/iu.test(rest);
  const did =
    of === "person" && /^['’]s (?:\p{L}+ly |already |just |now |also )?\p{L}+ed\b/iu.test(rest);
  return rest
    .replace(/^['’]s(?= )/iu, has || did ? " has" : " is")
    .replace(/^['’]re(?= )/iu, " are")
    .replace(/^['’]ve(?= )/iu, " have")
    .replace(/^['’]ll(?= )/iu, " will")
    .replace(/^['’]d (?=(?:been|had|\p{L}+ed)\b)/iu, " had ")
    .replace(/^['’]d(?= )/iu, " would");
}

function hasNoun(words: readonly Word[], word: Word): boolean {
  const next = words[words.indexOf(word) + 1];
  return next !== undefined && /^["“«'‘]?[\p{L}\p{N}]/u.test(next.text);
}

/** What belongs to several, where it is one word: "their plans" are "the plans of …". */
function soleNoun(words: readonly Word[], word: Word, { functions }: ContextData): Word | null {
  const at = words.indexOf(word);
  const [noun, next] = [words[at + 1], words[at + 2]];
  if (!noun || !/^\p{Ll}+$/u.test(noun.text) || functions.includes(noun.lower)) return null;
  const ends = !next || !/^\p{L}/u.test(next.text) || functions.includes(next.lower);
  return ends ? noun : null;
}

/** "It also says", "they argued": who is meant can speak. */
function saysSo(
  { word, pronoun }: Occurrence,
  words: readonly Word[],
  speech: ReadonlySet<number>,
): boolean {
  if (pronoun.possessive) return false;
  const at = words.indexOf(word);
  return words.slice(at + 1, at + 3).some((w) => speech.has(w.start));
}

/** "Who signed it?", "they left it", unlike "when it left", "has it left?", "left by it". */
function isObject(word: Word, pronoun: Pronoun, words: readonly Word[]): boolean {
  if (pronoun.possessive) return false;
  const before = words[words.indexOf(word) - 1]?.lower ?? ",";
  const next = words[words.indexOf(word) + 1]?.lower ?? "";
  if (/^(?:them|him)$/u.test(word.lower)) return before !== "by";
  return (
    word.lower === "it" &&
    !FINITE.test(next) &&
    before !== "by" &&
    !CLAUSE_OPENERS.has(before) &&
    !HELPER.test(before)
  );
}

/** What "it" does: "since then it uses them". */
const FINITE =
  /^(?:\p{L}{3,}(?:s|ed)|is|has|was|had|does|did|will|would|can|could|may|must|['’]s)$/u;
const HELPER =
  /^(?:is|was|are|were|has|have|had|does|do|did|will|would|can|could|must|may|might|should|n['’]t|not|nor|neither|than)$/u;

function inserted(means: string, { possessive }: Pronoun, first: boolean): string {
  const named = possessive ? `${means}${/s$/u.test(means) ? "'" : "'s"}` : means;
  return first ? named.charAt(0).toUpperCase() + named.slice(1) : named;
}

function occurrences(
  words: readonly Word[],
  text: string,
  data: ContextData,
  ofStates: ReadonlySet<number>,
): Occurrence[] {
  const lower = `${words.map((w) => w.lower).join(" ")} `;
  const isExpletive = new RegExp(data.expletive, "u").test(lower);
  const seen = new Map<string, number>();
  const objects = new Map<string, string>();
  const out: Occurrence[] = [];
  words.forEach((word, at) => {
    const pronoun = Object.hasOwn(data.pronouns, word.lower)
      ? data.pronouns[word.lower]
      : undefined;
    if (DEMONSTRATIVE.test(word.lower) && !isSubject(words, at)) return;
    if (!pronoun || pronoun.number === "two" || text.slice(word.start, word.end) !== word.text)
      return;
    if (word.lower === "it" && (at === 0 ? isExpletive : isImpersonal(words, at, data))) return;
    const [next, behind] = words.slice(at + 1, at + 3);
    const isStates =
      ofStates.has(next?.start ?? -1) ||
      (ofStates.has(behind?.start ?? -1) && !data.functions.includes(next?.lower ?? ""));
    if (pronoun.possessive && pronoun.number === "one" && pronoun.of === "thing")
      if (isStates) {
        out.push({ word, pronoun: { ...pronoun, of: "state" }, group: "one state" });
        return;
      }
    const key = `${pronoun.number} ${pronoun.of}`;
    // "It ratified it": two of one kind in one clause stand for two things.
    const last = seen.get(key);
    const together =
      last !== undefined &&
      !pronoun.possessive &&
      !isHeld(words, last, at) &&
      !data.pronouns[words[last]?.lower ?? ""]?.possessive &&
      !words.slice(last, at).some((w) => CLAUSE_OPENERS.has(w.lower));
    seen.set(key, at);
    // "They lay them or keep them": what is laid is kept.
    const isDone = isObject(word, pronoun, words);
    const again = isDone ? objects.get(key) : undefined;
    const group = again ?? (together ? `${key} ${at}` : key);
    if (isDone) objects.set(key, group);
    out.push({ word, pronoun, group });
  });
  return out;
}

/** "It has a list in it": in itself. */
function isHeld(words: readonly Word[], first: number, at: number): boolean {
  const verb = words.slice(first + 1, first + 3).some((w) => /^(?:has|have|had)$/u.test(w.lower));
  return verb && /^(?:in|with|within|inside|about|to)$/u.test(words[at - 1]?.lower ?? "");
}

/** "Those are meant", unlike "those who", "those ships". */
function isSubject(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lower;
  const opens = before === undefined || CLAUSE_OPENERS.has(before);
  return opens && AUXILIARY.test(words[at + 1]?.lower ?? "");
}

function isImpersonal(words: readonly Word[], at: number, data: ContextData): boolean {
  const [it = "", ...rest] = words.slice(at).map((w) => w.lower);
  const before = words[at - 1]?.lower ?? "";
  const told = (some: readonly string[]): boolean =>
    new RegExp(data.expletive, "u").test(`${some.join(" ")} `);
  // "Is it true that …?"
  return told([it, ...rest]) || (AUXILIARY.test(before) && told([it, before, ...rest]));
}
