/** Is another thing meant than the base's of that name or kind: "the city council", "a protocol"? */
import { isPartOf } from "../../owners.ts";
import type { Gazetteer, Known } from "../units/gazetteer.ts";
import type { Unit } from "../units/units.ts";
import type { Names } from "./mentions.ts";
import { formsOf, isCapital, PLURAL_KINDS } from "./nouns.ts";
import type { Mention } from "./types.ts";

const UNRIVALLED = new Set([
  "state",
  "group",
  "group-of-people",
  "person",
  "body",
  "place",
  "document",
]);
const MODIFIERS_AFTER = 8;
/** Where the predicate begins. */
const AUXILIARY =
  /^(?:is|was|are|were|has|have|had|will|would|can|could|may|might|must|does|do|did|shall|should)$/u;

/** Another thing with what says which: "the Convention on Wetlands", "the city council". */
export function foreignText(units: readonly Unit[], at: number, { data }: Names): string {
  let from = at;
  while (from > 0 && at - from < 3 && /^\p{L}/u.test(units[from - 1]?.form ?? "")) {
    if (data.functions.includes(units[from - 1]?.lower ?? "")) break;
    from--;
  }
  let to = at + 1;
  if (data.about.includes(units[to]?.lower ?? ""))
    while (to < at + 5 && /^\p{L}/u.test(units[to]?.form ?? "")) {
      const lower = units[to]?.lower ?? "";
      if (to > at + 1 && data.functions.includes(lower) && lower !== "the") break;
      to++;
    }
  const words = units.slice(from, to).map((u) => u.form);
  return `the ${words.join(" ")}`;
}

/** The base's thing that a longer name ends like: "the city council" is a council, too. */
export function borrowed(unit: Unit, { gazetteer, data }: Names): string | null {
  const words = unit.lower.split(" ");
  const last = words.at(-1) ?? "";
  // "An agreement on trade": the phrase's preposition says that it is another.
  if (words.length === 1 && (unit.senses.length === 0 || unit.name)) return null;
  const before = words.slice(0, -1);
  if (before.length > 0 && before.every((word) => data.neutral.includes(word))) return null;
  if (before.some((word) => data.functions.includes(word))) return null;
  const alias = gazetteer.byFirstWord.get(last)?.find((a) => a.words.length === 1);
  return alias?.named.weak && gazetteer.entities.get(alias.named.id)?.inBase
    ? alias.named.id
    : null;
}

/** Is a noun for another thing of the kind of one of the base's things, like another weapon? */
export function isRival(
  { concept, ids }: Mention,
  { gazetteer, lexicon: { parents } }: Names,
): boolean {
  if (concept === undefined || ids.length > 0) return false;
  for (let at = parents.get(concept); at !== undefined; at = parents.get(at))
    for (const { inBase, kind } of gazetteer.entities.values())
      if (inBase && kind === at && !UNRIVALLED.has(kind)) return true;
  return false;
}

/** The base's thing of whose kind a noun says that it is one: a protocol is a treaty, too. */
export function kindred(
  concept: string,
  { gazetteer, lexicon: { parents } }: Names,
): string | null {
  for (let at = parents.get(concept); at !== undefined; at = parents.get(at)) {
    const alias = gazetteer.byFirstWord.get(at)?.find((a) => a.words.length === 1);
    const known = alias?.named.weak ? gazetteer.entities.get(alias.named.id) : undefined;
    if (known?.inBase && known.kind === at) return known.id;
  }
  return null;
}

/** The base's thing of whose kind a thing with a number is: "Protocol II" is a treaty. */
export function ofKind(noun: string, names: Names): string | null {
  const sense = names.lexicon.words.n.get(noun.toLowerCase())?.find((s) => s.kind === "class");
  return sense ? kindred(sense.concept, names) : null;
}

/** Do the words around a base's ordinary name say that it is another thing of its kind? */
export function isAnother(units: readonly Unit[], at: number, known: Known, names: Names): boolean {
  const unit = units[at] as Unit;
  if (!unit.name?.weak || PLURAL_KINDS.has(known.kind)) return false;
  return isAnotherBefore(units, at, known, names) || isAnotherAfter(units, at, known, names);
}

