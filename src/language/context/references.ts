import type { Gazetteer } from "../units/gazetteer.ts";
import type { Said } from "./discourse.ts";
import { capital, joined } from "./strings.ts";
import type { ContextData } from "./types.ts";

/** How many sentences back the two may stand. */
const BACK = 2;

/** How many sentences back a list may stand. */
const LISTED = 4;

/** What naming those who are pointed to draws on. */
export interface ReferenceTools {
  readonly data: ContextData;
  readonly gazetteer: Gazetteer;
  /** What the base says that is being done ("leaving the union"); null where there is no such thing. */
  readonly deed: string | null;
  /** What the text is about, by its name; null where it is nothing in particular. */
  readonly topic: string | null;
  /** The ids of the states that a text names, those of its groups one by one. */
  readonly statesIn: (text: string) => readonly string[];
}

/** A text in which those who were pointed to stand by their names. */
export interface Named {
  readonly text: string;
  readonly words: string;
  readonly means: string;
}

/**
 * Names those to whom a sentence points without a pronoun: "the latter", "the former two", "all of
 * these countries"; and what is done in "is not alone", "the only one to do so".
 *
 * @param said the sentences before, the latest first
 * @returns null where there is nothing of the kind, or the words that stay open
 */
export function nameReferences(
  text: string,
  said: readonly Said[],
  tools: ReferenceTools,
): Named | { readonly open: string } | null {
  return (
    ofTwo(text, said, tools) ??
    ofSome(text, said, tools) ??
    ofThese(text, said, tools) ??
    ofThat(text, said, tools) ??
    ofCountry(text, said, tools) ??
    ofThere(text, said, tools) ??
    ofThose(text, said, tools) ??
    ofBan(text, tools) ??
    alone(text, tools) ??
    official(text, said, tools)
  );
}

/** "It is not official yet": what somebody is said to do. */
function official(
  text: string,
  said: readonly Said[],
  { data, deed }: ReferenceTools,
): Named | null {
  const found = deed === null ? null : new RegExp(data.references.official, "iu").exec(text);
  if (!found?.groups || deed === null) return null;
  const { first = "", it = "", lead = "" } = found.groups;
  const [last] = said.filter((s) => s.role !== "question");
  const [subject] = last?.mentions ?? [];
  // Of a text or a treaty, whether that is official is asked of it.
  if (subject && subject.ids.length > 0 && /^(?:treaty|document)$/u.test(subject.kind)) return null;
  const rest = text.slice(found[0].length);
  const put = first === "" ? deed : `${deed} ${first.trim().toLowerCase()}`;
  return { text: `${capital(`${lead}${put}`)}${rest}`, words: it, means: deed };
}

function ofTwo(
  text: string,
  said: readonly Said[],
  { data, gazetteer }: ReferenceTools,
): Named | { readonly open: string } | null {
  const found = new RegExp(data.references.two, "iu").exec(text);
  if (!found?.groups) return null;
  const { which = "", number, noun } = found.groups;
  const count = number === undefined ? 1 : (data.numbers[number.toLowerCase()] ?? 0);
  const before = text.slice(0, found.index);
  const kinds = noun === undefined ? null : (data.references.kinds[noun.toLowerCase()] ?? null);
  const names = count > 0 ? lastNamed(before, said, count, kinds, gazetteer) : null;
  if (names === null) return { open: found[0] };
  const chosen = /latter|last/iu.test(which) ? names.slice(-count) : names.slice(0, count);
  return replaced(text, found, joined(chosen), found.groups.owns !== undefined);
}

