import type { Base, BaseClaim } from "../base/types.ts";
import type { ConceptRelations } from "../concepts.ts";
import type { Meaning, Proposition, When } from "../meaning.ts";
import { jsonOf, piecesIn, type Sections } from "../sections.ts";
import { Decoded, type Lookup, packTable, Table } from "../table.ts";
import { expand } from "./expand.ts";
import { FactIndex, packFactIndex } from "./fact-index.ts";
import { type GistFact, Gists, packGists } from "./gist/gists.ts";
import { packJson, parseJson } from "./json.ts";
import type { Facts } from "./simple.ts";
import { isAgent, keyOf } from "./terms.ts";
import type { Fact, Thing, World } from "./types.ts";

/** What the comparison needs of the language stage. */
export interface ReaderLike {
  read(sentence: string): Meaning;
  readonly lexicon: {
    readonly words: {
      readonly n: { get(word: string): readonly { kind: string; concept?: string }[] | undefined };
    };
    readonly parents: ReadonlyMap<string, string>;
    readonly concepts: ConceptRelations;
  };
  readonly gazetteer: {
    readonly entities: Lookup<
      Omit<Thing, "classes" | "known"> & {
        readonly nouns: readonly string[];
        readonly continent: string | null;
      }
    >;
  };
}

export interface CompiledFacts {
  readonly facts: Facts;
  readonly world: World;
  /** What the base has statements on: concepts, and with what manner ("fulfil faithful"). */
  readonly topics: readonly string[];
  /**
   * Ids of what the base is about: things that aren't states and that half of its claims mention;
   * none where they are about many things.
   */
  readonly subject: readonly string[];
  /** Statements that could not be read whole, with what was left. */
  readonly faults: readonly string[];
}

/** A base's statements as they were read. */
export interface ReadBase extends Pick<CompiledFacts, "world" | "subject" | "faults"> {
  readonly byConcept: ReadonlyMap<string, readonly Fact[]>;
  readonly gists: readonly GistFact[];
}

/** Packs facts, and what is known of things, into sections. Infinite ends of intervals survive. */
export function packFacts({
  byConcept,
  gists,
  world,
  subject,
  faults,
}: ReadBase): [string, Uint8Array][] {
  const json = (value: unknown): Uint8Array => Buffer.from(packJson(value));
  const things = [...world.entities.values()].map((t): [string, string] => [t.id, packJson(t)]);
  return [
    ...packFactIndex(byConcept, world),
    ...packGists(gists, world),
    ["things", packTable(things)],
    ["topics", json([...topicsOf(byConcept)])],
    ["subject", json(subject)],
    ["faults", json(faults)],
  ];
}

/** Opens packed facts; what a claim doesn't ask for is not decoded. */
export function openFacts(
  sections: Sections,
  { relations, parents, concepts }: Omit<World, "entities">,
): CompiledFacts {
  const world = { entities: openThings<Thing>(sections), relations, parents, concepts };
  return {
    facts: { index: new FactIndex(sections, world), gists: new Gists(sections) },
    world,
    topics: jsonOf(sections, "topics") as string[],
    get subject() {
      return jsonOf(sections, "subject") as string[];
    },
    get faults() {
      return jsonOf(sections, "faults") as string[];
    },
  };
}

/** What is known of the things that have names. */
export function openThings<T extends Thing>(sections: Sections): Lookup<T> {
  return new Decoded(new Table(piecesIn(sections, "things")), (text) => parseJson(text) as T);
}

/** Notes what a statement speaks of. */
function addGist(
  gists: GistFact[],
  claim: BaseClaim,
  statement: string,
  meaning: Meaning,
  stated?: Proposition,
): void {
  const proposition = meaning.propositions[0] ?? stated;
  // What is said by denying its parts has no gist of its own: theirs would affirm them.
  if (!proposition || meaning.denied) return;
  const { id, speaker, conflictsWith } = claim;
  gists.push({
    gist: meaning.gist,
    fact: { claim: id, proposition, speaker, onlyRefutes: false, statement, conflictsWith },
  });
}

const HALF = 0.5;

function subjectOf(byConcept: ReadBase["byConcept"], { entities, claims }: Base): string[] {
  const mentions = new Map<string, Set<string>>();
  for (const list of byConcept.values())
    for (const { claim, proposition } of list)
      for (const { term } of proposition.items)
        if (term.kind === "entity" && term.type !== "state")
          mentions.set(term.id, (mentions.get(term.id) ?? new Set()).add(claim));
  const own = new Set(entities.map(({ id }) => id));
  return [...mentions]
    .filter(([id, of]) => own.has(id) && of.size >= claims.length * HALF)
    .map(([id]) => id);
}

function* topicsOf(byConcept: ReadBase["byConcept"]): Generator<string> {
  for (const [concept, list] of byConcept) {
    yield concept;
    for (const { proposition } of list) {
      for (const { term } of proposition.items)
        if (term.kind === "quality") yield `${concept} ${term.concept}`;
    }
  }
}

