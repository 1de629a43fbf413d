/** Whose are the things that a sentence speaks of: the base's, another state's, another of their kind? */
import { withOwners } from "../../owners.ts";
import type { Discourse, Said } from "./discourse.ts";
import type { Analysed, Names } from "./mentions.ts";
import { isRival } from "./rivals.ts";
import type { ContextData, Mention } from "./types.ts";

/** "The convention", where the text spoke of another one last, is that one. */
export function asAnother(mention: Mention, discourse: Discourse): Mention {
  const [id] = mention.ids;
  if (!mention.bare || id === undefined || !discourse.isAnother(id)) return mention;
  if (discourse.isTerm(mention)) return mention;
  return { ...mention, ids: [], foreign: true, borrows: id };
}

/** "That one", "others", of things that the base doesn't know. */
export function pointsElsewhere(
  text: string,
  own: readonly Mention[],
  said: readonly Said[],
  { others }: ContextData,
): boolean {
  const found = /\b(?:that|this) one\b/iu.exec(text);
  if (!found) {
    const [last] = said;
    const isOther = new RegExp(others, "iu").test(text);
    return isOther && last !== undefined && last.mentions[0]?.kind !== "state";
  }
  const isThing = (m: Mention): boolean => !m.plural && m.kind !== "state" && m.kind !== "person";
  const inside = own.find((m) => isThing(m) && m.end <= found.index);
  if (inside) return inside.ids.length === 0;
  return said.slice(0, 2).some((s) => s.mentions.some((m) => isThing(m) && m.borrows !== null));
}

/** Another thing of the kind of what the text is about, which is not named beside it. */
export function isOnAnother(own: readonly Mention[], subject: readonly string[]): boolean {
  const isSubject = (id: string | null): boolean => id !== null && subject.includes(id);
  return own.some((m) => isSubject(m.borrows)) && !own.some((m) => m.ids.some(isSubject));
}

/** "Guns that only a ship can carry": some of a kind, of which other rules may tell. */
export function isOfSome(text: string, own: readonly Mention[]): boolean {
  const [first] = own;
  if (!first?.plural || first.list || first.start > 4) return false;
  return /^ (?:that|which) (?:only|can|could|need|have to)\b/iu.test(text.slice(first.end));
}

/** "The court's decision": it is that of somebody whom the base doesn't know. */
export function isOfAnother(text: string, own: readonly Mention[]): boolean {
  const found = OWNED.exec(text);
  if (!found?.groups) return false;
  const end = found.index + found[0].length;
  return !own.some((m) => m.ids.length > 0 && m.start >= found.index && m.start < end);
}

