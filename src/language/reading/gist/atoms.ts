/** Everything that a word of a sentence can stand for. */
import type { GistAtom, GistSense, Mode } from "../../../meaning.ts";
import type { Sense } from "../../lexicon/types.ts";
import { demands, isOperator } from "../clause/predicates.ts";
import { isOneNamed } from "../clause/quantifier.ts";
import { URGING } from "../clause/speakers.ts";
import { isGeneric, isOfOthers, termOf } from "../clause/terms.ts";
import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node, senseOf } from "../parse/tree.ts";
import { isActOnThing, isEmpty, isPlain } from "./kinds.ts";
import { sideOf } from "./sides.ts";

/** What an atom is unless something says more of it. */
export const ORDINARY = { plain: false, joins: false, negates: false, modes: [] };

/** Everything that a word can stand for; null where it carries no meaning of its own. */
export function atomOf(
  node: Node,
  region: number,
  says: boolean,
  context: Context,
): GistAtom | null {
  const degree = node.upos === "ADV" && !node.unit.name;
  const base = {
    ...ORDINARY,
    text: node.form,
    region,
    says,
    degree,
    bound: [],
    side: sideOf(node, context),
    key: false,
  };
  const term = termOf(node, context);
  // "one of the reasons": the reasons tell all.
  if (node.lower === "one" && childrenBy(node, "nmod").length > 0) return null;
  const quantity = node.unit.quantity;
  if (quantity && node.head && isOneNamed(node.head, quantity.lo, quantity.hi, context))
    return null;
  if (node.unit.name || node.unit.quantity) {
    if (term?.kind === "entity")
      return {
        ...base,
        senses: [{ kind: "entity", key: term.id, negated: false }],
        plain: isOwnerOfName(node, context),
        joins: false,
        negates: false,
        modes: [],
      };
    if (term?.kind === "label")
      return {
        ...base,
        senses: [{ kind: "label", key: `${term.noun} ${term.value}`, negated: false }],
      };
    return {
      ...base,
      senses: [{ kind: "word", key: node.lower, negated: false }],
    };
  }
  if (isPresupposedNeed(node)) return null;
  if (isGeneric(node, context) || isOfOthers(node, context))
    return { ...base, senses: [{ kind: "word", key: node.lower, negated: false }] };
  const all = sensesOf(node, context);
  const senses = all.flatMap((s) => gistSense(s, context));
  // "bound to leave" is an operator, "bound by rules" none.
  const own = node.senses[0]?.kind === "event" && !isOperator(node, context);
  const operator = own || isAttitude(node, context) ? null : senseOf(node, "operator");
  // "on an uneven field": most prepositions only join; "against", "outside" deny.
  const joining = ["case", "mark"].includes(node.rel) && !(senses[0]?.negated ?? false);
  const empty =
    joining || isEmpty(node, context) || (isPlain(senses, context) && !isActOnThing(node, context));
  // "what he termed …": the verb only reports, whatever its noun means.
  const reports =
    node.senses.length > 0 && node.senses.every((s) => s.kind === "speech" || s.kind === "light");
  const light =
    (empty && !isRuled(node, context)) ||
    reports ||
    operator !== null ||
    (senses.length === 0 &&
      all.some((s) => s.kind === "light" || s.kind === "speech" || s.kind === "operator"));
  if (senses.length === 0 && !light) {
    if (term?.kind !== "word") return null;
    return {
      ...base,
      senses: [{ kind: "word", key: term.lemma, negated: false }],
    };
  }
  const negates = operator
    ? operator.negated
    : senses.length > 0 &&
      isPlain(senses, context) &&
      (senses[0]?.negated ?? false) &&
      // "irrespective of what the others do" denies nothing.
      !["amod", "advmod", "case"].includes(node.rel) &&
      !isSaidTwice(node);
  return {
    ...base,
    senses,
    plain: light,
    joins: empty,
    negates,
    modes: modesOf(node, operator, context),
  };
}

/** "Passed over it in silence": one denial. */
function isSaidTwice(node: Node): boolean {
  const own = senseOf(node, "event");
  for (let up = node.head; up && own; up = up.head) {
    const above = senseOf(up, "event");
    if (above?.concept === own.concept && above.negated === own.negated) return true;
  }
  return false;
}

