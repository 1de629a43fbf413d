/** What the words of a statement about a rule are: who is bound, what is done, what lets or forbids it. */
import type { Sense } from "../../lexicon/types.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { childrenBy, type Node } from "../parse/tree.ts";
import {
  actsOf,
  allSenses,
  countsThings,
  isBound,
  isDefinite,
  isHelping,
  isRight,
  isSource,
  owes,
  placeInPhrase,
} from "./norm-senses.ts";

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

function roleOf(node: Node, nodes: readonly Node[], at: number, context: Context): Role | null {
  const { rules, norms, negations } = context.grammar;
  const { lower, lemma, unit } = node;
  if (unit.name) {
    const kind = context.gazetteer.entities.get(unit.name.id)?.kind ?? "";
    if (unit.name.usage === "adjective") return null;
    if (rules.sources.includes(kind)) return { is: "source" };
    return rules.things.includes(kind) ? { is: "thing" } : null;
  }
  if (unit.group || unit.time) return null;
  // "giving up" is "give up".
  const base = unit.senses.length === 0 ? lemma : lower.replace(/^\S+/u, lemma);
  const is = (words: readonly string[]): boolean => words.includes(lower) || words.includes(base);
  if (unit.quantity)
    return is(norms.plain) || countsThings(nodes, at, context) ? { is: "plain" } : null;
  if (lower === ",") return { is: "comma" };
  // "Not only this": no denial.
  const next = nodes[at + 1]?.lower ?? "";
  if (context.grammar.only.includes(lower))
    return [nodes[at - 1], nodes[at + 1], nodes[at + 2]].some((n) =>
      context.grammar.negations.includes(n?.lower ?? ""),
    )
      ? { is: "plain" }
      : null;
  if (
    negations.includes(lower) ||
    lower === "no" ||
    context.grammar["negative-pronouns"].includes(lower)
  )
    return context.grammar.only.includes(next) ? { is: "plain" } : { is: "turn" };
  if (is(norms.supposing)) return { is: "supposing" };
  const inPhrase = placeInPhrase(nodes, at, norms.supposing);
  if (inPhrase !== null) return { is: inPhrase === 0 ? "supposing" : "plain" };
  // "It stops countries making them."
  if (norms.bars.includes(lemma) && isBound(nodes[at + 1], context)) return { is: "ban" };
  if (is(norms.turns)) return { is: "turn" };
  if (is(norms.exempts)) return { is: "exempt" };
  if (is(norms.outside)) {
    const [, ...rest] = nodes.slice(at, at + 5);
    const banned = rest.some(
      (n) =>
        norms.scopes.includes(n.lemma) ||
        allSenses(n, context).some((s) => s.kind === "event" && s.concept === rules.ban),
    );
    return { is: banned ? "exempt" : "unbound" };
  }
  if (is(norms.favours) || norms.favours.includes(`${lemma} ${next}`)) return { is: "favour" };
  if (is(norms.means)) return { is: "mean" };
  const senses = allSenses(node, context);
  const events = senses.filter((s): s is Extract<Sense, { kind: "event" }> => s.kind === "event");
  const object = nodes
    .slice(at + 1)
    .find((n) => !context.grammar.determiners.includes(n.lower) && n.lower !== "any");
  const handed = object?.unit.name?.usage === "name" && !isSource(object.unit, context);
  const named =
    next === "that"
      ? undefined
      : [...Object.entries(norms.acts), ...(handed ? Object.entries(norms.handing) : [])].find(
          ([, words]) => is(words),
        )?.[0];
  const act =
    named !== undefined
      ? { concept: named, negated: false }
      : events.find((s) => actsOf(context).includes(s.concept));
  if (is(norms.lets) || norms.lets.includes(`${lemma} ${next}`)) return { is: "let" };
  if (is(norms.demands)) return { is: "duty" };
  // "was drawn up to protect it"
  const drafted = childrenBy(node, "nsubj").some(
    (c) => c.subtype === "pass" && isSource(c.unit, context),
  );
  if (drafted && (norms.drafting.includes(base) || norms.drafting.includes(lemma)))
    return { is: "plain" };
  // "has nothing against it"
  if (lower === "against" && nodes[at - 1]?.lower.endsWith("nothing")) return { is: "plain" };
  // "a rule against it", unlike "its use against somebody".
  if (lower === "against")
    return nodes.slice(0, at).some((n) => n.unit.name && !isSource(n.unit, context))
      ? null
      : { is: "ban" };
  if (lemma === "provision" && (next === "for" || next === "on")) return { is: "provide" };
  const ruling = events.find((s) => s.concept === rules.ban);
  if (ruling) return { is: ruling.negated ? "let" : "ban" };
  const after = nodes
    .slice(at + 1, at + 3)
    .find((n) => !context.grammar.determiners.includes(n.lower));
  if (is(norms.holds) && after && isRight(after, context)) return { is: "plain" };
  if (act !== undefined && !isHelping(node))
    return { is: "act", concept: act.concept, negated: act.negated };
  if (next === "that" && Object.values(norms.acts).some(is)) return { is: "plain" };
  if (is(norms.plain) || is(norms.terms) || is(norms.joins)) return { is: "plain" };
  if (owes(node, context)) return { is: "plain" };
  const duty = events.find((s) => s.concept === rules.duty || s.concept === rules.demand);
  if (duty) return duty.negated ? null : { is: "duty" };
  const keeping = events.find((s) => s.concept === norms.keeping);
  if (keeping) return { is: keeping.negated ? "break" : "keep" };
  const provides = events.find((s) => s.concept === rules.provision);
  if (provides) return { is: provides.negated ? "mute" : "provide" };
  const classes = senses.flatMap((s) => (s.kind === "class" ? [s.concept] : []));
  if (classes[0] !== undefined && rules.bound[0] === classes[0]) return { is: "bound" };
  const adheres = events.find((s) => rules.adherence.includes(s.concept));
  if (events.some((s) => norms.leaving.includes(s.concept) && !s.negated)) return { is: "unbound" };
  if (adheres)
    return adheres.negated
      ? { is: "unbound" }
      : node.upos === "NOUN"
        ? { is: "bound" }
        : { is: "join" };
  if (classes.some((c) => rules.bound.includes(c))) return { is: "plain" };
  // "the deal": one that binds.
  if (classes.some((c) => rules.sources.includes(c)) && isDefinite(node)) return { is: "bound" };
  const operator = senses.find((s) => s.kind === "operator");
  if (operator?.kind === "operator") {
    if (operator.negated) return { is: "turn" };
    // "may go ahead and make them": that it is done is all that it says.
    if (operator.mode === null) return { is: "plain" };
    if (operator.mode === "urged" && !nodes.some((n) => negations.includes(n.lower)))
      return { is: "favour" };
    if (operator.mode === "possible") return { is: "let" };
    // "The treaty says that they should": a duty, and no opinion.
    const told = nodes.some(
      (n, i) => isSource(n.unit, context) && nodes[i + 1]?.senses.some((o) => o.kind === "speech"),
    );
    if (context.grammar.opinion.includes(lower) && !told) return null;
    if (operator.mode === "required") return { is: "duty" };
    // "forbids threatening to use it": not the act itself.
    const ahead = nodes.slice(at + 1).find((n) => n.lower !== "to" && n.lower !== "with");
    const acted =
      ahead &&
      allSenses(ahead, context).some(
        (s) => s.kind === "event" && actsOf(context).includes(s.concept),
      );
    return acted && (operator.mode === "planned" || operator.mode === "considered")
      ? { is: "other" }
      : null;
  }
  if (senses.some((s) => s.kind === "speech") && nodes[at - 1]?.unit.name) return { is: "plain" };
  if (senses.some((s) => s.kind === "quality" && !s.negated && rules.manner.includes(s.concept)))
    return { is: "plain" };
  return senses.length > 0 && senses.every((s) => s.kind === "filler" || s.kind === "light")
    ? { is: "plain" }
    : null;
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
