import type { Said } from "./discourse.ts";
import type { Asked } from "./questions.ts";
import type { ContextData } from "./types.ts";

/**
 * Spells out answers that give back only a part of what was asked: "Are they leaving?" / "All of
 * them are.", "Who joined?" / "Chile has, and Peru has.", "Has it kept to it?" / "Faithfully.",
 * "Whose idea was it?" / "The council's."
 *
 * @param plain the answer without its stop and without a "yes" or "no" before it
 * @returns null where it is no such answer
 */
export function shortAnswer(plain: string, asked: Asked, last: Said, data: ContextData) {
  if (asked.kind === "whose") return ownersAnswer(plain, asked);
  if (asked.kind === "who") return pairAnswer(plain, asked, data);
  if (asked.kind !== "whether" || asked.subject === "") return null;
  return eachAnswer(plain, asked, last, data) ?? mannerAnswer(plain, asked, last, data);
}

/** "All of them do", "None of the three does": where several were asked about. */
function eachAnswer(plain: string, { subject, fill }: Asked, last: Said, data: ContextData) {
  const found = new RegExp(data.answers.each, "iu").exec(plain)?.groups;
  const isSeveral = last.mentions.some((m) => m.plural && subject.startsWith(m.text));
  if (!found || !isSeveral || IS_DENIED.test(last.text)) return null;
  return found.none === undefined ? fill(subject) : fill(`none of ${subject}`);
}

const IS_DENIED = /\b(?:not|never|no)\b|n['’]t\b/iu;

/** "Chile has, and Peru has too." */
function pairAnswer(plain: string, { fill }: Asked, data: ContextData): string | null {
  const { a, b, c = b } = new RegExp(data.answers.pair, "iu").exec(plain)?.groups ?? {};
  return a === undefined || c === undefined ? null : fill(`${a} and ${c}`);
}

/** "Faithfully, says the ministry": how what was asked about is done. */
function mannerAnswer(plain: string, { subject, fill }: Asked, last: Said, data: ContextData) {
  const { how, by = "" } = new RegExp(data.answers.manner, "iu").exec(plain)?.groups ?? {};
  if (how === undefined || IS_DENIED.test(last.text)) return null;
  return `${fill(subject)} ${how.toLowerCase()}${by}`;
}

/** "The council's, dated 3 May": whose it is, and what more is said of it. */
function ownersAnswer(plain: string, { subject, fill }: Asked): string | null {
  const { who, more } =
    /^(?:that of )?(?<who>(?:the |an? )?\p{L}[^,;:]*?)(?:['’]s?)?(?:, (?<more>.+))?$/iu.exec(plain)
      ?.groups ?? {};
  if (who === undefined) return null;
  return more === undefined ? fill(who) : `The ${subject} of ${who} is ${more}`;
}
