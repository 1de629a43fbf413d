/** What sort of sentence it is: a term, an answer with more behind it, a filler, several clauses. */
import { cutClauses } from "./clauses.ts";
import type { Discourse } from "./discourse.ts";
import { entrySentence } from "./entries.ts";
import { fragmentShape } from "./fragments.ts";
import type { Kit, Placed } from "./kit.ts";
import { countTime } from "./later.ts";
import { mentionsOf } from "./mentions.ts";
import { entryIn } from "./plain.ts";
import { capital } from "./strings.ts";
import { dashed } from "./trimmed.ts";

/** How many words a sentence has that only keeps the talk going. */
const LONGEST_FILLER = 4;

/** How many words a term has that only begins to tell something: "In force since". */
const LONGEST_TERM = 3;

/** The clauses of a sentence that can be judged one by one; null where it is one. */
export function clausesOf(
  { text: written, place }: Placed,
  discourse: Discourse,
  kit: Kit,
): string[] | null {
  const { data, isVerb } = kit;
  if (place === "heading") return null;
  const text = countTime(written, discourse.said, kit.analyse, data);
  const led = new RegExp(data.answers.leads, "iu").exec(text);
  const whatHappens = new RegExp(data.ellipsis.happens, "iu");
  const cut = (some: string): string[] | null =>
    cutClauses(some, kit.analyse(some), kit.parse, whatHappens);
  const entry = led ? null : entryIn(dashed(text), kit);
  // Each clause of an entry is told of its date.
  if (entry) return cut(entry.told)?.map((c) => entrySentence({ ...entry, told: c })) ?? null;
  if (!led) return cut(text);
  const rest = text.slice(led[0].length);
  const said = capital(rest);
  const { answer, comma } = led.groups ?? {};
  // "Wrong, Chile never joined", unlike "Right, in May".
  if (comma !== undefined && fragmentShape(kit.parse(rest), isVerb) !== null) return cut(text);
  // "It did, and for the same reason": no statement by itself.
  const isAdded = /^(?:for|because of|due to|in|on|by|until|since|from) /iu.test(rest);
  if (answer && isAdded && fragmentShape(kit.parse(rest), isVerb) !== null) return cut(text);
  // "Yes: …" answers where something was asked.
  return answer && discourse.said[0]?.role === "question" ? [`${answer}.`, said] : [said];
}

/** Does it begin with an answer to what was asked ("Yes, but …")? */
export function isLed({ text }: Placed, { said: [last] }: Discourse, { data }: Kit): boolean {
  const led = new RegExp(data.answers.leads, "iu").exec(text)?.groups;
  return last?.role === "question" && led?.answer !== undefined;
}

/** Does it only keep the talk going ("Hm.", "Let me see."): nothing that follows leans on it? */
export function isFiller({ text, place }: Placed, kit: Kit): boolean {
  if (place !== "prose" || text.split(" ").length > LONGEST_FILLER) return false;
  const isCalled = /^(?:let (?:me|us|['’]s) |(?:just )?(?:wait|look|listen|hold on)\b)/iu.test(
    text,
  );
  const isTold = kit.parse(text).some((t) => /^(?:VERB|AUX|NOUN|PROPN|NUM)$/u.test(t.upos));
  return (isCalled || !isTold) && mentionsOf(kit.analyse(text), kit).length === 0;
}

/** Does an introduction lack what its list gives ("It bans:")? */
export function stopsShort(text: string, { data, isVerb }: Kit): boolean {
  const last = /(\p{L}+)\s*:\s*$/u.exec(text)?.[1]?.toLowerCase() ?? "";
  return last === "" || isVerb(last) || data.functions.filter((w) => w !== "too").includes(last);
}

/** Is it a term that what follows completes: "Bans", "In force since"? */
export function isTerm({ text, place }: Placed, { data, parse, isVerb }: Kit): boolean {
  const words = text.toLowerCase().split(" ");
  if (place !== "item" || words.length > LONGEST_TERM) return false;
  const last = words.at(-1) ?? "";
  const shape = fragmentShape(parse(text), isVerb);
  // "Bans", "Also bans"; "In force since".
  if (shape === "finite") return words.length < LONGEST_TERM && isVerb(last);
  return shape === "state" && data.functions.includes(last);
}
