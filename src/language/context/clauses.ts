import type { SyntaxToken } from "../syntax/index.ts";
import type { Unit } from "../units/units.ts";
import type { Analysed } from "./mentions.ts";
import { capital } from "./strings.ts";

const JOINERS = new Set(["and", "but", "so", "while", "whereas", "yet"]);
const AUX = String.raw`(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could)\b`;
/** Words that tie the clauses of a sentence together: it isn't cut. */
const TIES = new RegExp(
  String.raw`\b(?:if|unless|either(?![.!]*$)|neither(?! ${AUX})|nor(?! ${AUX})|not only|whether|only if|until|(?<!\b(?:more|fewer|less) )than|both|although|though|because)\b`,
  "iu",
);

/** What is denied as a whole ("It is a myth that …") is not cut: its parts are not denied one by one. */
const DENIED =
  /\b(?:untrue|false|wrong|incorrect|mistaken|myth|lie|hoax|nonsense|misconception|error|not (?:\p{L}+ )?(?:true|correct|right|the case|so)|n['’]t (?:\p{L}+ )?(?:true|correct|right|the case|so)|claim|idea|notion|story|rumou?r|assertion|allegation|belief|contention|suggestion) that\b|^(?:nobody|no one|anyone|anybody|whoever)\b/iu;

/** "The council is; it met in May": an answer before what goes on. */
const ANSWER = /^[^,;:]{3,80} (?:is|are|was|were|has|have|did|does|do|will)$/iu;

const SHORT = String.raw`(?:the )?\p{Lu}[^,;:.]{2,30} ${AUX}(?:n['’]t| not)?(?: one(?: of them)?)?`;
const SHORT_ONES = new RegExp(`^(?<a>${SHORT}), (?<b>${SHORT})[.!]*$`, "iu");

/** Both sides of a cut are parsed; so many are tried, that time stays linear. */
const MOST_CUTS = 8;

/**
 * Cuts a sentence into its clauses where each could stand alone: "It was signed in May, and it has
 * been in force since June". The clauses that only share a subject get it.
 *
 * @param happens clauses that tell only when something was done ("ratification followed in 2005")
 * @returns null where there is one clause only
 */
export function cutClauses(
  text: string,
  { words, units }: Analysed,
  parse: (text: string) => readonly SyntaxToken[],
  happens: RegExp,
): string[] | null {
  if (TIES.test(text) || DENIED.test(text) || /["“«]/u.test(text)) return null;
  let tried = 0;
  for (let at = 2; at < units.length - 2 && tried < MOST_CUTS; at++) {
    const cut = cutAt(units, at);
    if (cut === null) continue;
    tried += 1;
    const first = text.slice(0, words[units[at]?.from ?? 0]?.start ?? 0).replace(/[\s,;]+$/u, "");
    const second = text.slice(words[units[cut]?.from ?? 0]?.start ?? 0);
    const follows = happens.test(second) || isClause(parse(second));
    if (follows && (isClause(parse(first)) || ANSWER.test(first)))
      return [`${first}.`, capital(second)];
  }
  return shortOnes(text);
}

/** "Chile is, Peru isn't": two short answers with nothing but a comma between. */
function shortOnes(text: string): string[] | null {
  const two = SHORT_ONES.exec(text)?.groups;
  return two?.a && two.b ? [`${two.a}.`, capital(`${two.b}.`)] : null;
}

/** The unit that begins the second clause, where one could end before unit `at`. */
function cutAt(units: readonly Unit[], at: number): number | null {
  const form = units[at]?.lower ?? "";
  if (form === ";") return at + 1;
  // "It is a ban: nobody may sell them", unlike "he says: …".
  if (form === ":") return units.slice(0, at).some((u) => u.speech) ? null : at + 1;
  const next = form === "," ? at + 1 : at;
  const word = units[next]?.lower ?? "";
  // "…, nor has Chile": the word belongs to the clause.
  const isTurned =
    /^(?:nor|neither)$/u.test(word) &&
    new RegExp(`^${AUX}`, "u").test(units[next + 1]?.lower ?? "");
  if (isTurned && next > at) return next;
  return JOINERS.has(word) ? next + 1 : null;
}

/** A subject and a finite verb of its own. */
function isClause(tokens: readonly SyntaxToken[]): boolean {
  const root = tokens.findIndex((t) => t.head < 0);
  const below = tokens.filter((t) => t.head === root);
  const finite = (t: SyntaxToken | undefined): boolean =>
    /^(?:VBZ|VBD|VBP|MD)$/u.test(t?.xpos ?? "");
  const [first] = tokens;
  return (
    tokens.length > 2 &&
    below.some((t) => t.rel.startsWith("nsubj")) &&
    (finite(tokens[root]) ||
      below.some(
        (t) => (t.rel === "aux" || t.rel === "cop" || t.rel.startsWith("aux")) && finite(t),
      )) &&
    !/^(?:which|who|that|whom)$/iu.test(first?.form ?? "")
  );
}