/** The things of which one is the former and one the latter; of a list all. */
function lastNamed(
  before: string,
  said: readonly Said[],
  count: number,
  kinds: readonly string[] | null,
  gazetteer: Gazetteer,
): string[] | null {
  // "Chile and Peru, the latter …": those of the sentence itself are not looked for.
  if (
    /\p{L}/u.test(
      before.replace(
        /\b(?:and|but|yet|while|in|by|of|for|to|from|with|both|so|nor|neither|has|have|had|is|are|was|were|does|do|did|will|can|that|whether|once|when|if|since|because|as|while|after|before|until|although|though|where|also|then)\b/giu,
        "",
      ),
    )
  )
    return null;
  const told = said.filter((s) => s.role === "statement").slice(0, BACK);
  if (told[0]?.mentions.some((m) => m.borrows !== null)) return null;
  const nameOf = (id: string): string => gazetteer.entities.get(id)?.name ?? id;
  for (const { mentions } of told) {
    const lists = mentions.filter((m) => m.list && m.ids.length > count);
    const [list] = lists;
    if (list && lists.length === 1 && (count > 1 || list.ids.length === 2))
      return list.ids.map(nameOf);
  }
  if (count > 1) return null;
  const pairs = told.map(({ mentions }) => [
    ...new Set(mentions.flatMap((m) => (m.ids.length === 1 ? m.ids : []))),
  ]);
  const kindOf = (id: string | undefined): string => gazetteer.entities.get(id ?? "")?.kind ?? "";
  if (kinds !== null) {
    const ofKind = pairs.map((ids) => ids.filter((id) => kinds.includes(kindOf(id))));
    const named = ofKind.find((ids) => ids.length > 0) ?? [];
    return named.length === 1 || named.length === 2 ? named.map(nameOf) : null;
  }
  const two = pairs.filter((ids) => ids.length === 2);
  const alike = pairs.flatMap((ids) =>
    [...new Set(ids.map(kindOf))].map((kind) => ids.filter((id) => kindOf(id) === kind)),
  );
  const pair = alike.find((ids) => ids.length === 2) ?? two[0];
  return pair ? pair.map(nameOf) : null;
}

/** "The first three", "the other two": some of the last list. */
function ofSome(
  text: string,
  said: readonly Said[],
  { data, gazetteer, statesIn }: ReferenceTools,
): Named | { readonly open: string } | null {
  const found = new RegExp(data.references.some, "iu").exec(text);
  if (!found?.groups) return null;
  const { which = "", number = "" } = found.groups;
  const count = data.numbers[number.toLowerCase()] ?? 0;
  const at = said.findIndex((s) =>
    s.mentions.some((m) => m.list && m.kind === "state" && m.ids.length > count),
  );
  const list = said[at]?.mentions.find((m) => m.list && m.kind === "state" && m.ids.length > count);
  if (!list || at >= LISTED) return { open: found[0] };
  const told = new Set([
    ...said.slice(0, at).flatMap((s) => s.states),
    ...statesIn(text.slice(0, found.index)),
  ]);
  const rest = list.ids.filter((id) => !told.has(id));
  const isRest = /other|remaining/iu.test(which);
  const ids = isRest
    ? rest
    : which.toLowerCase() === "first"
      ? list.ids.slice(0, count)
      : list.ids.slice(-count);
  if (ids.length !== count) return { open: found[0] };
  const names = ids.map((id) => gazetteer.entities.get(id)?.name ?? id);
  return replaced(text, found, joined(names), false);
}

function ofThese(text: string, said: readonly Said[], { data }: ReferenceTools): Named | null {
  const found = new RegExp(data.references.these, "iu").exec(text);
  if (!found) return null;
  const list = said
    .slice(0, 3)
    .flatMap((s) => s.mentions)
    .find((m) => m.list && m.kind === "state");
  if (!list) return null;
  // "All of them but Chile": whoever is left out stays named.
  const rest = text.slice(found.index + found[0].length);
  const but = new RegExp(data.references.except, "iu").exec(rest);
  if (!but) return replaced(text, found, list.text, false);
  const whole = `${text.slice(0, found.index + found[0].length)} except ${rest.slice(but[0].length)}`;
  return replaced(whole, found, `all of ${list.text}`, false);
}