/** "is free to leave", "may not stay": what a rule lets or forbids is what the sentence is about. */
export function isRuled(node: Node, { grammar }: Context): boolean {
  const { ban, duty } = grammar.rules;
  return (
    ["xcomp", "csubj", "advcl", "ccomp"].includes(node.rel) &&
    node.senses.some((s) => s.kind === "event") &&
    (node.head?.senses.some((s) => s.kind === "event" && [ban, duty].includes(s.concept)) ?? false)
  );
}

/** "the president of Chile": the name says the same. */
function isOwnerOfName(node: Node, context: Context): boolean {
  const { entities } = context.gazetteer;
  const owned = node.head?.unit.name && entities.get(node.head.unit.name.id);
  return owned?.of != null && owned.of === node.unit.name?.id;
}

/** "the requisite vote was held", "has yet to get the needed consent": that it is needed goes without saying. */
function isPresupposedNeed(node: Node): boolean {
  const noun = node.rel === "amod" ? node.head : null;
  const verb = noun && ["nsubj", "obj"].includes(noun.rel) ? noun.head : null;
  const carrier = verb && senseOf(verb, "light") ? verb : verb && childrenBy(verb, "xcomp")[0];
  return (
    noun !== null &&
    carrier != null &&
    carrier.upos === "VERB" &&
    senseOf(carrier, "light") !== null &&
    senseOf(noun, "event") !== null &&
    node.senses.some((s) => s.kind === "operator" && s.mode === "required")
  );
}

/** "regretted the step", unlike "regretted that it was taken": the verb says what one thinks of a thing. */
export function isAttitude(node: Node, context: Context): boolean {
  const event = node.senses.find((s) => s.kind === "event");
  return (
    event !== undefined &&
    !context.lexicon.kin.plain.has(event.concept) &&
    childrenBy(node, "obj").length > 0 &&
    childrenBy(node, "ccomp", "xcomp").length === 0
  );
}

/** In what modes a word puts what follows: "asked them to join" tells nothing of whether they did. */
function modesOf(
  node: Node,
  operator: { readonly mode: Mode | null } | null,
  context: Context,
): Mode[] {
  if (demands(node, context)) return ["required"];
  if (operator?.mode) return isBareNeed(node, operator.mode) ? [] : [operator.mode];
  const urges =
    URGING.has(senseOf(node, "speech")?.name ?? "") &&
    childrenBy(node, "xcomp", "advcl").some((c) => markOf(c) === "to");
  return urges ? ["urged"] : [];
}

/** "an obligation", "is necessary": what has to be is not said to be still ahead, unlike what hangs on a vote. */
function isBareNeed(node: Node, mode: Mode): boolean {
  return (
    mode === "required" &&
    (node.upos === "NOUN" || node.upos === "ADJ") &&
    childrenBy(node, "acl", "xcomp", "ccomp", "csubj", "advcl").length === 0 &&
    !childrenBy(node, "obl").some((c) => ["on", "upon", "to"].includes(markOf(c)))
  );
}

/** "used to be hidden": as a verb of time it has no other sense. */
function onlyTells({ senses: [first] }: Node): boolean {
  return first?.kind === "operator" && first.name === "time";
}

/** The senses of a word under every part of speech, the tagger's first. */
function sensesOf(node: Node, context: Context): readonly Sense[] {
  const { words } = context.lexicon;
  const more =
    node.unit.senses.length > 0 || onlyTells(node)
      ? []
      : (["v", "n", "a"] as const).flatMap(
          (pos) => words[pos].get(node.lemma) ?? words[pos].get(node.lower) ?? [],
        );
  return [...node.senses, ...more];
}

function gistSense(sense: Sense, context: Context): GistSense[] {
  const canonical = (concept: string, negated: boolean, kind: "concept" | "class"): GistSense[] => {
    const kin = context.lexicon.kin.same.get(concept);
    return kin
      ? [{ kind: "concept", key: kin.concept, negated: kin.negated !== negated }]
      : [{ kind, key: concept, negated }];
  };
  switch (sense.kind) {
    case "event":
    case "quality":
      return canonical(sense.concept, sense.negated, "concept");
    case "class":
      return [
        ...canonical(sense.concept, false, "class"),
        { kind: "class", key: sense.concept, negated: false },
      ];
    case "office":
      return [{ kind: "class", key: sense.concept, negated: false }];
    default:
      return [];
  }
}
