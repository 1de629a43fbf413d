/**
 * The base's statements by their gists, found by what a claim speaks of: a claim is compared with
 * those alone that have a counterpart for each of its words.
 */
import type { Gist, GistAtom, GistSense } from "../../meaning.ts";
import { piecesIn, type Sections } from "../../sections.ts";
import { holds } from "../../sorted.ts";
import { Decoded, packTable, Table } from "../../table.ts";
import { packJson, parseJson } from "../json.ts";
import type { Fact, World } from "../types.ts";

/** A statement of the base by its gist, with the fact that stands for it. */
export interface GistFact {
  readonly fact: Fact;
  readonly gist: Gist;
}

/** By concept and name: is it the other one of the two that has it? */
export type Parties = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

type Owners = ReadonlyMap<string, ReadonlySet<string>>;

/** What the base has on a key of a sense. */
interface KeyNotes {
  /** How many claims of the base speak of it. */
  readonly claims: number;
  /** Which names it is joined to. */
  readonly owners: readonly string[];
}

/** Packs gists into sections for {@link Gists}. */
export function packGists(gists: readonly GistFact[], world: World): [string, Uint8Array][] {
  const byClaim = new Map<string, number[]>();
  const index = new Map<string, Set<string>>();
  const claims = new Map<string, Set<string>>();
  const owners = new Map<string, Set<string>>();
  for (const [at, { fact, gist }] of gists.entries()) {
    append(byClaim, fact.claim, at);
    for (const sense of gist.atoms.flatMap((atom) => atom.senses)) {
      add(claims, sense.key, fact.claim);
      for (const key of meetingKeys(sense, world)) add(index, key, fact.claim);
    }
    for (const [key, names] of ownersIn([{ fact, gist }]))
      for (const name of names) add(owners, key, name);
  }
  const number = new Map([...byClaim.keys()].map((claim, at) => [claim, at]));
  return [
    ["gists", packTable(gists.map((gist, at) => [String(at), packJson(gist)]))],
    ["g.claims", packTable([...byClaim].map(([claim, list]) => [claim, list.join(" ")]))],
    [
      "g.index",
      packTable([...index].map(([key, of]) => [key, [...of].map((c) => number.get(c)).join(" ")])),
    ],
    [
      "g.keys",
      packTable(
        [...claims].map(([key, of]) => [
          key,
          JSON.stringify({ claims: of.size, owners: [...(owners.get(key) ?? [])] }),
        ]),
      ),
    ],
  ];
}

/** Packed gists. */
export class Gists {
  readonly #all: Decoded<GistFact>;
  readonly #byClaim: Decoded<readonly number[]>;
  readonly #index: Decoded<readonly number[]>;
  readonly #keys: Decoded<KeyNotes>;
  readonly #owners = new Map<string, Owners>();
  readonly #named = new Map<string, ReadonlySet<string>>();
  readonly #parties = new Map<string, Parties>();

  constructor(sections: Sections) {
    const table = (name: string): Table => new Table(piecesIn(sections, name));
    const numbers = (text: string): number[] => text.split(" ").map(Number);
    this.#all = new Decoded(table("gists"), (text) => parseJson(text) as GistFact);
    this.#byClaim = new Decoded(table("g.claims"), numbers);
    this.#index = new Decoded(table("g.index"), numbers);
    this.#keys = new Decoded(table("g.keys"), (text) => JSON.parse(text) as KeyNotes);
  }

  values(): Iterable<GistFact> {
    return this.#all.values();
  }

