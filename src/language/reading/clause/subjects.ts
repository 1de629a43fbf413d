/** Whom a clause speaks of where it doesn't name them: shared subjects and pronouns. */
import type { Item } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import { kindsOf } from "../parse/choice.ts";
import { childrenBy, type Node, senseOf } from "../parse/tree.ts";
import type { Core } from "./core.ts";
import { itemsOf } from "./items.ts";
import { negated } from "./negation.ts";
import { isPassive } from "./places.ts";
import type { Region } from "./regions.ts";
import { termOf } from "./terms.ts";

/** The subject that a clause shares with the one above it. */
export function inheritSubject(
  region: Region,
  regions: readonly Region[],
  items: Item[],
  core: Node,
  context: Context,
): void {
  const passive = isPassive(region, core, []);
  if (region.link === "main") return;
  const has = (role: string): boolean => items.some((i) => i.depth === 0 && i.role === role);
  const role = passive ? "theme" : "agent";
  if (region.link === "relative") {
    const antecedent = region.head.head;
    if (!antecedent || antecedent === core) return;
    const gap = has(role) ? "theme" : role;
    if (has(gap)) return;
    const before = items.length;
    addWithModifiers(antecedent, gap, items, context);
    // "a state that has not joined": there is one, not that none has.
    if (negated(region, context) && isIndefinite(antecedent))
      items.splice(before, items.length, ...items.slice(before).map(asOneOfThem));
    return;
  }
  const parent = regions.find((r) => r.head === region.parent);
  if (has(role) || !parent) return;
  if (region.link === "complement") {
    const own = passive ? null : pronounOfSpeaker(parent, core, context);
    if (own) addWithModifiers(own, role, items, context);
    return;
  }
  // "accused Peru of breaking it": Peru did.
  const accused = parent.nodes.find(
    (n) => n.rel === "obj" && n.head && senseOf(n.head, "speech")?.name === "blame",
  );
  const subject = accused ?? parent.nodes.find((n) => n.rel === "nsubj");
  if (subject) addWithModifiers(subject, role, items, context);
  else if (parent.link === "relative" && parent.head.head)
    addWithModifiers(parent.head.head, role, items, context);
}

/**
 * "…, but its council had rejected it": what the pronoun stands for, the nearest thing before it
 * that the relation takes, else the object of the clause before.
 */
export function addPronoun(
  region: Region,
  regions: readonly Region[],
  items: Item[],
  core: Core,
  context: Context,
): void {
  if (items.some((i) => i.depth === 0 && i.role === "theme")) return;
  const pronoun = [...childrenBy(core.node, "obj", "nsubj")].find(
    (n) =>
      context.grammar["object-pronouns"].includes(n.lower) &&
      (n.rel === "obj" || n.subtype === "pass"),
  );
  if (!pronoun) return;
  const takes = context.relations.get(core.concept)?.roles.theme;
  const before = regions
    .flatMap((r) => r.nodes)
    .filter((n) => n.index < pronoun.index)
    .sort((a, b) => b.index - a.index);
  const found = takes
    ? before.find((n) => kindsOf(n, context).some((kind) => takes.includes(kind)))
    : before.find((n) => n.rel === "obj" && !region.nodes.includes(n));
  if (found) addWithModifiers(found, "theme", items, context);
}

function addWithModifiers(node: Node, role: string, items: Item[], context: Context): void {
  items.push(...itemsOf(node, role, 0, context).map(asExample));
  for (const child of childrenBy(node, "conj")) addWithModifiers(child, role, items, context);
}

/** "a state", "some state". */
export function isIndefinite(node: Node): boolean {
  return childrenBy(node, "det").some((d) => INDEFINITE.has(d.lower));
}

const INDEFINITE: ReadonlySet<string> = new Set(["a", "an", "some"]);

function asOneOfThem(item: Item): Item {
  return item.depth === 0 && item.term.kind === "class" && item.quantifier === null
    ? { ...item, quantifier: { kind: "some" } }
    : item;
}

/** "None of the countries that border Japan": that some of them do is what the clause says. */
function asExample(item: Item): Item {
  const kind = item.quantifier?.kind;
  return kind === "no" || kind === "all" || kind === "most" || kind === "not-all" || kind === "only"
    ? { ...item, quantifier: { kind: "some" } }
    : item;
}

/** "Peru said it would leave": the country that speaks, where it can do what "it" is said to do. */
function pronounOfSpeaker(parent: Region, core: Node, context: Context): Node | null {
  const pronoun = childrenBy(core, "nsubj").find((n) => ["it", "they"].includes(n.lower));
  const speaker = parent.nodes.find((n) => n.rel === "nsubj");
  const term = pronoun && speaker ? termOf(speaker, context) : null;
  if (!speaker || term?.kind !== "entity" || term.type !== "state") return null;
  const event = senseOf(core, "event");
  const takes = event ? context.relations.get(event.concept)?.roles.agent : undefined;
  return takes?.includes("state") ? speaker : null;
}
