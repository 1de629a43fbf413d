import type { Quantifier } from "../../../meaning.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import type { FoundGroup } from "./groups.ts";
import { namedAt, phraseEnd, sortOf } from "./words.ts";

/** Names in a row. */
export interface Names {
  readonly ids: readonly string[];
  readonly to: number;
  readonly count: number;
  readonly disjunction: boolean;
  readonly last: string;
}

/**
 * Reads "France, Spain and the three Benelux states"; a list needs a conjunction before its last
 * name, else a comma may divide clauses ("unlike Chile, Norway …"), unless it is `enclosed`.
 */
export function namesAt(
  units: readonly Unit[],
  at: number,
  context: Context,
  enclosed = false,
): Names | null {
  const { grammar } = context;
  const ids: string[] = [];
  let to = at;
  let count = 0;
  let joined = false;
  let comma = false;
  let disjunction = false;
  let sort: string | null = null;
  let last = "";
  let closing = false;
  for (let next = at; ; ) {
    const start = elementStart(units, next, context);
    const named = namedAt(units, start, context);
    if (!named) break;
    const kind = sortOf(named[0] ?? "", context);
    if (sort !== null && sort !== kind) break;
    sort = kind;
    ids.push(...named);
    last = units[start]?.form ?? "";
    count++;
    to = start + 1;
    if (joined && !comma) break;
    let link = to;
    const hasComma = units[link]?.lower === ",";
    if (hasComma) link++;
    const linkEnd = phraseEnd(units, link, grammar.groups.links);
    if (linkEnd > 0) {
      // "France, along with Spain, is …": the second comma belongs to the list.
      closing = hasComma && !["and", "or", "nor"].includes(units[link]?.lower ?? "");
      joined = true;
      comma = false;
      disjunction = grammar.groups.disjunction.includes(units[link]?.lower ?? "");
      next = linkEnd;
    } else if (hasComma && !joined) {
      comma = true;
      next = link;
    } else break;
  }
  if (count === 0) return null;
  if (count > 1 && !joined && !enclosed) {
    const first = namedAt(units, elementStart(units, at, context), context) ?? [];
    return {
      ids: first,
      to: elementStart(units, at, context) + 1,
      count: 1,
      disjunction: false,
      last,
    };
  }
  if (closing && count > 1 && !enclosed && units[to]?.lower === ",") to++;
  return { ids, to, count, disjunction, last };
}

/** "the three Benelux states", "all three Benelux states": the name begins behind article and number. */
function elementStart(units: readonly Unit[], at: number, context: Context): number {
  let start = at;
  while (
    start < at + 3 &&
    (context.grammar.determiners.includes(units[start]?.lower ?? "") ||
      units[start]?.lower === "all" ||
      units[start]?.lower === "both" ||
      (units[start]?.quantity?.kind === "cardinal" && namedAt(units, start + 1, context)?.length))
  )
    start++;
  return start;
}

/** A list of two and more names. "Neither", "both" and the like before it are read with classes. */
export function listAt(units: readonly Unit[], at: number, context: Context): FoundGroup | null {
  const names = namesAt(units, at, context);
  if (!names || names.count < 2) return null;
  if (dividesClauses(units, at, names, context)) return null;
  const quantifier: Quantifier | null = names.disjunction ? { kind: "some" } : null;
  return {
    group: {
      members: names.ids,
      concept: null,
      quantifier,
      except: [],
      head: names.last,
      plural: true,
    },
    to: names.to,
  };
}

/** "… against Norway and France is leaving": a singular verb takes the last name for itself. */
function dividesClauses(
  units: readonly Unit[],
  at: number,
  names: Names,
  context: Context,
): boolean {
  if (names.disjunction || names.count > 2 || at === 0) return false;
  const before = units[at - 1]?.lower ?? "";
  if (before === "between" || before === "," || before === "that") return false;
  return (
    context.grammar.groups.singular.includes(units[names.to]?.lower ?? "") &&
    units[names.to - 2]?.lower === "and"
  );
}
