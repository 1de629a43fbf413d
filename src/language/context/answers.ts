import type { Said } from "./discourse.ts";
import type { Analysed } from "./mentions.ts";
import { askedIn } from "./questions.ts";
import type { ContextData, Standalone } from "./types.ts";

const NEGATED = /\b(?:not|never|no|neither|nor|none|nobody)\b|n['’]t\b/iu;
const DOES =
  /^(?<who>(?!(?:it|they|he|she|that|this|i|we|you)\b).{2,60}?) (?:did|do|does|has|have|had|is|are|was|were|will)(?<not>n['’]t| not)?(?<tail>,? (?:in|on|at|by|since|last|back|before|after|during|early|late|too|already)\b.*)?$/iu;
const NOBODY = /^(?:nobody|no one|no-one|none of them|none)(?= )/iu;
const TIED =
  /^(?:in|on|at|by|since|from|back|about|around|the|a|an|end|early|late|of|,|and|only|as|until)$/u;
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
  analyse: (text: string) => Analysed,
  data: ContextData,
): Standalone | null {
  const [last] = said;
  if (!last) return null;
  const answer = (text: string, denied = false): Standalone => ({
    text,
    bindings: [{ words: bare, means: text }],
    denied,
    near: true,
  });
  const asked = last.role === "question" ? askedIn(last) : null;
  const plain = bare.replace(/^(?:yes|no|well|oh),? /iu, "");
  const { units } = analyse(plain);
  if (asked?.kind === "circumstance" && units.some((u) => u.time) && onlyTime(plain, analyse))
    return answer(asked.fill(plain));
  const counts = units.some((u) => u.quantity || u.group) && units.every(isCount);
  if (asked?.kind === "count" && counts) return answer(asked.fill(plain));
  if (asked?.kind === "whether" && asked.subject === "" && counts)
    return answer(asked.fill(`${plain} others`));
  const does = DOES.exec(plain)?.groups;
  if (does?.who !== undefined) {
    const { who, not, tail = "" } = does;
    const isOpen = asked?.kind === "who" || (asked?.kind === "whether" && asked.subject === "");
    if (asked && isOpen) return answer(`${asked.fill(who)}${tied(tail)}`, not !== undefined);
    const nobody = last.role === "statement" && !last.denied ? NOBODY.exec(last.text) : null;
    if (nobody && not === undefined)
      return answer(`${who}${stopless(last.text.slice(nobody[0].length))}${tied(tail)}`);
  }
  const corrected = new RegExp(data.answers.correction, "iu").exec(plain)?.groups?.right;
  if (corrected !== undefined) {
    if (onlyTime(corrected, analyse)) {
      const text = last.role === "statement" && withTime(last.text, corrected, analyse);
      return text ? answer(text, last.denied) : null;
    }
    const who = said.slice(0, BACK).find((s) => s.role === "question");
    const question = who ? askedIn(who) : null;
    return question?.kind === "who" && /^(?:the |an? )?\p{Lu}/u.test(corrected)
      ? answer(question.fill(corrected))
      : null;
  }
  if (last.role === "statement" && !NEGATED.test(last.text)) {
    const isNo = new RegExp(data.answers.not, "iu").test(plain) || isPronounNo(plain, data);
    if (isNo) return answer(qualified(last.text, plain, data), !last.denied);
  }
  if (asked?.kind === "whether" && new RegExp(data.answers.not, "iu").test(plain))
    return answer(qualified(last.text, plain, data), true);
  return null;
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

function isCount({ quantity, group, lower }: Analysed["units"][number]): boolean {
  return (
    quantity !== null || group !== undefined || /^(?:countries|states|of|them|,|and)$/u.test(lower)
  );
}

/** A date or a day with what ties it. */
function onlyTime(text: string, analyse: (text: string) => Analysed): boolean {
  const { units } = analyse(text);
  return units.some((u) => u.time) && units.every((u) => u.time || u.mark || TIED.test(u.lower));
}

/** A sentence with its date exchanged; null where it has none or several. */
function withTime(text: string, right: string, analyse: (text: string) => Analysed): string | null {
  const { units, words } = analyse(text);
  const [time, ...more] = units.filter((u) => u.time);
  if (!time || more.length > 0) return null;
  const before = units[units.indexOf(time) - 1];
  const from = before?.mark ? before.from : time.from;
  const start = words[from]?.start ?? 0;
  const end = words[time.to - 1]?.end ?? 0;
  const tie = /^(?:in|on|at|since)\b/iu.exec(text.slice(start, end))?.[0] ?? "";
  const plain = /^(?:in|on|at|since)\b/iu.test(right) || tie === "" ? right : `${tie} ${right}`;
  return `${text.slice(0, start)}${plain}${text.slice(end)}`;
}

function tied(tail: string): string {
  return tail.replace(/^, /u, " ");
}

function stopless(text: string): string {
  return text.replace(/[.!]+["'”’)]*$/u, "");
}
