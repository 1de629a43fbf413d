import type { Word } from "../words/words.ts";
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

/** Somebody or something that a pronoun can stand for. */
export interface Candidate {
  readonly mention: Mention;
  readonly near: boolean;
  /** It is named after the pronoun. */
  readonly later?: boolean;
}

const MOST_CANDIDATES = 4;
const MOST_READINGS = 6;
/** How many sentences back what is meant may stand. */
const NEAR = 3;
/** Within so many words after "its" stands what it has: "its full official title". */
const OWNED = 3;
const SUBJECT = /^(?:i|we|you|he|she|they)$/u;
const DEMONSTRATIVE = /^(?:these|those)$/u;
const AUXILIARY =
  /^(?:is|was|are|were|have|had|do|did|will|would|can|could|must|may|might|should|cannot|also|too|often|never)$/u;
const CLAUSE_OPENERS = new Set([
  ",",
  ";",
  ":",
  "that",
  "because",
  "when",
  "while",
  "since",
  "although",
  "though",
  "but",
  "if",
  "so",
  "who",
  "which",
  "and",
  "as",
  "once",
  "after",
  "before",
  "until",
  "whoever",
  "whatever",
  "what",
  "where",
  "moment",
  "minute",
  "instant",
]);

interface Occurrence {
  readonly word: Word;
  readonly pronoun: Pronoun;
  readonly group: string;
}

/**
 * Binds the pronouns of a sentence that stand for something said before.
 *
 * @param own what the sentence itself mentions
 * @param said the sentences before, the latest first
 * @param topic what the text is about
 * @param speech where verbs of saying stand
 * @param held where words stand that are part of a name
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
): Draft[] | { readonly open: string } {
  const outside = occurrences(words, text, data).filter(
    (o) => !held.has(o.word.start) && !isBoundInside(o, words, own, text, data, speech),
  );
  // "The choice was not his": whose it is isn't said of anything that is named.
  const isSole = outside.some((o) => o.pronoun.possessive && !hasNoun(words, o.word));
  let drafts: { bindings: ReadonlyMap<string, Candidate> }[] = [{ bindings: new Map() }];
  for (const group of new Set(outside.map((o) => o.group))) {
    const first = outside.find((o) => o.group === group) as Occurrence;
    const says = outside.some((o) => o.group === group && saysSo(o, words, speech));
    const later = laterNamed(first, own, text);
    const earlier = candidatesFor(first, own, said, topic);
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
            outside.some((o) => o.group === group && !o.pronoun.possessive),
        ),
    };
  });
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

function occurrences(words: readonly Word[], text: string, data: ContextData): Occurrence[] {
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

/** Does a pronoun stand for something that its own sentence names before it? */
function isBoundInside(
  { word, pronoun }: Occurrence,
  words: readonly Word[],
  own: readonly Mention[],
  text: string,
  data: ContextData,
  speech: ReadonlySet<number>,
): boolean {
  // "His country can't … while its enemy …"
  const said = text.slice(0, word.start);
  if (pronoun.possessive && pronoun.number === "one" && pronoun.of === "thing")
    if (new RegExp(data.owner, "iu").test(said)) return true;
  // "Many left, Chile among them."
  if (word.lower === "them" && /, [^,]+ among(?:st)? $/u.test(said)) return true;
  // "Unlike the treaty, it …", "that country, it says, …": somebody else is meant.
  const aside = setOff(text, data);
  if (isAside(word, words, speech)) return false;
  const before = own.filter(
    (m) => m.end <= word.start && m.start >= aside && fits(m, pronoun) && m.kind !== "unknown",
  );
  if (before.length === 0) return false;
  const at = words.indexOf(word);
  const next = words[at + 1]?.lower ?? "";
  if (pronoun.possessive) return true;
  const subject =
    /^(?:he|she|they|it)$/u.test(word.lower) &&
    /^(?:is|was|are|were|has|have|had|does|do|did|will|would|can|could|must|may|might|should|\p{L}+(?:s|ed))$/u.test(
      next,
    ) &&
    CLAUSE_OPENERS.has(words[at - 1]?.lower ?? ",");
  if (subject) return true;
  let clause = 0;
  for (let i = at - 1; i > 0; i--)
    if (CLAUSE_OPENERS.has(words[i]?.lower ?? "")) {
      clause = words[i]?.start ?? 0;
      break;
    }
  // What does something in a clause isn't what it does it to.
  const acts = words.find((w) => w.start >= clause && SUBJECT.test(w.lower));
  const agent = own.find((m) => m.start >= clause && !m.list && !(acts && acts.start < m.start));
  return before.some((m) => m !== agent && !(m.list && agent && m.start === agent.start));
}

