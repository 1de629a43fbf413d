import type { Place } from "../../types.ts";
import type { Mention } from "./types.ts";

/** A sentence that was read, as far as later ones may lean on it. */
export interface Said {
  /** As it reads standing alone. */
  readonly text: string;
  /** As written. */
  readonly written: string;
  readonly mentions: readonly Mention[];
  /** Ids of the states that it names in any form, in its order. */
  readonly states: readonly string[];
  readonly block: number;
  readonly place: Place;
  /** It says the contrary of `text`. */
  readonly denied: boolean;
  readonly role: "statement" | "question" | "heading" | "introduction";
  /** For a heading its level, from 1. */
  readonly level?: number;
}

/** What a text said of a thing of the base and of others that bear its ordinary name. */
interface Spoken {
  /** Which was spoken of last. */
  last: "base" | "another";
  /** How many sentences named each. */
  base: number;
  another: number;
  /** The paragraph that spoke of another one in passing; null where it was about that one. */
  aside: number | null;
  /** The level of the heading that names another one. */
  section: number | null;
  /** The level of the heading above where the base's was named last. */
  home: number;
  /** The paragraph that spoke of another one last. */
  block: number;
  /** The paragraph since then that came back to what only the base's is about. */
  back: number | null;
  /** Paragraphs since then that spoke of what hardly another text speaks of. */
  since: ReadonlySet<number>;
}

/** Kinds of things that any text names, and of those who act and speak in many. */
const EVERYWHERE = new Set(["state", "group", "group-of-people", "place", "treaty", "document"]);
const HOLDERS = new Set(["person", "body"]);

/** After so many paragraphs about the base's things, another one of a name is past. */
const PAST = 3;

/** What a sentence sets off before it comes to what it is about: "Unlike the treaty on trade, …". */
const SET_OFF =
  /^(?:unlike|like|as with|as in|besides|beside|apart from|in contrast (?:to|with)|by contrast with|contrary to|next to|similar to|just like)\b/iu;
/** "A small field is a peace treaty": what something is said to be is not what the text turns to. */
const PREDICATE = /\b(?:is|are|was|were|be|been) an? (?:\p{Ll}+ ){0,2}$/u;

/** How many sentences back a state is still the one spoken of. */
const NEAR = 3;

/** How much more often another state is named than the one that a text is not about. */
const OFTEN = 3;

/** Is it somebody of that state, by name? */
function isOwners(
  { ids, bare, list, kind }: Mention,
  owner: string,
  ownerOf: (id: string) => string | null,
): boolean {
  return kind === "person" && !bare && !list && ids.some((id) => ownerOf(id) === owner);
}

/** A sentence that begins with a thing that the base knows goes on about that. */
function isOfBase(leads: Mention | undefined): boolean {
  return (
    leads !== undefined && leads.borrows === null && leads.ids.some((id) => !id.startsWith("~"))
  );
}

const REMEMBERED = 6;
/** How many words a heading has that is only a name. */
const TITLE = 4;
/** How many sentences, table cells or list items a group may be named in, one by one. */
const GROUPED = 30;

/** What a text has said so far: its last sentences, and which thing of each kind it spoke of last. */
export class Discourse {
  #said: Said[] = [];
  #states: (readonly string[])[] = [];
  readonly #spoken = new Map<string, Spoken>();
  readonly #ownerOf: (id: string) => string | null;
  #titles: Said[] = [];
  /** The state whose name heads the section, and the level of that heading. */
  #soil: { readonly id: string; readonly level: number } | null = null;
  /** How often the text named each state, the first one first. */
  readonly #counts = new Map<string, number>();
  /** What the text called by an ordinary name with a capital before it spoke of another one. */
  readonly #terms = new Set<string>();
  #isAway = false;
  /** The level of the last heading. */
  #level = 0;
  /** It began with another thing and came to the base's only in passing; null before that is known. */
  #isElsewhere: boolean | null = false;

  /** @param ownerOf the state whose thing it is ("the parliament"); null where it is no state's */
  constructor(ownerOf: (id: string) => string | null) {
    this.#ownerOf = ownerOf;
  }

