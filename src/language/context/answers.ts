import type { SyntaxToken } from "../syntax/index.ts";
import type { Said } from "./discourse.ts";
import { deedOf } from "./doings.ts";
import { isCount, onlyTime, withNumber, withTime } from "./exchanged.ts";
import type { Analysed } from "./mentions.ts";
import { type Asked, askedIn } from "./questions.ts";
import { shortAnswer } from "./short-answers.ts";
import { capital, lowered, stopless } from "./strings.ts";
import type { ContextData, Mention, Standalone } from "./types.ts";

/** What spelling out answers draws on. */
export interface AnswerTools {
  readonly data: ContextData;
  readonly analyse: (text: string) => Analysed;
  readonly parse: (text: string) => readonly SyntaxToken[];
  /** Whom and what a text mentions. */
  readonly mentions: (text: string) => readonly Mention[];
  /** Is a word a noun for something that is done? */
  readonly isDeed: (word: string) => boolean;
  /** What the text is about, by its name; null where it is nothing in particular. */
  readonly topic: string | null;
}

const NEGATED = /\b(?:not|never|no|neither|nor|none|nobody)\b|n['’]t\b/iu;
const DOES =
  /^(?<who>(?!(?:it|they|he|she|that|this|i|we|you)\b).{2,60}?) (?:did|do|does|has|have|had|is|are|was|were|will)(?<not>n['’]t| not)?(?<tail>,? (?:in|on|at|by|since|last|back|before|after|during|early|late|too|already)\b.*)?$/iu;
/** "Chile has, and Peru, and Cuba": all of them have. */
const GATHERED =
  /^(?<first>\p{Lu}[\p{L} ]{1,30}?) (?<verb>has|have|is|are|did|does|do|was|were|will)(?<more>(?:,? and (?:the )?\p{Lu}[\p{L} ]{1,30}){1,4})$/u;
/** An answer that tells when or how long without a date: "from the moment of its publication". */
const TELLS_WHEN =
  /^(?:(?:(?:only|just|exactly|about|some|at least) )?(?:an?|one|two|three|four|five|six|ten|\d{1,3}|several|some|a few) (?:hours?|days?|weeks?|months?|years?) (?:after|before|from|following|later)|from|since|until|till|as soon as|as of|upon|on|after|before|when|once|only|at|ever since|for)\b/iu;
const WHEN_CLAUSE =
  /^(?:(?:(?:only|just|exactly|about|some|at least) )?(?:an?|one|two|three|four|five|six|ten|\d{1,3}|several|some|a few) (?:hours?|days?|weeks?|months?|years?) (?=after|before)|only |not |right |immediately |just )?(?:(?<noun>(?:from |on |at |in )?the (?:moment|day|minute|instant|hour|year|week|month)(?: that| when)? (?:it|they|he|she|the|its|their|\p{Lu}))|as soon as|once|when|before|after|until|since)\b[^,;:]*$/iu;
const NOBODY =
  /^(?:(?:and|but|so),? )?(?:nobody(?: else)?|no one(?: else)?|no-one|none of them|none)(?= )/iu;
/** How far back a question may stand that several answer. */
const BACK = 3;

/**
 * Spells out what answers or corrects the sentence before: "When did Peru sign?" / "In 1999.",
 * "Who left?" / "Chile did, in May.", "It was a Monday.", "Not yet."
 *
 * @param bare the sentence without its stop and without asides
 * @returns null where it is no such answer
 */
export function spellAnswer(
  bare: string,
  said: readonly Said[],
  tools: AnswerTools,
): Standalone | null {
  const { data, analyse } = tools;
  const [last] = said;
  if (!last) return null;
  const answer = (text: string, denied = false): Standalone => ({
    text,
    bindings: [{ words: bare, means: text }],
    denied,
    near: true,
  });
  const asked = last.role === "question" ? askedIn(last) : null;
  const plain = bare
    .replace(/^(?:yes|no|well|oh)(?:[,:])? (?:but )?/iu, "")
    .replace(/,? (?:for example|for instance|among others|to begin with|for one)$/iu, "")
    .replace(/ (?:himself|herself|itself|themselves)$/iu, "")
    .replace(GATHERED, "$<first>$<more> $<verb>");
  const { units } = analyse(plain);
  const isLabel = !hasVerb(plain, tools);
  if (asked?.kind === "circumstance") {
    const when = plain
      .replace(new RegExp(data.answers.when, "iu"), "")
      .replace(new RegExp(data.answers["when-counted"], "iu"), "");
    if (onlyTime(when, analyse)) return answer(asked.fill(when));
    if ((isLabel && TELLS_WHEN.test(plain)) || isWhenClause(plain, tools))
      return answer(asked.fill(plain));
  }
  // "Is it a member?" / "Yes, since 1990."
  if (asked?.kind === "whether" && asked.subject !== "" && onlyTime(plain, analyse)) {
    const told = asked.fill(asked.subject);
    return answer(withTime(told, plain, analyse) ?? `${told} ${lowered(plain)}`);
  }
  const short = asked && shortAnswer(plain, asked, last, data);
  if (short) return answer(short);
  const counts = units.some((u) => u.quantity || u.group) && units.every(isCount);
  if (counts && (asked?.kind === "count" || asked?.kind === "who"))
    return answer(ofTopic(asked.fill(ofThose(plain, asked, tools)), tools));
  const isOpen = asked?.kind === "who" || (asked?.kind === "whether" && asked.subject === "");
  if (counts && asked && isOpen) return answer(asked.fill(`${plain} others`));
  if (asked && isOpen && isLabel) {
    const { who = "", tail = "" } = NAMED.exec(plain)?.groups ?? {};
    // "Not the king but the council": it was the second.
    const named = who.replace(/^not [^,;:]+?,? but (?:rather )?/iu, "");
    if (who !== "") return answer(ofTopic(`${asked.fill(named)}${tied(tail)}`, tools));
  }
  const does = DOES.exec(plain)?.groups;
  if (does?.who !== undefined) {
    const { who, not, tail = "" } = does;
    if (asked && isOpen) return answer(withTail(asked.fill(who), tail), not !== undefined);
    // "How many belong to it?" / "More than ten do."
    if (asked?.kind === "count" && not === undefined && analyse(who).units.every(isCount))
      return answer(`${ofTopic(asked.fill(who), tools)}${tied(tail)}`);
    // "Is it in force?" / "The decree is."
    if (asked?.kind === "whether" && !/[,;:]/u.test(who) && isThing(who, tools))
      return answer(`${asked.fill(who)}${tied(tail)}`, not !== undefined);
    const nobody = last.denied ? null : NOBODY.exec(last.text);
    if (nobody && not === undefined)
      return answer(`${who}${stopless(last.text.slice(nobody[0].length), ".!?")}${tied(tail)}`);
  }
  const was = isOpen ? new RegExp(data.answers.was, "iu").exec(plain)?.groups : undefined;
  if (asked && was?.who !== undefined && !/ (?:who|that|which|whose) /iu.test(plain))
    return answer(ofTopic(`${asked.fill(was.who)}${tied(was.tail ?? "")}`, tools));
  const begun = new RegExp(data.answers.begun, "iu").exec(plain)?.groups;
  // "Five countries are: Chile, Peru …", unlike "It is: Chile has left."
  const counted = new RegExp(data.answers.counted, "iu").exec(plain)?.groups?.list;
  if (asked && isOpen && counted !== undefined && !hasVerb(counted, tools))
    return answer(ofTopic(asked.fill(counted), tools));
  const { list: listed } = begun ?? {};
  const isListed =
    isOpen || (asked?.kind === "whether" && listed !== undefined && !hasVerb(listed, tools));
  if (asked && isListed && begun?.who !== undefined)
    return answer(asked.fill(begun.list ?? begun.who));
  const ruling = new RegExp(data.ruling, "iu").exec(plain)?.groups?.what;
  const offered = /^(?:(?:and|but|what about|how about) )+(?<what>\p{L}+ing [^?]+)\?$/iu.exec(
    last.text,
  );
  if (ruling !== undefined && last.role === "question" && offered?.groups)
    return answer(`${capital(offered.groups.what ?? "")} is ${ruling}`);
  const done = new RegExp(data.answers.did, "iu").exec(plain)?.groups;
  if (done?.who !== undefined) {
    const { who, tail = "" } = done;
    if (asked) return isOpen ? answer(`${asked.fill(who)}${tied(tail)}`) : null;
    const whom = done.more === undefined ? who : `${who} and ${done.more}`;
    const text = last.role === "statement" && !last.denied ? didSo(whom, last, tools) : null;
    const when = tied(tail).trim();
    const timed = text !== null && onlyTime(when, analyse) ? withTime(text, when, analyse) : null;
    if (text !== null) return answer(timed ?? `${text}${tied(tail)}`);
  }
  const again = new RegExp(data.answers.again, "iu").exec(plain)?.groups?.tail;
  if (again !== undefined && onlyTime(again, analyse)) {
    const told =
      asked?.kind === "whether" && asked.subject !== ""
        ? asked.fill(asked.subject)
        : last.role === "statement" && !last.denied
          ? last.text
          : null;
    const isTimed = (text: string): boolean => analyse(text).units.some((u) => u.time);
    if (told !== null && isTimed(again) && !isTimed(told) && !NEGATED.test(told))
      return answer(`${capital(stopless(told))}${tied(again)}`);
  }
  const number = new RegExp(data.answers.number, "iu").exec(plain)?.groups?.right;
  if (number !== undefined && last.role === "statement") {
    const text = withNumber(last.text, number, analyse);
    if (text !== null) return answer(text, last.denied);
  }
  const says = new RegExp(data.answers.says, "iu").exec(plain)?.groups?.right;
  if (says !== undefined && last.role === "statement" && onlyTime(says, analyse)) {
    const text = withTime(last.text, says, analyse);
    if (text !== null) return answer(text, last.denied);
  }
  const dated = new RegExp(data.answers.dated, "iu").exec(plain)?.groups?.right;
  if (dated !== undefined && last.role === "statement" && onlyTime(dated, analyse)) {
    const told = untold(last.text);
    const text = withTime(told, dated, analyse);
    const isTimed = analyse(told).units.some((u) => u.time);
    if (text !== null) return answer(text, last.denied);
    return isTimed ? null : answer(`${stopless(told)} ${dated}`, last.denied);
  }
  const corrected = new RegExp(data.answers.correction, "iu").exec(plain)?.groups?.right;
  if (corrected !== undefined) {
    if (onlyTime(corrected, analyse)) {
      const text = last.role === "statement" && withTime(untold(last.text), corrected, analyse);
      return text ? answer(text, last.denied) : null;
    }
    const who = said.slice(0, BACK).find((s) => s.role === "question");
    const question = who ? askedIn(who) : null;
    const isName = /^(?:the |an? )?\p{Lu}/u.test(corrected) && !/ (?:who|that) /u.test(corrected);
    return question?.kind === "who" && isName ? answer(question.fill(corrected)) : null;
  }
  if (last.role === "statement" && !NEGATED.test(last.text)) {
    const isWrong = new RegExp(data.answers.not, "iu").test(plain);
    // "Somebody says that it left. That is not so."
    // "Some say that it left. It didn't."
    const isTold = /^(?:this|that) /iu.test(plain) || (!isWrong && SOME_SAY.test(last.text));
    const told = isTold ? untold(last.text) : last.text;
    if ((isWrong || isPronounNo(plain, data)) && told !== last.text)
      return answer(told, !last.denied);
    if (isWrong || isPronounNo(plain, data))
      return answer(qualified(unsupposed(last.text), plain, data), !last.denied);
  }
  const how = new RegExp(data.answers.how, "iu").test(plain);
  if (last.role === "question" && new RegExp(data.answers.not, "iu").test(plain)) {
    const { subject = "", fill } = asked?.kind === "whether" ? asked : {};
    const isQualified = how && subject !== "" && fill;
    const stated = isQualified ? fill(subject).replace(/,? then$/iu, "") : last.text;
    if (asked?.kind === "whether" || new RegExp(data.answers.inverted, "iu").test(last.text))
      return answer(qualified(stated, plain, data), true);
  }
  if (asked?.kind === "whether" && new RegExp(data.ellipsis.never, "iu").test(plain))
    return answer(last.text, true);
  return null;
}

/** "How many have joined?" / "More than ten": so many of those who can join what the text is about. */
function ofThose(plain: string, asked: Asked, { topic, data, analyse }: AnswerTools): string {
  const told = asked.fill(plain);
  const isBare =
    asked.kind === "count" && /^(?:have|are|do|did) /u.test(told.slice(plain.length + 1));
  const isOfTopic = topic !== null && ofTopic(told, { topic, data, analyse }).includes(topic);
  const isNumber = analyse(plain).units.every((u) => u.quantity !== null);
  return isBare && isOfTopic && isNumber ? `${plain} ${data.answers["those-bound"]}` : plain;
}

/** An answer with when it was: before what ends on a preposition ("what it is based on"). */
function withTail(text: string, tail: string): string {
  const time = tied(tail).trim();
  return / (?:on|in|at|by|for|from|to|with|about|of)$/u.test(text) && time !== ""
    ? `${capital(time)}, ${text.replace(/^(?:The|An?|Its|Their) /u, lowered)}`
    : `${text}${tied(tail)}`;
}

/** A name, or a noun that tells which is meant. */
function isThing(who: string, { parse, analyse }: AnswerTools): boolean {
  const { units } = analyse(who);
  const isOne = /^(?:the|this|that|its|their|his|her) /iu.test(who) || units.some((u) => u.name);
  return isOne && !NEGATED.test(who) && parse(who).every((t) => !/^(?:VERB|AUX)$/u.test(t.upos));
}

/** Who is not the one of whom a short answer speaks: "Some say that …". */
const SOME_SAY = /^(?:some|many|people|others|critics|most|a few) /iu;

/** "The article said that it was in May": that it was in May. */
export function untold(text: string): string {
  const what =
    /^[^,;:]{3,80}? (?:says?|said|states?|stated|writes?|wrote|reports?|reported|claims?|claimed|notes?|noted|adds?|added|argues?|argued|recalls?|recalled|stress(?:es|ed)|explains?|explained|points? out|pointed out) that (?<what>\p{L}.*)$/u.exec(
      text,
    )?.groups?.what;
  return what === undefined ? text : capital(what);
}

/** "Had Chile signed, …": that Chile had signed. */
function unsupposed(text: string): string {
  const had = /^Had (?<who>[^,]+?) (?<rest>(?:been|\p{L}+ed)\b[^,]*), /u.exec(text)?.groups;
  return had ? `${had.who} had ${had.rest}.` : text;
}

/** "As soon as it was published", "the moment it appeared": a clause that only tells when. */
function isWhenClause(text: string, { parse }: AnswerTools): boolean {
  const led = WHEN_CLAUSE.exec(text)?.groups;
  if (!led) return false;
  if (led.noun !== undefined) return true;
  const tokens = parse(text);
  const root = tokens.findIndex((t) => t.head < 0);
  return tokens.slice(0, 3).some((t) => t.head === root && /^(?:mark|advmod)$/u.test(t.rel));
}

/** Names or nouns with what ties them: "Chile and Peru", "the council, in May". */
const NAMED =
  /^(?<who>(?:the |an? |all |both |only |just )?[\p{L}\p{N}][^,;:.]*?(?:, (?!(?:in|on|at|since|by|last|back|and only) )[^,;:.]+?)*?(?:,? (?:and|or|as well as) [^,;:.]+?)?)(?<tail>,? (?:in|on|at|since|last|back in)\b [^;:.]*)?$/u;

/** A finite verb, or one by itself; one that was taken for a noun has a subject. */
function hasVerb(text: string, { parse }: AnswerTools): boolean {
  const tokens = parse(text);
  return (
    tokens.some((t) => /^(?:VBZ|VBD|VBP|MD|VB)$/u.test(t.xpos)) ||
    tokens.some((t) => t.rel === "nsubj" && /s$/u.test(tokens[t.head]?.form ?? ""))
  );
}

/** "Ten states take part" of a text on one thing: in that. */
export function ofTopic(
  text: string,
  { topic, data, analyse }: Pick<AnswerTools, "topic" | "data" | "analyse">,
  isAnswer = true,
): string {
  const core = stopless(text).replace(/,? (?:too|as well|though|also)$/iu, "");
  const found = new RegExp(data.answers.lacking, "iu").exec(core)?.groups;
  const joins = Object.entries(found ?? {}).find(([, words]) => words !== undefined)?.[0];
  if (joins === undefined || topic === null || (joins === "none" && !isAnswer)) return text;
  // "Guns that only a ship carries are not covered": of some of them other rules may tell.
  if (/^(?:by|from)$/u.test(joins) && / (?:that|which|who|whose|other than|such as) /iu.test(core))
    return text;
  const { units } = analyse(text);
  const last = units.filter((u) => /\p{L}/u.test(u.form)).at(-1);
  const stop = text.slice(stopless(text).length);
  return last?.name?.usage === "name"
    ? text
    : `${core} ${joins === "none" ? "" : `${joins} `}${topic}${stop}`;
}

/** "Chile did so": of the last statement, or of what it says was done ("when it was signed"). */
function didSo(who: string, last: Said, tools: AnswerTools): string | null {
  const passive =
    /(?<what>(?:the|its|their) [\p{L}-]+(?: [\p{L}-]+){0,3}?) (?:was|were|has been|have been) (?:\p{L}+ly )?(?<done>\p{L}+ed)[.!]*$/u.exec(
      last.text,
    )?.groups;
  if (passive) return `${who} ${passive.done} ${passive.what}`;
  const [subject] = last.mentions;
  if (!subject || NEGATED.test(last.text)) return null;
  if (subject.start > 4) {
    // "In view of the war the country left": what its main clause tells.
    const deed = deedOf(last.text, tools);
    return deed && `${who} ${deed.finite}`;
  }
  return `${who}${stopless(last.text.slice(subject.end))}`;
}

/** "Not officially": the sentence before with that word in it. */
function qualified(text: string, plain: string, data: ContextData): string {
  const how = new RegExp(data.answers.how, "iu").exec(plain)?.groups?.how;
  return how ? text.replace(/ (?:is|are|was|were|has|have|had)(?= )/u, `$& ${how}`) : text;
}

/** "It hasn't." */
function isPronounNo(plain: string, data: ContextData): boolean {
  return / /u.test(plain) && /^(?:it|they|he|she)\b/iu.test(plain)
    ? new RegExp(data.no, "u").test(plain.toLowerCase())
    : false;
}

function tied(tail: string): string {
  return tail.replace(/^, /u, " ");
}
