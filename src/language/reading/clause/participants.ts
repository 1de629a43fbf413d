/** Who and what takes part in what a clause tells, and when it was. */
import type { Item, Term, When } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import { isBelow, markOf, type Node } from "../parse/tree.ts";
import { isOnlyOfDate, isUntil, whenOf } from "../times/when.ts";
import type { Carried } from "./carriers.ts";
import type { Clause, Core } from "./core.ts";
import { contrary, deniedAct } from "./denied.ts";
import { itemsOf } from "./items.ts";
import { isHiddenVerb, isMistaken } from "./negation.ts";
import { isOwner, isPassive, placeOf } from "./places.ts";
import { quantifierOf } from "./quantifier.ts";
import { termOf } from "./terms.ts";
import { isVague } from "./vague.ts";

/** The parts of a clause beside its event. */
export interface Participants {
  readonly items: Item[];
  readonly when: When[];
  /** Which of the times says until when. */
  readonly until: number | null;
  /** Words for how long. */
  readonly lengths: readonly Node[];
  /** Whether a date is said to be the only one. */
  readonly onlyDate: boolean;
  /** Words that mean something and found no place. */
  readonly unread: readonly string[];
}

/** Gives every word of a clause that carries nothing its place. */
export function readParticipants(clause: Clause, { used, carriers }: Carried): Participants {
  const { region, content, core, context } = clause;
  const items: Item[] = [];
  const unread: string[] = region.nodes.filter((n) => isMistaken(n, context)).map((n) => n.form);
  const when: When[] = [];
  const lengths: Node[] = [];
  let until: number | null = null;
  let onlyDate = false;
  const passive = isPassive(region, core.node, carriers);
  for (const node of content) {
    if (node.unit.time) {
      const read = whenOf(node, node.unit.time, context);
      if (!read) lengths.push(node);
      else {
        if (isUntil(node, node.unit.time, context)) until ??= when.length;
        when.push(read);
      }
      continue;
    }
    if (isIdleNumber(node) || isVague(node, context)) unread.push(node.form);
    if (isOnlyOfDate(node, content, context)) {
      onlyDate = true;
      continue;
    }
    if (isLacked(node, clause) && used.has(node)) unread.push(node.form);
    if (used.has(node) || node === core.node) continue;
    const term = termOf(node, context);
    if (!term || isOwner(node, context)) continue;
    const again = isEventAgain(term, core);
    // "maim or kill", "is and stays bound": the same said twice.
    if (again && term.negated === core.negated && isCoordinated(node, core.node)) continue;
    const place = placeOf(node, core.node, carriers, region, passive, context);
    // "goes before parliament for consideration": the event once more.
    if (again && place.depth === 0 && !term.negated) {
      const counted = countedBy(node, context);
      if (counted === "unread") unread.push(node.form);
      else if (counted) items.push(counted);
      continue;
    }
    const read = itemsOf(node, place.role, place.depth, context);
    const denied = region.nodes.some((n) => deniedAct(n, core.node, content, context) === node);
    items.push(...(denied ? read.map(contrary) : read));
  }
  unread.push(...region.nodes.filter((n) => isHiddenVerb(n, context)).map((n) => n.form));
  return { items, when, until, lengths, onlyDate, unread };
}

/** "was signed without any action of the king": what is lacking says something, light as its noun may be. */
function isLacked(node: Node, { core, context }: Clause): boolean {
  return (
    node.upos === "NOUN" &&
    node !== core.node &&
    context.grammar.without.includes(markOf(node)) &&
    !isBelow(core.node, node) &&
    isBelow(node, core.carrier ?? core.node)
  );
}

/** "its membership is below 90": a number that counts nothing here. */
function isIdleNumber({ unit, rel, children }: Node): boolean {
  // "two thirds of the deputies": of one body, which is no class to be counted.
  const share = children.some((c) => c.rel === "nmod" && c.unit.name !== null);
  if (unit.quantity && share && /\b(?:third|half|quarter|fifth|percent|%)/u.test(unit.lower))
    return true;
  return unit.quantity?.kind === "cardinal" && ["root", "obj", "obl", "nsubj"].includes(rel);
}

function isEventAgain(term: Term, core: Core): term is Term & { kind: "event" } {
  return term.kind === "event" && term.concept === core.concept;
}

/** "90 parties have joined": how many there are can't be left out. */
function countedBy(node: Node, context: Context): Item | "unread" | null {
  const quantifier = quantifierOf(node, context);
  if (quantifier?.kind !== "count") return null;
  const concept = classOf(node, context);
  if (concept === null) return "unread";
  const term: Term = { kind: "class", concept };
  return { role: "agent", term, depth: 0, quantifier, except: [], text: node.form };
}

/** The class that a noun names, whatever event it names besides. */
function classOf(node: Node, context: Context): string | null {
  const forms = [node.lemma, node.lower.replace(/ies$/u, "y"), node.lower.replace(/s$/u, "")];
  const senses = [...node.senses, ...forms.flatMap((f) => context.lexicon.words.n.get(f) ?? [])];
  return senses.find((s) => s.kind === "class")?.concept ?? null;
}

function isCoordinated(a: Node, b: Node): boolean {
  return (a.rel === "conj" && a.head === b) || (b.rel === "conj" && b.head === a);
}
