import type { Word } from "../words/words.ts";
import { fits, type Occurrence } from "./candidates.ts";
import type { ContextData, Mention } from "./types.ts";

const SUBJECT = /^(?:i|we|you|he|she|they)$/u;
/** Words before which a clause of its own begins. */
export const CLAUSE_OPENERS = new Set([
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

/** Does a pronoun stand for something that its own sentence names before it? */
export function isBoundInside(
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
  // "A member must report on its stocks."
  if (pronoun.possessive && pronoun.number === "one" && pronoun.of === "thing")
    if (own.some((m) => m.end <= word.start && !m.plural && data.bound.includes(m.concept ?? "")))
      return true;
  // "Many left, Chile among them."
  // "Five of them, among them Chile, left."
  if (word.lower === "them" && /, (?:[^,]+ )?among(?:st)? $/u.test(said)) return true;
  // "Unlike the treaty, it …", "that country, it says, …": somebody else is meant.
  // But "Besides banning drones, the treaty provides for their destruction".
  const off = setOff(text, data);
  const aside = pronoun.possessive && word.start > off + 2 ? 0 : off;
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
