/** What the words of a statement about a rule are: who is bound, what is done, what lets or forbids it. */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import type { Node } from "../parse/tree.ts";
import { roleOf } from "./norm-roles.ts";
import { actsOf, allSenses } from "./norm-senses.ts";

/** What English has for norms, besides `RuleWords`. */
export interface NormWords {
  /** Words that say nothing where a rule is told. */
  readonly plain: readonly string[];
  /** Nouns for what a rule is made of, and for those things that acts are. */
  readonly terms: readonly string[];
  /** Words that name an act where a rule is told, by its concept. */
  readonly acts: Readonly<Record<string, readonly string[]>>;
  /** Words that name an act before the things that it is done to alone, by its concept. */
  readonly handing: Readonly<Record<string, readonly string[]>>;
  /** Verbs for what is done to a rule when it is made. */
  readonly drafting: readonly string[];
  /** Words that let something happen. */
  readonly lets: readonly string[];
  /** Verbs that keep somebody from an act. */
  readonly bars: readonly string[];
  /** Words that turn the sense round. */
  readonly turns: readonly string[];
  /** Words that demand. */
  readonly demands: readonly string[];
  /** Words that take something out of a ban. */
  readonly exempts: readonly string[];
  /** Words before those who are bound on a condition ("if", "where"). */
  readonly supposing: readonly string[];
  /** Words that join two statements about a rule. */
  readonly joins: readonly string[];
  /** Words that a rule's favour of an act is told with. */
  readonly favours: readonly string[];
  /** Words that open a clause on whom a rule binds. */
  readonly opens: readonly string[];
  /** Words for nobody, of whom what is denied is said of all. */
  readonly nobody: readonly string[];
  /** Words before the rule that somebody is under. */
  readonly inside: readonly string[];
  /** Words that open a list put before the clause. */
  readonly fronts: readonly string[];
  /** Words of holding, before a permission ("keeps the right to"). */
  readonly holds: readonly string[];
  /** Where somebody or something stands; outside of a ban it is let. */
  readonly outside: readonly string[];
  /** Nouns for how far a rule reaches. */
  readonly scopes: readonly string[];
  /** Words that only say what something comes to. */
  readonly means: readonly string[];
  /** Concepts of leaving those bound. */
  readonly leaving: readonly string[];
  /** Classes of what those bound owe. */
  readonly dues: readonly string[];
  /** Acts that a rule demands. */
  readonly demanded: readonly string[];
  /** Concepts of keeping to a rule and of breaking it. */
  readonly keeping: string;
}

export type Role =
  | {
      readonly is:
        | "source"
        | "thing"
        | "bound"
        | "plain"
        | "join"
        | "let"
        | "ban"
        | "duty"
        | "provide"
        | "mute"
        | "favour"
        | "turn"
        | "exempt"
        | "keep"
        | "break"
        | "supposing"
        | "comma"
        | "mean"
        | "unbound"
        | "other";
    }
  | { readonly is: "act"; readonly concept: string; readonly negated: boolean };

/** Each word with what it is in a sentence about a rule. */
export interface Told {
  readonly node: Node;
  readonly role: Role;
}

/** What each word is; null where one is none of them. */
export function rolesOf(nodes: readonly Node[], context: Context): Told[] | null {
  const told: Told[] = [];
  for (const [i, node] of nodes.entries()) {
    const role = roleOf(node, nodes, i, context);
    if (role === null) return null;
    told.push({ node, role });
  }
  return placed(told) ? told : null;
}

/** "Without breaking it" turns the sense round, "without a licence" doesn't. */
function placed(told: readonly Told[]): boolean {
  return told.every((t, i) => {
    const next = told.slice(i + 1).find((o) => o.role.is !== "plain");
    return t.node.lower !== "without" || next?.role.is === "break" || next?.role.is === "ban";
  });
}

/** Can a sentence be about a rule alone? Cheaper to tell than to read it. */
export function mayBeNorm(units: readonly Unit[], context: Context): boolean {
  const { rules } = context.grammar;
  return units.every((unit) => {
    if (unit.time || unit.group) return false;
    if (!unit.name) return true;
    const kind = context.gazetteer.entities.get(unit.name.id)?.kind ?? "";
    return rules.sources.includes(kind) || rules.things.includes(kind);
  });
}

/** "renouncing drones": without another act, what is renounced is using them. */
export function withActs(told: readonly Told[] | null, context: Context): readonly Told[] | null {
  if (told === null || told.some((t) => t.role.is === "act")) return told;
  return told.map((t) => {
    if (t.role.is !== "turn") return t;
    const act = allSenses(t.node, context).find((s) => s.kind === "event" && s.negated);
    const known = act?.kind === "event" && actsOf(context).includes(act.concept);
    return known ? { ...t, role: { is: "act", concept: act.concept, negated: true } } : t;
  });
}

/** Those whom the rule doesn't bind: "those that have not signed", "who left", "outside it". */
export function isUnbound(told: readonly Told[], { grammar }: Context): boolean {
  const { norms } = grammar;
  return told.some((t, i) => {
    if (t.role.is === "unbound") return true;
    if (t.role.is !== "join") return false;
    for (const before of told.slice(0, i).reverse()) {
      // "cannot be bound and make them": not both.
      const both = told.slice(i).findIndex((o) => o.node.lower === "and");
      const act = told.slice(i).findIndex((o) => o.role.is === "act");
      if (before.role.is === "turn")
        return !norms.nobody.includes(before.node.lower) && !(both > 0 && both < act);
      if (before.role.is !== "plain" || norms.opens.includes(before.node.lower)) return false;
    }
    return false;
  });
}

/** Those of some words that are of one of these kinds. */
export const some = (told: readonly Told[], ...kinds: readonly Role["is"][]): Told[] =>
  told.filter((t) => kinds.includes(t.role.is));
