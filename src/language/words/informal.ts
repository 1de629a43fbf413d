/**
 * Says the words of pidgins, dialects, chats and learners' English in those of the standard language,
 * before names and phrases are looked for: "the Diet no fit leave" is "the Diet can not leave". The
 * patterns are data (informal.yaml).
 */
import { type NeedsOf, Pattern, type PatternBook, type PatternData, wordsIn } from "../patterns.ts";
import type { Word } from "./words.ts";

/** `data/language/informal.yaml`, parsed. */
export interface InformalData {
  /** Pieces of patterns by name, written {NAME} in them. */
  readonly parts: Readonly<Record<string, string>>;
  readonly rules: readonly { readonly pattern: string; readonly to: string }[];
}

/** A rule as the build leaves it. */
export interface InformalEntry {
  readonly pattern: PatternData;
  readonly to: string;
}

/** A rule that is ready for use. */
export interface InformalRule {
  readonly pattern: Pattern;
  readonly to: readonly string[];
}

/** Spells the patterns out, once and for all; the build does it. */
export function compileInformal(data: InformalData, needsOf: NeedsOf): InformalEntry[] {
  const fill = (text: string): string =>
    text.replace(/\{([A-Z]+)\}/gu, (_, name: string) => fill(data.parts[name] ?? ""));
  return data.rules.map(({ pattern, to }) => {
    // The text begins with a blank, so that each word stands between two.
    const source = `(?<= )(?:${fill(pattern)})`;
    return { pattern: { source, needs: needsOf(source) }, to };
  });
}

/** Makes ready what the build has left. */
export function openInformal(text: string): InformalRule {
  const { pattern, to } = JSON.parse(text) as InformalEntry;
  return { pattern: new Pattern(pattern), to: to.split(" ").filter((word) => word !== "") };
}

const MOST_TIMES = 8;

/**
 * Rewrites words by the rules, each as often as it fits, in their order.
 *
 * @param words the words of a sentence; those that a rule puts in take the places of those it takes out
 * @example respeak(["Chile", "don", "leave"], rules) // "Chile has leave"
 */
export function respeak(words: readonly Word[], rules: PatternBook<InformalRule>): Word[] {
  let out = [...words];
  for (const { pattern, to } of rules.fitting(wordsIn(words.map((w) => w.lower)))) {
    for (let time = 0; time < MOST_TIMES; time++) {
      const next = applied(out, pattern, to);
      if (!next) break;
      out = next;
    }
  }
  return out;
}

function applied(words: Word[], pattern: Pattern, to: readonly string[]): Word[] | null {
  const text = ` ${words.map((w) => `${w.lower} `).join("")}`;
  const match = pattern.exec(text);
  if (!match) return null;
  // A word ends with one blank, which a range may leave out.
  const at = (offset: number): number =>
    text.slice(1, offset).split(" ").length - (text[offset - 1] === " " ? 1 : 0);
  const [from, end] = [at(match.index), at(match.index + match[0].length)];
  const first = words[from];
  const last = words[Math.max(from, end - 1)];
  if (!first || !last) return null;
  const place = { start: first.start, end: last.end, glued: false };
  const put = to.flatMap((token): Word[] => {
    const group = /^(?<before>[^$]*)\$(?<name>\w+)$/u.exec(token)?.groups;
    const range = match.indices?.groups?.[group?.name ?? ""];
    const found = range ? words.slice(at(range[0]), at(range[1])) : [];
    if (group && group.before === "") return found;
    // "19$x" puts something before a word.
    const text = group ? `${group.before}${found[0]?.lower ?? ""}` : token;
    return [{ ...place, text, lower: text }];
  });
  const out = [...words.slice(0, from), ...put, ...words.slice(end)];
  const same = out.length === words.length && out.every((w, i) => w.lower === words[i]?.lower);
  return same || out.length === 0 ? null : out;
}
