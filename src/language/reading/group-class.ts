import type { Count, Quantifier } from "../../meaning.ts";
import type { Unit } from "../units/units.ts";
import type { Context } from "./context.ts";
import { namesAt } from "./group-list.ts";
import { phraseEnd } from "./group-words.ts";
import type { FoundGroup } from "./groups.ts";

/** What stands before the noun: how many, and whether others than the ones spoken of are meant. */
interface Opening {
  quantifier: Quantifier | null;
  count: Count | null;
  other: boolean;
  only: boolean;
  notOnly: boolean;
  definite: boolean;
  continent: string | null;
  /** Of how many: "two of the five". */
  of: number | undefined;
  /** Whose they are: "Chile's allies". */
  owner: string | null;
  /** How many of them are left out: "all but two of the five". */
  allBut: number | null;
  at: number;
}

/**
 * Reads a counted class or list: "at least four countries other than Norway", "neither Chile nor
 * the US", "nobody else". Null where nothing says how many.
 */
export function classAt(units: readonly Unit[], at: number, context: Context): FoundGroup | null {
  const pronoun = pronounAt(units, at, context) ?? allButAt(units, at, context);
  if (pronoun) return pronoun;
  const opening = openingAt(units, at, context);
  if (!opening || opening.at === at) return restAt(units, at, context);
  const head = headAt(units, opening.at, opening, context);
  if (!head) return restAt(units, at, context);
  const quantifier = settle(opening, head.members.length);
  if (!quantifier) return restAt(units, at, context);
  let to = head.to;
  const except: string[] = [];
  const including: string[] = [];
  const members: string[] = [...head.members];
  let owner = opening.owner;
  const relation = head.concept === null ? null : relationOf(units[opening.at] as Unit, context);
  let closed = false;
  let continent = opening.continent;
  for (let moved = true; moved; ) {
    moved = false;
    const tail = tailAt(units, to, context, head.concept !== null);
    if (!tail) break;
    to = tail.to;
    moved = true;
    if (tail.continent) continent = tail.continent;
    if (tail.owner !== null && (relation === null || owner !== null)) return null;
    owner ??= tail.owner;
    except.push(...tail.except);
    including.push(...tail.including);
    if (tail.listed.length > 0 && head.concept !== null && !closed) {
      members.push(...tail.listed);
      closed = true;
    }
  }
  if (opening.other && except.length === 0) except.push("?");
  if (owner !== null && relation === null) return null;
  const narrowed = continent !== null && head.concept !== null ? `in:${continent}` : head.concept;
  const concept = closed ? null : narrowed;
  const left = except.filter((id) => id !== "?").length;
  // "Two countries, France and Spain": these two.
  const these = closed && quantifier.kind === "count" && isJust(quantifier.count, members.length);
  if (these)
    return {
      group: {
        members,
        concept: null,
        quantifier: { kind: "all" },
        except: [],
        head: head.form,
        plural: true,
      },
      to,
    };
  // "Exactly two countries, France and Spain": how many of the class; the list is an example of it.
  const listed = closed && quantifier.kind === "count";
  return {
    group: {
      members: listed ? [] : members,
      concept: listed ? narrowed : concept,
      quantifier: left > 0 ? remaining(quantifier, left) : quantifier,
      except,
      including,
      kin: owner !== null && relation !== null ? { concept: relation, of: owner } : undefined,
      head: head.form,
      plural: true,
    },
    to,
  };
}

/** "Two", and no "at least two" or "only two". */
function isJust({ lo, hi, exact }: Count, number: number): boolean {
  return lo === hi && lo === number && !exact;
}

/** "the state that invaded Chile", "the countries which …": those whom the clause behind singles out. */
export function definiteAt(
  units: readonly Unit[],
  at: number,
  context: Context,
): FoundGroup | null {
  const isClause = (i: number): boolean => RELATIVE.test(units[i]?.lower ?? "");
  const noun = units[at + 1];
  if (!noun || !DEFINITE.test(units[at]?.lower ?? "") || !isClause(at + 2)) return null;
  const anybody = /^ones?$/u.test(noun.lower);
  const concept = anybody ? "*" : classOf(noun, context);
  if (concept === null || !(anybody || context.grammar.groups.heads.includes(concept))) return null;
  const plural = /s$/u.test(noun.lower);
  return {
    group: {
      members: [],
      concept,
      quantifier: { kind: "the", plural },
      except: [],
      head: noun.form,
      plural,
    },
    to: at + 2,
  };
}

const DEFINITE = /^(?:the|that|those|these)$/u;
const RELATIVE = /^(?:that|which|who)(?: |$)/u;

