import type { Said } from "./discourse.ts";
import type { Analysed } from "./mentions.ts";
import { lowered } from "./strings.ts";
import type { ContextData, Mention } from "./types.ts";

const NEGATED = /\b(?:not|never|no|neither|nor|none)\b|n['’]t\b/iu;

/** A sentence spelt out, and whether it is the contrary that is said. */
export interface Spelt {
  readonly text: string;
  readonly denied: boolean;
}

/**
 * Spells out who is among those whom the sentence before counts or tells of: "Chile is one of them",
 * "Chile is among the states that did".
 *
 * @param said the sentences before, the latest first
 * @param isNamed are these words nothing but names?
 * @returns null where it is no such sentence
 */
export function spellAmong(
  bare: string,
  said: readonly Said[],
  data: ContextData,
  isNamed: (who: string) => boolean,
  putSubject: (who: string, last: Said) => string,
): Spelt | null {
  const [last] = said;
  if (last?.role !== "statement") return null;
  const pair = new RegExp(data.ellipsis["among-pair"], "iu").exec(bare)?.groups;
  if (pair && [pair.a, pair.b].every((one) => isNamed(one ?? ""))) {
    const both = `${pair.a} and ${pair.b} are among them`;
    return spellAmong(both, said, data, () => true, putSubject);
  }
  const subject = last.mentions[0];
  const did = new RegExp(data.ellipsis.did, "iu").exec(bare)?.groups;
  if (did?.who !== undefined && subject && !last.denied && isNamed(did.who)) {
    const saysNo = NEGATED.test(last.text);
    const meansNo = did.not !== undefined;
    const isOut = did.out !== undefined;
    // "The first didn't sign. Chile is one of those that did."
    return { text: putSubject(did.who, last), denied: (saysNo !== meansNo) !== isOut };
  }
  const listed = new RegExp(data.ellipsis.listed, "iu").exec(bare)?.groups?.who;
  if (listed !== undefined && isNamed(listed)) {
    const whole = said.find((one) => {
      const [first] = one.mentions;
      const isOpen = first?.plural === true && !first.list && first.ids.length === 0;
      return one.role !== "question" && !one.denied && isOpen && !NEGATED.test(one.text);
    });
    if (whole) return { text: putSubject(listed, whole), denied: false };
  }
  const among = new RegExp(data.ellipsis.among, "iu").exec(bare)?.groups;
  // "Neither Chile nor Peru is one of them."
  const neither = /^neither (?<a>.+) nor (?<b>.+)$/iu.exec(among?.who ?? "")?.groups;
  const who = neither ? `${neither.a} and ${neither.b}` : among?.who;
  if (
    who === undefined ||
    !(neither ? [neither.a, neither.b] : [who]).every((n) => isNamed(n ?? ""))
  )
    return null;
  if (neither) {
    const whole = spellAmong(`${neither.a} is one of them`, said, data, isNamed, putSubject);
    const put = whole?.text.replace(neither.a ?? "", among?.who ?? "");
    return put === undefined ? null : { text: put, denied: false };
  }
  const denied = among?.not !== undefined;
  for (const one of said) {
    const [first] = one.mentions;
    if (one.role !== "statement" || one.denied || !first || NEGATED.test(one.text)) continue;
    const counted = new RegExp(data.ellipsis.counted, "iu").exec(one.text)?.groups?.whom;
    if (isThing(first) && counted)
      return { text: `${who} is among the ${counted} of ${first.text}`, denied };
    if (!isThing(first) && !first.list && first.plural)
      return { text: putSubject(who, one), denied };
  }
  return null;
}

function isThing({ kind }: Mention): boolean {
  return kind === "treaty" || kind === "document";
}

/** Nothing but nouns for what is done, with what joins them: "use and transfer". */
export function isDeeds(
  who: string,
  analyse: (text: string) => Analysed,
  isDeed: (word: string) => boolean,
): boolean {
  if (new RegExp(VERB, "u").test(` ${who}`)) return false;
  const { words } = analyse(who);
  // "Selling them": what is done with what.
  if (isPhrase(who)) return isDeed(words[0]?.lower ?? "");
  const told = words.filter((w) => !/^(?:the|their|its|,|and|or|nor|&)$/u.test(w.lower));
  return told.length > 0 && told.length <= 4 && told.every((w) => isDeed(w.lower));
}

const VERB = " (?:is|are|was|were|remains?|has|have|must|may|can|will)\\b";

/** What is done with what it is done to: "selling them abroad". */
function isPhrase(who: string): boolean {
  return /^\p{L}+ing \p{L}/u.test(who) && !/\b(?:and|or|nor)\b|,/u.test(who);
}

/** A sentence with another deed in the place of its first: "The selling of X is legal" for "X". */
export function withDeed(
  text: string,
  who: string,
  analyse: (text: string) => Analysed,
  isDeed: (word: string) => boolean,
): string | null {
  const { words } = analyse(text);
  const at = words.findIndex(
    (w, i) =>
      isDeed(w.lower) &&
      (/ing$/u.test(w.lower) || i === 0 || /^(?:the|any|all|of)$/u.test(words[i - 1]?.lower ?? "")),
  );
  const word = words[at];
  if (!word) return null;
  const before = text.slice(0, word.start);
  if (isPhrase(who)) {
    const rest = new RegExp(VERB, "u").exec(text.slice(word.end));
    // "Under the treaty, selling it is banned".
    const isLed = before === "" || /^[^,]{3,60}, $/u.test(before);
    const put = before === "" ? who : lowered(who);
    return rest && isLed ? `${before}${put}${text.slice(word.end + rest.index)}` : null;
  }
  const put = before === "" ? `${who.charAt(0).toUpperCase()}${who.slice(1)}` : lowered(who);
  return `${before}${put}${text.slice(word.end)}`;
}