  /** The last headings, the latest first: a heading leans on these. */
  get titles(): readonly Said[] {
    return this.#titles;
  }

  /** The last sentences, the latest first. */
  get said(): readonly Said[] {
    return this.#said;
  }

  /** The states that the text named not long ago. */
  get states(): ReadonlySet<string> {
    return new Set(this.#states.flat());
  }

  /**
   * The text began with another thing: that a section ends doesn't lead back to the base's.
   *
   * @param level that of the heading which it has come to the base's under
   */
  beginAway(level: number): void {
    this.#isAway = true;
    this.#level = level;
    this.#isElsewhere = null;
  }

  /**
   * A sentence of a paragraph is going to be read: what another one said in passing is over, and so
   * is what was said of another thing before the text came back to what only the base's is about.
   *
   * @param level for a heading its level
   */
  enter(block: number, level?: number): void {
    if (level !== undefined) {
      this.#turnSection(level);
      this.#level = level;
    }
    for (const [id, spoken] of this.#spoken) {
      if (spoken.last !== "another" || !this.#isAtHome(id)) continue;
      const isOver = spoken.aside !== null && spoken.aside !== block;
      const isBack =
        spoken.section === null && (spoken.back === block || spoken.since.size >= PAST);
      if (isOver || isBack) spoken.last = "base";
    }
  }

  /** Notes a sentence as read. */
  add(said: Said): void {
    if (said.role === "heading") this.#turnSoil(said, said.level ?? 1);
    if (said.level !== undefined) this.#titles = [said, ...this.#titles].slice(0, REMEMBERED);
    for (const state of new Set(said.states))
      this.#counts.set(state, (this.#counts.get(state) ?? 0) + 1);
    this.#states = [said.states, ...this.#states].slice(0, GROUPED);
    this.#said = [said, ...this.#said].slice(0, REMEMBERED);
    const names = new Map<string, "base" | "another">();
    const [leads] = said.mentions;
    this.#isElsewhere ??= !isOfBase(leads);
    this.#noteBack(said);
    said.mentions.forEach((mention, at) => {
      const { list, bare, ids, borrows, start } = mention;
      if (borrows !== null) {
        if (mention.generic) return;
        if (PREDICATE.test(said.text.slice(0, start))) return;
        const spoken = this.#of(borrows);
        // "The treaty, unlike the one on trade, …" goes on about the first.
        const isAside = said.mentions.slice(0, at).some((m) => m.ids.includes(borrows));
        if (isAside && spoken.last === "base") return;
        spoken.block = said.block;
        spoken.back = null;
        spoken.since = new Set();
        if (!names.has(borrows) && !bare) spoken.another += 1;
        names.set(borrows, "another");
        const inPassing = at > 0 && said.role === "statement" && isOfBase(leads);
        if (!inPassing) spoken.aside = null;
        else if (spoken.last === "base") spoken.aside = said.block;
        spoken.last = "another";
        if (said.level !== undefined) spoken.section = said.level;
        return;
      }
      if (list) return;
      for (const id of ids) {
        const spoken = this.#of(id);
        if (!names.has(id)) spoken.base += 1;
        names.set(id, "base");
        // "The treaty on trade is like this one": the text goes on about the first; but not in
        // "Unlike the treaty on trade, this one …".
        const isAside = this.#isElsewhere
          ? leads?.ids.includes(id) !== true
          : leads?.borrows === id && !SET_OFF.test(said.text);
        if (bare && mention.capital && spoken.last === "base") this.#terms.add(id);
        if ((!bare || this.isTerm(mention)) && !isAside) {
          spoken.last = "base";
          spoken.home = this.#level;
        }
      }
    });
  }

  /** Notes what a sentence says of things of the base in a later paragraph than another's. */
  #noteBack({ block, place, mentions }: Said): void {
    const rare = mentions.filter(
      ({ ids, kind, bare, borrows }) =>
        borrows === null && !bare && ids.some((id) => !id.startsWith("~")) && !EVERYWHERE.has(kind),
    );
    if (rare.length === 0) return;
    const isOnly = rare.some(({ kind }) => !HOLDERS.has(kind));
    for (const spoken of this.#spoken.values()) {
      if (spoken.last !== "another" || block <= spoken.block) continue;
      if (isOnly) spoken.back = block;
      if (place === "prose") spoken.since = new Set([...spoken.since, block]);
    }
  }

  /** "Chile" above a section: its parliament is meant there. */
  #turnSoil({ mentions, written }: Said, level: number): void {
    if (this.#soil !== null && level <= this.#soil.level) this.#soil = null;
    const [state, ...more] = mentions;
    const [id, ...others] = state?.ids ?? [];
    const isSole = more.length === 0 && others.length === 0 && state?.kind === "state";
    if (id !== undefined && isSole && written.split(" ").length <= TITLE)
      this.#soil = { id, level };
  }

  /** Does a section that another state's name heads speak of this thing of a state's? */
  isElsewhere(id: string): boolean {
    const owner = this.#ownerOf(id);
    return owner !== null && this.#soil !== null && this.#soil.id !== owner;
  }

  #of(id: string): Spoken {
    const known = this.#spoken.get(id);
    if (known) return known;
    const spoken: Spoken = {
      last: this.#isElsewhere ? "another" : "base",
      base: 0,
      another: 0,
      aside: null,
      section: null,
      home: 0,
      block: -1,
      back: null,
      since: new Set(),
    };
    this.#spoken.set(id, spoken);
    return spoken;
  }

