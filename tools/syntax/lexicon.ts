import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Lexicon, lexiconKey, lexiconValue } from "../../src/language/syntax/lexicon.ts";

/** What WordNet says of one word in lower case. */
interface Entry {
  noun: number;
  verb: number;
  adjective: boolean;
  adverb: boolean;
  /** The sentence frames of the verb in all its senses, a bit each. */
  frames: number;
}

/** Lexicographer files: 3 to 28 hold nouns, 29 to 43 verbs. */
const BEFORE_NOUNS = 2;
const BEFORE_VERBS = 28;

/** The single words of WordNet's database with the fields of their first senses. */
export function readWordnet(folder: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const pos of ["noun", "verb", "adj", "adv"] as const) {
    const data = readFileSync(join(folder, `data.${pos}`), "latin1");
    for (const line of readFileSync(join(folder, `index.${pos}`), "latin1").split("\n")) {
      const [word = "", , , pointers] = line.split(" ");
      if (!/^[a-z][a-z'-]*$/u.test(word)) {
        continue;
      }
      const firstSense = line.split(" ")[6 + Number(pointers)] ?? "";
      const field = Number(data.slice(Number(firstSense) + 9, Number(firstSense) + 11));
      const entry = entries.get(word) ?? {
        noun: 0,
        verb: 0,
        adjective: false,
        adverb: false,
        frames: 0,
      };
      entry.noun = pos === "noun" ? field - BEFORE_NOUNS : entry.noun;
      entry.verb = pos === "verb" ? field - BEFORE_VERBS : entry.verb;
      entry.frames |= pos === "verb" ? framesOf(data, line) : 0;
      entry.adjective ||= pos === "adj";
      entry.adverb ||= pos === "adv";
      entries.set(word, entry);
    }
  }
  return entries;
}

/** Frames beyond the 32 bits share the bit of a kindred one: a clause, an infinitive. */
const FOLDED: Readonly<Record<number, number>> = { 33: 3, 34: 26, 35: 32 };

/** Joins the frames of all senses that a line of the index points to. */
function framesOf(data: string, line: string): number {
  const fields = line.trim().split(" ");
  const senses = fields.slice(-Number(fields[2]));
  let bits = 0;
  for (const sense of senses) {
    const start = Number(sense);
    const [gloss = ""] = data.slice(start, data.indexOf("\n", start)).split(" | ");
    for (const [, frame] of gloss.matchAll(/ \+ (\d\d) [0-9a-f]{2}(?= |$)/gu)) {
      bits |= 1 << ((FOLDED[Number(frame)] ?? Number(frame)) - 1);
    }
  }
  return bits >>> 0;
}

/** The adjectives that WordNet writes with a capital only, such as "French". */
export function readCapitalised(folder: string): string[] {
  const spellings = new Map<string, Set<string>>();
  for (const line of readFileSync(join(folder, "data.adj"), "latin1").split("\n")) {
    const [, , , count = "0", ...rest] = line.startsWith(" ") ? [] : line.split(" ");
    for (let i = 0; i < Number.parseInt(count, 16); i += 1) {
      const word = (rest[i * 2] ?? "").replace(/\(\w+\)$/u, "");
      const lower = word.toLowerCase();
      spellings.set(lower, (spellings.get(lower) ?? new Set()).add(word));
    }
  }
  return [...spellings.values()]
    .map((set) => [...set])
    .filter(([word = ""], _i) => /^[A-Z][a-z]+(?:-?[A-Za-z]+)?$/u.test(word))
    .filter((set) => set.length === 1)
    .map(([word = ""]) => word);
}

/** Packs the entries; of words whose hashes meet the last stays. */
export function packLexicon(entries: ReadonlyMap<string, Entry>): Lexicon {
  const byKey = new Map<number, number>();
  for (const [word, { noun, verb, adjective, adverb }] of entries) {
    byKey.set(lexiconKey(word), lexiconValue(noun, verb, adjective, adverb));
  }
  const sorted = [...byKey].sort((a, b) => a[0] - b[0]);
  const verbs = [...entries].filter(([, { verb }]) => verb > 0);
  const frames = verbs.map(([word, entry]) => [lexiconKey(word), entry.frames] as const);
  frames.sort((a, b) => a[0] - b[0]);
  return {
    keys: Uint32Array.from(sorted, ([key]) => key),
    values: Uint16Array.from(sorted, ([, value]) => value),
    verbKeys: Uint32Array.from(frames, ([key]) => key),
    frames: Uint32Array.from(frames, ([, bits]) => bits),
  };
}
