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
  readonly role: "statement" | "question" | "heading" | "introduction";
}

const REMEMBERED = 6;

/** What a text has said so far: its last sentences, and which thing of each kind it spoke of last. */
export class Discourse {
  #said: Said[] = [];
  readonly #last = new Map<string, { readonly id: string | null; readonly kind: string }>();

  /** The last sentences, the latest first. */
  get said(): readonly Said[] {
    return this.#said;
  }

  /** Notes a sentence as read. */
  add(said: Said): void {
    this.#said = [said, ...this.#said].slice(0, REMEMBERED);
    for (const mention of said.mentions) {
      if (mention.list || mention.bare) continue;
      const [id] = mention.ids;
      if (mention.foreign) this.#last.set(mention.kind, { id: null, kind: mention.kind });
      else if (id !== undefined) this.#last.set(mention.kind, { id, kind: mention.kind });
    }
  }

  /** Was the thing of this kind that was spoken of last another than the base's? */
  isElsewhere(kind: string): boolean {
    return this.#last.get(kind)?.id === null;
  }

  /** Kinds of things of which the last one spoken of was another than the base's. */
  get elsewhere(): readonly string[] {
    return [...this.#last.values()].filter((l) => l.id === null).map((l) => l.kind);
  }
}
