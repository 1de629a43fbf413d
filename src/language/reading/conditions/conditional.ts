/** Sentences with a condition: what they say, and which only sound like one. */
import type { Gist, Proposition } from "../../../meaning.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import type { Node } from "../parse/tree.ts";
import type { Ordered, Part } from "../times/ordered.ts";
import { type ReadPart, readConditional } from "./conditions.ts";
import { splitsOf } from "./splits.ts";

/** "Once it is law, they can leave": what will be so at some time is no mere supposition. */
export function conditionalGist(units: readonly Unit[], gist: Gist, context: Context): Gist {
  const { ahead, supposed, temporal, needed, only, otherwise } = context.grammar.conditions;
  const words = units.map((u) => u.lower);
  const marks = [...ahead, ...supposed, ...needed, ...only, ...otherwise].filter((m) =>
    words.includes(m),
  );
  const telling = [...ahead, ...supposed.filter((m) => temporal.includes(m))];
  const tells = marks.length === 1 && marks.every((m) => telling.includes(m));
  return tells ? gist : { ...gist, blocked: true };
}

/** "It took effect before Chile ratified it": no condition, unlike "it must ratify before it takes effect". */
export function isPast({ propositions: [first] }: Ordered): boolean {
  if (!first || first.sign < 0) return false;
  return (
    first.mode === "done" || first.mode === "begun" || first.distances.some((d) => d.days !== null)
  );
}

/** "It was in effect before they came", "he signed once they agreed": told as past, it demands nothing. */
export function isDated(
  units: readonly Unit[],
  part: (some: readonly Unit[]) => Part,
  { grammar }: Context,
): boolean {
  if (!units.some((u) => grammar.conditions.dating.includes(u.lower))) return false;
  const root = part(units).nodes.find((n) => n.head === null);
  const past = (n: Node): boolean => n.xpos === "VBD" && ["aux", "cop"].includes(n.rel);
  return root !== undefined && (root.xpos === "VBD" || root.children.some(past));
}

/** What a sentence with a condition says; null where it has none. */
export function conditionalOf(
  units: readonly Unit[],
  part: (units: readonly Unit[]) => Part,
  context: Context,
): readonly Proposition[] | null {
  const read: ReadPart = (some) => {
    const { reads } = part(some);
    return {
      propositions: reads.flatMap((r) => (r.proposition ? [r.proposition] : [])),
      unread: reads.flatMap((r) => r.unread),
    };
  };
  for (const split of splitsOf(units, context)) {
    // "once he signs, it is official even if nobody ratifies it": the condition within says something.
    const inner =
      split.kind === "supposed" && !split.open ? conditionalOf(split.main, part, context) : null;
    if (inner && inner.length > 0) return inner;
    const found = readConditional(split, read, context);
    if (found) return found;
  }
  return null;
}
