/** Splits sentences at their condition. */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";

/** A sentence of two parts, one the condition of the other. */
export interface Conditional {
  readonly kind: "needed" | "only" | "supposed" | "otherwise" | "denied";
  /** "unless": what follows may never come. */
  readonly open: boolean;
  /** "when": it is a condition only if it lies ahead. */
  readonly ahead?: boolean;
  readonly main: readonly Unit[];
  readonly condition: readonly Unit[];
}

/** A preposition that the lexicon has in a phrase ("without ratification") stands by itself here. */
function detach(units: readonly Unit[], context: Context): readonly Unit[] {
  const { needed, only } = context.grammar.conditions;
  return units.flatMap((unit) => {
    const marker = [...only, ...needed].find((m) => unit.lower.startsWith(`${m} `));
    if (marker === undefined || unit.name || unit.time || unit.quantity) return [unit];
    const rest = unit.form.slice(marker.length + 1);
    return [
      { ...unit, form: unit.form.slice(0, marker.length), lower: marker, senses: [] },
      { ...unit, form: rest, lower: rest.toLowerCase(), senses: [] },
    ];
  });
}

/** The ways to split a sentence at its condition: in front, up to a comma or an inverted verb, or at the end. */
export function* splitsOf(units: readonly Unit[], context: Context): Generator<Conditional> {
  const detached = detach(units, context);
  const plain = splitFront(detached, context) ?? splitBack(detached, context);
  if (plain) yield plain;
  else yield* splitsWithoutComma(detached, context);
}

/** "Without ratification the exit is not official": the clause begins with some noun phrase. */
function* splitsWithoutComma(units: readonly Unit[], context: Context): Generator<Conditional> {
  const found = markerAt(units, 0, context);
  if (!found || found.kind === "otherwise" || found.kind === "denied") return;
  for (let at = found.length + 1; at < units.length - 2; at++) {
    const [unit, before] = [units[at], units[at - 1]];
    const opens =
      unit &&
      (unit.name !== null ||
        context.grammar.conditions.subjects.includes(unit.lower) ||
        context.grammar.determiners.includes(unit.lower));
    const inside =
      before &&
      (context.grammar.determiners.includes(before.lower) ||
        /^(?:of|by|to|from|in|on|with|for|and|or|at)$/u.test(before.lower));
    if (opens && !inside)
      yield {
        kind: found.kind,
        open: found.open,
        main: units.slice(at),
        condition: units.slice(found.length, at),
      };
  }
}

function splitFront(units: readonly Unit[], context: Context): Conditional | null {
  const supposing =
    units[0] && context.grammar.conditions.inverted.includes(units[0].lower)
      ? ({ kind: "supposed", length: 1, open: true, ahead: false } as const)
      : null;
  const found = supposing ?? markerAt(units, 0, context);
  if (!found || found.kind === "otherwise") return null;
  const comma = units.findIndex((u, i) => i > found.length && u.lower === ",");
  const inverted =
    found.kind === "supposed"
      ? -1
      : units.findIndex(
          (u, i) =>
            i > found.length + 1 &&
            context.grammar.conditions.auxiliaries.includes(u.lower) &&
            isInversion(units, i),
        );
  const at = inverted > 0 && (comma < 0 || found.kind === "only") ? inverted : comma;
  if (at < 0) return null;
  const main = units.slice(units[at]?.lower === "," ? at + 1 : at);
  const condition = units.slice(found.length, at);
  return main.length < 2 || condition.length < 1
    ? null
    : {
        kind: found.kind,
        open: found.open,
        ...(found.ahead ? { ahead: true } : {}),
        main: uninvert(main, context),
        condition,
      };
}

/** "… does the decision become official": the auxiliary stands before its subject. */
function isInversion(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  return (
    next !== undefined &&
    (next.name !== null || ["the", "a", "its", "this", "that", "any", "it"].includes(next.lower))
  );
}

/** Puts an inverted auxiliary behind the subject, so that the parser meets plain order. */
function uninvert(main: readonly Unit[], { grammar }: Context): readonly Unit[] {
  const first = main[0];
  if (!first || !grammar.conditions.auxiliaries.includes(first.lower) || !isInversion(main, 0))
    return main;
  if (["does", "do", "did"].includes(first.lower)) return main.slice(1);
  const subject = main[1]?.name || main[1]?.lower === "it" ? 2 : 3;
  return [...main.slice(1, subject), first, ...main.slice(subject)];
}

function splitBack(units: readonly Unit[], context: Context): Conditional | null {
  for (let at = 2; at < units.length - 1; at++) {
    const found = markerAt(units, at, context);
    if (!found || (found.kind === "otherwise" && units[at - 1]?.lower !== ",")) continue;
    const condition = units.slice(at + found.length).filter((u) => !/^[.!]$/u.test(u.lower));
    const end = units[at - 1]?.lower === "," ? at - 1 : at;
    if (condition.length > 0)
      return {
        kind: found.kind,
        open: found.open,
        ...(found.ahead ? { ahead: true } : {}),
        main: units.slice(0, end),
        condition,
      };
  }
  return null;
}

/** The conjunction or preposition that begins at a word, the longest first. */
function markerAt(
  units: readonly Unit[],
  at: number,
  context: Context,
): { kind: Conditional["kind"]; length: number; open: boolean; ahead?: boolean } | null {
  const words = context.grammar.conditions;
  if (words.ahead.includes(units[at]?.lower ?? ""))
    return { kind: "supposed", length: 1, open: false, ahead: true };
  for (const kind of [
    "only",
    "needed",
    "otherwise",
    "supposed",
    ...(at === 0 ? (["denied"] as const) : []),
  ] as const) {
    for (const marker of words[kind]) {
      const parts = marker.split(" ");
      // A phrase of the lexicon may have joined some of them.
      let text = "";
      for (let length = 1; length <= parts.length && at + length <= units.length; length++) {
        text = `${text} ${units[at + length - 1]?.lower ?? ""}`.trim();
        if (text === marker) return { kind, length, open: !words.temporal.includes(marker) };
      }
    }
  }
  return null;
}
