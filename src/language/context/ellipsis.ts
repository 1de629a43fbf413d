import type { Gazetteer } from "../units/gazetteer.ts";
import { isDeeds, spellAmong, withDeed } from "./among.ts";
import { type AnswerTools, spellAnswer } from "./answers.ts";
import type { Said } from "./discourse.ts";
import { fragmentShape } from "./fragments.ts";
import { type Analysed, joined, type Names } from "./mentions.ts";
import { spellReply } from "./replies.ts";
import { capital } from "./trimmed.ts";
import type { ContextData, Mention, Standalone } from "./types.ts";

/** How far back a quotation may stand. */
const BACK = 3;
/** Before what somebody is said to have said, and within how many characters that begins. */
const TOLD = /(?<=\p{L}) (?:said|says|wrote|writes|argued|argues|claimed|claims|remarked) that /iu;
const SPEAKER = 60;
/** How far back those may have been counted who are "the five" now. */
const COUNTED = 5;
/** So many words are a sentence rather than a phrase. */
const FEW = 5;
const NEGATED = /\b(?:not|never|no|neither|nor|none)\b|n['’]t\b/iu;

/** Before a number: only some of those counted are meant. */
const PART =
  /^(?:of|among|amongst|out of) $|\b(?:one|two|three|four|some|none|neither|each|every one|any|most|half|several|many|few|which|another|members|part|number|rest|last|first) of $|\b(?:only|one|two|three) $/iu;

/**
 * Spells out sentences that repeat the one before of somebody else, or only answer or point to it:
 * "Neither has Spain.", "The same goes for Peru.", "Yes.", "That is how Smith put it."
 *
 * @param own what the sentence itself mentions
 * @returns null where it is no such sentence
 */
export function spellOut(
  text: string,
  own: readonly Mention[],
  said: readonly Said[],
  tools: AnswerTools,
): Standalone | { readonly open: string } | null {
  const { data, analyse } = tools;
  const bare = bareOf(text, data);
  const [last] = said;
  const answered = spellAnswer(bare, said, tools);
  if (answered) return answered;
  if (last?.role === "question" || last?.role === "heading") {
    const answer = answerTo(bare, data);
    if (answer !== null && last.role === "question") {
      // "Did you?" / "We did.": only the one who answers knows.
      if (/\byour?s?\b/iu.test(last.text) && /^(?:yes,? |no,? )?(?:i|we)\b/iu.test(bare))
        return { open: bare };
      // "Signed it? No, it hasn't.": what was asked has no subject of its own.
      if (!asksWhole(last.text, tools)) return { open: bare };
      const asked = last.text.replace(new RegExp(data.answers.asks, "iu"), "");
      return standing(capital(asked), bare, asked, answer === "no");
    }
  }
  const of = new RegExp(data["quoted-of"], "iu").exec(bare)?.groups;
  if (of?.who && of.what) {
    const quote = said.slice(0, 2).find((s) => /["“”«»]/u.test(s.written));
    if (!quote) return { open: bare };
    const words = quotedIn(quote.written) ?? quote.written.replace(/^["“«']+|["”»']+$/gu, "");
    return standing(`${of.who} called ${of.what} "${words}".`, bare, words, false);
  }
  if (new RegExp(data.ellipsis.paired, "iu").test(bare)) return { open: bare };
  const { who: by, apposed } = new RegExp(data["quoted-by"], "iu").exec(bare)?.groups ?? {};
  if (by !== undefined && own.some((m) => by.includes(text.slice(m.start, m.end)))) {
    const quote = said.slice(0, 2).find((s) => s.place === "quotation" || isQuotation(s.written));
    if (quote) {
      const words = quote.written.replace(/^["“«']+|["”»']+$/gu, "");
      const who = apposed === undefined ? by : `${by}${apposed},`;
      return standing(`${capital(who)} said: "${words}"`, bare, words, false);
    }
  }
  const ownWords = ownIn(bare, said, data);
  if (ownWords?.who === null) return { open: bare };
  const quoted = ownWords?.who ?? match(data.quoted, bare);
  if (
    quoted !== null &&
    (ownWords || own.some((m) => quoted.includes(text.slice(m.start, m.end))))
  ) {
    // Who said it may be asked or guessed in between.
    const quote = said.slice(0, BACK).find((s) => /["“”«»]/u.test(s.written));
    const told = quote ? null : toldIn(said.slice(0, BACK));
    if (told !== null) {
      const text = `${quoted} said that ${told}`;
      return standing(text, bare, text, ownWords?.denied ?? false);
    }
    if (ownWords && !quote) return { open: bare };
    if ((quote ?? last)?.role !== "statement") return { open: bare };
    const words = quotedIn((quote ?? last)?.written ?? "");
    // "The phrase is hers": of a few words within a sentence it isn't told what of.
    if (words === null) return { open: bare };
    const who = quoted.includes(",") ? `${quoted},` : quoted;
    return standing(`${who} said: "${words}"`, bare, words, ownWords?.denied ?? false);
  }
  const isNames = (who: string): boolean => isNamed(who, text, own);
  const putSubject = (who: string, whole: Said): string =>
    `${whole.text.slice(0, subjectStart(whole, analyse))}${who}${whole.text.slice(subjectEnd(whole))}`;
  const reply = spellReply(bare, said, tools, isNames, putSubject);
  if (reply) return reply;
  const among = spellAmong(bare, said.slice(0, 3), data, isNames, putSubject);
  if (among) return standing(among.text, bare, among.text, among.denied);
  const happens = happensIn(bare, last, tools);
  if (happens) return happens;
  const several = severalIn(bare, text, own, last, data, analyse);
  if (several) return several;
  // What was called a myth is remembered like a question.
  const isSaid =
    last?.role === "statement" || (last?.role === "question" && !last.text.endsWith("?"));
  if (last && isSaid && new RegExp(data.ellipsis.never, "iu").test(bare))
    return standing(last.text, bare, last.text, !last.denied);
  // "Chile has no border with Peru." / "It does."
  if (last?.role === "statement" && NEGATED.test(last.text) && / /u.test(bare))
    if (/^(?:it|they|he|she) /iu.test(bare) && answerTo(bare, data) === "yes")
      return standing(last.text, bare, last.text, !last.denied);
  for (const kind of ["denied", "same", "contrary", "affirmed"] as const) {
    const who = match(data.ellipsis[kind], bare);
    if (who === null) continue;
    if (!isNamed(who, text, own) && !isDeeds(who, analyse, tools.isDeed)) {
      // "So is a notice to the bank."
      const isTurned = /^(?:same|denied)$/u.test(kind) && !bare.startsWith(who);
      const told = isTurned ? withSubject(who, last, tools) : null;
      if (told === null || NEGATED.test(told) === (kind === "same")) continue;
      return standing(told, bare, told, last?.denied ?? false);
    }
    if (last?.role !== "statement") return { open: bare };
    const wasDenied = NEGATED.test(last.text) !== last.denied;
    const isOfDenied = kind === "denied" || kind === "affirmed";
    if (wasDenied !== isOfDenied && kind !== "same") return { open: bare };
    const isContrary = kind === "contrary" || kind === "affirmed";
    if (!isNamed(who, text, own)) {
      const spelt = withDeed(last.text, who, analyse, tools.isDeed);
      if (spelt === null) return { open: bare };
      return standing(spelt, bare, spelt, isContrary !== last.denied);
    }
    const subject = last.mentions[0];
    if (!subject || /^(?:neither|both)\b/iu.test(last.text)) return { open: bare };
    const start = subjectStart(last, analyse);
    const spelt = `${last.text.slice(0, start)}${who}${last.text.slice(subjectEnd(last))}`;
    return standing(spelt, bare, spelt, isContrary !== last.denied);
  }
  return null;
}

/** The last sentence, said of something else: "A vote is needed. So is a notice to the bank." */
function withSubject(who: string, last: Said | undefined, { parse, analyse }: AnswerTools) {
  if (last?.role !== "statement" || fragmentShape(parse(who), () => false) !== "noun") return null;
  const tokens = parse(last.text);
  const { units, words } = analyse(last.text);
  const root = tokens.findIndex((t) => t.head < 0);
  const subject = tokens.findIndex((t) => t.head === root && /^[nc]subj/u.test(t.rel));
  if (tokens.length !== units.length || subject < 0 || subject > root) return null;
  const next = tokens.findIndex((t, i) => i > subject && t.head === root && t.rel !== "punct");
  const start = words[units[next < 0 ? root : next]?.from ?? 0]?.start ?? 0;
  return `${capital(who)} ${last.text.slice(start)}`;
}

/** A sentence without its stop, what leads it in and what is said aside ("…, I'm afraid"). */
function bareOf(text: string, data: ContextData): string {
  return text
    .replace(/[.!]+["'”’)]*$/u, "")
    .replace(/^(?:(?:yes|no|and|but|oh|well),? )+(?=\S+ )/iu, "")
    .replace(new RegExp(data.asides.first, "iu"), "")
    .replace(new RegExp(data.asides.last, "iu"), "")
    .replace(new RegExp(data.asides.tag, "iu"), "")
    .trim();
}

/** Is there anybody in a question of whom it is asked? */
function asksWhole(question: string, { parse }: AnswerTools): boolean {
  const tokens = parse(question);
  const begins = tokens.slice(0, 3).some((t) => t.upos === "AUX");
  return begins || tokens.some((t) => /^(?:nsubj|csubj|expl)/u.test(t.rel));
}

/** What stands in quotation marks, else all of it; null where those hold a few words of a sentence. */
function quotedIn(written: string): string | null {
  const inside = /["“«](?<words>[^"“”«»]+)["”»]/u.exec(written)?.groups?.words;
  if (inside !== undefined && inside.split(" ").length >= FEW) return inside;
  const whole = written.replace(/^["“«']+|["”»']+$/gu, "");
  return inside === undefined || isQuotation(written) ? whole : null;
}

/** What somebody was said to have said: "A deputy said that it was over". */
function toldIn(said: readonly Said[]): string | null {
  for (const { text, role } of said) {
    const at = TOLD.exec(text);
    const told = at && at.index < SPEAKER ? stopless(text.slice(at.index + at[0].length)) : "";
    if (told !== "" && role !== "heading" && !/["“]/u.test(text)) return told;
  }
  return null;
}

/** "The sentence is his, not the minister's": of the one who was named last; null where that is open. */
function ownIn(
  bare: string,
  said: readonly Said[],
  data: ContextData,
): { who: string | null; denied: boolean } | null {
  const found = new RegExp(data["quoted-own"], "iu").exec(bare)?.groups;
  if (found?.own === undefined) return null;
  const isPerson = /^(?:his|hers)$/iu.test(found.own);
  const kinds = said
    .slice(0, BACK)
    .map(({ mentions }) =>
      mentions.filter(
        (m) =>
          !m.list &&
          m.ids.length === 1 &&
          (m.kind === "person") === isPerson &&
          (isPerson || m.kind === "body"),
      ),
    );
  const [one, ...more] = kinds.find((some) => some.length > 0) ?? [];
  if (!one || more.some((m) => m.text !== one.text)) return { who: null, denied: false };
  if (found.not === undefined) return { who: one.text, denied: false };
  const but = found.but?.replace(/['’]s?$/u, "");
  return but === undefined ? { who: one.text, denied: true } : { who: but, denied: false };
}

function stopless(text: string): string {
  return text.replace(/[.!?]$/u, "");
}

/** Does it stand in quotation marks as a whole? */
function isQuotation(written: string): boolean {
  return /^["“«][^"“”«»]+["”»][.!]?$/u.test(written.trim());
}

/** "Ratification followed in 2005": by the state that the last sentence is about, of the text's topic. */
function happensIn(
  bare: string,
  last: Said | undefined,
  { data, isDeed, topic }: AnswerTools,
): Standalone | null {
  const { what, told } = new RegExp(data.ellipsis.happens, "iu").exec(bare)?.groups ?? {};
  const subject = last?.mentions[0];
  if (what === undefined || !isDeed(what.toLowerCase()) || topic === null) return null;
  if (subject?.kind !== "state" || subject.list || last?.role !== "statement") return null;
  if (last.denied || !last.mentions.some((m) => m.text === topic)) return null;
  const spelt = `The ${what.toLowerCase()} of ${topic} by ${subject.text}${told}`;
  return standing(spelt, what, spelt, false);
}

/** "Chile isn't, and Peru isn't either", "Chile is not among them, and neither is Peru." */
function severalIn(
  bare: string,
  text: string,
  own: readonly Mention[],
  last: Said | undefined,
  data: ContextData,
  analyse: (text: string) => Analysed,
): Standalone | null {
  const groups = new RegExp(data.ellipsis.several, "iu").exec(bare)?.groups;
  const subject = last?.mentions[0];
  if (!groups || !subject || last?.role !== "statement" || last.denied) return null;
  if (NEGATED.test(last.text)) return null;
  const who = [groups.a, groups.b, groups.c, groups.d].flatMap((w) => (w ? [w] : []));
  if (who.length === 0 || !who.every((w) => isNamed(w, text, own))) return null;
  const [first = "", second] = who;
  const start = subjectStart(last, analyse);
  const neither = start === 0 ? "Neither" : "neither";
  const names = second === undefined ? first : `${neither} ${first} nor ${second}`;
  const spelt = `${last.text.slice(0, start)}${names}${last.text.slice(subjectEnd(last))}`;
  return standing(spelt, bare, spelt, second === undefined);
}

/** Where the subject of a sentence ends: "states and territories". */
function subjectEnd({ text, mentions }: Said): number {
  let end = mentions[0]?.end ?? 0;
  const [first, second] = mentions;
  // "Five allies of Chile".
  if (first?.plural && first.ids.length === 0 && second && text.slice(end, second.start) === " of ")
    end = second.end;
  for (const { start, end: next, ids } of mentions.slice(1))
    if (ids.length === 0 && /^ (?:and|or) $/u.test(text.slice(end, start))) end = next;
  return end;
}

/** Where the subject of a sentence begins with all that counts it: "more than ten states". */
function subjectStart(last: Said, analyse: (text: string) => Analysed): number {
  const subject = last.mentions[0];
  if (!subject) return 0;
  const { units, words } = analyse(last.text);
  let start = subject.start;
  for (const unit of [...units].reverse()) {
    const at = words[unit.from]?.start ?? 0;
    if (at >= subject.start) continue;
    if (unit.quantity === null && !/^(?:of|than|more|the|all)$/u.test(unit.lower)) break;
    start = at;
  }
  return start;
}

function answerTo(bare: string, data: ContextData): "yes" | "no" | null {
  const lower = bare.toLowerCase();
  if (new RegExp(data.yes, "u").test(lower)) return "yes";
  return new RegExp(data.no, "u").test(lower) ? "no" : null;
}

function match(pattern: string, bare: string): string | null {
  const groups = new RegExp(pattern.replace(/\(\?<who>/gu, "("), "iu").exec(bare);
  return groups?.slice(1).find((g) => g !== undefined) ?? null;
}

/** Nothing but names and what joins them. */
function isNamed(who: string, text: string, own: readonly Mention[]): boolean {
  const start = text.indexOf(who);
  const inside = own.filter((m) => !m.list && m.start >= start && m.end <= start + who.length);
  const rest = inside.reduceRight(
    (t, m) => t.slice(0, m.start - start) + t.slice(m.end - start),
    who,
  );
  return inside.length > 0 && /^(?:\s|,|&|and|or|nor|the)*$/iu.test(rest);
}

function standing(text: string, words: string, means: string, denied: boolean): Standalone {
  return { text, bindings: [{ words, means }], denied, near: true };
}

/**
 * Names those who were counted before: "both", "the five countries", "all five".
 *
 * @param named the states named not long ago
 * @returns the text with their names in place, null where nobody was counted so, or the words that
 *   stay open
 */
export function nameCounted(
  text: string,
  said: readonly Said[],
  { data, gazetteer }: Names,
  named: ReadonlySet<string>,
):
  | { readonly text: string; readonly words: string; readonly means: string }
  | { open: string }
  | null {
  const found = new RegExp(data.counted, "iu").exec(text);
  if (!found) return null;
  const { all, number, noun, both } = found.groups ?? {};
  const isBoth = number === undefined;
  if (isBoth && both === undefined && !/^both\b/iu.test(found[0])) return null;
  // "The two, Chile and Peru, …": they are named.
  const behind = text.slice(found.index + found[0].length);
  const told = new RegExp(data.ellipsis.apposed, "u").exec(behind);
  const apposed = told?.groups?.list ?? "";
  if (
    told &&
    apposed.split(/, (?:and )?| and /u).length === data.numbers[number?.toLowerCase() ?? ""]
  )
    return {
      text: `${text.slice(0, found.index)}${apposed}${behind.slice(told[0].length)}`,
      words: found[0],
      means: apposed,
    };
  // "Both X and Y", "both sides": somebody else.
  const after = text.slice(found.index + found[0].length);
  if (
    isBoth &&
    both === undefined &&
    !/^ (?:have|are|were|had|do|did|will|of|want|plan|also|now|border|share|belong|intend|remain|\p{Ll}+ed)\b/u.test(
      after,
    )
  )
    return null;
  const whole = found[0].toLowerCase();
  if (
    !isBoth &&
    all === undefined &&
    !/^(?:the|these|those) /u.test(whole) &&
    !/of them$/u.test(whole)
  )
    return null;
  if (
    !isBoth &&
    noun === undefined &&
    /^ \p{L}/u.test(after) &&
    !/^ (?:have|has|are|were|all|share|border|want|plan|took|also|had|do|did|will|left|started|began|\p{Ll}+ed|now|in|on|at|to|by|since|during|and|or|but)\b/u.test(
      after,
    )
  )
    return null;
  if (PART.test(text.slice(0, found.index)) && !isBoth) return null;
  const wanted = isBoth ? 2 : (data.numbers[number.toLowerCase()] ?? 0);
  const list = said
    .flatMap((s) => s.mentions)
    .find((m) => m.plural && m.ids.length === wanted && m.list);
  const isCounted = said.slice(0, COUNTED).some(({ text: told }) => {
    const { count } = new RegExp(data.ellipsis.number, "iu").exec(told)?.groups ?? {};
    return count !== undefined && data.numbers[count.toLowerCase()] === wanted;
  });
  const group = groupOf(wanted, isCounted ? null : named, gazetteer);
  const names = list?.text ?? (wanted === 2 ? lastTwo(said) : group);
  // The base may know whose they are ("the plans of the five countries").
  if (names === null && /\bof $/iu.test(text.slice(0, found.index))) return null;
  if (names === null) return said.length === 0 ? null : { open: found[0] };
  const but = new RegExp(data.references.except, "iu").exec(after);
  const rest = but && !isBoth ? ` except ${after.slice(but[0].length)}` : after;
  const put = but && !isBoth ? `all of ${names}` : names;
  return {
    text: `${text.slice(0, found.index)}${found.index === 0 ? capital(put) : put}${rest}`,
    words: found[0],
    means: names,
  };
}

/**
 * A group of the base with so many members, where the text named them all not long ago.
 *
 * @param named null where the text spoke of so many without their names
 */
function groupOf(
  wanted: number,
  named: ReadonlySet<string> | null,
  gazetteer: Gazetteer,
): string | null {
  for (const { inBase, members } of gazetteer.entities.values())
    if (inBase && members.length === wanted && members.every((id) => named?.has(id) ?? true))
      return joined(members.map((id) => gazetteer.entities.get(id)?.name ?? id));
  return null;
}

/** The subjects of the last two sentences, where both are of one kind. */
function lastTwo(said: readonly Said[]): string | null {
  const [b, a] = said.slice(0, 2).map((s) => s.mentions.find((m) => m.ids.length === 1));
  if (!a || !b || a.kind !== b.kind || a.text === b.text) return null;
  return joined([a.text, b.text]);
}
