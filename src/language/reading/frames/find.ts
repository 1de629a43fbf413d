/** Finds the pattern of a frame in a sentence. */
import { type Pattern, wordsIn } from "../../patterns.ts";
import type { Unit } from "../../units/units.ts";

const namedWords = new WeakMap<Pattern, ReadonlySet<string>>();

/** The words that a pattern itself names stand for themselves in it, whatever else they are. */
export function wordsOf(pattern: Pattern, closed: ReadonlySet<string>): ReadonlySet<string> {
  const known = namedWords.get(pattern);
  if (known) return known;
  const all = new Set([
    ...closed,
    ...(pattern.source.replace(/\(\?<\w+>/gu, "(").match(/[a-z]{3,}(?:_[a-z]+)*/gu) ?? []).flatMap(
      (word) => [word, ...word.split("_")],
    ),
  ]);
  namedWords.set(pattern, all);
  return all;
}

interface Match {
  readonly rest: readonly Unit[];
  has(group: string): boolean;
  group(name: string): readonly Unit[] | null;
}

export function find(
  units: readonly Unit[],
  pattern: Pattern,
  closed: ReadonlySet<string>,
): Match | null {
  const slots = units.map((unit) => slotOf(unit, closed));
  const text = slots.map((s) => `${s} `).join("");
  const match = pattern.exec(text);
  const ranges = match?.indices?.groups;
  if (!match || !ranges) return null;
  // Character offsets to unit indexes: each unit ends with one blank.
  const unitAt = (offset: number): number => text.slice(0, offset).split(" ").length - 1;
  const range = (name: string): [number, number] | null => {
    const found = ranges[name];
    return found ? [unitAt(found[0]), unitAt(found[1])] : null;
  };
  const dropped = ["drop", "drop2"].flatMap((name) => {
    const r = range(name);
    return r ? [r] : [];
  });
  const rest = units.filter((_, i) => !dropped.some(([from, to]) => i >= from && i < to));
  return {
    rest,
    has: (name) => ranges[name] !== undefined,
    group: (name) => {
      const r = range(name);
      return r ? units.slice(r[0], r[1]) : null;
    },
  };
}

const NONE: ReadonlySet<string> = new Set();
const wordsOfUnits = new WeakMap<readonly Unit[], ReadonlySet<string>>();

/** The words of a statement; all its frames ask for them. */
export function unitWords(units: readonly Unit[]): ReadonlySet<string> {
  const known =
    wordsOfUnits.get(units) ?? wordsIn(units.flatMap((unit) => [unit.lower, slotOf(unit, NONE)]));
  wordsOfUnits.set(units, known);
  return known;
}

function slotOf(unit: Unit, closed: ReadonlySet<string>): string {
  const phrase = unit.lower.replaceAll(" ", "_");
  if (closed.has(unit.lower)) return unit.lower;
  if (phrase.includes("_") && closed.has(phrase)) return phrase;
  if (unit.name) return unit.name.usage === "adjective" ? "<A>" : "<E>";
  if (unit.time) return "<T>";
  if (unit.quantity) return "<Q>";
  if (unit.senses.length > 0 && unit.senses.every((s) => s.sense.kind === "filler")) return "<F>";
  if (unit.speech) return "<S>";
  if (unit.classed) return "<W>";
  return phrase;
}
