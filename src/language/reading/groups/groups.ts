/**
 * Joins lists of names and counted classes into one participant each before the parse: "France and
 * the Benelux states", "no country other than Norway", "each of the five allies". The parser then
 * sees one noun, and how many are meant does not depend on its attachments.
 */
import type { Quantifier } from "../../../meaning.ts";
import { bareUnit, type Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { classAt, definiteAt, remaining } from "./class.ts";
import { listAt, namesAt } from "./list.ts";
import { phraseEnd } from "./words.ts";

/** What a joined unit stands for. */
export interface Group {
  /** Ids of the entities named; empty where only a class is named. */
  readonly members: readonly string[];
  /** Concept of the class ("country"); null where names alone stand. */
  readonly concept: string | null;
  readonly quantifier: Quantifier | null;
  /** Ids left out; "?" for one that "other" leaves unnamed. */
  readonly except: readonly string[];
  /** Ids of those named as examples. */
  readonly including?: readonly string[];
  /** Whose they are: "Chile's neighbours", "the allies of Chile". */
  readonly kin?: Kin | undefined;
  /** The word that stands for the whole to the parser. */
  readonly head: string;
  readonly plural: boolean;
}

/** A relation that each of a class has to somebody. */
export interface Kin {
  readonly concept: string;
  readonly of: string;
}

export interface FoundGroup {
  readonly group: Group;
  /** Index of the first unit behind it. */
  readonly to: number;
}

/** Joins the first of those whom a clause singles out ("the state that invaded Chile"), if any. */
export function joinDefinite(units: readonly Unit[], context: Context): Unit[] | null {
  for (const at of units.keys()) {
    const found = definiteAt(units, at, context);
    if (!found || isCounted(units, at, context)) continue;
    const rest = joinGroups(units.slice(found.to), context);
    return [...units.slice(0, at), merged(units.slice(at, found.to), found.group), ...rest];
  }
  return null;
}

/** "Some of the states that …": how many of them is said before. */
function isCounted(units: readonly Unit[], at: number, context: Context): boolean {
  if (units[at - 1]?.lower !== "of") return false;
  for (let from = at - 2; from >= Math.max(0, at - MOST_COUNTING); from--)
    if ((classAt(units, from, context)?.to ?? 0) > at) return true;
  return false;
}

const MOST_COUNTING = 4;

/** Joins every group of a sentence. */
export function joinGroups(units: readonly Unit[], context: Context): Unit[] {
  const closing = closingException(units, context);
  const all = joinFrom(closing ? units.slice(0, closing.at) : units, context);
  if (!closing) return all;
  const wholes = all.filter((u) => u.group && isWhole(u.group));
  const [whole] = wholes;
  if (!whole?.group || wholes.length > 1) return joinFrom(units, context);
  const { group } = leaving({ group: whole.group, to: 0 }, closing.except);
  return [...all.map((u) => (u === whole ? { ...u, group } : u)), ...units.slice(closing.to)];
}

/** Those from whom somebody can be left out. */
function isWhole({ quantifier, except }: Group): boolean {
  return (
    except.every((id) => id === "?") &&
    (quantifier?.kind === "all" || quantifier?.kind === "no" || quantifier?.kind === "count")
  );
}

/** "All five left except Norway": said at the end, of the participant before. */
function closingException(units: readonly Unit[], context: Context): Exception | null {
  for (let at = 2; at < units.length - 1; at++) {
    const begin = phraseEnd(units, at, context.grammar.groups.except);
    const names = begin > 0 ? namesAt(units, begin, context) : null;
    if (!names || units.slice(names.to).some((u) => !/^[.!?]$/u.test(u.form))) continue;
    return { except: names.ids, at: units[at - 1]?.lower === "," ? at - 1 : at, to: names.to };
  }
  return null;
}

function joinFrom(units: readonly Unit[], context: Context): Unit[] {
  const out: Unit[] = [];
  const opening = openingException(units, context);
  for (let at = opening ? opening.to : 0; at < units.length; ) {
    const unit = units[at] as Unit;
    if (floats(units, at, context) || floatsBehind(out.at(-1), units, at, context)) {
      at++;
      continue;
    }
    const whole =
      classAt(units, at, context) ??
      listAt(units, at, context) ??
      (opening?.at === at ? groupNameAt(units, at, context) : null);
    const found = whole && opening?.at === at ? leaving(whole, opening.except) : whole;
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

/** "They are both members": it belongs to the subject, which has been counted. */
function floats(units: readonly Unit[], at: number, { grammar }: Context): boolean {
  return (
    at > 1 &&
    grammar.groups.floating.includes(units[at]?.lower ?? "") &&
    grammar["question-auxiliaries"].be.includes(units[at - 1]?.lower ?? "") &&
    (units[at + 1]?.classed || units[at + 1]?.name != null)
  );
}

/** "Peru, Chile and Japan all left": those before have been named, and a verb follows. */
function floatsBehind(
  before: Unit | undefined,
  units: readonly Unit[],
  at: number,
  { grammar }: Context,
): boolean {
  const next = units[at + 1];
  return (
    (before?.group?.members.length ?? 0) > 1 &&
    grammar.groups.floating.includes(units[at]?.lower ?? "") &&
    next !== undefined &&
    /^\p{L}/u.test(next.form) &&
    !grammar.determiners.includes(next.lower) &&
    next.lower !== "of" &&
    next.name === null
  );
}

interface Exception {
  readonly except: readonly string[];
  /** Where what they are left out of begins. */
  readonly at: number;
  readonly to: number;
}

/** "Besides Norway, only …", "With the exception of Belgium, all …": said of the participant that follows. */
function openingException(units: readonly Unit[], context: Context): Exception | null {
  const begin = phraseEnd(units, 0, context.grammar.groups.except);
  const names = begin > 0 ? namesAt(units, begin, context) : null;
  if (!names) return null;
  const at = units[names.to]?.lower === "," ? names.to + 1 : names.to;
  const next = classAt(units, at, context) ?? groupNameAt(units, at, context);
  return next && (next.group.quantifier !== null || next.group.members.length > 1)
    ? { except: names.ids, at, to: at }
    : null;
}

/** The name of a group by itself: "the Benelux states". */
function groupNameAt(units: readonly Unit[], at: number, context: Context): FoundGroup | null {
  const names = namesAt(units, at, context);
  if (!names || names.count > 1 || names.ids.length < 2) return null;
  return {
    group: {
      members: names.ids,
      concept: null,
      quantifier: { kind: "all" },
      except: [],
      head: names.last,
      plural: true,
    },
    to: names.to,
  };
}

function leaving({ group, to }: FoundGroup, except: readonly string[]): FoundGroup {
  // "Besides Norway, two others, Peru and Chile, left": Norway is none of these.
  if (group.concept === null && !except.some((id) => group.members.includes(id)))
    return { group, to };
  const quantifier = remaining(group.quantifier ?? { kind: "all" }, except.length);
  return {
    group: {
      ...group,
      quantifier,
      except: [...group.except.filter((id) => id !== "?"), ...except],
    },
    to,
  };
}

function merged(units: readonly Unit[], group: Group): Unit {
  const first = units[0] as Unit;
  const form = units.map((u) => u.form).join(" ");
  const { from } = first;
  return { ...bareUnit(form, { from, to: units.at(-1)?.to ?? first.to }), group };
}