/** "All five of them except Chile": all the four others. */
export function remaining(quantifier: Quantifier, left: number): Quantifier {
  if (quantifier.kind !== "count" || !quantifier.definite || quantifier.of) return quantifier;
  const { lo, hi, exact } = quantifier.count;
  return lo === hi && !exact && lo > left ? { kind: "all", of: lo - left } : quantifier;
}

/** What an ally, a neighbour, … is to somebody. */
function relationOf(unit: Unit, context: Context): string | null {
  // "neighbour of" as a phrase is a relation; the word by itself names the class.
  const senses = [...unit.senses.map((s) => s.sense), ...nounSenses(unit.lower, context)];
  for (const sense of senses) if (sense.kind === "event" && !sense.negated) return sense.concept;
  return null;
}

/** "nobody else", "no one other than Nelson", "others": no noun follows. */
function pronounAt(units: readonly Unit[], at: number, context: Context): FoundGroup | null {
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
function allButAt(units: readonly Unit[], at: number, context: Context): FoundGroup | null {
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

function openingAt(units: readonly Unit[], from: number, context: Context): Opening | null {
  const { groups } = context.grammar;
  const opening: Opening = {
    quantifier: null,
    count: null,
    other: false,
    only: false,
    notOnly: false,
    definite: false,
    continent: null,
    of: undefined,
    owner: null,
    allBut: null,
    at: from,
  };
  const allBut = phraseEnd(units, from, groups["all-but"]);
  const left = units[allBut]?.quantity;
  if (allBut > 0 && left?.kind === "cardinal" && left.value !== null) {
    opening.allBut = left.value;
    opening.at = allBut + 1;
  }
  const notOnly = phraseEnd(units, from, groups["not-only"]);
  const onlyEnd = Math.max(notOnly, phraseEnd(units, from, groups.only));
  if (notOnly > 0) opening.notOnly = true;
  if (onlyEnd > 0) {
    opening.only = true;
    opening.at = onlyEnd;
  }
  for (let steps = 0; steps < 9; steps++) {
    const at = opening.at;
    const unit = units[at];
    if (!unit) return null;
    const kind = (["not-all", "no", "most", "all", "some"] as const).find(
      (k) => opening.quantifier === null && phraseEnd(units, at, groups[k]) > 0,
    );
    if (kind) {
      opening.at = phraseEnd(units, at, groups[kind]);
      const few = kind === "most" && phraseEnd(units, at, groups.hardly) === opening.at;
      opening.quantifier = few ? { kind, atMost: FEW } : { kind };
    } else if (unit.quantity && unit.quantity.kind !== "label" && opening.count === null) {
      if (!readAmount(unit, opening)) return null;
      opening.at++;
    } else if (
      unit.quantity?.kind === "cardinal" &&
      unit.quantity.value !== null &&
      opening.count !== null &&
      opening.definite
    ) {
      opening.of = unit.quantity.value;
      opening.at++;
    } else if (opening.at > from && ownerAt(units, at, context) !== null) {
      opening.owner = ownerAt(units, at, context);
      opening.definite = true;
      opening.at = unit.name?.usage === "adjective" ? at + 1 : at + 2;
    } else if (groups.else.includes(unit.lower)) {
      opening.other = true;
      opening.at++;
    } else if (
      opening.at > from &&
      (unit.lower === "of" || unit.lower === "from" || unit.lower === "among")
    ) {
      opening.at++;
    } else if (
      context.grammar.determiners.includes(unit.lower) &&
      !(opening.at === from && (unit.lower === "a" || unit.lower === "an"))
    ) {
      opening.definite = true;
      opening.at++;
    } else if (groups.continents[unit.lower] !== undefined) {
      opening.continent = groups.continents[unit.lower] ?? null;
      opening.at++;
    } else if (opening.at > from && groups.besides.includes(unit.lower)) {
      opening.at++;
    } else break;
  }
  return opening;
}

/** "Chile's", "Chilean". */
function ownerAt(units: readonly Unit[], at: number, context: Context): string | null {
  const name = units[at]?.name;
  if (!name || context.gazetteer.entities.get(name.id)?.kind !== "state") return null;
  const possessive = ["'s", "'", "\u2019s", "\u2019"].includes(units[at + 1]?.lower ?? "");
  return name.usage === "adjective" || possessive ? name.id : null;
}

/** What nobody would call few. */
const FEW = 20;

function readAmount(unit: Unit, opening: Opening): boolean {
  const quantity = unit.quantity;
  if (!quantity || quantity.kind === "label" || quantity.kind === "ordinal") return false;
  if (quantity.kind !== "cardinal") {
    opening.quantifier ??= { kind: "most" };
    return true;
  }
  if (quantity.vague && quantity.value === null && quantity.lo < 10) {
    opening.quantifier ??=
      quantity.only || quantity.lo < 2 ? { kind: "most", atMost: FEW } : { kind: "some" };
    return true;
  }
  const exact =
    quantity.only ||
    quantity.exact ||
    (quantity.value === null ? false : quantity.comparisons.length > 0);
  opening.count = { lo: quantity.lo, hi: quantity.hi, text: quantity.text, exact };
  return true;
}

/** The noun that is counted, or the names. */
function headAt(
  units: readonly Unit[],
  at: number,
  opening: Opening,
  context: Context,
): { concept: string | null; members: readonly string[]; form: string; to: number } | null {
  const { groups } = context.grammar;
  const counted =
    opening.quantifier !== null ||
    opening.count !== null ||
    opening.allBut !== null ||
    opening.other;
  const unit = units[at];
  if (!unit) return null;
  const names = namesAt(units, at, context);
  if (names && (names.count > 1 || names.ids.length > 1)) {
    if (!counted && !opening.only) return null;
    return { concept: null, members: names.ids, form: names.last, to: names.to };
  }
  if (names && opening.only && !counted) {
    if (units[names.to]?.lower === "'s" || units[names.to]?.lower === "'") return null;
    return { concept: null, members: names.ids, form: names.last, to: names.to };
  }
  if (!counted && !opening.only) return null;
  const concept = classOf(unit, context);
  if (!groups.heads.includes(concept ?? "") && isElided(unit, opening, context))
    return { concept: groups.heads[0] ?? null, members: [], form: "countries", to: at };
  if (concept === null || !groups.heads.includes(concept)) return null;
  if (opening.only && !counted) return null;
  let to = at + 1;
  // "nations and territories": counted together.
  if (
    ["and", "&", "or"].includes(units[to]?.lower ?? "") &&
    units[to + 1]?.classed &&
    !units[to + 1]?.name
  )
    to += 2;
  return { concept, members: [], form: unit.form, to };
}

/** "Only four of the five border Norway": the noun is left out before a verb. */
function isElided(unit: Unit, opening: Opening, context: Context): boolean {
  const { quantifier, count, of, definite } = opening;
  if (!definite || count === null || unit.name || unit.quantity || unit.time) return false;
  const { be, do: does, other } = context.grammar["question-auxiliaries"];
  if ([...be, ...does, ...other].includes(unit.lower)) return true;
  if (quantifier === null && of === undefined) return false;
  return (
    unit.senses.some((s) => s.pos === "v") ||
    [unit.lower, unit.lower.replace(/s$/u, ""), unit.lower.replace(/e?s$/u, "")].some(
      (form) => context.lexicon.words.v.get(form) !== undefined,
    )
  );
}

function classOf(unit: Unit, context: Context): string | null {
  if (unit.name || !unit.classed) return null;
  for (const { sense } of unit.senses) if (sense.kind === "class") return sense.concept;
  // "neighbour of" as a phrase is a relation; the word by itself names the class. To be party to a
  // treaty is to be bound by it.
  for (const sense of nounSenses(unit.lower, context))
    if (sense.kind === "class")
      return unit.senses.length > 0 && sense.concept === context.grammar.rules.bound[0]
        ? null
        : sense.concept;
  return null;
}

function nounSenses(word: string, context: Context) {
  const { n } = context.lexicon.words;
  const stems = [
    word,
    word.replace(/s$/u, ""),
    word.replace(/ies$/u, "y"),
    word.replace(/es$/u, ""),
  ];
  return stems.map((stem) => n.get(stem)).find((senses) => senses !== undefined) ?? [];
}

interface Tail {
  readonly to: number;
  readonly except: readonly string[];
  readonly listed: readonly string[];
  readonly including: readonly string[];
  readonly continent: string | null;
  readonly owner: string | null;
}

/** What sets a list apart from the class that it belongs to, and what ends it. */
const ENCLOSING: Readonly<Record<string, readonly string[]>> = {
  ",": [","],
  "(": [")"],
  "-LRB-": ["-RRB-"],
  "-": ["-"],
  "–": ["–"],
  "—": ["—"],
};

/** What narrows or illustrates the class behind its noun. */
function tailAt(
  units: readonly Unit[],
  at: number,
  context: Context,
  classy: boolean,
): Tail | null {
  const { groups } = context.grammar;
  const none: Omit<Tail, "to"> = {
    except: [],
    listed: [],
    including: [],
    continent: null,
    owner: null,
  };
  const ends = ENCLOSING[units[at]?.form ?? ""];
  const comma = ends?.includes(",") ?? false;
  const start = ends ? at + 1 : at;
  const isEnd = (to: number): boolean => ends?.includes(units[to]?.form ?? "") ?? false;
  const close = (to: number): number => (isEnd(to) ? to + 1 : to);
  if (ends && !comma) {
    const names = namesAt(units, start, context, true);
    return names && names.count > 1 && isEnd(names.to)
      ? { ...none, listed: [...names.ids], to: names.to + 1 }
      : null;
  }
  const exceptEnd = phraseEnd(units, start, groups.except);
  if (exceptEnd > 0) {
    const names = namesAt(units, exceptEnd, context);
    if (names) return { ...none, except: [...names.ids], to: close(names.to) };
  }
  const mentioned = phraseEnd(units, start, [
    ...groups.mentioned,
    ...(classy ? groups.everywhere : []),
  ]);
  if (mentioned > 0) {
    const beside = phraseEnd(units, mentioned, groups.additive);
    const whom = beside > 0 ? namesAt(units, beside, context) : null;
    return { ...none, to: close(whom ? whom.to : mentioned) };
  }
  if (comma) {
    const including = phraseEnd(units, start, groups.including);
    const names = namesAt(units, including > 0 ? including : start, context);
    if (names && including > 0) return { ...none, including: [...names.ids], to: close(names.to) };
    if (names) {
      const included = phraseEnd(units, names.to, groups.included);
      if (included > 0) return { ...none, including: [...names.ids], to: close(included) };
      // An appositive list closes with a comma or the sentence.
      if (names.count > 1 && (units[names.to]?.lower === "," || names.to >= units.length - 1))
        return { ...none, listed: [...names.ids], to: close(names.to) };
    }
    return null;
  }
  // "Each of the states France, Spain and Peru": a list that needs no comma.
  const listed = classy ? namesAt(units, at, context) : null;
  if (listed && listed.count > 1) return { ...none, listed: [...listed.ids], to: listed.to };
  if (["of", "in", "from"].includes(units[at]?.lower ?? "") && classy) {
    const behind = units[at + 1]?.lower === "the" ? at + 2 : at + 1;
    const continent = groups.continents[units[behind]?.lower ?? ""];
    if (continent !== undefined) return { ...none, continent, to: behind + 1 };
    const owner = units[behind]?.name;
    if (
      units[at]?.lower === "of" &&
      owner?.usage === "name" &&
      context.gazetteer.entities.get(owner.id)?.kind === "state"
    )
      return { ...none, owner: owner.id, to: behind + 1 };
  }
  return null;
}

/** The quantifier of the whole. "All five", "each of the five": the number only says which. */
function settle(opening: Opening, named: number): Quantifier | null {
  const { quantifier, count, only, definite, other, of, allBut } = opening;
  if (allBut !== null) {
    const total = count && count.lo === count.hi ? count.lo : named;
    const rest = total - allBut;
    const text = `all but ${allBut}`;
    return rest > 0
      ? { kind: "count", count: { lo: rest, hi: rest, text, exact: true }, definite, of: total }
      : null;
  }
  if (quantifier?.kind === "all" && count && named === 0)
    return { kind: "count", count, definite: true };
  if (quantifier && (quantifier.kind !== "some" || definite) && count) {
    const { kind } = quantifier;
    if (kind === "count" || kind === "only" || kind === "not-only" || kind === "the")
      return quantifier;
    return { kind, of: count.lo === count.hi ? count.lo : undefined };
  }
  if (count) {
    // "Only the three Benelux states": how many they are says nothing more.
    if (named > 0 && count.lo === named && count.hi === named && (only || !count.exact))
      return { kind: only ? (opening.notOnly ? "not-only" : "only") : "all" };
    return { kind: "count", count: only ? { ...count, exact: true } : count, definite, of };
  }
  if (only) return { kind: opening.notOnly ? "not-only" : "only" };
  if (quantifier) return quantifier;
  return other ? { kind: definite ? "all" : "some" } : null;
}

/** "The Benelux states but Luxembourg": all the rest of them. "The three, Spain, France and Peru,": these. */
function restAt(units: readonly Unit[], at: number, context: Context): FoundGroup | null {
  const names = namesAt(units, at, context);
  if (!names || names.count > 1 || names.ids.length < 2) return null;
  const tail = tailAt(units, names.to, context, false);
  if (!tail || (tail.except.length === 0 && tail.listed.length === 0)) return null;
  return {
    group: {
      members: tail.listed.length > 0 ? tail.listed : names.ids,
      concept: null,
      quantifier: { kind: "all" },
      except: tail.except,
      head: names.last,
      plural: true,
    },
    to: tail.to,
  };
}