/** Where what a sentence sets something off from ends: "Unlike the treaty, …". */
function setOff(text: string, data: ContextData): number {
  return new RegExp(data["set-off"], "iu").exec(text)?.[0].length ?? 0;
}

/** ", it says,": who says it is not whom it speaks of. */
function isAside(word: Word, words: readonly Word[], speech: ReadonlySet<number>): boolean {
  const at = words.indexOf(word);
  const after = words.slice(at + 1, at + 3);
  const says = after.findIndex((w) => speech.has(w.start));
  const ends = words[at + says + 2]?.lower ?? ".";
  return words[at - 1]?.lower === "," && says >= 0 && /^[,.]$/u.test(ends);
}

function fits(mention: Mention, { number, of }: Pronoun): boolean {
  if (number === "one" && mention.plural) return false;
  if (number === "many" && !mention.plural) return false;
  if (of === "person") return mention.kind === "person";
  return of === "any" || mention.kind !== "person";
}

const PHRASE_OPENERS =
  /^(?:in|with|by|at|on|for|from|under|through|after|before|despite|according to|as part of) $/iu;

/** "Once it is law, the step will …": what the main clause begins with. */
function laterNamed(
  { word, pronoun }: Occurrence,
  own: readonly Mention[],
  text: string,
): Candidate[] {
  // "In its statement the ministry said …".
  if (pronoun.possessive && PHRASE_OPENERS.test(text.slice(0, word.start))) {
    const subject = own.find(
      (m) => m.start > word.end && m.kind !== "unknown" && m.kind !== "event",
    );
    return subject && fits(subject, pronoun) ? [{ mention: subject, near: true, later: true }] : [];
  }
  const clause =
    /^(?:once|when|after|before|until|as soon as|if|as|since|while|although|though)\b[^,]*, /iu.exec(
      text,
    )?.[0];
  if (clause === undefined || word.start > clause.length) return [];
  const mention = own.find((m) => m.start >= clause.length && m.start <= clause.length + 4);
  return mention && fits(mention, pronoun) ? [{ mention, near: true, later: true }] : [];
}

/** "Chile's reply, the minister says, …": rather somebody who is named than whose thing that is. */
function withoutOwner(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const [owner, ...rest] = mentions;
  if (!owner || !/^['’]/u.test(text.slice(owner.end))) return mentions;
  const named = rest.findIndex((m) => m.ids.length > 0);
  return [...rest.slice(0, named + 1), owner, ...rest.slice(named + 1)];
}

function candidatesFor(
  { pronoun }: Occurrence,
  own: readonly Mention[],
  said: readonly Said[],
  topic: readonly Mention[],
): Candidate[] {
  const found: Candidate[] = [];
  const subject = own.find((m) => !m.list);
  const add = (mention: Mention, near: boolean): void => {
    if (!fits(mention, pronoun) || found.some((c) => c.mention.text === mention.text)) return;
    if (subject && mention.ids.length > 0 && mention.ids.join() === subject.ids.join()) return;
    found.push({ mention, near });
  };
  const look = (from: number, to?: number): void =>
    said.slice(from, to).forEach(({ text, mentions }, back) => {
      // What the text is about is never far.
      for (const mention of withoutOwner(text, mentions))
        add(mention, from + back === 0 || topic.some((m) => m.text === mention.text));
    });
  look(0, NEAR);
  if (found.length === 0 && pronoun.number === "many") look(NEAR);
  // "The ministry agrees. They also say …": those of a body.
  if (pronoun.number === "many" && found.every((c) => c.mention.ids.length === 0))
    for (const { mentions } of said.slice(0, NEAR))
      for (const m of mentions)
        if (m.kind === "body" && m.ids.length > 0 && !found.some((c) => c.mention.text === m.text))
          found.push({ mention: m, near: true });
  for (const mention of topic) add(mention, true);
  return found;
}
