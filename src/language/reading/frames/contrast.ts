/** Takes off what a statement is set against: "it was X, not Y, who left". */
import type { Unit } from "../../units/units.ts";
import { find, unitWords } from "./find.ts";
import type { Frames } from "./frames.ts";

/** A sentence without what it sets something off against. */
export interface Contrasted {
  readonly rest: readonly Unit[];
  /** The same with the contrast in its place, which is denied ("X, not Y, left": Y did not leave). */
  readonly denied: readonly Unit[] | null;
  /** Words of a contrast that fits no place. */
  readonly unplaced: readonly Unit[];
}

/** Takes off what somebody or something is contrasted with ("X, not Y"), and puts it in the other's place. */
export function contrastOf(
  units: readonly Unit[],
  frames: Frames,
  isNoun: (unit: Unit) => boolean,
): Contrasted {
  for (const { pattern } of frames.contrast.fitting(unitWords(units))) {
    const match = find(units, pattern, frames.closed);
    const other = match?.group("other");
    if (!match || !other || match.rest.length < 3) continue;
    const { rest } = match;
    // "Not just Y": Y as well.
    if (match.has("also")) return { rest, denied: null, unplaced: [] };
    const before = units.indexOf(other[0] as Unit);
    // "Article 5 rather than Article 6 of the code": the number is what differs.
    const of = other.findIndex((u, i) => u.lower === "of" && other[i - 1]?.quantity);
    const last = other.at(-1)?.lower === "one" ? other.findLast((u) => u.name) : undefined;
    const head = (of > 0 ? other[of - 1] : (last ?? other.at(-1))) as Unit;
    const tail = of > 0 ? other.slice(of) : [];
    const place = rest.findLastIndex((u) => units.indexOf(u) < before && isAlike(u, head, isNoun));
    const at = place >= 0 ? place : rest.findIndex((u) => isAlike(u, head, isNoun));
    // "Chile's army, and not Peru, attacked": it is in the place of the army.
    const from = units.indexOf(rest[at] as Unit);
    const owned =
      at >= 0 &&
      ["'s", "'"].includes(rest[at + 1]?.lower ?? "") &&
      units.indexOf(rest[at + 3] as Unit) > from + 3 &&
      !["'s", "'"].includes(units[before + other.length]?.lower ?? "");
    if (owned) {
      const start = rest[at - 1]?.lower === "the" ? at - 1 : at;
      const denied = [...rest.slice(0, start), ...other, ...rest.slice(at + 3)];
      return { rest, denied, unplaced: [] };
    }
    return at < 0
      ? { rest, denied: null, unplaced: other }
      : {
          rest: rest.flatMap((u, i) => (i === at ? [u, ...tail] : [u])),
          // What goes by one number goes by no other.
          denied: head.quantity?.kind === "label" ? null : instead(rest, at, head, other),
          unplaced: [],
        };
  }
  return { rest: units, denied: null, unplaced: [] };
}

/** A sentence with something else in a place: for the whole of what opens it, or for one word. */
function instead(
  units: readonly Unit[],
  at: number,
  head: Unit,
  other: readonly Unit[],
): readonly Unit[] {
  // "to the bad weather rather than to the rules": one for the other, preposition and all.
  const mark = other[0]?.lower ?? "";
  const from = PLACING.has(mark) ? units.slice(0, at).findLastIndex((u) => u.lower === mark) : -1;
  if (
    from > 0 &&
    at - from <= LONGEST_PHRASE &&
    !units.slice(from, at).some((u) => u.name || u.lower === ",")
  )
    return [...units.slice(0, from), ...other, ...units.slice(at + 1)];
  const opening = units.slice(0, at);
  const isOpening = opening.every(
    (u) => !u.name && !u.time && !u.quantity && !u.speech && !OPENING_ENDS.has(u.lower),
  );
  // "Costs of this kind, not the weather, …": the costs are no kind of weather.
  return isOpening && at <= LONGEST_OPENING && !units[at]?.name && !head.name
    ? [...other, ...units.slice(at + 1)]
    : units.map((u, i) => (i === at ? head : u));
}

/** Words that stand in no group of words before its noun. */
const OPENING_ENDS: ReadonlySet<string> = new Set([
  ...["of", "in", "on", "at", "by", "to", "for", "from", "with", "that", "which", "who", "what"],
  ...["it", "this", "there", "is", "was", "are", "were", "not", ",", ":", ";", "and", "or"],
]);
const LONGEST_OPENING = 3;
/** Prepositions that open what something is put in the place of. */
const PLACING: ReadonlySet<string> = new Set(["to", "by", "on", "in", "at", "from", "with"]);
const LONGEST_PHRASE = 6;

/** Can one stand where the other does: two names, two dates, two numbers, two nouns? */
function isAlike(a: Unit, b: Unit, isNoun: (unit: Unit) => boolean): boolean {
  if (a.name || b.name)
    return (
      a.name !== null &&
      b.name !== null &&
      (a.name.usage === "adjective") === (b.name.usage === "adjective")
    );
  if (a.time || b.time) return a.time !== null && b.time !== null;
  if (a.quantity || b.quantity) return a.quantity !== null && b.quantity !== null;
  return isNoun(a) && isNoun(b);
}
