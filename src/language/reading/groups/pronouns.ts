/** Everybody, nobody and somebody else, and all but those named. */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import type { FoundGroup } from "./groups.ts";
import { namesAt } from "./list.ts";
import { tailAt } from "./tail.ts";
import { phraseEnd } from "./words.ts";

/** "nobody else", "no one other than Nelson", "others": no noun follows. */
export function pronounAt(units: readonly Unit[], at: number, context: Context): FoundGroup | null {
  const { groups } = context.grammar;
  for (const [kind, phrases] of [
    ["no", groups.nobody],
    ["all", groups.everybody],
    ["some", groups.somebody],
  ] as const) {
    const end = phraseEnd(units, at, phrases);
    if (end < 0 || units[end]?.classed || units[end]?.name || units[end]?.quantity) continue;
    const text = units
      .slice(at, end)
      .map((u) => u.lower)
      .join(" ");
    const others = groups.else.some((word) => text.split(" ").includes(word));
    const tail = tailAt(units, end, context, true);
    // "nobody" by itself is read as a negation, without a class.
    if (!others && (!tail || tail.except.length === 0)) return null;
    const except = tail && tail.except.length > 0 ? tail.except : ["?"];
    return {
      group: {
        members: [],
        concept: "*",
        quantifier: { kind },
        except,
        head: "others",
        plural: true,
      },
      to: tail && tail.except.length > 0 ? tail.to : end,
    };
  }
  return null;
}

/** "All but Chile": everybody else. */
export function allButAt(units: readonly Unit[], at: number, context: Context): FoundGroup | null {
  const end = phraseEnd(units, at, context.grammar.groups["all-but"]);
  const names = end > 0 ? namesAt(units, end, context) : null;
  return (
    names && {
      group: {
        members: [],
        concept: "*",
        quantifier: { kind: "all" },
        except: names.ids,
        head: "others",
        plural: true,
      },
      to: names.to,
    }
  );
}