/** Reads the base's statements into facts. */
export function readBase(base: Base, reader: ReaderLike): ReadBase {
  const world = buildWorld(base, reader);
  const byConcept = new Map<string, Fact[]>();
  const faults: string[] = [];
  const gists: GistFact[] = [];
  const add = (fact: Fact): void => {
    const list = byConcept.get(fact.proposition.concept) ?? [];
    list.push(fact);
    byConcept.set(fact.proposition.concept, list);
  };
  for (const claim of base.claims) {
    const [stated] = reader.read(claim.statement).propositions;
    for (const wording of claim.wordings)
      addGist(gists, claim, wording, reader.read(wording), stated);
    for (const statement of [claim.statement, ...claim.also]) {
      const meaning = reader.read(statement);
      if (meaning.propositions.length === 0 || meaning.unread.length > 0) {
        faults.push(`${claim.id}: "${statement}" can't be read (${meaning.unread.join(", ")})`);
      }
      if (!base.drafted) addGist(gists, claim, statement, meaning);
      for (const read of meaning.propositions.flatMap((p) => expand(p, world))) {
        const proposition = untilKnown(read, base, world);
        const fact: Fact = {
          claim: claim.id,
          proposition,
          speaker: claim.speaker,
          onlyRefutes: false,
          statement,
          conflictsWith: claim.conflictsWith,
        };
        add(fact);
        for (const derived of derive(proposition, world)) add({ ...fact, ...derived });
      }
    }
  }
  noteDescriptions(world, byConcept);
  return { byConcept, gists, world, subject: subjectOf(byConcept, base), faults };
}

/** Gathers for every thing that isn't an agent what the base's facts speak of together with it. */
function noteDescriptions(world: World, byConcept: ReadonlyMap<string, readonly Fact[]>): void {
  const known = new Map<string, Set<string>>();
  for (const { proposition, onlyRefutes } of [...byConcept.values()].flat()) {
    if (proposition.sign < 0 || onlyRefutes) continue;
    const keys = [`event:${proposition.concept}`, ...proposition.items.map((i) => keyOf(i.term))];
    for (const { term } of proposition.items) {
      if (term.kind !== "entity" || isAgent(term.type)) continue;
      const set = known.get(term.id) ?? new Set();
      for (const key of keys) set.add(key);
      known.set(term.id, set);
    }
  }
  for (const [id, keys] of known) {
    const thing = world.entities.get(id);
    if (thing) (world.entities as Map<string, Thing>).set(id, { ...thing, known: [...keys] });
  }
}

/**
 * What the sources tell as done was done by the day on which they were current, whatever else they say
 * of its time; so was what happens at the same moment as something told as done.
 */
function untilKnown(p: Proposition, { referenceDate }: Base, world: World): Proposition {
  const oneValue = world.relations.get(p.concept)?.oneValue ?? [];
  const past = p.mode === "done" || p.distances.some((d) => d.direction === "same" && d.event);
  const timed = p.when.some((w) => w.days !== null);
  if (referenceDate === null || p.sign < 0 || !past || timed || !oneValue.includes("time"))
    return p;
  const day = Date.parse(referenceDate) / DAY;
  const by: When = {
    relation: "before",
    days: { lo: Number.NEGATIVE_INFINITY, hi: day },
    weekdays: null,
    yearless: null,
    beginning: false,
    text: `by ${referenceDate}`,
  };
  return { ...p, when: [...p.when, by] };
}

const DAY = 86_400_000;

/** What follows in language alone: who ratified is a party; who isn't a party neither ratified nor leaves. */
function derive(
  p: Proposition,
  world: World,
): { proposition: Proposition; onlyRefutes: boolean }[] {
  const out: { proposition: Proposition; onlyRefutes: boolean }[] = [];
  for (const { from, to, presupposed, simultaneous } of world.concepts.entails) {
    if (p.concept === from && p.sign > 0 && !presupposed) {
      const when = simultaneous ? p.when : [];
      out.push({ proposition: { ...p, concept: to, when }, onlyRefutes: false });
    }
    if (p.concept === to && p.sign < 0) {
      out.push({
        proposition: { ...p, concept: from, mode: presupposed ? "planned" : p.mode },
        onlyRefutes: presupposed ?? false,
      });
    }
  }
  return out;
}

function buildWorld(base: Base, reader: ReaderLike): World {
  const entities = new Map<string, Thing>();
  const classesOf = (words: readonly string[]): string[] => {
    const out = new Set<string>();
    for (const word of words) {
      for (const sense of reader.lexicon.words.n.get(word) ?? [])
        if ((sense.kind === "class" || sense.kind === "office") && sense.concept)
          out.add(sense.concept);
    }
    return [...out];
  };
  for (const known of reader.gazetteer.entities.values()) {
    entities.set(known.id, {
      ...known,
      classes: [
        ...classesOf([...known.nouns, known.kind]),
        ...(known.continent ? [`in:${known.continent}`] : []),
      ],
      known: [],
    });
  }
  return {
    entities,
    relations: new Map(base.relations.map((r) => [r.concept, r])),
    parents: reader.lexicon.parents,
    concepts: reader.lexicon.concepts,
  };
}
