import type { Mode } from "../../meaning.ts";
import { jsonOf, piecesIn, type Sections } from "../../sections.ts";
import { Decoded, type Lookup, packTable, Table } from "../../table.ts";
import type { ConceptRelations, LexiconData, Phrase, Pos, Sense, Slot } from "./types.ts";

/** The lexicon ready for look-up: phrases by their first lemma, single words by part of speech. */
export interface Lexicon {
  /** Phrases of two and more words by every lemma that can begin them, longest first. */
  readonly phrases: Lookup<readonly Phrase[]>;
  /** Senses of single lemmas. */
  readonly words: Readonly<Record<Pos, Lookup<readonly Sense[]>>>;
  /** Parent classes of noun classes. */
  readonly parents: ReadonlyMap<string, string>;
  /** Every word that stands in it. */
  readonly vocabulary: Pick<Lookup<unknown>, "has" | "keys">;
  readonly kin: Kin;
  readonly concepts: ConceptRelations;
}

/** Concepts that name one thing from several sides (`kin.yaml`). */
export interface Kin {
  readonly same: ReadonlyMap<string, { readonly concept: string; readonly negated: boolean }>;
  readonly plain: ReadonlySet<string>;
}

/** The lexicon as the build compiles it: senses stand once and are referred to by number. */
export interface CompiledLexicon {
  readonly senses: readonly Sense[];
  /** Lemma → numbers of senses. */
  readonly words: Readonly<Record<Pos, ReadonlyMap<string, readonly number[]>>>;
  /** First lemma → lines of "part of speech, number of the sense, phrase". */
  readonly phrases: readonly (readonly [string, string])[];
  readonly parents: readonly (readonly [string, string])[];
  readonly vocabulary: readonly string[];
  readonly kin: LexiconData["kin"];
  readonly concepts: ConceptRelations;
}

const POS = ["v", "n", "a"] as const;

/** Packs a compiled lexicon into sections. */
export function packLexicon(lexicon: CompiledLexicon): [string, Uint8Array][] {
  const { senses, words, phrases, vocabulary, parents, kin, concepts } = lexicon;
  return [
    ["senses", packTable(senses.map((sense, at) => [String(at), JSON.stringify(sense)]))],
    ...POS.map((pos): [string, Uint8Array] => [
      `words.${pos}`,
      packTable([...words[pos]].map(([lemma, numbers]) => [lemma, numbers.join(" ")])),
    ]),
    ["phrases", packTable(phrases)],
    ["vocab", packTable(vocabulary.map((word) => [word, ""]))],
    ["lexicon", Buffer.from(JSON.stringify({ parents, kin, concepts }))],
  ];
}

/**
 * Opens a packed lexicon. Phrases stay in their notation until one is looked up, since a start
 * needs a handful of ten thousand.
 */
export function openLexicon(sections: Sections): Lexicon {
  const table = (name: string): Table => new Table(piecesIn(sections, name));
  const senses = new Decoded(table("senses"), (text) => JSON.parse(text) as Sense);
  const wordsOf = (pos: Pos): Lookup<readonly Sense[]> =>
    new Decoded(table(`words.${pos}`), (text) =>
      text.split(" ").map((at) => senses.at(Number(at))),
    );
  const { parents, kin, concepts } = jsonOf(sections, "lexicon") as CompiledLexicon;
  return {
    phrases: new Decoded(table("phrases"), (lines) =>
      lines.split("\n").map((line) => decodePhrase(line, senses)),
    ),
    words: { v: wordsOf("v"), n: wordsOf("n"), a: wordsOf("a") },
    parents: new Map(parents),
    vocabulary: table("vocab"),
    kin: openKin(kin),
    concepts,
  };
}

function decodePhrase(line: string, senses: Decoded<Sense>): Phrase {
  const [pos, number, ...words] = line.split(" ");
  return {
    pos: pos as Pos,
    sense: senses.at(Number(number)),
    slots: parsePhrase(words.join(" ")),
    articled: words.some((word) => ARTICLES.has(word)),
  };
}

function openKin(kin: LexiconData["kin"]): Kin {
  const same = new Map<string, { concept: string; negated: boolean }>();
  for (const [concept, list] of Object.entries(kin.same)) {
    for (const entry of list) {
      const negated = entry.startsWith("not ");
      same.set(negated ? entry.slice(4) : entry, { concept, negated });
    }
  }
  return { same, plain: new Set(kin.plain) };
}

const ARTICLES = new Set(["a", "an", "the"]);

/**
 * Compiles the lexicon from the language data.
 *
 * @example openLexicon(readSections(bytes)).words.v.get("quit") // the senses of the verb "quit"
 */
