/**
 * The base's facts, found by the concept that they are about and, where there are many of one, by
 * whom and what they name: what a claim is compared with doesn't grow with the base.
 */
import type { Proposition } from "../meaning.ts";
import { withOwners } from "../owners.ts";
import { piecesIn, type Sections } from "../sections.ts";
import { Decoded, packTable, Table } from "../table.ts";
import { packJson, parseJson } from "./json.ts";
import type { Fact, World } from "./types.ts";

/** Of a concept with more facts than these only some are looked at. */
const MANY = 200;
/** Stands for the facts that name fewer than two things: they may bear on any claim. */
const LOOSE = "*";

/** Packs facts into sections for {@link FactIndex}. */
export function packFactIndex(
  byConcept: ReadonlyMap<string, readonly Fact[]>,
  world: World,
): [string, Uint8Array][] {
  const facts: Fact[] = [];
  const numbers = new Map<string, number[]>();
  const note = (key: string, at: number): void => {
    const list = numbers.get(key);
    if (list) list.push(at);
    else numbers.set(key, [at]);
  };
  for (const [concept, list] of byConcept) {
    for (const fact of list) {
      const at = facts.push(fact) - 1;
      note(concept, at);
      if (list.length <= MANY) continue;
      const named = namedIn(fact.proposition);
      const keys = named.length < 2 ? [LOOSE] : new Set(named.flatMap((id) => related(id, world)));
      for (const key of keys) note(`${concept} ${key}`, at);
    }
  }
  return [
    ["facts", packTable(facts.map((fact, at) => [String(at), packJson(fact)]))],
    ["f.index", packTable([...numbers].map(([key, list]) => [key, list.join(" ")]))],
  ];
}

/** Packed facts. */
export class FactIndex {
  readonly #facts: Decoded<Fact>;
  readonly #index: Decoded<readonly number[]>;
  readonly #all = new Map<string, readonly Fact[]>();
  readonly #world: World;

  constructor(sections: Sections, world: World) {
    const table = (name: string): Table => new Table(piecesIn(sections, name));
    this.#facts = new Decoded(table("facts"), (text) => parseJson(text) as Fact);
    this.#index = new Decoded(table("f.index"), (text) => text.split(" ").map(Number));
    this.#world = world;
  }

  values(): Iterable<Fact> {
    return this.#facts.values();
  }

  /** All facts of a concept, in the order of the base. */
  of(concept: string): readonly Fact[] {
    const known = this.#all.get(concept) ?? this.#at(this.#numbers(concept));
    this.#all.set(concept, known);
    return known;
  }

  /**
   * The facts of a concept that can bear on a proposition: those that name whom and what it names,
   * but for what has one value only, where another one refutes.
   */
  bearingOn(p: Proposition, concept: string = p.concept): readonly Fact[] {
    const oneValue = this.#world.relations.get(p.concept)?.oneValue ?? [];
    const ids = p.items.flatMap(({ depth, role, term, quantifier }) =>
      depth === 0 && quantifier === null && term.kind === "entity" && !oneValue.includes(role)
        ? [term.id]
        : [],
    );
    return this.naming(ids, concept);
  }

  /** The facts of a concept that name each of these things, a part or a whole of it, or hardly any. */
  naming(ids: readonly string[], concept: string): readonly Fact[] {
    const all = this.#numbers(concept);
    if (all.length <= MANY || ids.length === 0) return this.of(concept);
    const sets = ids.map(
      (id) => new Set(related(id, this.#world).flatMap((r) => this.#numbers(`${concept} ${r}`))),
    );
    const [rarest, ...others] = sets.sort((a, b) => a.size - b.size);
    const shared = [...(rarest ?? [])].filter((at) => others.every((set) => set.has(at)));
    const loose = this.#numbers(`${concept} ${LOOSE}`);
    return this.#at([...shared, ...loose].sort((a, b) => a - b));
  }

  #numbers(key: string): readonly number[] {
    return this.#index.get(key) ?? [];
  }

  #at(numbers: readonly number[]): readonly Fact[] {
    return numbers.map((at) => this.#facts.at(at));
  }
}

function namedIn({ items }: Proposition): string[] {
  return items.flatMap(({ term }) => (term.kind === "entity" ? [term.id] : []));
}

/** A thing, its members and whose it is: what is said of one may be said of the other. */
function related(id: string, world: World): string[] {
  const thing = world.entities.get(id);
  return [...withOwners(id, world.entities), ...(thing?.members ?? [])];
}
