import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Gazetteer } from "../units/gazetteer.ts";
import type { Unit } from "../units/units.ts";
import type { Word } from "../words/words.ts";
import {
  formsOf,
  isCapital,
  isDetermined,
  isHuman,
  isPlural,
  nounSense,
  PLURAL_KINDS,
} from "./nouns.ts";
import { borrowed, foreignText, isAnother, kindred, ofKind } from "./rivals.ts";
import { joined } from "./strings.ts";
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
      ...(at > 0 && /^\p{Lu}/u.test(unit.form) ? { capital: true as const } : {}),
      ...(names.data.generic.includes(units[at - 1]?.lower ?? "")
        ? { generic: true as const }
        : {}),
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

/** "… of Peru", which tells which neighbours or plans are meant. */
function ofWhom(units: readonly Unit[], at: number, { gazetteer }: Names): string {
  const of = units[at + 1]?.lower === "of" ? at + 2 : units.length;
  const whose = units[units[of]?.lower === "the" ? of + 1 : of]?.name;
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

function isOwned(units: readonly Unit[], at: number): boolean {
  return (
    /^(?:'s|')$/u.test(units[at - 1]?.lower ?? "") || units[at - 1]?.name?.usage === "adjective"
  );
}
