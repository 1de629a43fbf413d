/** Who can take which part in what is done, by the relations of a base. */
import type { Base } from "./base/types.ts";
import type { Binding, Standalone } from "./language/context/types.ts";
import type { Meaning, Proposition } from "./meaning.ts";

/** What telling the roles of what is done draws on. */
export interface RoleTools {
  readonly base: Base;
  /** Concepts by the one whose contrary they are. */
  readonly contraries: Readonly<Record<string, readonly string[]>>;
  /** Ids of what the base is about. */
  readonly subject: readonly string[];
  /** Kinds of those who do it in what the sources say. */
  readonly doers: (concept: string) => readonly string[];
}

/** Who can take part in what is done, or in its contrary: nobody rejects whom nobody approves. */
function rolesOf(concept: string, { base, contraries }: RoleTools) {
  const concepts = [concept, ...(contraries[concept] ?? [])];
  const known = concepts.map((c) => base.relations.find((r) => r.concept === c));
  return known.find((r) => r !== undefined)?.roles;
}

/** What ties somebody to what is done: "to the treaty", "from it". */
const TIED = new Set(["to", "from"]);
/** The same for what a pronoun stands for: "they stay in it" is said of no country. */
const POINTED = new Set(["to", "from", "in"]);

/**
 * Do those bound do and undergo what they can? A treaty ratifies nothing, and nobody adheres to a
 * state.
 */
export function fitsRoles(meaning: Meaning, reading: Standalone, tools: RoleTools): boolean {
  const { bindings } = reading;
  const { base } = tools;
  if (reading.vague && bindings.some((b) => b.object) && lacksUndergoer(meaning, tools))
    return false;
  const isOf = (id: string, { means }: Binding): boolean =>
    id === `~${means.toLowerCase().replace(/^the /u, "")}` ||
    base.entities.some((e) => e.id === id && means.includes(e.name));
  const isBound = (id: string): boolean => bindings.some((b) => !b.owner && isOf(id, b));
  const isDeed = ({ object, means }: Binding): boolean =>
    object === true && !base.entities.some((e) => means.includes(e.name));
  const isObject = (id: string): boolean => bindings.some((b) => b.object && isOf(id, b));
  return allPropositions(meaning).every(({ concept, items }) => {
    return items.every(({ role, term, depth }, at) => {
      if (term.kind !== "entity" && term.kind !== "event") return true;
      // "They decided to leave it": what is left is what can be.
      const head = depth === 0 ? concept : headOf(items, at);
      const roles = head === null ? undefined : rolesOf(head, tools);
      if (!roles || (depth > 0 && term.kind === "event")) return true;
      const kind = term.kind === "event" ? term.concept : term.type;
      const isUndergoing = roles.theme?.includes(kind) ?? true;
      // "They adhere to it", after "its destruction is banned".
      if (term.kind === "event")
        return isUndergoing || !(TIED.has(role) || role === "theme") || !bindings.some(isDeed);
      if (!isBound(term.id)) return true;
      // "Who signed it?": what is signed doesn't sign.
      if (role === "agent" && !isUndergoing && isObject(term.id)) return false;
      return roles[role]?.includes(kind) ?? (isUndergoing || !POINTED.has(role));
    });
  });
}

/** "They adhere to it", after "its name is long": was what is adhered to nothing that can be? */
function lacksUndergoer(meaning: Meaning, tools: RoleTools): boolean {
  return allPropositions(meaning).some(({ concept, items }) => {
    const takes = rolesOf(concept, tools)?.theme;
    return takes !== undefined && !items.some((i) => i.depth === 0 && i.role === "theme");
  });
}

/** The event that an item below the first is said of; null where it is said of a thing. */
function headOf(items: Proposition["items"], at: number): string | null {
  const depth = items[at]?.depth ?? 0;
  const head = items.slice(0, at).findLast((i) => i.depth === depth - 1)?.term;
  return head?.kind === "event" ? head.concept : null;
}

/** Has everybody in it a part that what is done can have? States belong to no ministry. */
export function suitsRoles(meaning: Meaning, tools: RoleTools): boolean {
  const { base } = tools;
  const isThing = (kind: string): boolean => base.entities.some((e) => e.kind === kind);
  return allPropositions(meaning).every(({ concept, items }) => {
    const roles = rolesOf(concept, tools);
    if (!roles) return true;
    const all = Object.values(roles).flat();
    // What comes about once is told of what can: "ratify it" of no date.
    const isOnce = base.relations.some((r) => r.concept === concept && r.once);
    const takesNoEvent = isOnce || (roles.theme?.every(isThing) ?? false);
    return items.every(({ role, term, depth }) => {
      const taken = roles[role] ?? all;
      if (depth > 0) return true;
      if (term.kind === "entity") return taken.includes(term.type);
      if (term.kind !== "event") return true;
      const isOpen = role !== "agent" && !(role === "theme" && takesNoEvent);
      return isOpen || taken.includes(term.concept);
    });
  });
}

/**
 * "It has kept to the rules", after a state: is it told of the treaty though the sources tell it of
 * states, and the state would do?
 */
export function isStatesDeed(
  meaning: Meaning,
  first: Meaning,
  { doers, subject }: RoleTools,
): boolean {
  const agentsIn = (m: Meaning, concept: string): Entity[] =>
    allPropositions(m)
      .filter((p) => p.concept === concept)
      .flatMap(({ items }) =>
        items.flatMap(({ role, depth, term }) =>
          role === "agent" && depth === 0 && term.kind === "entity" ? [term] : [],
        ),
      );
  return allPropositions(meaning).some(({ concept }) => {
    const kinds = doers(concept);
    return (
      kinds.includes("state") &&
      agentsIn(meaning, concept).some((e) => subject.includes(e.id) && !kinds.includes(e.type)) &&
      agentsIn(first, concept).some((e) => e.type === "state")
    );
  });
}

type Entity = Extract<Proposition["items"][number]["term"], { kind: "entity" }>;

/** What a meaning says, its parts included. */
export function allPropositions(meaning: Meaning): Proposition[] {
  return [...meaning.propositions, ...(meaning.parts ?? []).flatMap(allPropositions)];
}