  /** All wordings of a claim of the base. */
  of(claim: string): readonly GistFact[] {
    return (this.#byClaim.get(claim) ?? []).map((at) => this.#all.at(at));
  }

  /** All wordings of some claims of the base, by their numbers, in the order of the base. */
  ofAll(claims: Iterable<number>): GistFact[] {
    return [...claims]
      .flatMap((claim) => this.#byClaim.at(claim))
      .sort((a, b) => a - b)
      .map((at) => this.#all.at(at));
  }

  /** The numbers of the claims of the base that have a counterpart for a sense. */
  meeting(sense: GistSense): readonly number[] {
    return this.#index.get(keyOf(sense)) ?? [];
  }

  /** How many claims of the base speak of a key. */
  claimsWith(key: string | undefined): number {
    return (key !== undefined && this.#keys.get(key)?.claims) || 0;
  }

  /** Which names a key is joined to anywhere in the base. */
  ownersOf(key: string): readonly string[] {
    return this.#keys.get(key)?.owners ?? [];
  }

  /** Whom and what somebody's words name. */
  namedBy(speaker: string): ReadonlySet<string> {
    const known = this.#named.get(speaker);
    if (known) return known;
    const named = new Set<string>();
    for (const { fact, gist } of this.#all.values())
      if (fact.speaker === speaker)
        for (const { kind, key } of gist.atoms.flatMap((a) => a.senses))
          if (kind === "entity") named.add(key);
    this.#named.set(speaker, named);
    return named;
  }

  /** Which names things are joined to over all the wordings of a claim. */
  ownersIn(claim: string): Owners {
    const owners = this.#owners.get(claim) ?? ownersIn(this.of(claim));
    this.#owners.set(claim, owners);
    return owners;
  }

  /** The two parties of what only one of them has, from all the wordings of a claim. */
  partiesOf(claim: string): Parties {
    const parties = this.#parties.get(claim) ?? partiesIn(this.of(claim));
    this.#parties.set(claim, parties);
    return parties;
  }
}

/** The key under which what a sense of a claim meets is found. */
export function keyOf({ kind, key }: GistSense): string {
  return `${kind} ${key}`;
}

/** The keys under which a sense of a statement is found: its own, and those of what it is a case of. */
export function meetingKeys({ kind, key }: GistSense, world: World): string[] {
  const classKeys = (concept: string): string[] => {
    const keys: string[] = [];
    for (let c: string | undefined = concept; c !== undefined; c = world.parents.get(c))
      keys.push(`class ${c}`);
    return keys;
  };
  if (kind === "class") return classKeys(key);
  if (kind !== "entity") return [`${kind} ${key}`];
  const thing = world.entities.get(key);
  return [
    ...[key, ...(thing?.members ?? [])].map((id) => `entity ${id}`),
    ...(thing?.classes ?? []).flatMap(classKeys),
  ];
}

/**
 * The statements that can bear on a claim: each of its words that has to have a counterpart has one
 * in some wording of the statement.
 */
export function candidatesFor(claim: Gist, gists: Gists): Iterable<GistFact> {
  const meeting = claim.atoms
    .filter((atom) => needsCounterpart(atom, claim))
    .map((atom) => atom.senses.map((sense) => gists.meeting(sense)))
    .sort((a, b) => total(a) - total(b));
  const [rarest, ...others] = meeting;
  if (rarest === undefined) return gists.values();
  let claims = [...new Set(rarest.flat())];
  for (const lists of others) claims = claims.filter((n) => lists.some((list) => holds(list, n)));
  return gists.ofAll(claims);
}

function total(lists: readonly (readonly number[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}

/** Who speaks may stand beside what is said; a number of an article may be a wrong one. */
function needsCounterpart(atom: GistAtom, claim: Gist): boolean {
  if (atom.says || atom.plain || atom.degree) return false;
  return !atom.senses.some(
    ({ kind }) => kind === "label" || (claim.reports && (kind === "entity" || kind === "class")),
  );
}

/** Who or what a gist has on the sides of a point; a disadvantage is the other's advantage. */
export function sidesOf(
  gist: Gist,
  point: GistAtom,
): { of: GistAtom | undefined; facing: boolean }[] {
  const negated = point.senses[0]?.negated ?? false;
  return gist.sides
    .filter((s) => gist.atoms[s.point] === point)
    .map((s) => ({ of: gist.atoms[s.of], facing: s.facing !== negated }));
}

function partiesIn(wordings: readonly GistFact[]): Parties {
  const found = new Map<string, Map<string, boolean>>();
  for (const { gist } of wordings) {
    for (const point of gist.atoms) {
      for (const { of, facing } of sidesOf(gist, point)) {
        const name = of?.senses.find((s) => s.kind === "entity")?.key;
        if (name === undefined) continue;
        for (const { kind, key } of point.senses)
          if (kind === "concept") found.set(key, (found.get(key) ?? new Map()).set(name, facing));
      }
    }
  }
  return found;
}

function ownersIn(wordings: readonly GistFact[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { gist } of wordings) {
    for (const atom of gist.atoms) {
      const keys = atom.bound.flatMap((i) => gist.atoms[i]?.senses.map((s) => s.key) ?? []);
      for (const { kind, key: name } of atom.senses)
        if (kind === "entity") for (const key of keys) add(found, key, name);
    }
  }
  return found;
}

function add<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
