import { isPartOf } from "../../owners.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Gazetteer, Known } from "../units/gazetteer.ts";
import type { Unit } from "../units/units.ts";
import type { Word } from "../words/words.ts";
import type { ContextData, Mention } from "./types.ts";

/** A sentence cut into words and units. */
export interface Analysed {
  readonly words: readonly Word[];
  readonly units: readonly Unit[];
}

/** What finding mentions draws on. */
export interface Names {
  readonly data: ContextData;
  readonly gazetteer: Gazetteer;
  readonly lexicon: Lexicon;
  /** Concepts of what the base's things do and undergo. */
  readonly relations: ReadonlySet<string>;
}

const PLURAL_KINDS = new Set(["group", "group-of-people", "weapon"]);
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

/** An analysed sentence is of one reader, which has one set of names; it is asked for again and again. */
const known = new WeakMap<Analysed, readonly Mention[]>();

/** Finds whom and what a sentence mentions, in its order; lists of names stand before their parts. */
export function mentionsOf(sentence: Analysed, names: Names): readonly Mention[] {
  const found = known.get(sentence) ?? findMentions(sentence, names);
  known.set(sentence, found);
  return found;
}

function findMentions({ words, units }: Analysed, names: Names): Mention[] {
  const spans = units.map((unit) => ({
    start: words[unit.from]?.start ?? 0,
    end: words[unit.to - 1]?.end ?? 0,
  }));
  const found: Mention[] = [];
  for (let at = 0; at < units.length; at++) {
    const list = listAt(units, at, names);
    if (list > at + 1) found.push(listMention(units, spans, at, list, names));
    const mention = mentionAt(units, spans, at, names);
    if (mention) found.push(mention);
  }
  // "The Lima treaty": that treaty is spoken of, not Peru.
  const isPlace = ({ kind, end, ids }: Mention): boolean =>
    kind === "state" &&
    ids.length === 1 &&
    found.some((m) => m.foreign && m.kind === "treaty" && m.start === end + 1);
  const told = found.filter((m) => !isPlace(m));
  return [...told, ...heldNouns(words, units, told, names)].sort((a, b) => a.start - b.start);
}

type Span = { readonly start: number; readonly end: number };

function mentionAt(
  units: readonly Unit[],
  spans: readonly Span[],
  at: number,
  names: Names,
): Mention | null {
  const unit = units[at] as Unit;
  const span = spans[at] as Span;
  const plain = { ...span, list: false, bare: false, foreign: false, borrows: null };
  if (unit.name) {
    if (unit.name.usage === "adjective") return null;
    const known = names.gazetteer.entities.get(unit.name.id);
    if (!known) return null;
    const foreign = known.inBase && isAnother(units, at, known, names);
    return {
      ...plain,
      ids: foreign ? [] : [known.id],
      kind: known.kind,
      // "The lawmakers" for their parliament.
      plural:
        PLURAL_KINDS.has(known.kind) ||
        unit.name.usage === "people" ||
        (unit.name.weak && isPlural(unit.lower)),
      text: foreign ? foreignText(units, at, names) : known.name,
      bare:
        !foreign &&
        !PLURAL_KINDS.has(known.kind) &&
        unit.name.weak &&
        !unit.form.includes(" ") &&
        !isOwned(units, at),
      foreign,
      borrows: foreign ? known.id : known.inBase ? null : borrowed(unit, names),
    };
  }
  // "Protocol II", "Article 5": a thing with a number of its own.
  const label = /^(?<noun>\p{Lu}\p{Ll}+) (?:[IVX]+|\d+)$/u.exec(unit.form)?.groups?.noun;
  if (unit.quantity && label && names.lexicon.words.n.has(label.toLowerCase()))
    return {
      ...plain,
      ids: [],
      kind: "unknown",
      plural: false,
      text: unit.form,
      borrows: ofKind(label, names),
    };
  if (unit.time || unit.quantity) return null;
  const noun = nounSense(unit, names.lexicon);
  const plural = isPlural(unit.lower);
  const event = noun === "event";
  // "It bans", "the treaty bans": what follows somebody is what that one does.
  const before = units[at - 1];
  const verb =
    plural &&
    (before?.name?.usage === "name" ||
      /^(?:it|he|she|this|that|which|who)$/u.test(before?.lower ?? "")) &&
    formsOf(unit.lower).some((f) => names.lexicon.words.v.get(f));
  if (noun && !verb && ((plural && !event) || isDetermined(units, at, names.data))) {
    const person = !event && isHuman(noun, names.lexicon);
    return {
      ...plain,
      ids: [],
      kind: event ? "event" : person ? "person" : "unknown",
      plural,
      concept: noun,
      borrows: borrowed(unit, names) ?? (event || person ? null : kindred(noun, names)),
      text: `the ${unit.form}${ofWhom(units, at, names)}`,
    };
  }
  if (
    (at > 0 || isCapital(units[1])) &&
    isCapital(unit) &&
    !names.data.functions.includes(unit.lower) &&
    !isCapital(units[at - 1]) &&
    !opens(units[at - 1])
  ) {
    let end = at + 1;
    while (isCapital(units[end])) end++;
    const text = units
      .slice(at, end)
      .map((u) => u.form)
      .join(" ");
    const { end: last } = spans[end - 1] as Span;
    return {
      ...plain,
      end: last,
      ids: [],
      kind: end > at + 1 && !holdsNoun(units.slice(at, end), names) ? "person" : "unknown",
      plural: false,
      text,
    };
  }
  return null;
}

