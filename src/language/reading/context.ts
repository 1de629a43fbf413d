import type { Relation } from "../../base/types.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { PatternBook } from "../patterns.ts";
import type { Gazetteer } from "../units/gazetteer.ts";
import type { Grammar } from "./grammar.ts";
import type { Recast } from "./plainer/recasts.ts";
import type { Temporal } from "./times/temporal.ts";

/** What the reading of a sentence draws on. */
export interface Context {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly grammar: Grammar;
  readonly relations: ReadonlyMap<string, Relation>;
  /** Concepts that the base has something to say of, alone and with a manner ("fulfil faithful"). */
  readonly known: ReadonlySet<string>;
  /** The day on which the sources were written, in days since 1970-01-01; null where it isn't known. */
  readonly reference: number | null;
  /** The ways in which a sentence orders two events in time. */
  readonly temporal: Temporal;
  /** The plainer ways to say a sentence. */
  readonly recasts: PatternBook<Recast>;
}
