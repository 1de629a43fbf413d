/** What the sources say of one proposition taken by itself, fact by fact. */
import type { Item, Proposition, Term } from "../meaning.ts";
import { settleRoles } from "../roles.ts";
import { isSpeaker } from "./attribution.ts";
import type { FactIndex } from "./fact-index.ts";
import type { Gists } from "./gist/gists.ts";
import { TOPICAL } from "./items.ts";
import { bearingOn } from "./match.ts";
import { ownedAct } from "./owned.ts";
import { compareTerms } from "./terms.ts";
import type { Bearing, Evaluation, Fact, World } from "./types.ts";
import { NEITHER, negate } from "./values.ts";

/** What the sources say: statement by statement, and as whole sentences. */
export interface Facts {
  readonly index: FactIndex;
  readonly gists: Gists;
}

/** Does a fact tell of a decision by the one whom the claim names? If not, it is another decision. */
function isDecider(claim: Proposition, fact: Fact): boolean {
  const agents = (p: Proposition): readonly string[] =>
    p.items.flatMap((i) =>
      i.depth === 0 && i.role === "agent" && i.term.kind === "entity" ? [i.term.id] : [],
    );
  return agents(claim).some((id) => agents(fact.proposition).includes(id));
}

export function evaluateSimple(proposition: Proposition, facts: Facts, world: World): Evaluation {
  const plain = evaluateOwn(proposition, facts, world);
  const plan =
    plain.value === "neither" || plain.value === "false" ? resolved(proposition, world) : null;
  if (!plan) return plain;
  const own = evaluateOwn({ ...plan, sign: 1 }, facts, world);
  const planned = plan.sign > 0 ? own : negate(own);
  const timeless = proposition.when.length + proposition.distances.length === 0;
  if (planned.value === "true" && timeless && actsItself(plan, world)) return planned;
  const foreign =
    plain.bearings.every((b) => b.clash && !isDecider(proposition, b.fact)) &&
    actsItself(plan, world);
  if (planned.value === "false" && (plain.value === "neither" || foreign)) return planned;
  return foreign ? NEITHER : plain;
}

/** "Norway is one of the countries that …": that it is a country no source need say. */
function isOfItsKind({ concept, items, when }: Proposition, world: World): boolean {
  const [who, what] = items;
  return (
    concept === "be" &&
    items.length === 2 &&
    when.length === 0 &&
    who?.term.kind === "entity" &&
    what?.term.kind === "class" &&
    compareTerms(what.term, who.term, world) === "more-general"
  );
}

/**
 * "Chile is a Nordic country": who belongs to a group is known from its name. A group that is only
 * described ("the five allies") tells whom it holds, not whom it leaves out.
 */
function membership(
  { concept, items, when }: Proposition,
  world: World,
): { readonly id: string; readonly value: "true" | "false" } | null {
  const [who, what] = items;
  if (concept !== "be" || items.length !== 2 || when.length > 0) return null;
  if (who?.term.kind !== "entity" || what?.term.kind !== "entity") return null;
  if (what.role !== "theme" || what.quantifier !== null) return null;
  const group = world.entities.get(what.term.id);
  const thing = world.entities.get(who.term.id);
  // "Smith is Peru's president": one person is no other, and is what he or she is called.
  if (group?.kind === "person" && thing?.kind === "person" && group.inBase && thing.inBase)
    return { id: group.id, value: group.id === thing.id ? "true" : "false" };
  if (!group || !thing || group.members.length === 0 || thing.members.length > 0) return null;
  const { id } = thing;
  if (group.members.includes(id)) return { id, value: "true" };
  const alike = group.members.every((m) => world.entities.get(m)?.kind === thing.kind);
  const described = group.classes.some((c) => thing.classes.includes(c));
  return alike && !described ? { id, value: "false" } : null;
}

/** What shows that a source speaks of somebody at all: the first thing that it says of them. */
function tellingsOf(
  { id, value }: { readonly id: string; readonly value: "true" | "false" },
  { index }: Facts,
  world: World,
): Bearing[] {
  const group = (term: Term): boolean =>
    term.kind === "entity" &&
    (term.id === id || (world.entities.get(term.id)?.members.includes(id) ?? false));
  for (const fact of index.values())
    if (
      !fact.onlyRefutes &&
      fact.proposition.items.some((i) => i.role === "agent" && group(i.term))
    )
      return [{ fact, value, reason: `the source says: ${fact.statement}`, covers: true }];
  return [];
}

function evaluateOwn(proposition: Proposition, facts: Facts, world: World): Evaluation {
  const concepts = [proposition.concept, ...(world.concepts.contraries[proposition.concept] ?? [])];
  const bearings: Bearing[] = [];
  for (const concept of concepts) {
    for (const fact of facts.index.bearingOn(proposition, concept)) {
      const bearing = bearingOn(proposition, fact, world);
      if (bearing) bearings.push(bearing);
    }
  }
  const told = fromBearings(
    bearings.filter((b) => !b.clash || !isToldOtherwise(proposition, b.fact, facts, world)),
  );
  if (told.value !== "neither") return told;
  if (isOfItsKind(proposition, world)) return { value: "true", bearings: [] };
  const member = membership(proposition, world);
  if (member) return { value: member.value, bearings: tellingsOf(member, facts, world) };
  return proposition.concept === world.concepts.remarks
    ? remarkOn(proposition, facts, world)
    : told;
}