/** "That country": the one state that the sentence before names. */
function ofThat(
  text: string,
  said: readonly Said[],
  { data, gazetteer }: ReferenceTools,
): Named | { readonly open: string } | null {
  const found = new RegExp(data.references.that, "iu").exec(text);
  if (!found) return null;
  const [state, ...more] = said.find((s) => s.states.length > 0)?.states ?? [];
  if (state === undefined || more.some((id) => id !== state)) return { open: found[0] };
  const means = gazetteer.entities.get(state)?.name ?? state;
  return replaced(text, found, means, found.groups?.owns !== undefined);
}

/** "The country …" at a sentence's start: the one state that was named last, in a heading above as well. */
function ofCountry(text: string, said: readonly Said[], tools: ReferenceTools): Named | null {
  const found = new RegExp(tools.data.references.country, "iu").exec(text);
  const last = said.find((s) => s.states.length > 0);
  const [state, ...more] = last?.states ?? [];
  if (!found || state === undefined || more.some((id) => id !== state)) return null;
  const means = tools.gazetteer.entities.get(state)?.name ?? state;
  return replaced(text, found, means, found.groups?.owns !== undefined);
}

/** "The vote there": in the body that the sentence before names. */
function ofThere(text: string, said: readonly Said[], { data }: ReferenceTools): Named | null {
  const found = new RegExp(data.references.there, "iu").exec(text);
  const bodies = said[0]?.mentions.filter((m) => m.kind === "body" && m.ids.length === 1) ?? [];
  const [body, ...more] = bodies;
  if (!found || !body || more.some((m) => m.text !== body.text)) return null;
  const start = found.index + found[0].length - "there".length;
  const means = `in ${body.text}`;
  return { text: `${text.slice(0, start)}${means}${text.slice(start + 5)}`, words: "there", means };
}

/** "They welcome those of Peru": the plans of which the last sentence tells. */
function ofThose(text: string, said: readonly Said[], { data }: ReferenceTools): Named | null {
  const found = new RegExp(data.references.those, "iu").exec(text);
  const isStated = said[0]?.role === "statement";
  const many = said[0]?.mentions.filter((m) => m.plural && !m.list && m.ids.length === 0) ?? [];
  const [noun, ...more] = many.filter((m) => m.kind !== "person");
  if (!found || !isStated || !noun || more.length > 0 || noun.borrows !== null) return null;
  return replaced(text, found, noun.text.toLowerCase().replace(/ of .+$/u, ""), false);
}

/** "The ban came into force": what the text is about. */
function ofBan(text: string, { data, topic }: ReferenceTools): Named | null {
  const found = topic === null ? null : new RegExp(data.references.ban, "iu").exec(text);
  return found && topic !== null ? replaced(text, found, topic, false) : null;
}

function alone(text: string, { data, deed }: ReferenceTools): Named | null {
  const found = deed === null ? null : new RegExp(data.references.alone, "iu").exec(text);
  if (!found?.groups || deed === null) return null;
  const { who, be, not = "", stop = "", how = "", inverted, them, asks, whom } = found.groups;
  const subject = who ?? them ?? "";
  const denied = inverted !== undefined || not !== "" ? " not" : "";
  const only = /alone|own\b/iu.test(how) ? `alone in ${deed}` : `the only country ${deed}`;
  if (asks !== undefined) return { text: `${asks} ${whom} ${only}?`, words: how, means: only };
  // "It doesn't stand alone": it isn't.
  const copula = be !== undefined && /^(?:is|are|was|were)$/iu.test(be) ? be : "is";
  return {
    text: `${subject} ${copula}${denied} ${only}${stop}`,
    words: how,
    means: only,
  };
}

/** Puts a name for the words found, `owns` where they say whose something is. */
export function replaced(
  text: string,
  found: RegExpExecArray,
  means: string,
  owns: boolean,
): Named {
  const [words] = found;
  const named = owns ? `${means}'s` : means;
  const put = found.index === 0 ? capital(named) : named;
  return {
    text: `${text.slice(0, found.index)}${put}${text.slice(found.index + words.length)}`,
    words,
    means,
  };
}
