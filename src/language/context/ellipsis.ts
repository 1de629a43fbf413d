import { spellAmong } from "./among.ts";
import { type AnswerTools, spellAnswer } from "./answers.ts";
import { carriedOver } from "./carried.ts";
import type { Said } from "./discourse.ts";
import { spellFulfilled } from "./due.ts";
import type { Analysed } from "./mentions.ts";
import { askedIn } from "./questions.ts";
import { spellQuoting } from "./quoting.ts";
import { spellReply } from "./replies.ts";
import { standing } from "./standing.ts";
import { capital, lowered, stopless } from "./strings.ts";
import { isNamed, subjectEnd, subjectStart } from "./subjects.ts";
import type { ContextData, Mention, Standalone } from "./types.ts";

/** Some of those who were counted: "Five states left, among them Chile". */
const AMONG = /,? (?:among them|including|such as) [^,.;:]+/iu;
/** How far back those may have been counted some of whom are named now. */
const LISTED = 4;
const NEGATED = /\b(?:not|never|no|neither|nor|none)\b|n['’]t\b/iu;

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
  const { data } = tools;
  const bare = bareOf(text, data);
  const more = new RegExp(data.answers.more, "iu").exec(bare)?.groups;
  const short = more?.short ? spellBare(more.short, text, own, said, tools) : null;
  const whole = short && !("open" in short) ? statedIn(short, said[0]) : null;
  if (!more || whole === null) return spellBare(bare, text, own, said, tools);
  const spelt = `${capital(whole)} ${lowered(more.how ?? more.tail ?? "")}${more.by ?? ""}`;
  return standing(spelt, bare, spelt, false);
}

/** A short answer as a statement that more can be added to; null where it is only the denial of one. */
function statedIn({ text, denied }: Standalone, last: Said | undefined): string | null {
  const asked = last && text.endsWith("?") ? askedIn(last) : null;
  const told = asked?.kind === "whether" ? asked.fill(asked.subject) : stopless(text);
  if (told.endsWith("?") || !denied) return told.endsWith("?") ? null : told;
  const turned = told.replace(NOT, "$<verb>");
  return NEGATED.test(turned) ? null : turned;
}

