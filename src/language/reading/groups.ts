/**
 * Joins lists of names and counted classes into one participant each before the parse: "Poland and
 * the Baltic states", "no country other than Ukraine", "each of the five allies". The parser then
 * sees one noun, and how many are meant does not depend on its attachments.
 */
import type { Quantifier } from "../../meaning.ts";
import type { Unit } from "../units/units.ts";
import type { Context } from "./context.ts";
import { classAt } from "./group-class.ts";
import { listAt } from "./group-list.ts";

/** What a joined unit stands for. */
export interface Group {
  /** Ids of the entities named; empty where only a class is named. */
  readonly members: readonly string[];
  /** Concept of the class ("country"); null where names alone stand. */
  readonly concept: string | null;
  readonly quantifier: Quantifier | null;
  /** Ids left out; "?" for one that "other" leaves unnamed. */
  readonly except: readonly string[];
  /** The word that stands for the whole to the parser. */
  readonly head: string;
  readonly plural: boolean;
}

export interface FoundGroup {
  readonly group: Group;
  /** Index of the first unit behind it. */
  readonly to: number;
}

/** Joins every group of a sentence. */
export function joinGroups(units: readonly Unit[], context: Context): Unit[] {
  const out: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    const unit = units[at] as Unit;
    const found = classAt(units, at, context) ?? listAt(units, at, context);
    if (!found) {
      out.push(unit);
      at++;
      continue;
    }
    out.push(merged(units.slice(at, found.to), found.group));
    at = found.to;
  }
  return out;
}

function merged(units: readonly Unit[], group: Group): Unit {
  const first = units[0] as Unit;
  const form = units.map((u) => u.form).join(" ");
  return { ...first, form, lower: form.toLowerCase(), to: units.at(-1)?.to ?? first.to, name: null, time: null, quantity: null, speech: false, classed: false, senses: [], group };
}
