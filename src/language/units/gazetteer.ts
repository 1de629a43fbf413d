import type { Base, Entity } from "../../base/types.ts";
import { jsonOf, piecesIn, type Sections } from "../../sections.ts";
import { Decoded, type Lookup, packTable, Table } from "../../table.ts";
import type { Word } from "../words/words.ts";

/** How a name is used: as itself ("Norway"), as an adjective ("Norwegian") or for its people ("Norwegians"). */
export type Usage = "name" | "adjective" | "people";

/** Somebody or something named in a sentence. */
export interface Named {
  readonly id: string;
  readonly usage: Usage;
  /** The name is made of ordinary words ("the council") and so can mean another one, too. */
  readonly weak: boolean;
}

/** What statements can name: an entity of the base, or one that only the language data know. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly nouns: readonly string[];
  readonly members: readonly string[];
  readonly of: string | null;
  /** It stands in the base. */
  readonly inBase: boolean;
  readonly continent: string | null;
}

/** A name by its words. */
export interface Alias {
  readonly words: readonly string[];
  readonly named: Named;
}

/** Where a word that is also a pronoun can only be a name. */
export interface Homograph {
  /** Words before it. */
  readonly after: readonly string[];
  /** Words behind it. */
  readonly before: readonly string[];
  /** Words before it that begin a question. */
  readonly questions: readonly string[];
}

export interface Gazetteer {
  /** Names that are also pronouns, as they are written then. */
  readonly homographs: Readonly<Record<string, Homograph>>;
  readonly entities: Lookup<Known>;
  readonly byFirstWord: Lookup<readonly Alias[]>;
  /** Names of the base that somebody else in the world bears, too, in lower case. */
  readonly shared: ReadonlySet<string>;
}

/** Packs the names into sections; what is known of who bears them, the comparison packs. */
export function packNames({ byFirstWord, shared, homographs }: Gazetteer): [string, Uint8Array][] {
  const names = [...byFirstWord.keys()].map((word): [string, string] => [
    word,
    JSON.stringify(byFirstWord.get(word)),
  ]);
  return [
    ["names", packTable(names)],
    ["shared", Buffer.from(JSON.stringify([...shared]))],
    ["homograp", Buffer.from(JSON.stringify(homographs))],
  ];
}

/** Opens packed names. */
export function openNames(sections: Sections, entities: Lookup<Known>): Gazetteer {
  return {
    entities,
    byFirstWord: new Decoded(
      new Table(piecesIn(sections, "names")),
      (text) => JSON.parse(text) as Alias[],
    ),
    shared: new Set(jsonOf(sections, "shared") as string[]),
    homographs: jsonOf(sections, "homograp") as Gazetteer["homographs"],
  };
}

/** Countries, groups and organisations as the language data hold them. */
export interface WorldData {
  readonly homographs?: Readonly<Record<string, Homograph>>;
  readonly countries: readonly Country[];
  readonly groups: readonly {
    readonly name: string;
    readonly aliases?: readonly string[];
    readonly members: readonly string[];
  }[];
  readonly organisations: readonly {
    readonly name: string;
    readonly aliases?: readonly string[];
    readonly kind: string;
    /** Nouns for what it is. */
    readonly nouns?: readonly string[];
  }[];
}

interface Country {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly adjectives?: readonly string[];
  readonly people?: readonly string[];
  readonly capital?: readonly string[] | string;
  readonly metonyms?: readonly string[];
  readonly parliament?: readonly string[] | string;
  readonly continent?: string;
}

type Split = (text: string) => readonly Word[];

/**
 * Gathers every name: the base's own, and the countries and organisations of the world, so that
 * a country outside the base is known to be one. A base entity that bears a country's name takes
 * over its other names.
 */
