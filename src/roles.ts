import type { Item } from "./meaning.ts";

/**
 * Settles the core roles by what a relation takes: "Chile's withdrawal from the treaty" has
 * Chile leave, "the treaty's ratification by Chile" has Chile ratify.
 */
export function settleRoles(
  items: readonly Item[],
  roles: Readonly<Record<string, readonly string[]>>,
): Item[] {
  const kindsOf = (item: Item): string[] =>
    "concept" in item.term
      ? [item.term.concept, item.term.kind]
      : item.term.kind === "entity"
        ? [item.term.type]
        : [];
  const takes = (role: string, item: Item): boolean =>
    (roles[role] ?? []).some((kind) => kindsOf(item).includes(kind)) || isAnyOf(role, item, roles);
  // "None of the five has a border with Chile": a counted class holds its role.
  const counted = (item: Item): boolean =>
    item.quantifier !== null && (item.term.kind === "class" || item.term.kind === "set");
  const isSole = (role: string, item: Item): boolean =>
    Object.keys(roles).every((r) => takes(r, item) === (r === role));
  const filled = new Set(
    items.filter((i) => i.depth === 0 && (takes(i.role, i) || counted(i))).map((i) => i.role),
  );
  // "They left because of Chile's war": Chile wages it, that it left isn't said.
  const ofCause = (item: Item): boolean => {
    const at = items.indexOf(item);
    return (
      item.depth > 0 &&
      [items[at - 1], items[at + 1]].some(
        (i) => i?.role === "because" && i.depth === 0 && i.term.kind === "event",
      )
    );
  };
  // "They ratified the court's decision": the court decided, that it ratified isn't said.
  const ownsAct = (item: Item, role: string): boolean => {
    if (item.depth === 0 || role !== "agent") return false;
    const at = items.indexOf(item);
    const act = ["of", "by", "from"].includes(item.role)
      ? items.slice(0, at).findLast((i) => i.term.kind !== "quality")
      : ["'s", "'", "mod"].includes(item.role)
        ? items.slice(at + 1).find((i) => i.term.kind !== "quality")
        : undefined;
    if (act?.term.kind !== "event") return false;
    // "It was issued after the court's decision": nor that the court issued it.
    const beside = act.depth === 0 && !["agent", "theme", "mod"].includes(act.role);
    return (beside && filled.has("theme")) || Object.keys(roles).some((r) => takes(r, act));
  };
  // "The king's deputy signed": that the king did isn't said.
  const ownsDoer = (item: Item, role: string): boolean => {
    if (item.depth === 0 || role !== "agent" || item.term.kind !== "entity") return false;
    if (!["person", "body"].includes(item.term.type)) return false;
    const at = items.indexOf(item);
    const doer = ["'s", "'"].includes(item.role)
      ? items.slice(at + 1).find((i) => i.term.kind !== "quality")
      : ["of"].includes(item.role)
        ? items.slice(0, at).findLast((i) => i.term.kind !== "quality")
        : undefined;
    return (
      doer?.role === "agent" &&
      doer.depth === item.depth - 1 &&
      ["class", "word"].includes(doer.term.kind)
    );
  };
  const settled = new Map<Item, string>();
  // The core's own dependents first, then what hangs deeper, if a role is still open for one of them.
  for (const shallow of [true, false]) {
    const open = items.filter(
      (i) => (i.depth === 0) === shallow && !takes(i.role, i) && !ofCause(i),
    );
    for (const item of open) {
      if (settled.has(item)) continue;
      // Those against whom it is done don't do it.
      const role = Object.keys(roles).find(
        (r) =>
          !filled.has(r) &&
          takes(r, item) &&
          !(r === "agent" && item.role === "against") &&
          !(r === "agent" && item.role === "of" && isDoneByAnother(item, items, takes)) &&
          !ownsAct(item, r) &&
          !ownsDoer(item, r),
      );
      if (role === undefined) continue;
      const others = open.filter((o) => takes(role, o) && !areListed(o, item));
      if (!shallow && others.some((o) => o !== item)) continue;
      filled.add(role);
      settled.set(item, role);
      // "The plans of Chile and Peru": who is named in one breath has one part.
      for (const other of open) {
        const isListed =
          item.role === "theme" ? shallow && isSole(role, other) : areListed(other, item);
        if (isListed && item.role === other.role && isLike(other, item) && takes(role, other))
          settled.set(other, role);
      }
    }
  }
  return items.map((item) => {
    const role = settled.get(item);
    if (role !== undefined)
      return { ...item, role, depth: 0, ...(isTold(item, role) ? {} : { loose: true }) };
    return item.depth > 0 && takes(item.role, item) && !filled.has(item.role)
      ? { ...item, depth: 0 }
      : item;
  });
}

/** "the invasion of Chile by Peru": it is Peru that invades. */
function isDoneByAnother(
  item: Item,
  items: readonly Item[],
  takes: (role: string, item: Item) => boolean,
): boolean {
  return items.some(
    (o) => o !== item && o.role === "by" && o.term.kind === "entity" && takes("agent", o),
  );
}

/** "of Chile and Peru": names of one list. */
function areListed(a: Item, b: Item): boolean {
  return a.list !== undefined && a.list === b.list;
}

function isLike({ term: a }: Item, { term: b }: Item): boolean {
  return a.kind === "entity" && b.kind === "entity" && a.type === b.type;
}

/** "Chile's withdrawal", "a decision by Chile": whose an act is has done it. */
function isTold({ role, depth }: Item, settled: string): boolean {
  if (settled !== "agent") return true;
  return depth === 0 && ["of", "by", "'s", "'", "from", "mod"].includes(role);
}

/**
 * "borders none of the three countries", "the withdrawal of the five states": a counted class behind
 * a preposition stands for its members.
 */
function isAnyOf(
  role: string,
  { quantifier, term, depth, role: own }: Item,
  roles: Readonly<Record<string, readonly string[]>>,
): boolean {
  const links = role === "theme" ? ["of", "with"] : role === "agent" ? ["of", "by"] : [];
  return (
    depth === 0 &&
    quantifier !== null &&
    (term.kind === "class" || term.kind === "set") &&
    links.includes(own) &&
    (roles[role]?.includes("state") ?? false)
  );
}
