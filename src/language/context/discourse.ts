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
  /** It says the contrary of `text`. */
  readonly denied: boolean;
  readonly role: "statement" | "question" | "heading" | "introduction";
}

const REMEMBERED = 6;
/** How many sentences, table cells or list items a group may be named in, one by one. */
const GROUPED = 30;

/** What a text has said so far: its last sentences, and which thing of each kind it spoke of last. */
export class Discourse {
  #said: Said[] = [];
  #states: (readonly string[])[] = [];
  /** Whether a thing of the base or another of its name was spoken of last, by the base's id. */
  readonly #last = new Map<string, "base" | "another">();

  /** The last sentences, the latest first. */
  get said(): readonly Said[] {
    return this.#said;
  }

  /** The states that the text named not long ago. */
  get states(): ReadonlySet<string> {
    return new Set(this.#states.flat());
  }

  /** Notes a sentence as read. */
  add(said: Said): void {
    this.#states = [said.states, ...this.#states].slice(0, GROUPED);
    this.#said = [said, ...this.#said].slice(0, REMEMBERED);
    for (const { list, bare, ids, borrows } of said.mentions) {
      if (borrows !== null) this.#last.set(borrows, "another");
      else if (!list && !bare) for (const id of ids) this.#last.set(id, "base");
    }
  }

  /** The text speaks of the base's thing again. */
  returnTo(id: string): void {
    if (this.#last.get(id) === "another") this.#last.set(id, "base");
  }

  /** Was another thing of this one's name spoken of last? */
  isAnother(id: string): boolean {
    return this.#last.get(id) === "another";
  }

  /** The base's things of whose names others were spoken of last. */
  get others(): readonly string[] {
    return [...this.#last].flatMap(([id, last]) => (last === "another" ? [id] : []));
  }
}