/** "mentioned Chile": somebody did whose words, as the sources tell them, have it. */
function remarkOn(p: Proposition, facts: Facts, world: World): Evaluation {
  const agent = p.items.find((i) => i.depth === 0 && i.role === "agent");
  const topics = p.items.filter((i) => i !== agent);
  if (!agent || topics.length === 0 || p.when.length + p.distances.length > 0) return NEITHER;
  const own = [...facts.index.values()]
    .filter((f) => f.speaker !== null && !f.onlyRefutes)
    .filter((f) =>
      isSpeaker({ term: agent.term, text: "", denied: false }, f.speaker ?? "", world),
    );
  const fact = own.find(({ proposition: { concept, items } }) =>
    topics.every(
      (t) =>
        t.quantifier === null &&
        ((t.term.kind === "event" && t.term.concept === concept) ||
          items.some((i) => compareTerms(t.term, i.term, world) === "equal")),
    ),
  );
  if (!fact) return NEITHER;
  const reason = `the source says: ${fact.statement}`;
  return { value: "true", bearings: [{ fact, value: "true", reason, covers: true }] };
}

/** Another telling of the event has the very participants of the claim: then nothing clashes with them. */
function isToldOtherwise(
  proposition: Proposition,
  fact: Fact,
  facts: Facts,
  world: World,
): boolean {
  const roles = world.relations.get(proposition.concept)?.oneValue ?? [];
  const nested = (i: Item): boolean => ownedAct(i, proposition.items, world) !== null;
  // "signed a decree on joining": that a decree was signed doesn't tell what it is on.
  const topic = (i: Item): boolean =>
    (i.depth > 0 || TOPICAL.has(i.role)) &&
    i.term.kind === "event" &&
    fact.proposition.items.some(
      (o) =>
        (o.role === i.role || (TOPICAL.has(o.role) && TOPICAL.has(i.role))) &&
        compareTerms(i.term, o.term, world) === "disjoint",
    );
  const own = proposition.items.filter(
    (i) =>
      (i.depth === 0 && roles.includes(i.role) && i.term.kind === "entity") ||
      nested(i) ||
      topic(i),
  );
  if (own.length === 0) return false;
  const ids = own.flatMap(({ term }) => (term.kind === "entity" ? [term.id] : []));
  return facts.index
    .naming(ids, proposition.concept)
    .some(
      (other) =>
        other !== fact &&
        other.proposition.sign > 0 &&
        proposition.when.length === 0 &&
        own.every((i) =>
          other.proposition.items.some(
            (o) =>
              (nested(i) || topic(i) || (o.depth === 0 && o.role === i.role)) &&
              compareTerms(i.term, o.term, world) === "equal",
          ),
        ),
    );
}

/**
 * One telling that has it so outweighs another that merely differs; only where the base says that
 * its sources conflict do both count.
 */
function fromBearings(bearings: readonly Bearing[]): Evaluation {
  const yes = bearings.filter((b) => b.value === "true");
  const no = bearings.filter((b) => b.value === "false");
  const conflict = yes.some((y) =>
    no.some(
      (n) =>
        y.fact.conflictsWith.includes(n.fact.claim) || n.fact.conflictsWith.includes(y.fact.claim),
    ),
  );
  if (conflict) return { value: "both", bearings };
  if (yes.length > 0) return { value: "true", bearings: yes };
  return { value: no.length > 0 ? "false" : "neither", bearings: no };
}

/** "decided to stay": who decided to do something plans it, and doesn't if it plans the contrary. */
function resolved(p: Proposition, world: World): Proposition | null {
  if (!world.concepts.resolves.includes(p.concept)) return null;
  const at = p.items.findIndex(
    (i) => i.depth === 0 && i.role === "theme" && i.term.kind === "event",
  );
  const theme = p.items[at];
  if (theme?.term.kind !== "event") return null;
  const end = p.items.findIndex((i, index) => index > at && i.depth === 0);
  const own = p.items
    .slice(at + 1, end < 0 ? undefined : end)
    .map((i) => ({ ...i, depth: i.depth - 1 }));
  const roles = world.relations.get(theme.term.concept)?.roles ?? {};
  const others = [...p.items.slice(0, at), ...(end < 0 ? [] : p.items.slice(end))];
  return {
    ...p,
    concept: theme.term.concept,
    sign: theme.term.negated ? -1 : 1,
    mode: "planned",
    items: settleRoles([...others, ...own], roles),
    when: [],
    distances: [],
  };
}

/** A country that decides to leave plans it; a council that does decides for another. */
function actsItself(plan: Proposition, world: World): boolean {
  const kinds = world.relations.get(plan.concept)?.roles.agent;
  return plan.items.every(
    (i) =>
      i.depth > 0 ||
      i.role !== "agent" ||
      (i.term.kind === "entity" && (kinds?.includes(i.term.type) ?? true)),
  );
}
