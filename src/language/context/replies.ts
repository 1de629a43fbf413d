import type { AnswerTools } from "./answers.ts";
import type { Said } from "./discourse.ts";
import { deedOf } from "./doings.ts";
import { fragmentShape } from "./fragments.ts";
import { askedIn } from "./questions.ts";
import { capital, lowered } from "./strings.ts";
import type { Standalone } from "./types.ts";

const NEGATED = /\b(?:not|never|no|neither|nor|none|nobody)\b|n['’]t\b/iu;
/** What opens an adverbial: "on a massive scale", "as a tactic", "since 2022". */
const OPENS =
  /^(?:on|in|at|as|since|from|until|by|with|without|for|because|despite|under|after|before|through|during|only|mainly|\p{L}+ly)\b/iu;
const SINCE = /\b(?<tie>since|from|until|by|in|on|at)\s+(?:\p{L}+ )*?\d/iu;
/** Noun phrases that answer what somebody does something with. */
const PHRASES = /^(?:the |their |its |any |all |also |both )?\p{L}[^;:?]*$/iu;

/**
 * Spells out what goes on with the sentence before or answers it in part: "But not Chile.", "On a
 * large scale, since 1990.", "Which never joined.", "And Peru?" / "Not a member either.", "What does
 * it ban?" / "The sale of copper."
 *
 * @param bare the sentence without its stop and without asides
 * @param isNames are these words nothing but names?
 * @param replaced the sentence before with somebody else in the place of its subject
 * @returns null where it is no such sentence
 */
export function spellReply(
  bare: string,
  said: readonly Said[],
  tools: AnswerTools,
  isNames: (who: string) => boolean,
  replaced: (who: string, last: Said) => string,
): Standalone | null {
  const [last] = said;
  if (!last) return null;
  // "Ten states take part. And the islands? Not they, and not Chile."
  const asks = last.role === "question" && !tools.parse(last.text).some((t) => t.upos === "VERB");
  const told = asks ? (said[1] ?? last) : last;
  const reply = (text: string, denied = false, vague = false): Standalone => ({
    text,
    bindings: [{ words: bare, means: text }],
    denied,
    near: true,
    ...(vague ? { vague } : {}),
  });
  const excepted = exceptedIn(bare, told, tools, isNames);
  if (excepted) {
    const names = excepted.length === 1 ? excepted[0] : `neither ${excepted.join(" nor ")}`;
    return reply(replaced(names ?? "", told), excepted.length === 1);
  }
  const which = whichIn(bare, last);
  if (which !== null) return reply(which);
  const of = namedAlone(last, tools);
  if (of !== null) {
    const told = toldOf(of, bare, tools);
    if (told !== null) return reply(told);
  }
  const there = last.role === "question" ? thereIn(bare, last) : null;
  if (there !== null) return reply(there);
  const what = last.role === "question" ? whatIn(bare, last, tools) : null;
  if (what !== null) return reply(what);
  const going = goingOn(bare, last, tools);
  return going ? reply(going.text, false, going.vague) : null;
}

/** "But not Chile, and not Peru": those of whom it isn't so. */
function exceptedIn(
  bare: string,
  last: Said,
  { data }: AnswerTools,
  isNames: (who: string) => boolean,
): string[] | null {
  const who = new RegExp(data.ellipsis.excepted, "iu").exec(bare)?.groups?.who;
  if (who === undefined || last.denied || NEGATED.test(last.text)) return null;
  const first = last.mentions[0];
  if (!first || first.start > 40 || last.role === "introduction") return null;
  const names = who.split(/,? (?:and|or|nor) (?:not )?|, (?:not )?/iu);
  return names.every(isNames) ? names : null;
}

/** "Which never joined": whoever the sentence before ends on. */
function whichIn(bare: string, { text, mentions, role }: Said): string | null {
  const rest =
    /^(?:which|who) (?<rest>(?!means?\b|makes?\b|brings?\b|leads?\b|leaves\b|explains?\b|shows?\b|takes\b|gives\b|raises\b|begs\b|says\b).+)$/iu.exec(
      bare,
    )?.groups?.rest;
  if (rest === undefined || bare.endsWith("?") || role !== "statement") return null;
  const end = text.replace(/[.!]+["'”’)]*$/u, "").length;
  const one = mentions.find((m) => m.end === end && !m.list && m.ids.length === 1);
  return one ? `${capital(one.text)} ${rest}` : null;
}

/** "And Chile?", "What about Chile?": whom a question names without saying what is asked. */
function namedAlone(last: Said, { data, analyse }: AnswerTools): string | null {
  if (last.role !== "question" && last.role !== "heading") return null;
  const text = last.written.replace(/^(?:And|But|Or|What|How)\b/u, (w) => w.toLowerCase());
  const who = new RegExp(data["asked-of"], "u").exec(text)?.groups?.who;
  if (who === undefined || /^(?:did|does|do|has|have|had|is|are|was|were|will) /u.test(text))
    return null;
  const [name, ...more] = last.mentions;
  const isName = name?.ids.length === 1 && more.length === 0 && analyse(who).units.length <= 3;
  return isName ? capital(name.text) : null;
}

/** What is said of somebody without naming that one: "Not a member", "Never joined", "Signed in 1997". */
function toldOf(who: string, bare: string, { parse }: AnswerTools): string | null {
  const denied = /^(?<not>not|never|no longer|neither) (?<rest>.+)$/iu.exec(bare)?.groups;
  const { not = "", rest = bare } = denied ?? {};
  const shape = fragmentShape(parse(rest), () => false);
  if (shape === null) return null;
  if (shape === "finite") return `${who} ${lowered(bare)}`;
  if (shape === "participle") return /^never$/iu.test(not) ? `${who} has ${lowered(bare)}` : null;
  // "No.", "The same.": nothing is said of anybody by a noun alone.
  if (shape === "noun" && !/^(?:an?|not|no longer|part|party|member|outside|inside)\b/iu.test(bare))
    return null;
  return `${who} is ${lowered(bare)}`;
}

const THERE =
  /^(?:(?:and|but|so),? )?(?<be>is|are|was|were|has|have|had) there (?<been>been )?(?:any )?(?<what>[^?,]+?)\?/iu;
const FROM = /^(?:from|by|among|against|over|of|on|in) [^,;:]+$/iu;

/** "Has there been criticism?" / "From students": that there has been criticism from them. */
function thereIn(bare: string, { text }: Said): string | null {
  const asked = THERE.exec(text)?.groups;
  if (!asked || !FROM.test(bare)) return null;
  return `There ${asked.be?.toLowerCase()} ${asked.been ?? ""}${asked.what} ${lowered(bare)}`;
}

const WHAT =
  /^(?:(?:and|but|so),? )?what(?: (?:else|exactly|precisely|all|activities|acts|weapons|things))? (?:does|do|did|is it(?: exactly| precisely)?(?: that)?) (?<who>.{2,60}?) (?:exactly |actually |really )?(?<verb>ban|forbid|prohibit|outlaw|cover|rule out|provide for|require|demand|allow|permit)s?(?: (?:exactly|actually|precisely))?\?/iu;

/** "What does it ban?" / "The sale of copper": that it bans that. */
function whatIn(bare: string, { text }: Said, { parse }: AnswerTools): string | null {
  const asked = WHAT.exec(text)?.groups;
  if (!asked || !PHRASES.test(bare)) return null;
  if (fragmentShape(parse(bare), () => false) !== "noun") return null;
  const verb = asked.verb ?? "";
  const finite = /\b(?:they|members|states|countries|parties)\b/iu.test(asked.who ?? "")
    ? verb
    : verb.replace(/^\p{L}+/u, (v) => `${v}s`);
  return `${capital(asked.who ?? "")} ${finite} ${lowered(bare)}`;
}

/** An adverbial by itself adds to what was said, or says since when it was so in that way. */
function goingOn(
  bare: string,
  last: Said,
  tools: AnswerTools,
): { text: string; vague: boolean } | null {
  const told = bare.replace(/^(?:and|but),? /iu, "").replace(/ so(?= since| from|$)/iu, "");
  if (!OPENS.test(told) || last.denied || NEGATED.test(told)) return null;
  const tokens = tools.parse(told);
  if (tokens.some((t) => /^(?:nsubj|csubj|expl)/u.test(t.rel) || /^(?:AUX|PRON)$/u.test(t.upos)))
    return null;
  if (tokens.some((t) => /^(?:VBZ|VBD|VBP|MD)$/u.test(t.xpos))) return null;
  const { units } = tools.analyse(told);
  if (!units.some((u) => u.time)) return null;
  const asked = last.role === "question" ? askedIn(last) : null;
  if (asked?.kind === "circumstance")
    return { text: asked.fill(told.replace(/, /gu, " ")), vague: false };
  // An entry of a list stands for itself.
  if (
    last.role !== "statement" ||
    !/^(?:prose|quotation)$/u.test(last.place) ||
    !/^\p{Lu}/u.test(bare)
  )
    return null;
  const deed = deedOf(last.text, tools);
  const subject = last.mentions.find((m) => deed && last.text.indexOf(deed.finite) >= m.end);
  if (!deed || !subject) return null;
  // "Since 1990. … since 2000.": the same is told of another time; else it may be added to it.
  const tie = SINCE.exec(told)?.groups?.tie?.toLowerCase();
  const isParallel = tie !== undefined && SINCE.exec(last.text)?.groups?.tie?.toLowerCase() === tie;
  const text = `${capital(subject.text)} ${deed.finite} ${lowered(told).replace(/, /gu, " ")}`;
  return { text, vague: !isParallel };
}
