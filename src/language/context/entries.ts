import type { Analysed } from "./mentions.ts";
import { capital } from "./strings.ts";
import type { ContextData } from "./types.ts";

/** What an entry of a timeline consists of. */
export interface Entry {
  /** When it was, as a sentence would say it: "On 5 May 1990". */
  readonly when: string;
  readonly told: string;
}

/**
 * Takes a date at the beginning of an entry apart from what it tells: "End of May 1990: Talks begin",
 * "Also in May -- Talks begin".
 *
 * @param isTold is it a sentence with a verb of its own?
 * @returns null where the text doesn't begin so
 */
export function entryOf(
  text: string,
  analyse: (text: string) => Analysed,
  isTold: (rest: string) => boolean,
  { entries, labels }: ContextData,
): Entry | null {
  // "1 May 1990 — This is the date of the treaty": it tells nothing that happened then.
  if (new RegExp(labels.dated, "iu").test(text)) return null;
  const found = new RegExp(entries.entry, "u").exec(text)?.groups;
  const { date = "", told = "" } = found ?? {};
  if (date === "" || told === "") return null;
  const { units } = analyse(date);
  const ties = new RegExp(entries.ties, "iu");
  if (!units.some((u) => u.time) || !units.every((u) => u.time || ties.test(u.lower))) return null;
  if (!isTold(told)) return null;
  const when = whenOf(date.trim(), entries);
  const [since] = new RegExp(entries.onwards, "iu").exec(told) ?? [];
  if (since !== undefined)
    return { when: when.replace(/^\S+/u, "Since"), told: capital(told.slice(since.length)) };
  return { when, told: capital(told.replace(new RegExp(entries.same, "iu"), "")) };
}

/** The sentence that an entry is. */
export function entrySentence({ when, told }: Entry): string {
  const isName = /^(?:The|A|An|This|That|It|They|He|She|In|On)\b/u.test(told);
  return `${when}, ${isName ? told.charAt(0).toLowerCase() + told.slice(1) : told}`;
}

function whenOf(written: string, { also, edge, day }: ContextData["entries"]): string {
  const date = written.replace(new RegExp(also, "iu"), "");
  if (/^(?:in|on|at|by|since|from)\b/iu.test(date)) return capital(date);
  const part = new RegExp(edge, "iu").exec(date)?.[0];
  if (part !== undefined)
    return `At the ${part.replace(/^the /iu, "").toLowerCase()}${date.slice(part.length)}`;
  return `${new RegExp(day, "iu").test(date) ? "On" : "In"} ${date}`;
}
