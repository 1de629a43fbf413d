import { withOwners } from "../../../owners.ts";
import { bareUnit, type Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { asideAt } from "./relatives.ts";

/** A statement without its titles and appositions, and what these say of whom. */
export interface Unapposed {
  readonly units: readonly Unit[];
  /** Each a clause of its own ("the bishop is a Frenchman"), where it isn't true by the name. */
  readonly asides: readonly (readonly Unit[])[];
}

const MOST_WORDS = 14;

/** "It bans drones, which often fall on people". */
function isBarePlural({ form }: Unit, before: Unit | undefined): boolean {
  return /[^s]s$/u.test(form) && !/^(?:such|these|those|some|any|no)$/u.test(before?.lower ?? "");
}

/**
 * Takes titles and appositions off names: "the deputy Smith", "Smith, a deputy of the Diet, …".
 * What the name's own description holds ("the Danish king Christian") adds nothing; all else is a
 * claim of its own, and so is a clause that only adds something ("Smith, who left in May, …").
 */
export function unappose(
  units: readonly Unit[],
  tagsOf: (units: readonly Unit[]) => readonly string[],
  context: Context,
): Unapposed {
  if (!units.some((unit) => unit.name?.usage === "name")) return { units, asides: [] };
  const tags = tagsOf(units);
  let rest = units.map((unit, at) => ({ unit, tag: tags[at] ?? "" }));
  const asides: (readonly Unit[])[] = [];
  for (let at = 0; at < rest.length; at++) {
    const bearer = rest[at]?.unit;
    if (!bearer?.name) continue;
    const relative = asideAt(
      rest.map((r) => r.unit),
      rest.map((r) => r.tag),
      at,
      context,
    );
    const article = bearer.name.weak ? rest[at - 1]?.unit : undefined;
    // "a separate treaty, to which …": one that the name doesn't stand for.
    const before = rest[at - 1];
    const isSome = before?.unit.lower !== "the" && ["ADJ", "DET"].includes(before?.tag ?? "");
    if (
      relative &&
      !isSome &&
      bearer.name.usage === "name" &&
      (!bearer.name.weak || article?.lower === "the" || isBarePlural(bearer, rest[at - 1]?.unit))
    ) {
      const { noun, clause, end, place } = relative;
      const subject = article?.lower === "the" ? [article, bearer] : [bearer];
      asides.push([...clause.slice(0, place), ...subject, ...clause.slice(place)]);
      if (noun.length > 0 && !isKnownOf(bearer, noun, context))
        asides.push([...subject, copula(bearer), ...noun]);
      const closing = rest[end]?.unit.form === "," ? 1 : 0;
      rest = [...rest.slice(0, at + 1), ...rest.slice(end + closing)];
    }
    if (!isBearer(bearer, context)) continue;
    const person = context.gazetteer.entities.get(bearer.name.id)?.kind === "person";
    // "Spain, a kingdom, …", but "Spain, France and Portugal".
    if (!person && rest[at + 2]?.tag !== "DET") continue;
    const end = endOfApposition(
      rest.map((r) => r.unit),
      rest.map((r) => r.tag),
      at,
      context,
    );
    if (end !== null) {
      const said = rest.slice(at + 2, end).map((r) => r.unit);
      for (const part of divided(said, context))
        if (!isKnownOf(bearer, part, context)) asides.push([bearer, copula(bearer), ...part]);
      const closing = rest[end]?.unit.form === "," ? 1 : 0;
      rest = [...rest.slice(0, at + 1), ...rest.slice(end + closing)];
    }
    const begin = !person
      ? null
      : beginOfTitle(
          rest.map((r) => r.unit),
          at,
          context,
        );
    if (begin !== null) {
      const said = rest
        .slice(begin, at)
        .map((r) => r.unit)
        .filter((u) => u.form !== ",");
      if (!isKnownOf(bearer, said, context)) asides.push([bearer, copula(bearer), ...said]);
      rest = [...rest.slice(0, begin), ...rest.slice(at)];
      at = begin;
    }
  }
  return { units: rest.map((r) => r.unit), asides };
}

/** "An ally of Spain and a neighbour of France": each with its own object is said by itself. */
function divided(said: readonly Unit[], context: Context): (readonly Unit[])[] {
  const at = said.findIndex(
    (unit, i) =>
      unit.lower === "and" &&
      said.slice(0, i).some((u) => u.name) &&
      headOf(said, i + 1, said.length, context) !== null,
  );
  return at < 0 ? [said] : [said.slice(0, at), ...divided(said.slice(at + 1), context)];
}

/** Somebody or something by its own name. */
function isBearer(unit: Unit, context: Context): boolean {
  if (unit.name?.usage !== "name" || unit.name.weak) return false;
  return (context.gazetteer.entities.get(unit.name.id)?.members.length ?? 0) === 0;
}

/** What a noun phrase can begin with. */
const OPENINGS = new Set(["DET", "NOUN", "PROPN", "ADJ", "NUM"]);

/** Where an apposition behind a name ends (its closing comma or the end), if there is one. */
function endOfApposition(
  units: readonly Unit[],
  tags: readonly string[],
  at: number,
  context: Context,
): number | null {
  if (units[at + 1]?.form !== ",") return null;
  const begin = at + 2;
  let end = begin;
  while (end < units.length && !/^[,.;:!?]$/u.test(units[end]?.form ?? "")) end++;
  if (end === begin || end - begin > MOST_WORDS) return null;
  // "…, all of which border Chile, …": a clause, though its verb may be taken for a noun.
  if (units.slice(begin, end).some((u) => /^(?:which|whom)$/u.test(u.lower))) return null;
  if (
    tags.slice(begin, end).some((tag) => tag === "VERB" || tag === "AUX") ||
    !OPENINGS.has(tags[begin] ?? "")
  )
    return null;
  if (
    units
      .slice(begin, end)
      .some((unit) => [...context.grammar.negations, ...context.grammar.only].includes(unit.lower))
  )
    return null;
  const head = headOf(units, begin, end, context);
  if (head === null) return null;
  // "Like Spain, the three others …": several are no one.
  if (units.slice(begin, head).some((u) => u.quantity?.kind === "cardinal" && u.quantity.lo > 1))
    return null;
  const next = units[end + 1]?.lower;
  if (units[end]?.form === "," && (next === "and" || next === "or")) return null;
  return end;
}

/** The noun that an apposition is about: behind determiners and adjectives, before any preposition. */
function headOf(
  units: readonly Unit[],
  begin: number,
  end: number,
  context: Context,
): number | null {
  for (let at = begin; at < end && at < begin + 5; at++) {
    const unit = units[at];
    if (!unit) return null;
    if (unit.classed || (unit.name?.weak ?? false)) return at;
    const modifier =
      context.grammar.determiners.includes(unit.lower) ||
      unit.name !== null ||
      unit.lower === "'s" ||
      unit.senses.length > 0 ||
      /^\p{L}+$/u.test(unit.form);
    if (!modifier || context.grammar.under.includes(unit.lower)) return null;
  }
  return null;
}

/** Where the title before a name begins: "the French bishop" in "the French bishop Smith". */
function beginOfTitle(units: readonly Unit[], at: number, context: Context): number | null {
  let begin = at;
  const commas = units[at - 1]?.form === "," && units[at + 1]?.form === "," ? 1 : 0;
  const isTitle = (unit: Unit | undefined): boolean =>
    unit !== undefined &&
    (unit.classed || unit.name?.weak === true) &&
    !unit.speech &&
    !context.grammar.negations.includes(unit.lower);
  if (!isTitle(units[at - 1 - commas])) return null;
  begin = at - 1 - commas;
  while (isTitle(units[begin - 1])) begin--;
  while (units[begin - 1]?.name?.usage === "adjective") begin--;
  if (units[begin - 1]?.lower === "'s" && units[begin - 2]?.name) begin -= 2;
  if (context.grammar.determiners.includes(units[begin - 1]?.lower ?? "")) begin--;
  return begin;
}

/** Does the name itself hold what is said: its nouns, its owner, another of its names? */
function isKnownOf(bearer: Unit, said: readonly Unit[], context: Context): boolean {
  const known = bearer.name && context.gazetteer.entities.get(bearer.name.id);
  if (!known) return false;
  const owners = new Set(withOwners(known.id, context.gazetteer.entities));
  return said.every((unit) => {
    if (unit.name) return owners.has(unit.name.id);
    if (
      unit.lower === "'s" ||
      unit.lower === "of" ||
      context.grammar.determiners.includes(unit.lower)
    )
      return true;
    return (
      known.nouns.includes(unit.lower) ||
      (unit.classed && known.nouns.some((noun) => shareClass(noun, unit, context)))
    );
  });
}

function shareClass(noun: string, unit: Unit, context: Context): boolean {
  const classes = (word: string): string[] =>
    (context.lexicon.words.n.get(word) ?? []).flatMap((s) =>
      s.kind === "class" || s.kind === "office" ? [s.concept] : [],
    );
  const own =
    unit.senses.length > 0
      ? unit.senses.flatMap((s) => ("concept" in s.sense ? [s.sense.concept] : []))
      : classes(unit.lower);
  return classes(noun).some((c) => own.includes(c));
}

/** The "is" that makes a statement of an apposition. */
function copula(bearer: Unit): Unit {
  return bareUnit("is", bearer);
}
