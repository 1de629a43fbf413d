import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";

const LONGEST = 8;

/** The longest of the phrases that stands at a unit: the index behind it, or -1. */
export function phraseEnd(units: readonly Unit[], at: number, phrases: readonly string[]): number {
  let text = "";
  let end = -1;
  for (let i = at; i < Math.min(units.length, at + LONGEST); i++) {
    text += `${i > at ? " " : ""}${units[i]?.lower ?? ""}`;
    if (phrases.includes(text)) end = i + 1;
  }
  return end;
}

/** The entities that one name stands for, or null: only those who act can be listed or counted. */
export function namedAt(
  units: readonly Unit[],
  at: number,
  context: Context,
): readonly string[] | null {
  const name = units[at]?.name;
  if (!name || name.usage === "adjective") return null;
  const known = context.gazetteer.entities.get(name.id);
  if (!known || !AGENTS.has(known.kind)) return null;
  return known.members.length > 0 ? known.members : [known.id];
}

const AGENTS = new Set(["state", "group", "person", "body", "group-of-people", "organisation"]);

/** States go with states, people and bodies with each other. */
export function sortOf(id: string, context: Context): string {
  const kind = context.gazetteer.entities.get(id)?.kind ?? "";
  return kind === "state" || kind === "group" ? "state" : "agent";
}