export function buildGazetteer(base: Base, world: WorldData, split: Split): Gazetteer {
  const entities = new Map<string, Known>();
  const byFirstWord = new Map<string, Alias[]>();
  const seen = new Map<string, string>();
  const shared = new Set<string>();
  const add = (text: string, id: string, usage: Usage): void => {
    for (const alias of expandBraces(text)) {
      const words = split(alias).map((word) => word.lower);
      while (words[0] === "the") words.shift();
      const first = words[0];
      const key = words.join(" ");
      if (first === undefined) continue;
      const bearer = seen.get(key);
      if (bearer !== undefined) {
        if (bearer !== id) shared.add(key);
        continue;
      }
      seen.set(key, id);
      const weak = usage === "name" && alias === alias.toLowerCase();
      const list = byFirstWord.get(first) ?? [];
      list.push({ words, named: { id, usage, weak } });
      byFirstWord.set(first, list);
    }
  };
  const addCountry = (country: Country, id: string): void => {
    for (const text of [
      country.name,
      ...list(country.aliases),
      ...list(country.capital),
      ...list(country.metonyms),
    ]) {
      add(text, id, "name");
    }
    for (const text of list(country.adjectives)) add(text, id, "adjective");
    for (const text of list(country.people)) add(text, id, "people");
  };
  const countries = new Map(
    world.countries.flatMap((c) =>
      [c.name, ...list(c.aliases)].map((n) => [n.toLowerCase(), c] as const),
    ),
  );
  const taken = new Set<Country>();
  for (const entity of base.entities) {
    const country = entity.kind === "state" ? countries.get(entity.name.toLowerCase()) : undefined;
    entities.set(entity.id, {
      ...pick(entity),
      inBase: true,
      continent: country?.continent ?? null,
    });
    for (const text of [entity.name, ...entity.aliases]) add(text, entity.id, "name");
    for (const text of entity.adjectives) add(text, entity.id, "adjective");
    if (country) {
      taken.add(country);
      addCountry(country, entity.id);
    }
  }
  // "Norway parliament": learners and headlines put the country's name before what is its own.
  for (const { id, kind, of, name, aliases } of base.entities) {
    const owner = kind === "body" ? base.entities.find((e) => e.id === of) : undefined;
    if (owner?.kind !== "state") continue;
    for (const state of [owner.name, ...owner.aliases])
      for (const text of [name, ...aliases]) add(`${state} ${text}`, id, "name");
  }
  for (const country of world.countries) {
    if (taken.has(country)) continue;
    const id = `~${country.name.toLowerCase()}`;
    entities.set(id, outside(id, country.name, "state", country.continent));
    addCountry(country, id);
  }
  for (const country of world.countries) {
    for (const text of list(country.parliament)) {
      const id = `~${text.toLowerCase()}`;
      if (!entities.has(id))
        entities.set(id, { ...outside(id, text, "body"), nouns: ["parliament"] });
      add(text, id, "name");
    }
  }
  const idOf = new Map(
    [...entities.values()]
      .filter((e) => e.kind === "state")
      .map((e) => [e.name.toLowerCase(), e.id]),
  );
  for (const group of world.groups) {
    const members = group.members.flatMap((name) => idOf.get(name.toLowerCase()) ?? []);
    const id = `~${group.name.toLowerCase()}`;
    entities.set(id, { ...outside(id, group.name, "group"), members });
    for (const text of [group.name, ...list(group.aliases)]) add(text, id, "name");
  }
  for (const org of world.organisations) {
    const id = `~${org.name.toLowerCase()}`;
    entities.set(id, { ...outside(id, org.name, org.kind), nouns: org.nouns ?? [] });
    for (const text of [org.name, ...list(org.aliases)]) add(text, id, "name");
  }
  for (const aliases of byFirstWord.values())
    aliases.sort((a, b) => b.words.length - a.words.length);
  return { entities, byFirstWord, shared, homographs: world.homographs ?? {} };
}

/** The longest name that begins at a word, with the number of words it takes. */
export function nameAt(
  gazetteer: Gazetteer,
  words: readonly Word[],
  at: number,
): { named: Named; length: number } | null {
  const first = words[at];
  if (first === undefined) return null;
  for (const alias of gazetteer.byFirstWord.get(first.lower) ?? []) {
    if (isAt(alias, words, at) && !isCrossed(gazetteer, words, at, alias.words.length)) {
      const homograph = gazetteer.homographs[first.text];
      if (homograph && !standsAsName(homograph, words, at)) return null;
      return { named: alias.named, length: alias.words.length };
    }
  }
  return null;
}

function isAt(alias: Alias, words: readonly Word[], at: number): boolean {
  return alias.words.every((word, index) => words[at + index]?.lower === word);
}

/** "The order of President Jane Doe": a person's name that begins within words goes on behind them. */
export function isCrossed(
  gazetteer: Gazetteer,
  words: readonly Word[],
  at: number,
  length: number,
): boolean {
  for (let inside = at + 1; inside < at + length; inside++)
    for (const other of gazetteer.byFirstWord.get(words[inside]?.lower ?? "") ?? [])
      if (
        inside + other.words.length > at + length &&
        gazetteer.entities.get(other.named.id)?.kind === "person" &&
        isAt(other, words, inside)
      )
        return true;
  return false;
}

/** Do the words around a name that is also a pronoun ("us") leave it only the name? */
function standsAsName(
  { after, before, questions }: Homograph,
  words: readonly Word[],
  at: number,
): boolean {
  const [previous, next] = [words[at - 1]?.lower, words[at + 1]?.lower ?? "."];
  if (previous === undefined || after.includes(previous)) return true;
  return (
    before.includes(next) || (at === 1 && questions.includes(previous) && /^\p{L}/u.test(next))
  );
}

/**
 * Spells out alternatives in braces.
 *
 * @example expandBraces("{,the }{US,U.S.} army") // ["US army", "U.S. army", "the US army", "the U.S. army"]
 */
export function expandBraces(text: string): string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/u.exec(text);
  if (!match) return [text.replace(/\s+/gu, " ").trim()];
  const [, before = "", inside = "", after = ""] = match;
  return inside.split(",").flatMap((part) => expandBraces(`${before}${part}${after}`));
}

function pick(entity: Entity): Omit<Known, "inBase" | "continent"> {
  const { id, name, kind, nouns, members, of } = entity;
  return { id, name, kind, nouns, members, of };
}

function outside(id: string, name: string, kind: string, continent?: string): Known {
  return {
    id,
    name,
    kind,
    nouns: [],
    members: [],
    of: null,
    inBase: false,
    continent: continent ?? null,
  };
}

function list(value: readonly string[] | string | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
