import type { Relation } from "../base/types.ts";
import type { ConceptRelations } from "../concepts.ts";
import type { Lookup } from "../table.ts";

export type { Bearing, Evaluation, Fact, Value } from "../evaluation.ts";

/** What the comparison knows of things: their classes, members and owners. */
export interface World {
  readonly entities: Lookup<Thing>;
  readonly relations: ReadonlyMap<string, Relation>;
  /** Parent classes of classes. */
  readonly parents: ReadonlyMap<string, string>;
  readonly concepts: ConceptRelations;
}

export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly classes: readonly string[];
  readonly members: readonly string[];
  readonly of: string | null;
  readonly inBase: boolean;
  /**
   * Keys of what the base says of a thing that isn't an agent: words that only describe it ("the
   * decree on the withdrawal") add nothing to a claim.
   */
  readonly known: readonly string[];
}