function isAnotherBefore(
  units: readonly Unit[],
  at: number,
  known: Known,
  { data, gazetteer, lexicon, relations }: Names,
): boolean {
  const before = units[at - 1];
  if (!before || before.time || before.mark || !/^[\p{L}'-]/u.test(before.form)) return false;
  if (data.another.includes(before.lower)) return true;
  // "Cluster bombs have their own treaty."
  if (before.lower === "own" && known.kind === "treaty") return true;
  if (/^(?:'s|')$/u.test(before.lower)) {
    const owner = units[at - 2];
    return owner !== undefined && !belongsTo(owner, known, gazetteer);
  }
  if (before.name) return before.name.usage !== "people" && !belongsTo(before, known, gazetteer);
  if (before.quantity) return false;
  if (data.functions.includes(before.lower) || data.neutral.includes(before.lower)) return false;
  const senses = lexicon.words.n.get(before.lower) ?? [];
  // "The trade treaty", unlike "the exit decree".
  const isModifier =
    /^(?:the|a|an|this|that|its|their)$/u.test(units[at - 2]?.lower ?? "") &&
    senses.length > 0 &&
    !/(?:ed|ing|en|ly)$/u.test(before.lower) &&
    !senses.some((s) => s.kind === "event" && relations.has(s.concept));
  if (isModifier) return true;
  if (
    lexicon.words.v.get(before.lower) ||
    formsOf(before.lower).some((f) => lexicon.words.v.get(f))
  )
    return isCapital(before) && at > 1;
  if (/(?:ed|ly)$/u.test(before.lower) || before.speech) return false;
  return at > 1 || isCapital(units[at]) ? true : /^\p{Ll}/u.test(before.form);
}

/** May a thing be said to be that one's? Its owner's, or that of whom its owner belongs to. */
function belongsTo(owner: Unit, known: Known, gazetteer: Gazetteer): boolean {
  const id = owner.name?.id;
  if (id === undefined) return /^(?:country|nation|state|president)$/u.test(owner.lower);
  if (isPartOf(known.of, id, gazetteer.entities)) return true;
  return gazetteer.entities.get(id)?.inBase === true && known.kind === "document";
}

function isAnotherAfter(
  units: readonly Unit[],
  at: number,
  known: Known,
  { data, gazetteer, lexicon, relations }: Names,
): boolean {
  const [next, second] = [units[at + 1], units[at + 2]];
  if (!next || !second) return false;
  if (known.kind === "person" && isCapital(next)) return true;
  // "A decree in Lisbon".
  if (next.lower === "in" && /^an?$/u.test(units[at - 1]?.lower ?? ""))
    return isCapital(second) || (second.name !== null && !belongsTo(second, known, gazetteer));
  if (!data.about.includes(next.lower)) return false;
  // "The treaty with Chile", unlike "names the treaty with its date".
  const isParty = (unit: Unit | undefined): boolean => unit?.name != null || isCapital(unit);
  if (next.lower === "with" && units[at - 1]?.lower === "the")
    if (!isParty(second) && !isParty(units[at + 3])) return false;
  // "A treaty of their own".
  if (next.lower === "of" && units[at + 3]?.lower === "own") return true;
  if (second.time || data.back.includes(second.lower)) return false;
  // "What is this treaty about?"
  if (!/[\p{L}\p{N}]/u.test(second.form)) return false;
  // "The treaty on trade came into force in 1990": a date after other words tells nothing.
  let isBare = true;
  for (const unit of units.slice(at + 2, at + 2 + MODIFIERS_AFTER)) {
    if (/^[,;:.()]$/u.test(unit.form) || AUXILIARY.test(unit.lower)) break;
    if (isBare && (unit.time || data.back.includes(unit.lower))) return false;
    isBare &&= data.functions.includes(unit.lower);
    if (unit.name && unit.name.usage !== "adjective") {
      const other = gazetteer.entities.get(unit.name.id);
      if (other?.kind === "state") return !belongsTo(unit, known, gazetteer);
      if (other?.inBase) return false;
    }
    const senses = [
      ...unit.senses.map((s) => s.sense),
      ...formsOf(unit.lower).flatMap((form) => [
        ...(lexicon.words.n.get(form) ?? []),
        // "On sanctions" is on nothing that is sanctioned.
        ...((unit !== second || /ing$/u.test(unit.lower) ? lexicon.words.v.get(form) : null) ?? []),
      ]),
    ];
    const isEvent = senses.some((s) => s.kind === "event" && relations.has(s.concept));
    if (isEvent && known.kind === "document") return false;
  }
  return true;
}
