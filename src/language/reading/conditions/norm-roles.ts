/** What one word is where a rule is told. The first step that knows it decides. */
import type { Sense } from "../../lexicon/types.ts";
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
import type { Role } from "./norm-words.ts";

type EventSense = Extract<Sense, { kind: "event" }>;

/** A word in its place in the sentence. */
interface Word {
  readonly node: Node;
  readonly nodes: readonly Node[];
  readonly at: number;
  readonly context: Context;
  /** "giving up" is "give up". */
  readonly base: string;
  /** The word after it. */
  readonly next: string;
  readonly is: (words: readonly string[]) => boolean;
}

/** A word with everything that it can mean. */
interface Known extends Word {
  readonly senses: readonly Sense[];
  readonly events: readonly EventSense[];
  readonly classes: readonly string[];
}

/** What the word is, null where no rule is told with it, undefined where this step doesn't tell. */
type Told = Role | null | undefined;

const PLAIN: Role = { is: "plain" };

const BY_FORM: readonly ((word: Word) => Told)[] = [asName, asNumber, asDenial, asHinge];
const BY_SENSE: readonly ((word: Known) => Told)[] = [
  asPermission,
  asDraftOrBan,
  asAct,
  asTerm,
  asDutyOrKeeping,
  asThoseBound,
  asOperator,
];

/** What a word is in a sentence about a rule; null where it has no part in any. */
export function roleOf(
  node: Node,
  nodes: readonly Node[],
  at: number,
  context: Context,
): Role | null {
  const { lower, lemma } = node;
  const base = node.unit.senses.length === 0 ? lemma : lower.replace(/^\S+/u, lemma);
  const is = (words: readonly string[]): boolean => words.includes(lower) || words.includes(base);
  const word = { node, nodes, at, context, base, next: nodes[at + 1]?.lower ?? "", is };
  for (const step of BY_FORM) {
    const role = step(word);
    if (role !== undefined) return role;
  }
  const senses = allSenses(node, context);
  const events = senses.filter((s): s is EventSense => s.kind === "event");
  const classes = senses.flatMap((s) => (s.kind === "class" ? [s.concept] : []));
  for (const step of BY_SENSE) {
    const role = step({ ...word, senses, events, classes });
    if (role !== undefined) return role;
  }
  return isMannerOrFiller({ ...word, senses, events, classes }) ? PLAIN : null;
}

function asName({ node: { unit }, nodes, at, context }: Word): Told {
  if (unit.name) {
    const { rules } = context.grammar;
    const kind = context.gazetteer.entities.get(unit.name.id)?.kind ?? "";
    if (unit.name.usage === "adjective") return null;
    // "under the other treaty": not the one that is told of.
    const another = context.grammar.other.includes(nodes[at - 1]?.lower ?? "");
    if (rules.sources.includes(kind)) return another ? null : { is: "source" };
    return rules.things.includes(kind) ? { is: "thing" } : null;
  }
  return unit.group || unit.time ? null : undefined;
}

function asNumber({ node, nodes, at, context, is }: Word): Told {
  if (node.unit.quantity)
    return is(context.grammar.norms.plain) || countsThings(nodes, at, context) ? PLAIN : null;
  return node.lower === "," ? { is: "comma" } : undefined;
}

/** "Not only this" is no denial. */
function asDenial({ node: { lower }, nodes, at, context, next }: Word): Told {
  const { only, negations, "negative-pronouns": nobody } = context.grammar;
  if (only.includes(lower))
    return [nodes[at - 1], nodes[at + 1], nodes[at + 2]].some((n) =>
      negations.includes(n?.lower ?? ""),
    )
      ? PLAIN
      : null;
  if (negations.includes(lower) || lower === "no" || nobody.includes(lower))
    return only.includes(next) ? PLAIN : { is: "turn" };
  return undefined;
}

/** Words that a statement about a rule turns on, whatever else they mean. */
function asHinge({ node, nodes, at, context, next, is }: Word): Told {
  const { norms, rules } = context.grammar;
  const { lemma } = node;
  if (is(norms.supposing)) return { is: "supposing" };
  const inPhrase = placeInPhrase(nodes, at, norms.supposing);
  if (inPhrase !== null) return inPhrase === 0 ? { is: "supposing" } : PLAIN;
  // "It stops countries making them", "keeps a member from making them".
  const kept = nodes.slice(at + 1).find((n) => !context.grammar.determiners.includes(n.lower));
  if (norms.bars.includes(lemma) && isBound(kept, context)) return { is: "ban" };
  if (is(norms.turns)) return { is: "turn" };
  if (is(norms.exempts)) return { is: "exempt" };
  if (is(norms.outside)) {
    const banned = nodes
      .slice(at + 1, at + 5)
      .some(
        (n) =>
          norms.scopes.includes(n.lemma) ||
          allSenses(n, context).some((s) => s.kind === "event" && s.concept === rules.ban),
      );
    return { is: banned ? "exempt" : "unbound" };
  }
  if (is(norms.favours) || norms.favours.includes(`${lemma} ${next}`)) return { is: "favour" };
  return is(norms.means) ? { is: "mean" } : undefined;
}

function asPermission({ node: { lemma }, context, next, is }: Known): Told {
  const { norms } = context.grammar;
  if (is(norms.lets) || norms.lets.includes(`${lemma} ${next}`)) return { is: "let" };
  return is(norms.demands) ? { is: "duty" } : undefined;
}

