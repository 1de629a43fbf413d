/** What stands before a counted noun: how many, of how many, whose. */
import type { Count, Quantifier } from "../../../meaning.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { phraseEnd } from "./words.ts";

/** What stands before the noun: how many, and whether others than the ones spoken of are meant. */
export interface Opening {
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

export function openingAt(units: readonly Unit[], from: number, context: Context): Opening | null {
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

/** The quantifier of the whole. "All five", "each of the five": the number only says which. */
export function settle(opening: Opening, named: number): Quantifier | null {
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
