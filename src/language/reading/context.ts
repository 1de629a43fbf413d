import type { Relation } from "../../base/types.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Gazetteer } from "../units/gazetteer.ts";
import type { Grammar } from "./grammar.ts";

/** What the reading of a sentence draws on. */
export interface Context {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly grammar: Grammar;
  readonly relations: ReadonlyMap<string, Relation>;
}
