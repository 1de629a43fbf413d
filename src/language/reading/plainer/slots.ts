/** What patterns of recasts see of a sentence: a slot for each unit. */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";

const ACTORS = new Set(["state", "group", "person", "body", "group-of-people", "organisation"]);

interface Slot {
  /** What stands for the unit in the text that patterns are matched against. */
  readonly text: string;
  /** A word that a pattern names stands for itself; a name, a date or a closed word is always the slot's text. */
  readonly fixed: boolean;
}

/** "The only European state": here what could be a verb of saying is a noun. */
function opensNoun(unit: Unit | undefined, { grammar, lexicon }: Context): boolean {
  if (!unit) return false;
  const { besides, else: others, continents } = grammar.groups;
  return (
    unit.name?.usage === "adjective" ||
    unit.quantity !== null ||
    (lexicon.words.a.get(unit.lower)?.some((s) => s.kind === "quality") ?? false) ||
    grammar.determiners.includes(unit.lower) ||
    [...grammar.only, ...besides, ...others, ...Object.keys(continents)].includes(unit.lower)
  );
}

/** "Moving" is a form of the verb, though a move is a thing. */
function isVerbForm(unit: Unit, { lexicon }: Context): boolean {
  if (!/^[a-z]+ing(?: |$)/u.test(unit.lower)) return false;
  if (unit.senses.length > 0) return unit.senses.every((s) => s.pos !== "n");
  const senses = lexicon.words.n.get(unit.lower) ?? [];
  return !senses.some((s) => s.kind === "class" || s.kind === "office");
}

/** "ratification", "a withdrawal": a noun for something that is done or happens. */
function namesEvent(unit: Unit, { lexicon }: Context): boolean {
  if (/ing(?: |$)/u.test(unit.lower)) return false;
  const senses =
    unit.senses.length > 0
      ? unit.senses.flatMap((s) => (s.pos === "n" ? [s.sense] : []))
      : (lexicon.words.n.get(unit.lower) ?? []);
  return senses.some((s) => s.kind === "event");
}

export function slotOf(
  unit: Unit,
  before: Unit | undefined,
  closed: ReadonlySet<string>,
  context: Context,
): Slot {
  const fixed = (text: string): Slot => ({ text, fixed: true });
  if (closed.has(unit.lower)) return fixed(unit.lower);
  const name = unit.name;
  if (name) {
    if (name.usage === "adjective") return fixed("<A>");
    const kind = context.gazetteer.entities.get(name.id)?.kind ?? "";
    return fixed(ACTORS.has(kind) ? `<P=${kind}>` : `<E=${kind}>`);
  }
  if (unit.time) return fixed(unit.time.within ? "<T=own>" : "<T>");
  const free = (text: string): Slot => ({ text, fixed: false });
  if (unit.quantity) {
    const one = unit.quantity.kind === "cardinal" && unit.quantity.value === 1;
    return free(one && unit.lower === "one" ? "one" : "<Q>");
  }
  const noun = !unit.speech || unit.lower.endsWith("s") || opensNoun(before, context);
  if (unit.classed && noun && !isVerbForm(unit, context)) return free("<W>");
  if (unit.speech) return free("<S>");
  return free(namesEvent(unit, context) ? "<N>" : wordOf(unit));
}

export function wordOf(unit: Unit): string {
  return unit.lower.replaceAll(" ", "_");
}