export function compileLexicon(data: LexiconData): CompiledLexicon {
  const phrases = new Map<string, { readonly line: string; readonly length: number }[]>();
  const words = {
    v: new Map<string, number[]>(),
    n: new Map<string, number[]>(),
    a: new Map<string, number[]>(),
  };
  const vocabulary = new Set<string>();
  const senses = new Map<string, number>();
  const add = (text: string, pos: Pos, sense: Sense): void => {
    const slots = parsePhrase(text);
    for (const slot of slots)
      if (typeof slot === "object") for (const w of slot.lemmas) vocabulary.add(w);
    const key = JSON.stringify(sense);
    const number = senses.get(key) ?? senses.size;
    senses.set(key, number);
    const first = slots[0];
    if (typeof first !== "object") return;
    if (slots.length === 1) {
      for (const lemma of first.lemmas) append(words[pos], lemma, number);
    } else if (!first.optional) {
      const line = `${pos} ${number} ${text.replaceAll("-", " ").trim()}`;
      for (const lemma of first.lemmas) append(phrases, lemma, { line, length: slots.length });
    }
  };
  for (const [pos, text, sense] of entriesOf(data)) {
    // "be" joins whatever predicate with its subject: what follows is the phrase.
    if (pos === "v" && text.startsWith("be ")) add(text.slice(3), "a", sense);
    else add(text, pos, sense);
    if (pos === "v") for (const passive of passivesOf(text)) add(passive, "v", sense);
    // "at liberty under the treaty to …": the infinitive may come later.
    if (pos === "a" && /^\S+ \S+.* to$/u.test(text)) add(text.slice(0, -3), "a", sense);
  }
  const parents: [string, string][] = [];
  for (const [name, entry] of Object.entries(data.nouns))
    if (entry.is) parents.push([name, entry.is]);
  const lines = [...phrases].map(([lemma, list]) => {
    const longestFirst = [...list].sort((a, b) => b.length - a.length);
    return [lemma, longestFirst.map(({ line }) => line).join("\n")] as const;
  });
  return {
    senses: [...senses.keys()].map((key) => JSON.parse(key) as Sense),
    words,
    phrases: lines,
    parents,
    vocabulary: [...vocabulary],
    kin: data.kin,
    concepts: data.concepts,
  };
}

/** A verb that lends itself to a noun, and the preposition of the two: "make provision for". */
const LENDING =
  /^(make|give|take|draw|pay|have|lay|place|put|lend|set|cast|call|show|express|raise|turn|grant|accord|deny|level|bring|hold) (?:POSS )?([a-z]+) ((?:to|for|of|on|upon|with|about|from|at|against|in)(?:\|[a-z]+)*)$/u;

/** "make provision for": "provision is made for", "provision was made by the court for". */
function passivesOf(text: string): string[] {
  const [, verb, noun, mark] = LENDING.exec(text) ?? [];
  if (!verb || !noun || !mark) return [];
  return [`${noun} (have) be ${verb} ${mark}`, `${noun} (have) be ${verb} _ ${mark}`];
}

function* entriesOf(data: LexiconData): Generator<[Pos, string, Sense]> {
  const merged = (concept: string): string => data.concepts.merged[concept] ?? concept;
  for (const [key, entry] of Object.entries(data.events)) {
    const { concept: own, negated, mode } = parseKey(key);
    const concept = merged(own);
    yield* byPos(entry, { kind: "event", concept, negated, mode });
  }
  for (const [name, entry] of Object.entries(data.operators)) {
    yield* byPos(entry, {
      kind: "operator",
      name,
      negated: entry.sign === "-",
      mode: entry.mode ?? null,
    });
  }
  for (const [name, entry] of Object.entries(data.speech))
    yield* byPos(entry, { kind: "speech", name });
  for (const [concept, entry] of Object.entries(data.nouns)) {
    for (const text of entry.words) yield ["n", text, { kind: "class", concept }];
  }
  for (const [concept, entry] of Object.entries(data.offices)) {
    for (const text of entry.words) yield ["n", text, { kind: "office", concept, of: entry.kind }];
  }
  for (const [key, list] of Object.entries(data.qualities)) {
    const { concept: own, negated } = parseKey(key);
    const concept = merged(own);
    const isEvent = concept in data.events;
    for (const text of list)
      yield [
        "a",
        text,
        isEvent && own !== concept
          ? { kind: "event", concept, negated, mode: null }
          : { kind: "quality", concept, negated },
      ];
  }
  for (const text of data.ignore.words) yield ["a", text, { kind: "filler" }];
  for (const text of data.ignore["light-verbs"]) yield ["v", text, { kind: "light" }];
  for (const text of data.ignore["light-nouns"]) yield ["n", text, { kind: "light" }];
}

function* byPos(
  entry: { v?: string[]; n?: string[]; a?: string[] },
  sense: Sense,
): Generator<[Pos, string, Sense]> {
  for (const pos of ["v", "n", "a"] as const)
    for (const text of entry[pos] ?? []) yield [pos, text, sense];
}

/** "not leave@planned" is the contradictory of leave, planned. */
function parseKey(key: string): { concept: string; negated: boolean; mode: Mode | null } {
  const negated = key.startsWith("not ");
  const [concept = "", mode] = (negated ? key.slice(4) : key).split("@");
  return { concept, negated, mode: (mode as Mode | undefined) ?? null };
}

/** Reads the notation of phrases: lemmas, `a|b`, `(x)`, POSS and `_`; articles are left out. */
function parsePhrase(text: string): Slot[] {
  const slots: Slot[] = [];
  for (const part of text
    .replaceAll("-", " ")
    .replace(/(\S)'s(?=\s|$)/gu, "$1 's")
    .trim()
    .split(/\s+/u)) {
    if (part === "POSS") slots.push("possessive");
    else if (part === "_") slots.push("gap");
    else {
      const optional = part.startsWith("(");
      const lemmas = part.replace(/[()]/gu, "").toLowerCase().split("|");
      if (!lemmas.every((lemma) => ARTICLES.has(lemma))) slots.push({ lemmas, optional });
    }
  }
  return slots;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
