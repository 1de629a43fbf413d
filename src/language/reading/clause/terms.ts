/** What a word of a sentence stands for. */
import type { Term } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import type { Group } from "../groups/groups.ts";
import { childrenBy, type Node, textOf } from "../parse/tree.ts";
import { entityTerm, namingPlace } from "./names.ts";
import { ownerOf } from "./owner.ts";
import { isLooseThing } from "./predicates.ts";
import { quantifierOf } from "./quantifier.ts";

/** Words of these classes never carry meaning of their own. */
const EMPTY = new Set([
  "DET",
  "ADP",
  "AUX",
  "CCONJ",
  "SCONJ",
  "PART",
  "PUNCT",
  "PRON",
  "INTJ",
  "SYM",
]);

/** What a word stands for; null where it carries no meaning of its own. */
export function termOf(node: Node, context: Context): Term | null {
  if (node.unit.group) return groupTerm(node.unit.group);
  if (node.unit.name) return entityTerm(node, context);
  if (node.unit.time || node.unit.mark) return null;
  const quantity = node.unit.quantity;
  if (quantity?.kind === "label")
    return { kind: "label", noun: quantity.noun, value: quantity.value };
  // "The second to leave": nothing says who came when.
  if (quantity?.kind === "ordinal" && node.rel !== "advmod")
    return { kind: "word", lemma: quantity.text };
  if (quantity) return null;
  if (isGeneric(node, context) || isOfOthers(node, context))
    return { kind: "word", lemma: node.lower };
  // "looked into the questions": things of which nothing more is told, whatever else the word can be.
  const isLoose = isLooseThing(node);
  for (const sense of node.senses) {
    if (isLoose && (sense.kind === "speech" || sense.kind === "light")) continue;
    switch (sense.kind) {
      case "event":
        return { kind: "event", concept: sense.concept, negated: sense.negated };
      case "class":
        return (
          ownCountry(node, sense.concept, context) ??
          namedText(node, sense.concept, context) ?? { kind: "class", concept: sense.concept }
        );
      case "office":
        return officeTerm(node, sense.concept, sense.of, context);
      case "quality":
        return { kind: "quality", concept: sense.concept, negated: sense.negated };
      case "light":
      case "filler":
      case "operator":
      case "speech":
        return null;
    }
  }
  if (node.xpos.startsWith("W") || node.rel === "discourse") return null;
  if (EMPTY.has(node.upos) || context.grammar.determiners.includes(node.lower)) return null;
  if (node.upos === "ADV" && isGrammatical(node, context)) return null;
  if (isGrammatical(node, context)) return null;
  return { kind: "word", lemma: node.lemma };
}

/** "Treaties bind states": rules of their kind as such, not one that a source speaks of. */
export function isGeneric(node: Node, { grammar }: Context): boolean {
  const [sense] = node.senses;
  return (
    node.xpos === "NNS" &&
    node.upos === "NOUN" &&
    sense?.kind === "class" &&
    grammar.rules.sources.includes(sense.concept) &&
    node.rel === "nsubj" &&
    node.children.length === 0
  );
}

/** "other treaties", "all treaties": more than the one that is spoken of. */
export function isOfOthers({ senses, children, xpos }: Node, { grammar }: Context): boolean {
  const [sense] = senses;
  return (
    sense?.kind === "class" &&
    grammar.rules.sources.includes(sense.concept) &&
    children.some(
      (c) =>
        grammar.other.includes(c.lower) ||
        (xpos === "NNS" && grammar.quantifiers.all.includes(c.lower)),
    )
  );
}

/** "the king's country"; "his country": the one whose the person is that the sentence is about. */
function ownCountry(node: Node, concept: string, context: Context): Term | null {
  if (quantifierOf(node, context)) return null;
  const countryOf = (owner: string | null | undefined): Term | null => {
    const country = owner ? context.gazetteer.entities.get(owner) : undefined;
    if (!country) return null;
    const kinds = context.lexicon.words.n.get(country.kind) ?? [];
    return kinds.some((s) => s.kind === "class" && s.concept === concept)
      ? { kind: "entity", id: country.id, type: country.kind }
      : null;
  };
  for (const owner of childrenBy(node, "nmod")) {
    const known = owner.unit.name && context.gazetteer.entities.get(owner.unit.name.id);
    if (owner.subtype === "poss" && known?.kind === "person") return countryOf(known.of);
  }
  if (!childrenBy(node, "nmod").some((c) => c.xpos === "PRP$")) return null;
  for (let at: Node | null = node.head; at; at = at.head) {
    for (const subject of childrenBy(at, "nsubj")) {
      const owner = subject.unit.name && context.gazetteer.entities.get(subject.unit.name.id)?.of;
      if (owner && context.gazetteer.entities.has(owner)) return countryOf(owner);
    }
  }
  return null;
}

/** "the Lisbon Protocol", "the Prague accords": a text that a place before it names is that one alone. */
function namedText(node: Node, concept: string, context: Context): Term | null {
  const { kinds } = context.grammar.topics;
  let at: string | undefined = concept;
  while (at !== undefined && !kinds.includes(at)) at = context.lexicon.parents.get(at);
  if (at === undefined || !namingPlace(node)) return null;
  return { kind: "word", lemma: textOf(node).toLowerCase() };
}

/** What a joined list or counted class stands for. */
export function groupTerm(group: Group): Term {
  return group.concept === null
    ? { kind: "set", members: group.members }
    : { kind: "class", concept: group.concept };
}

/** Negations, quantifiers, focus words and the like are read by their own rules. */
export function isGrammatical(node: Node, context: Context): boolean {
  const { grammar } = context;
  const word = node.lower;
  // "disregarding the rules" is no "disregarding the others" where it is the predicate.
  if (node.upos === "VERB" && childrenBy(node, "aux").length > 0) return false;
  return (
    grammar.negations.includes(word) ||
    grammar.empty.includes(word) ||
    grammar.only.includes(word) ||
    grammar.other.includes(word) ||
    grammar.without.includes(word) ||
    grammar.except.includes(word) ||
    grammar.determiners.includes(word) ||
    Object.values(grammar.quantifiers).some((list) => list.includes(word))
  );
}

/** An office that is an entity's by its nouns ("the head of state") is the entity, else its own thing. */
function officeTerm(node: Node, concept: string, kind: string, context: Context): Term {
  const owner = ownerOf(node, context);
  return {
    kind: "entity",
    id: owner === null ? `office:${concept}` : `office:${concept}@${owner}`,
    type: kind,
  };
}

/** Who speaks: "a Norwegian deputy" is one of that country's. */
export function speakerTerm(node: Node, context: Context): Term | null {
  const term = termOf(node, context);
  if (term?.kind !== "class") return term;
  const owner = ownerOf(node, context);
  return owner !== null && context.gazetteer.entities.get(owner)?.kind === "state"
    ? { kind: "entity", id: `office:${term.concept}@${owner}`, type: "person" }
    : term;
}