const OWNED =
  /\b(?:[Tt]he|[Aa]n?) (?:\p{Ll}[\p{L}-]* ){0,2}?(?<owner>\p{Ll}[\p{L}-]+)['’]s?(?= (?:\p{Ll}+ )?(?:decision|decree|order|choice|vote|ruling|move|step|law|bill)\b)/u;

/** What a sentence can speak of without naming it: "Chile never joined." */
const LEFT_OUT = new Set(["treaty", "document"]);

/** Kinds that the text spoke of last as others than the base's, and the sentence doesn't name. */
export function elsewhereOf(
  own: readonly Mention[],
  discourse: Discourse,
  { gazetteer, subject }: Names & { readonly subject: readonly string[] },
): string[] {
  const kindOf = (id: string): string => gazetteer.entities.get(id)?.kind ?? "";
  return discourse.others.flatMap((id) => {
    const kind = kindOf(id);
    // What is left out is what the base is about, rather than another thing of its kind.
    if (!subject.includes(id) && subject.some((s) => kindOf(s) === kind)) return [];
    const isNamed = own.some((m) => (!m.bare || discourse.isTerm(m)) && m.ids.includes(id));
    return LEFT_OUT.has(kind) && !isNamed ? [kind] : [];
  });
}

/**
 * The words of a sentence that may name another thing than the base's: the text spoke of another
 * one last ("the convention"), or of another state ("parliament").
 */
export function anotherIn(
  own: readonly Mention[],
  analysed: Analysed,
  discourse: Discourse,
  names: Names,
  labelled: boolean,
): string | null {
  const { gazetteer } = names;
  for (const mention of own) {
    if (!mention.bare || discourse.isTerm(mention)) continue;
    const [id] = mention.ids;
    const isNamed = own.some((m) => !m.bare && !m.list && m.ids.includes(id ?? ""));
    if (isNamed) continue;
    if (discourse.isAnother(id ?? "") || discourse.isElsewhere(id ?? "")) return mention.text;
    if (isRivals(mention, own, analysed, discourse, names)) return mention.text;
    const owner = ownerState(id, gazetteer);
    if (owner === null) continue;
    // "The lawmaker Ann Koval hailed the president": hers, where the base knows whose she is.
    const isOfOne = own.some(
      (m) =>
        m.end <= mention.start && !m.bare && !m.list && ownerState(m.ids[0], gazetteer) === owner,
    );
    if (isOfOne) continue;
    const before = analysed.units.flatMap((u) => {
      const known = u.name && gazetteer.entities.get(u.name.id);
      const at = analysed.words[u.from]?.start ?? 0;
      return known?.kind === "state" && at < mention.start ? [known.id] : [];
    });
    const inside = statesOf(analysed, { gazetteer } as Names);
    // "…, the ministry says": whose words were told before.
    const isTeller = discourse.hasNamed(id ?? "") && tells(mention, analysed);
    if (before.length > 0 && !inside.includes(owner) && !isTeller) return mention.text;
    const [last] = discourse.said;
    const leads = last?.mentions[0];
    // That sentence named this one, too, or this one begins an entry of its own.
    const isSame = last?.mentions.some((m) => !m.foreign && m.ids.includes(id ?? ""));
    if (
      !isSame &&
      !isTeller &&
      !labelled &&
      inside.length === 0 &&
      last &&
      last.states.length > 0 &&
      !last.states.includes(owner) &&
      leads?.kind === "state" &&
      !leads.list
    )
      return mention.text;
  }
  return null;
}

/** "Gas shells? Chile never joined that convention": the one on what was spoken of last. */
function isRivals(
  { start }: Mention,
  own: readonly Mention[],
  { words }: Analysed,
  discourse: Discourse,
  names: Names,
): boolean {
  const at = words.findIndex((w) => w.start === start);
  if (words[at - 1]?.lower !== "that") return false;
  const spoken = [...own.filter((m) => m.end <= start), ...(discourse.said[0]?.mentions ?? [])];
  return spoken.some((m) => isRival(m, names));
}

/** Is it somebody whose words a sentence gives: "the ministry says", "according to the ministry"? */
function tells({ start, end }: Mention, { units, words }: Analysed): boolean {
  const at = units.findIndex((u) => words[u.from]?.start === start);
  const next = units.findIndex((u) => (words[u.from]?.start ?? 0) >= end);
  return (
    units.slice(next, next + 2).some((u) => u.speech) ||
    units.slice(Math.max(0, at - 3), at).some((u) => /^(?:according|according.to)$/u.test(u.lower))
  );
}

export function statesOf({ units }: Analysed, { gazetteer }: Names): string[] {
  return units.flatMap((u) => {
    const known = u.name && gazetteer.entities.get(u.name.id);
    return known?.kind === "state" ? [known.id] : [];
  });
}

/** The things of each state: its parliament, that one's committees. */
export function ownedThings(gazetteer: Names["gazetteer"]): ReadonlyMap<string, readonly string[]> {
  const things = new Map<string, string[]>();
  for (const id of gazetteer.entities.keys()) {
    const state = ownerState(id, gazetteer);
    if (state !== null) things.set(state, [...(things.get(state) ?? []), id]);
  }
  return things;
}

export function ownerState(id: string | undefined, gazetteer: Names["gazetteer"]): string | null {
  const { entities } = gazetteer;
  for (const of of withOwners(entities.get(id ?? "")?.of, entities))
    if (entities.get(of)?.kind === "state") return of;
  return null;
}