/** What turns a plain statement round. */
const NOT = /\b(?<verb>is|are|was|were|has|have|had)(?: not|n['’]t)(?= )/iu;

function spellBare(
  bare: string,
  text: string,
  own: readonly Mention[],
  said: readonly Said[],
  tools: AnswerTools,
): Standalone | { readonly open: string } | null {
  const { data, analyse } = tools;
  const [last] = said;
  const answered = spellFulfilled(bare, said, tools) ?? spellAnswer(bare, said, tools);
  if (answered) return answered;
  if (last?.role === "question" || last?.role === "heading") {
    const answer = answerTo(bare, data);
    if (answer !== null && last.role === "question") {
      // "Did you?" / "We did.": only the one who answers knows.
      if (/\byour?s?\b/iu.test(last.text) && /^(?:yes,? |no,? )?(?:i|we)\b/iu.test(bare))
        return { open: bare };
      // "Signed it? No, it hasn't.": what was asked has no subject of its own.
      if (!asksWhole(last.text, tools)) return { open: bare };
      const asked = unturned(last.text.replace(new RegExp(data.answers.asks, "iu"), ""));
      // "Nor did Peru?" / "No, it didn't.": the answer agrees.
      const asksNo = NEGATED.test(asked) && !new RegExp(data.answers.inverted, "iu").test(asked);
      return standing(capital(asked), bare, asked, (answer === "no") !== asksNo);
    }
  }
  const confirmed = last && !/^no\b/iu.test(text) ? confirmedIn(bare, last, data) : null;
  if (confirmed) return confirmed;
  for (const open of [data.ellipsis.paired, data.ellipsis.hedged])
    if (new RegExp(open, "iu").test(bare)) return { open: bare };
  // "That is how Chile describes its place in it": what was said before is judged by itself.
  const how = new RegExp(data.ellipsis["how-told"], "iu").exec(bare)?.[0];
  if (how !== undefined) return { open: how };
  const quoted = spellQuoting(bare, said, data, (who) =>
    own.some((m) => who.includes(text.slice(m.start, m.end))),
  );
  if (quoted) return quoted;
  const isNames = (who: string): boolean => isNamed(who, text, own);
  const putSubject = (who: string, whole: Said): string =>
    `${whole.text.slice(0, subjectStart(whole, analyse))}${who}${whole.text.slice(subjectEnd(whole)).replace(AMONG, "")}`;
  const reply = spellReply(capital(bare), said, tools, isNames, putSubject);
  if (reply) return reply;
  // "Their neighbour is one of them": whoever that is.
  const isOne = (who: string): boolean =>
    isNames(who) ||
    /^(?:(?:the|its|their)|\p{Lu}\p{L}+['’]s?) \p{Ll}+(?: \p{Ll}+){0,2}$/u.test(who);
  const among = amongThem(bare, said.slice(0, LISTED), data, isOne, putSubject);
  if (among) return among;
  const happens = happensIn(bare, last, tools);
  if (happens) return happens;
  const several = severalIn(bare, text, own, last, data, analyse);
  if (several) return several;
  // What was called a myth is remembered like a question.
  const isSaid =
    last?.role === "statement" || (last?.role === "question" && !last.text.endsWith("?"));
  if (last && isSaid && new RegExp(data.ellipsis.never, "iu").test(bare))
    return standing(last.text, bare, last.text, !last.denied);
  // "Chile has no border with Peru." / "It does."; "He said so." / "He did."
  if (last?.role === "statement" && / /u.test(bare))
    if (/^(?:it|they|he|she) /iu.test(bare) && answerTo(bare, data) === "yes")
      return standing(last.text, bare, last.text, NEGATED.test(last.text) !== last.denied);
  const excepted = exceptionIn(bare, said, data, isNames, putSubject);
  if (excepted) return excepted;
  const over = carriedOver(bare, text, own, last, tools);
  if (over) return over;
  // "So was Chile until it left": only some of it goes with what was said.
  if (/^so (?:is|are|was|were|has|have|had|do|does|did) [^?]+$/iu.test(bare)) return { open: bare };
  return new RegExp(data.ellipsis.echo, "iu").test(bare) ? { open: bare } : null;
}

/** "Do all of them border it?" / "All but one.", "Chile is the exception." */
function exceptionIn(
  bare: string,
  said: readonly Said[],
  data: ContextData,
  isNames: (who: string) => boolean,
  putSubject: (who: string, whole: Said) => string,
): Standalone | null {
  const [last] = said;
  const isPart = /^all (?:but|except|save) [^,;:]+$/iu.test(bare);
  if (isPart && last?.role === "question" && askedIn(last)?.kind === "whether")
    return NEGATED.test(last.text) ? null : standing(last.text, bare, last.text, true);
  const { a, b = a } = new RegExp(data.ellipsis.exception, "iu").exec(bare)?.groups ?? {};
  if (b === undefined || !isNames(b)) return null;
  const whole = said
    .slice(0, LISTED)
    .find((s) => s.mentions[0]?.plural === true && !NEGATED.test(s.text) && s.role !== "heading");
  if (!whole) return null;
  const asked = whole.text.endsWith("?") ? askedIn(whole) : null;
  if (whole.text.endsWith("?") && asked?.kind !== "whether") return null;
  const told = asked ? asked.fill(b) : putSubject(b, whole);
  return standing(
    capital(told),
    bare,
    told,
    !(whole.denied && whole.role === "statement" && !asked),
  );
}

/** "Chile is one of them", "Is Chile among them?" */
function amongThem(
  bare: string,
  said: readonly Said[],
  data: ContextData,
  isNames: (who: string) => boolean,
  putSubject: (who: string, whole: Said) => string,
): Standalone | null {
  const asked = new RegExp(data.ellipsis["among-asked"], "iu").exec(bare)?.groups;
  const stated = asked ? `${asked.who} ${asked.be} ${asked.among}` : bare;
  const among = spellAmong(stated, said, data, isNames, putSubject);
  if (!among || (asked && among.denied)) return null;
  const { text, denied } = among;
  return asked
    ? { ...standing(text, bare, text, false), text: `${stopless(capital(text))}?` }
    : standing(text, bare, text, denied);
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

/** "Isn't it enough?": whether it is; it isn't where the answer is no. */
function unturned(question: string): string {
  return question.replace(
    /^(?<lead>(?:(?:and|but|so|well|then),? )*\p{L}{2,})n['’]t /iu,
    "$<lead> ",
  );
}

/** Is there anybody in a question of whom it is asked? */
function asksWhole(question: string, { parse }: AnswerTools): boolean {
  const tokens = parse(question);
  const begins = tokens.slice(0, 3).some((t) => t.upos === "AUX");
  return begins || tokens.some((t) => /^(?:nsubj|csubj|expl)/u.test(t.rel));
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
  // After "Chile's king signed a decree on the treaty", the signing is the decree's.
  const thing = last.mentions.slice(1).find((m) => /^(?:treaty|document)$/u.test(m.kind));
  const spelt = `The ${what.toLowerCase()} of ${thing?.text ?? topic} by ${subject.text}${told}`;
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

/** "It did, until 1990", "Yes, according to the king": what was asked, with that. */
function confirmedIn(bare: string, last: Said, { answers }: ContextData): Standalone | null {
  const asked = last.role === "question" ? askedIn(last) : null;
  const more = new RegExp(answers.confirmed, "iu").exec(bare)?.groups?.more;
  if (more === undefined || asked?.kind !== "whether" || asked.subject === "") return null;
  // "Didn't it leave?" asks whether it left.
  if (NEGATED.test(unturned(last.text)) || NEGATED.test(more)) return null;
  const why = more.replace(/^for (?:the|much the) same reasons?: /iu, "because of ");
  const told = capital(`${asked.fill(asked.subject)}, ${why}`);
  return standing(told, bare, told, false);
}

function answerTo(bare: string, data: ContextData): "yes" | "no" | null {
  const lower = bare.toLowerCase();
  if (new RegExp(data.yes, "u").test(lower)) return "yes";
  return new RegExp(data.no, "u").test(lower) ? "no" : null;
}
