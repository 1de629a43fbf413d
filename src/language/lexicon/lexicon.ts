import type { Mode } from "../../meaning.ts";
import type { LexiconData, Phrase, Pos, Sense, Slot } from "./types.ts";

/** The lexicon ready for look-up: phrases by their first lemma, single words by part of speech. */
export interface Lexicon {
  /** Phrases of two and more words by every lemma that can begin them, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Senses of single lemmas. */
  readonly words: Readonly<Record<Pos, ReadonlyMap<string, readonly Sense[]>>>;
  /** Parent classes of noun classes. */
  readonly parents: ReadonlyMap<string, string>;
  /** Every word that stands in it. */
  readonly vocabulary: ReadonlySet<string>;
  readonly kin: Kin;
}

/** Concepts that name one thing from several sides (`kin.yaml`). */
export interface Kin {
  readonly same: ReadonlyMap<string, { readonly concept: string; readonly negated: boolean }>;
  readonly plain: ReadonlySet<string>;
}

/** The lexicon as JSON: what the build writes and the program reads. */
export interface CompiledLexicon {
  readonly phrases: readonly (readonly [string, readonly Phrase[]])[];
  readonly words: Readonly<Record<Pos, readonly (readonly [string, readonly Sense[]])[]>>;
  readonly parents: readonly (readonly [string, string])[];
  readonly vocabulary: readonly string[];
  readonly kin: LexiconData["kin"];
}

/** Opens a compiled lexicon. */
export function openLexicon(compiled: CompiledLexicon): Lexicon {
  const { v, n, a } = compiled.words;
  return {
    phrases: new Map(compiled.phrases),
    words: { v: new Map(v), n: new Map(n), a: new Map(a) },
    parents: new Map(compiled.parents),
    vocabulary: new Set(compiled.vocabulary),
    kin: openKin(compiled.kin),
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
 * @example openLexicon(compileLexicon(data)).words.v.get("quit") // the senses of the verb "quit"
 */
export function compileLexicon(data: LexiconData): CompiledLexicon {
  const phrases = new Map<string, Phrase[]>();
  const words = { v: new Map<string, Sense[]>(), n: new Map<string, Sense[]>(), a: new Map<string, Sense[]>() };
  const vocabulary = new Set<string>();
  const add = (text: string, pos: Pos, sense: Sense): void => {
    const slots = parsePhrase(text);
    for (const slot of slots) if (typeof slot === "object") for (const w of slot.lemmas) vocabulary.add(w);
    const first = slots[0];
    if (slots.length === 1 && first !== undefined && typeof first === "object") {
      for (const lemma of first.lemmas) append(words[pos], lemma, sense);
      return;
    }
    const start = slots.find((slot) => typeof slot === "object" && !slot.optional);
    if (typeof first !== "object" || first.optional || start === undefined) return;
    for (const lemma of first.lemmas) append(phrases, lemma, { slots, pos, sense });
  };
  for (const [pos, text, sense] of entriesOf(data)) {
    // "be" joins whatever predicate with its subject: what follows is the phrase.
    if (pos === "v" && text.startsWith("be ")) add(text.slice(3), "a", sense);
    else add(text, pos, sense);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.slots.length - a.slots.length);
  const parents = new Map<string, string>();
  for (const [name, entry] of Object.entries(data.nouns)) if (entry.is) parents.set(name, entry.is);
  return {
    phrases: [...phrases],
    words: { v: [...words.v], n: [...words.n], a: [...words.a] },
    parents: [...parents],
    vocabulary: [...vocabulary],
    kin: data.kin,
  };
}

function* entriesOf(data: LexiconData): Generator<[Pos, string, Sense]> {
  for (const [key, entry] of Object.entries(data.events)) {
    const { concept, negated, mode } = parseKey(key);
    yield* byPos(entry, { kind: "event", concept, negated, mode });
  }
  for (const [name, entry] of Object.entries(data.operators)) {
    yield* byPos(entry, { kind: "operator", name, negated: entry.sign === "-", mode: entry.mode ?? null });
  }
  for (const [name, entry] of Object.entries(data.speech)) yield* byPos(entry, { kind: "speech", name });
  for (const [concept, entry] of Object.entries(data.nouns)) {
    for (const text of entry.words) yield ["n", text, { kind: "class", concept }];
  }
  for (const [concept, entry] of Object.entries(data.offices)) {
    for (const text of entry.words) yield ["n", text, { kind: "office", concept, of: entry.kind }];
  }
  for (const [key, list] of Object.entries(data.qualities)) {
    const { concept, negated } = parseKey(key);
    for (const text of list) yield ["a", text, { kind: "quality", concept, negated }];
  }
  for (const text of data.ignore.words) yield ["a", text, { kind: "filler" }];
  for (const text of data.ignore["light-verbs"]) yield ["v", text, { kind: "light" }];
  for (const text of data.ignore["light-nouns"]) yield ["n", text, { kind: "light" }];
}

function* byPos(
  entry: { v?: string[]; n?: string[]; a?: string[] },
  sense: Sense,
): Generator<[Pos, string, Sense]> {
  for (const pos of ["v", "n", "a"] as const) for (const text of entry[pos] ?? []) yield [pos, text, sense];
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
  for (const part of text.replaceAll("-", " ").trim().split(/\s+/u)) {
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
