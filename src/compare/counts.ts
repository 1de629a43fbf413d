/** Numbers that the evidence itself gives. */
import type { Count, Item, Proposition } from "../meaning.ts";
import { includedValue } from "./exceptions.ts";
import { bearingOn } from "./match.ts";
import type { Facts } from "./simple.ts";
import { compareTerms } from "./terms.ts";
import type { Evaluation, World } from "./types.ts";

/** "Over 160 nations adhere": the evidence itself counts. */
export function numericEvaluation(
  proposition: Proposition,
  item: Item,
  facts: Facts,
  world: World,
): Evaluation | null {
  if (item.among) return null;
  const claim = claimedCount(item.quantifier);
  if (claim === null) return null;
  const few = item.quantifier?.kind === "most";
  for (const fact of facts.index.bearingOn(proposition)) {
    const counted = fact.proposition.items.find(
      (i) => i.quantifier?.kind === "count" && i.depth === 0,
    );
    if (counted?.quantifier?.kind !== "count") continue;
    const relation = compareTerms(item.term, counted.term, world);
    if (relation !== "equal" && relation !== "more-general") continue;
    if (fact.proposition.sign !== proposition.sign) continue;
    const bare = {
      ...proposition,
      sign: 1 as const,
      items: proposition.items.filter((i) => i !== item),
    };
    const bearing = bearingOn(
      { ...bare, items: [...bare.items, { ...counted, quantifier: null, role: item.role }] },
      fact,
      world,
    );
    if (bearing?.value !== (fact.proposition.sign > 0 ? "true" : "false")) continue;
    const source = boundedCount(counted.quantifier.count);
    const reason = `the source says ${source.text}, the claim ${claim.text}`;
    if (!few && source.lo >= claim.lo && source.hi <= claim.hi)
      return { value: "true", bearings: [{ ...bearing, value: "true", reason }] };
    if (source.hi < claim.lo || source.lo > claim.hi)
      return { value: "false", bearings: [{ fact, value: "false", reason, covers: true }] };
  }
  return null;
}

/** The number that a quantifier names: "over 50", "hardly any". */
function claimedCount(quantifier: Item["quantifier"]): Count | null {
  if (quantifier?.kind === "count") return quantifier.count;
  if (quantifier?.kind !== "most" || quantifier.atMost === undefined) return null;
  return { lo: 0, hi: quantifier.atMost, text: "few" };
}

/** "Over 50, Chile among them": Chile as well. */
export function withIncluded(
  number: Evaluation,
  proposition: Proposition,
  item: Item,
  spread: (p: Proposition) => Evaluation,
  world: World,
): Evaluation {
  if (number.value !== "true" || proposition.sign < 0) return number;
  const included = includedValue(proposition, item, spread, world);
  return included === null || included.value === "true" ? number : included;
}

/** "Over N" is said of no more than about a quarter above it. */
function boundedCount(count: Count): Count {
  return Number.isFinite(count.hi)
    ? count
    : { ...count, hi: Math.ceil(count.lo * QUARTER_MORE) - 1 };
}

const QUARTER_MORE = 1.24;
