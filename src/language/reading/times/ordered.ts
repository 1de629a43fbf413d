import type { Distance, Item, Proposition, When } from "../../../meaning.ts";
import { bareUnit, type Unit } from "../../units/units.ts";
import type { Read } from "../clause/clause.ts";
import { termOf } from "../clause/terms.ts";
import type { Context } from "../context.ts";
import type { Node } from "../parse/tree.ts";
import { isTimed, undated } from "./dating.ts";
import { type Split, splitsOf } from "./temporal.ts";
import { spanWhen } from "./when.ts";

/** Words parsed and read by themselves. */
export interface Part {
  readonly nodes: readonly Node[];
  readonly reads: readonly Read[];
}

export interface Ordered {
  /** The first is the one that the sentence asserts. */
  readonly propositions: readonly Proposition[];
  readonly unread: readonly string[];
  readonly nodes: readonly Node[];
}

/**
 * Reads a sentence that orders two events in time ("six years after it came into force, Chile
 * ratified it") or says of an event when it was ("the date of the decision was a Sunday"). Each side
 * is parsed by itself. Null where there is no such order, or one of events whose times no base tells.
 */
export function readOrdered(
  units: readonly Unit[],
  read: (units: readonly Unit[]) => Part,
  context: Context,
): Ordered | null {
  for (const split of splitsOf(units, context.temporal.patterns)) {
    const ordered =
      split.rule.order === "dated"
        ? readDated(split, read, context)
        : readPair(split, read, context);
    if (ordered) return ordered;
  }
  return null;
}

/** Modes in which an event lies in the past or the present. */
const REAL = new Set(["fact", "done", "begun", "continued"]);

function readPair(
  split: Split,
  read: (units: readonly Unit[]) => Part,
  context: Context,
): Ordered | null {
  if (split.a.length === 0) return null;
  // "only takes effect a month after": "only" points to the time.
  const order =
    split.rule.order === "after" || split.rule.order === "before" || split.rule.unit === "year";
  const side = (side: readonly Unit[]): Part => {
    const deed = order ? deedOf(side, context) : null;
    return read(deed ?? standIn(side, context));
  };
  const first = side(split.a.filter((u, i) => i === 0 || !context.grammar.only.includes(u.lower)));
  const second = side(split.b);
  const measured = split.length !== null;
  const [a, b] = [principal(first, context, measured), principal(second, context, measured)];
  if (!a || !b || b.sign < 0) return null;
  // "after 40 states had ratified it": that one of them did tells no date.
  if (b.items.some((i) => i.term.kind === "class" && i.quantifier?.kind === "count")) return null;
  if (split.rule.lasting && !context.relations.get(a.concept)?.oneValue.includes("start"))
    return null;
  // With several clauses before it, the time may belong to another one.
  if (first.reads.filter((r) => r.proposition && r.region.link !== "relative").length > 1)
    return null;
  if (split.length === null && !REAL.has(a.mode) && split.rule.order !== "same") return null;
  if (split.rule.until && a.sign > 0) return null;
  const event = fillFrom(b, a, context);
  const claim = fillFrom(a, event, context);
  const asserted: Proposition = {
    ...claim,
    sign: split.rule.until ? 1 : split.negated ? (-claim.sign as 1 | -1) : claim.sign,
    distances: [...claim.distances, distanceOf(standing(split, claim), event)],
  };
  const others = [...first.reads, ...second.reads].flatMap((r) =>
    r.proposition && r !== headOf(first) && r !== headOf(second) ? [r.proposition] : [],
  );
  return {
    propositions: [asserted, ...(b.when.length > 0 || split.rule.both ? [event] : []), ...others],
    unread: [...first.reads, ...second.reads].flatMap((r) => r.unread),
    nodes: [...first.nodes, ...second.nodes],
  };
}

/** "Has no effect for a year after its publication": from that moment on it has none. */
function standing(split: Split, { sign }: Proposition): Split {
  const lasts = sign < 0 && split.rule.order === "after" && split.length?.lasting === true;
  return lasts ? { ...split, rule: { ...split.rule, order: "same" }, length: null } : split;
}

function distanceOf({ rule, length, text }: Split, event: Proposition): Distance {
  const direction = rule.order === "dated" ? "same" : rule.order;
  return {
    direction,
    days: length?.days ?? null,
    years: length?.years ?? null,
    unit: rule.unit ?? null,
    event,
    date: null,
    text: length?.text ?? text,
  };
}

function headOf({ reads }: Pick<Part, "reads">): Read | undefined {
  return (
    reads.find((r) => r.region.link === "main" && r.proposition) ?? reads.find((r) => r.proposition)
  );
}

/**
 * The event that a side speaks of: its main clause's, or the only one that there is. Of some the base
 * only tells how long before or after others they were.
 */
function principal(
  { reads }: Pick<Part, "reads">,
  context: Context,
  measured = false,
): Proposition | null {
  const main = headOf({ reads })?.proposition;
  const event = main && undated(main, context);
  if (!event) return null;
  const placed = measured && context.relations.get(event.concept)?.oneValue.includes("order");
  return placed || isTimed(event.concept, context) ? event : null;
}