function isPlural(lower: string): boolean {
  return /s$/u.test(lower) && !/ss$/u.test(lower);
}

/** Is one of the words of a name an ordinary one, not for somebody ("the Amended Report")? */
function holdsNoun(units: readonly Unit[], { lexicon: { words }, lexicon }: Names): boolean {
  return units.some(({ lower }) => {
    const stem = lower.replace(/e?d$/u, "");
    const senses = [...(words.n.get(lower) ?? []), ...(words.a.get(lower) ?? [])];
    return (
      words.v.has(stem) || senses.some((s) => s.kind !== "class" || !isHuman(s.concept, lexicon))
    );
  });
}

/** Another thing with what says which: "the Convention on Wetlands", "the city council". */
function foreignText(units: readonly Unit[], at: number, { data }: Names): string {
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
function borrowed(unit: Unit, { gazetteer, data }: Names): string | null {
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
function kindred(concept: string, { gazetteer, lexicon: { parents } }: Names): string | null {
  for (let at = parents.get(concept); at !== undefined; at = parents.get(at)) {
    const alias = gazetteer.byFirstWord.get(at)?.find((a) => a.words.length === 1);
    const known = alias?.named.weak ? gazetteer.entities.get(alias.named.id) : undefined;
    if (known?.inBase && known.kind === at) return known.id;
  }
  return null;
}

/** The base's thing of whose kind a thing with a number is: "Protocol II" is a treaty. */
function ofKind(noun: string, names: Names): string | null {
  const sense = names.lexicon.words.n.get(noun.toLowerCase())?.find((s) => s.kind === "class");
  return sense ? kindred(sense.concept, names) : null;
}

/** "… of Peru", which tells which neighbours or plans are meant. */
function ofWhom(units: readonly Unit[], at: number, { gazetteer }: Names): string {
  const whose = units[at + 1]?.lower === "of" ? units[at + 2]?.name : null;
  const known = whose && gazetteer.entities.get(whose.id);
  return known ? ` of ${known.name}` : "";
}

/** Nouns for events that phrases hold: "took the decision". */
function heldNouns(
  words: readonly Word[],
  units: readonly Unit[],
  found: readonly Mention[],
  { lexicon }: Names,
): Mention[] {
  return words.flatMap((word, at) => {
    const unit = units.find((u) => at >= u.from && at < u.to);
    if (unit?.name || unit?.time || unit?.quantity) return [];
    if (!/^(?:the|a|an|this|that|its|his|her|their|such)$/u.test(words[at - 1]?.lower ?? ""))
      return [];
    if (found.some((m) => m.start <= word.start && m.end >= word.end)) return [];
    const isEvent = lexicon.words.n.get(word.lower)?.some((s) => s.kind === "event");
    return isEvent ? [eventMention(word)] : [];
  });
}

function eventMention({ start, end, text }: Word): Mention {
  return {
    start,
    end,
    ids: [],
    kind: "event",
    plural: false,
    text: `the ${text}`,
    list: false,
    bare: false,
    foreign: false,
    borrows: null,
  };
}

/** The sense in which a word is a noun for an event or a class; null where it is none. */
function nounSense(unit: Unit, lexicon: Lexicon): string | null {
  const senses = [
    ...unit.senses.filter((s) => s.pos === "n").map((s) => s.sense),
    ...formsOf(unit.lower).flatMap((form) => lexicon.words.n.get(form) ?? []),
  ];
  const classed = senses.find((s) => s.kind === "class" || s.kind === "office");
  const isEvent = senses.some((s) => s.kind === "event");
  // "Several neighbours", but "the border".
  if (classed && (!isEvent || /s$/u.test(unit.lower))) return classed.concept;
  return isEvent ? "event" : null;
}

function formsOf(lower: string): string[] {
  return [lower, lower.replace(/ies$/u, "y"), lower.replace(/s$/u, "")];
}

function isHuman(concept: string, { parents }: Lexicon): boolean {
  for (let at: string | undefined = concept; at !== undefined; at = parents.get(at))
    if (at === "people" || at === "official") return true;
  return false;
}

/** "the decision", "a hard choice", "this step": a determiner stands before it. */
function isDetermined(units: readonly Unit[], at: number, { functions }: ContextData): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const lower = units[i]?.lower ?? "";
    if (/^(?:the|a|an|this|that|its|his|her|their|such|'s)$/u.test(lower)) return true;
    // "the 1996 protocol"
    if (units[i]?.time && /^the /iu.test(units[i]?.form ?? "")) return true;
    if (functions.includes(lower) || !/^\p{L}/u.test(lower)) return false;
  }
  return false;
}

function isCapital(unit: Unit | undefined): boolean {
  return (
    unit !== undefined &&
    !unit.name &&
    !unit.time &&
    !unit.quantity &&
    /^\p{Lu}\p{Ll}/u.test(unit.form)
  );
}

function opens(unit: Unit | undefined): boolean {
  return /^["'«“.:!?(]$/u.test(unit?.form ?? "");
}

/** Where a list of names that begins at a unit ends. */
function listAt(units: readonly Unit[], at: number, { data, gazetteer }: Names): number {
  const kindAt = (i: number): string | null => {
    const name = units[i]?.name;
    return name?.usage === "name" ? (gazetteer.entities.get(name.id)?.kind ?? null) : null;
  };
  const isLink = (i: number): boolean => data.links.includes(units[i]?.lower ?? "");
  const kind = kindAt(at);
  if (kind === null || (at > 1 && isLink(at - 1) && kindAt(at - 2) !== null)) return at;
  let end = at + 1;
  for (;;) {
    let next = end;
    while (isLink(next)) next++;
    while (next > end && /^(?:the|three)$/u.test(units[next]?.lower ?? "")) next++;
    const other = kindAt(next);
    if (
      next === end ||
      other === null ||
      other.replace("group", "state") !== kind.replace("group", "state")
    )
      return end;
    end = next + 1;
  }
}

function listMention(
  units: readonly Unit[],
  spans: readonly Span[],
  from: number,
  to: number,
  { gazetteer }: Names,
): Mention {
  const parts = units.slice(from, to).flatMap((u) => (u.name?.usage === "name" ? [u.name.id] : []));
  const ids = parts.flatMap((id) => {
    const members = gazetteer.entities.get(id)?.members ?? [];
    return members.length > 0 ? members : [id];
  });
  const texts = [...new Set(ids)].map((id) => gazetteer.entities.get(id)?.name ?? id);
  return {
    start: spans[from]?.start ?? 0,
    end: spans[to - 1]?.end ?? 0,
    ids: [...new Set(ids)],
    kind: gazetteer.entities.get(parts[0] ?? "")?.kind ?? "unknown",
    plural: true,
    text: joined(texts),
    list: true,
    bare: false,
    foreign: false,
    borrows: null,
  };
}

/** "Chile, Peru and Bolivia". */
export function joined(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

function isOwned(units: readonly Unit[], at: number): boolean {
  return (
    /^(?:'s|')$/u.test(units[at - 1]?.lower ?? "") || units[at - 1]?.name?.usage === "adjective"
  );
}

/** Do the words around a base's ordinary name say that it is another thing of its kind? */
function isAnother(units: readonly Unit[], at: number, known: Known, names: Names): boolean {
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