  /** Does the text speak of the base's thing in the main? */
  #isAtHome(id: string): boolean {
    if (this.#isAway) return false;
    const owner = this.#ownerOf(id);
    // A state's things are at home where the text names that state before all others.
    if (owner !== null) return [...this.#counts.keys()][0] === owner;
    const { base, another } = this.#of(id);
    return base >= another;
  }

  /** A new section is about what the text is about, but for those within one on another thing. */
  #turnSection(level: number): void {
    for (const [id, spoken] of this.#spoken) {
      if (spoken.section !== null && level > spoken.section) continue;
      spoken.section = null;
      // A part of a section that came to the base's is about that, too.
      if (this.#isAway && spoken.last === "base" && level > spoken.home) continue;
      if (this.#isAtHome(id)) spoken.last = "base";
      else if (spoken.another > 0 || this.#isElsewhere || this.#isAway) spoken.last = "another";
    }
  }

  /**
   * Is the text rather about another state than the one whose thing this is? It named that one first,
   * and more often, and the owner not in its last sentences.
   */
  isForeignSoil(id: string): boolean {
    const owner = this.#ownerOf(id);
    const [first] = this.#counts.keys();
    if (owner === null || first === undefined || first === owner) return false;
    const count = (state: string): number => this.#counts.get(state) ?? 0;
    const isNear = this.#said
      .slice(0, NEAR)
      .some(
        (s) =>
          s.states.includes(owner) || s.mentions.some((m) => isOwners(m, owner, this.#ownerOf)),
      );
    return count(first) > OFTEN * count(owner) && !isNear;
  }

  /** The text speaks of the base's thing again. */
  returnTo(id: string): void {
    const spoken = this.#spoken.get(id);
    if (spoken) spoken.last = "base";
  }

  /**
   * Is it what the text calls so with a capital, be others of its kind spoken of between: "the
   * Convention"?
   */
  isTerm({ ids, bare, capital }: Mention): boolean {
    return bare && capital === true && ids.some((id) => this.#terms.has(id));
  }

  /** Has the text named the base's thing? */
  hasNamed(id: string): boolean {
    return (this.#spoken.get(id)?.base ?? 0) > 0;
  }

  /** Was another thing of this one's name spoken of last? */
  isAnother(id: string): boolean {
    return this.#spoken.get(id)?.last === "another";
  }

  /** Did the text begin with another thing, and has just come to the base's? */
  get isUnsettled(): boolean {
    return this.#isElsewhere === null;
  }

  /** The base's things of whose names others were spoken of last. */
  get others(): readonly string[] {
    return [...this.#spoken].flatMap(([id, { last }]) => (last === "another" ? [id] : []));
  }
}