function asDraftOrBan({ node, nodes, at, context, base, next, events }: Known): Told {
  const { norms, rules } = context.grammar;
  const { lower, lemma } = node;
  // "was drawn up to protect it"
  const drafted = childrenBy(node, "nsubj").some(
    (c) => c.subtype === "pass" && isSource(c.unit, context),
  );
  if (drafted && (norms.drafting.includes(base) || norms.drafting.includes(lemma))) return PLAIN;
  if (lower === "against") {
    // "has nothing against it"
    if (nodes[at - 1]?.lower.endsWith("nothing")) return PLAIN;
    // "a rule against it", unlike "its use against somebody".
    const named = nodes.slice(0, at).some((n) => n.unit.name && !isSource(n.unit, context));
    return named ? null : { is: "ban" };
  }
  if (lemma === "provision" && (next === "for" || next === "on")) return { is: "provide" };
  const ruling = events.find((s) => s.concept === rules.ban);
  return ruling && { is: ruling.negated ? "let" : "ban" };
}

function asAct(word: Known): Told {
  const { node, nodes, at, context, next, is } = word;
  const { norms, determiners } = context.grammar;
  const after = nodes.slice(at + 1, at + 3).find((n) => !determiners.includes(n.lower));
  if (is(norms.holds) && after && isRight(after, context)) return PLAIN;
  const act = actIn(word);
  if (act !== undefined && !isHelping(node))
    return { is: "act", concept: act.concept, negated: act.negated };
  return next === "that" && Object.values(norms.acts).some(is) ? PLAIN : undefined;
}

/** The act that a word names, be it only where a rule is told. */
function actIn(word: Known): { concept: string; negated: boolean } | undefined {
  const { nodes, at, context, next, is, events } = word;
  const { norms, determiners } = context.grammar;
  const object = nodes
    .slice(at + 1)
    .find((n) => !determiners.includes(n.lower) && n.lower !== "any");
  const handed = object?.unit.name?.usage === "name" && !isSource(object.unit, context);
  const named = [
    ...Object.entries(norms.acts),
    ...(handed ? Object.entries(norms.handing) : []),
  ].find(([, words]) => is(words))?.[0];
  if (named !== undefined && next !== "that") return { concept: named, negated: false };
  return events.find((s) => actsOf(context).includes(s.concept));
}

function asTerm({ node, context, is }: Known): Told {
  const { plain, terms, joins } = context.grammar.norms;
  return is(plain) || is(terms) || is(joins) || owes(node, context) ? PLAIN : undefined;
}

function asDutyOrKeeping({ context, events }: Known): Told {
  const { norms, rules } = context.grammar;
  const duty = events.find((s) => s.concept === rules.duty || s.concept === rules.demand);
  if (duty) return duty.negated ? null : { is: "duty" };
  const keeping = events.find((s) => s.concept === norms.keeping);
  if (keeping) return { is: keeping.negated ? "break" : "keep" };
  const provides = events.find((s) => s.concept === rules.provision);
  return provides && { is: provides.negated ? "mute" : "provide" };
}

function asThoseBound({ node, context, events, classes }: Known): Told {
  const { norms, rules } = context.grammar;
  if (classes[0] !== undefined && rules.bound[0] === classes[0]) return { is: "bound" };
  if (events.some((s) => norms.leaving.includes(s.concept) && !s.negated)) return { is: "unbound" };
  const adheres = events.find((s) => rules.adherence.includes(s.concept));
  if (adheres?.negated) return { is: "unbound" };
  if (adheres) return { is: node.upos === "NOUN" ? "bound" : "join" };
  if (classes.some((c) => rules.bound.includes(c))) return PLAIN;
  // "the deal": one that binds.
  return classes.some((c) => rules.sources.includes(c)) && isDefinite(node)
    ? { is: "bound" }
    : undefined;
}

function asOperator({ node, nodes, at, context, senses }: Known): Told {
  const operator = senses.find((s) => s.kind === "operator");
  if (operator?.kind !== "operator") return undefined;
  const { negations, opinion } = context.grammar;
  if (operator.negated) return { is: "turn" };
  // "may go ahead and make them": that it is done is all that it says.
  if (operator.mode === null) return PLAIN;
  if (operator.mode === "urged" && !nodes.some((n) => negations.includes(n.lower)))
    return { is: "favour" };
  if (operator.mode === "possible") return { is: "let" };
  // "The treaty says that they should": a duty, and no opinion.
  const told = nodes.some(
    (n, i) => isSource(n.unit, context) && nodes[i + 1]?.senses.some((o) => o.kind === "speech"),
  );
  if (opinion.includes(node.lower) && !told) return null;
  if (operator.mode === "required") return { is: "duty" };
  // "forbids threatening to use it": not the act itself.
  const ahead = nodes.slice(at + 1).find((n) => n.lower !== "to" && n.lower !== "with");
  const acted =
    ahead &&
    allSenses(ahead, context).some(
      (s) => s.kind === "event" && actsOf(context).includes(s.concept),
    );
  const isAhead = operator.mode === "planned" || operator.mode === "considered";
  return acted && isAhead ? { is: "other" } : null;
}

function isMannerOrFiller({ nodes, at, context, senses }: Known): boolean {
  if (senses.some((s) => s.kind === "speech") && nodes[at - 1]?.unit.name) return true;
  const { manner } = context.grammar.rules;
  if (senses.some((s) => s.kind === "quality" && !s.negated && manner.includes(s.concept)))
    return true;
  return senses.length > 0 && senses.every((s) => s.kind === "filler" || s.kind === "light");
}
