/** Who speaks, of the words that a frame gives for them. */
import type { Speaker } from "../../../meaning.ts";
import type { Sense } from "../../lexicon/types.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { HEAD_ENDS } from "../parse/verbs.ts";

/** The speaker of a statement out of its frames, and whether others may be of the same view. */
export function speakerOf(
  {
    speaker,
    saying,
  }: { readonly speaker: readonly Unit[] | null; readonly saying: readonly Unit[] },
  context: Context,
): Speaker | null {
  const found = speaker && speakerFrom(speaker, context);
  if (!found || !speaker) return null;
  if (isCounted(speaker, found.term, context)) return { ...found, shared: "part" };
  return saying.some((u) => sharesView(u.lower, context)) ? { ...found, shared: "view" } : found;
}

/** "agreed that …": the view is another's as well. */
export function sharesView(verb: string, { grammar }: Context): boolean {
  return new RegExp(grammar.sharing, "u").test(verb);
}

/** "Most Chileans say": how many of a people do is told by nobody who speaks for it. */
function isCounted(units: readonly Unit[], term: Speaker["term"], { grammar }: Context): boolean {
  return (
    term.kind === "entity" &&
    term.type === "state" &&
    units.some((u) => u.quantity !== null || grammar.counting.includes(u.lower))
  );
}

/** The speaker that a frame names; "the Norwegian ministry" is another than the base's ministry. */
export function speakerFrom(units: readonly Unit[], context: Context): Speaker | null {
  const text = units.map((u) => u.form).join(" ");
  const names = units.flatMap((u) => (u.name ? [u.name] : []));
  const main =
    names.find(
      (n) => n.usage === "name" && context.gazetteer.entities.get(n.id)?.kind !== "state",
    ) ?? names[0];
  if (main) {
    const known = context.gazetteer.entities.get(main.id);
    if (!known || !["person", "body", "state", "group", "group-of-people"].includes(known.kind))
      return null;
    // "According to Smith Chileans fought, never …": who stands beside the speaker begins what is said.
    const beside = units[units.findIndex((u) => u.name === main) + 1]?.name;
    if (beside?.usage === "name" && context.gazetteer.entities.get(beside.id)?.kind === "state")
      return null;
    const owner = names.find(
      (n) => n !== main && context.gazetteer.entities.get(n.id)?.kind === "state",
    );
    const foreign = owner && known?.of && known.of !== owner.id;
    const office = units.find((u) => u.classed);
    if (office && known?.kind === "state") {
      const concept = firstClass(office, context);
      // "citing Danish aggression": who is named doesn't speak there.
      if (concept && !canSpeak(concept, context)) return null;
      if (concept)
        return {
          term: { kind: "entity", id: `office:${concept}@${main.id}`, type: "person" },
          text,
          denied: false,
        };
    }
    return {
      term: {
        kind: "entity",
        id: foreign ? `${main.id}@${owner.id}` : main.id,
        type: known?.kind ?? "",
      },
      text,
      denied: false,
    };
  }
  // The head of the phrase is the last noun before what modifies it from behind.
  const end = units.findIndex((u, i) => i > 0 && HEAD_ENDS.test(u.lower));
  const phrase = units.slice(0, end < 0 ? undefined : end);
  const held = phrase.flatMap((u) => officeOf(u, context) ?? []).at(-1);
  const heads = phrase.flatMap((u) => firstClass(u, context) ?? []);
  const concept = heads.at(-1);
  // "According to the king": one of another office than the source's speaker.
  if (held && held.concept === concept && names.length === 0)
    return {
      term: { kind: "entity", id: `office:${held.concept}`, type: held.of },
      text,
      denied: false,
    };
  if (concept !== undefined && canSpeak(concept, context))
    return { term: { kind: "class", concept }, text, denied: false };
  return null;
}

/** People and bodies speak, situations don't. */
function canSpeak(concept: string, context: Context): boolean {
  if (context.grammar.speakers.includes(concept)) return true;
  const parent = context.lexicon.parents.get(concept);
  return parent !== undefined && canSpeak(parent, context);
}

/** The office that a unit names. */
function officeOf(
  unit: Unit,
  context: Context,
): { readonly concept: string; readonly of: string } | null {
  const [first] = nounSenses(unit, context);
  return first?.kind === "office" ? first : null;
}

function firstClass(unit: Unit, context: Context): string | null {
  for (const sense of nounSenses(unit, context))
    if (sense.kind === "class" || sense.kind === "office") return sense.concept;
  return null;
}

function nounSenses(unit: Unit, { lexicon }: Context): readonly Sense[] {
  return unit.senses.length > 0
    ? unit.senses.map((s) => s.sense)
    : (lexicon.words.n.get(unit.lower) ?? []);
}