/** "the move", "the war": a noun that points back to an event told elsewhere says which one. */
function standIn(units: readonly Unit[], context: Context): readonly Unit[] {
  return units.map((unit) => {
    const word = unit.name ? undefined : context.temporal.standIns.get(unit.lower);
    return word === undefined
      ? unit
      : {
          ...unit,
          form: word,
          lower: word,
          classed: false,
          speech: false,
          asserts: [],
          senses: [],
        };
  });
}

/** "after the decree": a thing by itself stands for what makes it, the noun for which is given. */
function deedOf(
  units: readonly Unit[],
  { temporal, grammar, gazetteer }: Context,
): readonly Unit[] | null {
  const [named, ...more] = units.filter(
    (u) => !grammar.determiners.includes(u.lower) && u.name?.usage !== "adjective",
  );
  if (!named?.name || more.length > 0) return null;
  const kind = gazetteer.entities.get(named.name.id)?.kind ?? "";
  const deed = temporal.standIns.get(`<${kind}>`);
  const [like] = units;
  return deed && like ? [bareUnit(deed, like), bareUnit("of", like), ...units] : null;
}

/** "its publication", "after it came into force": who or what is left out is taken from the other event. */
function fillFrom(p: Proposition, other: Proposition, context: Context): Proposition {
  const roles = context.relations.get(p.concept)?.roles ?? {};
  // Never with what the other event is about: "its ratification and the decision to leave" are of two things.
  const kindsOf = (item: Item): string[] =>
    item.term.kind === "class"
      ? [item.term.concept]
      : item.term.kind === "entity"
        ? [item.term.type]
        : [];
  const items = [...p.items];
  const single = context.relations.get(p.concept)?.oneValue ?? [];
  for (const [role, kinds] of Object.entries(roles)) {
    // "was signed after the council's decision": that the council signed it is not said; "the war"
    // of one side is not waged by the other side's subject.
    const open = role === "agent" && (single.includes(role) || p.items.length === 0);
    if (open || items.some((i) => i.depth === 0 && i.role === role)) continue;
    const found = other.items.find(
      (i) =>
        i.quantifier === null &&
        !items.some((o) => sameTerm(o, i)) &&
        kindsOf(i).some((k) => kinds.includes(k)),
    );
    if (found) items.push({ ...found, role, depth: 0 });
  }
  return { ...p, items };
}

function sameTerm(a: Item, b: Item): boolean {
  return JSON.stringify(a.term) === JSON.stringify(b.term);
}

/** "The date of X was a Sunday", "X fell on a weekend", "X bears the date …". */
function readDated(
  split: Split,
  read: (units: readonly Unit[]) => Part,
  context: Context,
): Ordered | null {
  const { rule, dates } = split;
  const when = dates.flatMap((date) => {
    // "dates from 1997": then, not since then.
    const relation = rule.relation ?? (date.relation === "from" ? "in" : date.relation);
    const read = spanWhen({ ...date, relation }, rule.begins ?? false);
    return read ? [shiftWhen(read, rule.shift ?? 0)] : [];
  });
  if (when.length === 0) return null;
  const part = read(split.b);
  // "the accord from which they seek release": the noun counts, not the clause about it.
  const root = part.nodes.find((n) => n.head === null);
  const term = root && termOf(root, context);
  const clauses = part.reads.filter((r) => r.proposition);
  const named = term?.kind === "entity" && clauses.every((r) => r.region.link === "relative");
  const event = named ? null : principal(part, context);
  const sign = split.negated ? -1 : 1;
  const rest = { nodes: part.nodes, unread: part.reads.flatMap((r) => r.unread) };
  if (event) {
    const others = part.reads.flatMap((r) =>
      r.proposition && r !== headOf(part) ? [r.proposition] : [],
    );
    return {
      ...rest,
      propositions: [
        {
          ...event,
          mode: "done",
          sign: (event.sign * sign) as 1 | -1,
          when: [...event.when, ...when],
        },
        ...others,
      ],
    };
  }
  if (!root || !named) return null;
  const theme: Item = {
    role: "theme",
    term,
    depth: 0,
    quantifier: null,
    except: [],
    text: root.form,
  };
  return {
    ...rest,
    unread: clauses.flatMap((r) => r.unread),
    propositions: [
      {
        concept: "dated",
        sign,
        mode: "done",
        items: [theme],
        when,
        distances: [],
        speaker: null,
        text: split.text,
      },
      ...clauses.flatMap((r) => (r.proposition ? [r.proposition] : [])),
    ],
  };
}

/** "The day after X was a Monday": X was on a Sunday. */
function shiftWhen(when: When, days: number): When {
  if (days === 0) return when;
  return {
    ...when,
    days: when.days && { lo: when.days.lo - days, hi: when.days.hi - days },
    weekdays: when.weekdays?.map((d) => (d - days + 7) % 7) ?? null,
    yearless: null,
  };
}
