import type { Gazetteer } from "../units/gazetteer.ts";
import type { Said } from "./discourse.ts";
import type { Names } from "./mentions.ts";
import { capital, joined } from "./strings.ts";
import type { Binding } from "./types.ts";

/** How far back those may have been counted who are "the five" now. */
const COUNTED = 5;
/** Before a number: only some of those counted are meant. */
const PART =
  /^(?:of|among|amongst|out of) $|\b(?:one|two|three|four|some|none|neither|each|every one|any|most|half|several|many|few|which|another|members|part|number|rest|last|first) of $|\b(?:only|one|two|three) $/iu;

/**
 * Names those who were counted before: "both", "the five countries", "all five".
 *
 * @param named the states named not long ago
 * @returns the text with their names in place, null where nobody was counted so, or the words that
 *   stay open
 */
export function nameCounted(
  text: string,
  said: readonly Said[],
  { data, gazetteer, lexicon }: Names,
  named: ReadonlySet<string>,
): (Binding & { readonly text: string }) | { open: string } | null {
  const found = new RegExp(data.counted, "iu").exec(text);
  if (!found) return null;
  const { all, number, noun, both } = found.groups ?? {};
  const isBoth = number === undefined;
  if (isBoth && both === undefined && !/^both\b/iu.test(found[0])) return null;
  // "The two, Chile and Peru, …": they are named.
  const behind = text.slice(found.index + found[0].length);
  const told = new RegExp(data.ellipsis.apposed, "u").exec(behind);
  const apposed = told?.groups?.list ?? "";
  if (
    told &&
    apposed.split(/, (?:and )?| and /u).length === data.numbers[number?.toLowerCase() ?? ""]
  )
    return {
      text: `${text.slice(0, found.index)}${apposed}${behind.slice(told[0].length)}`,
      words: found[0],
      means: apposed,
    };
  // "Both X and Y", "both sides": somebody else.
  const after = text.slice(found.index + found[0].length);
  if (
    isBoth &&
    both === undefined &&
    !/^ (?:have|are|were|had|do|did|will|of|want|plan|also|now|border|share|belong|intend|remain|\p{Ll}+ed)\b/u.test(
      after,
    )
  )
    return null;
  const whole = found[0].toLowerCase();
  if (
    !isBoth &&
    all === undefined &&
    !/^(?:the|these|those) /u.test(whole) &&
    !/of them$/u.test(whole)
  )
    return null;
  if (
    !isBoth &&
    noun === undefined &&
    /^ \p{L}/u.test(after) &&
    !isVerb(after) &&
    !/^ (?:have|has|are|were|all|share|border|want|plan|took|also|had|do|did|will|left|started|began|\p{Ll}+ed|now|in|on|at|to|by|since|during|and|or|but)\b/u.test(
      after,
    )
  )
    return null;
  if (PART.test(text.slice(0, found.index)) && !isBoth) return null;
  // "The four change their minds": several things have a name that ends in an s.
  function isVerb(rest: string): boolean {
    const word = /^ (?<word>\p{Ll}+(?<!s))(?= )/u.exec(rest)?.groups?.word ?? "";
    return lexicon.words.v.has(word) && !lexicon.words.a.has(word);
  }
  const wanted = isBoth ? 2 : (data.numbers[number.toLowerCase()] ?? 0);
  const list = said
    .flatMap((s) => s.mentions)
    .find((m) => m.plural && m.ids.length === wanted && m.list);
  const isCounted = said.slice(0, COUNTED).some(({ text: told }) => {
    const { count } = new RegExp(data.ellipsis.number, "iu").exec(told)?.groups ?? {};
    return count !== undefined && data.numbers[count.toLowerCase()] === wanted;
  });
  const group = groupOf(wanted, isCounted ? null : named, gazetteer);
  const names = list?.text ?? (wanted === 2 ? lastTwo(said) : group);
  // The base may know whose they are ("the plans of the five countries").
  if (names === null && /\bof $/iu.test(text.slice(0, found.index))) return null;
  if (names === null) return said.length === 0 ? null : { open: found[0] };
  const but = new RegExp(data.references.except, "iu").exec(after);
  const rest = but && !isBoth ? ` except ${after.slice(but[0].length)}` : after;
  const put = but && !isBoth ? `all of ${names}` : names;
  return {
    text: `${text.slice(0, found.index)}${found.index === 0 ? capital(put) : put}${rest}`,
    words: found[0],
    means: names,
    owner: /\bof $/iu.test(text.slice(0, found.index)),
  };
}

/**
 * A group of the base with so many members, where the text named them all not long ago.
 *
 * @param named null where the text spoke of so many without their names
 */
function groupOf(
  wanted: number,
  named: ReadonlySet<string> | null,
  gazetteer: Gazetteer,
): string | null {
  for (const { inBase, members } of gazetteer.entities.values())
    if (inBase && members.length === wanted && members.every((id) => named?.has(id) ?? true))
      return joined(members.map((id) => gazetteer.entities.get(id)?.name ?? id));
  return null;
}

/** The subjects of the last two sentences, where both are of one kind. */
function lastTwo(said: readonly Said[]): string | null {
  const [b, a] = said.slice(0, 2).map((s) => s.mentions.find((m) => m.ids.length === 1));
  if (!a || !b || a.kind !== b.kind || a.text === b.text) return null;
  return joined([a.text, b.text]);
}
