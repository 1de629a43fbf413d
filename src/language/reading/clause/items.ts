import type { Item, Proposition, Quantifier, Term } from "../../../meaning.ts";
import { isPartOf } from "../../../owners.ts";
import type { Context } from "../context.ts";
import type { Group, Kin } from "../groups/groups.ts";
import { childrenBy, markOf, type Node, subtree, textOf } from "../parse/tree.ts";

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
  for (const sense of node.senses) {
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

/** The place that names a text: right before it, no adjective and no genitive. */
function namingPlace(node: Node): Node | undefined {
  return node.children.find(
    (c) =>
      c.rel === "compound" &&
      c.index === node.index - 1 &&
      c.unit.name?.usage === "name" &&
      /^\p{Lu}/u.test(c.form),
  );
}

/** What a joined list or counted class stands for. */
function groupTerm(group: Group): Term {
  return group.concept === null
    ? { kind: "set", members: group.members }
    : { kind: "class", concept: group.concept };
}

/** A word as a participant; a list of names gives one for each, unless a quantifier speaks of all of them. */
export function itemsOf(node: Node, role: string, depth: number, context: Context): Item[] {
  const group = node.unit.group;
  // "only soldiers": the quantifier of the soldiers has it.
  if (depth > 0 && context.grammar.only.includes(node.lower)) return [];
  if (!group) {
    const term = termOf(node, context);
    // "The exit of the Benelux states": of each of them.
    const members =
      depth > 0 && term?.kind === "entity" && node.head?.senses.some((s) => s.kind === "event")
        ? (context.gazetteer.entities.get(term.id)?.members ?? [])
        : [];
    if (members.length > 0) return members.map((id) => entityItem(id, role, depth, context));
    return term
      ? [
          {
            role,
            term,
            depth,
            quantifier: quantifierOf(node, context),
            except: exceptionsOf(node, context),
            text: node.form,
          },
        ]
      : [];
  }
  if (group.concept === null && (group.quantifier === null || depth > 0)) {
    return group.members.map((id) => ({
      ...entityItem(id, role, depth, context),
      list: node.index,
    }));
  }
  return [
    {
      role,
      term: groupTerm(group),
      depth,
      quantifier: group.quantifier,
      except: group.except,
      including: group.including,
      among: group.kin ? [kinship(group.kin, context)] : undefined,
      text: node.form,
    },
  ];
}

function entityItem(id: string, role: string, depth: number, context: Context): Item {
  const known = context.gazetteer.entities.get(id);
  return {
    role,
    term: { kind: "entity", id, type: known?.kind ?? "" },
    depth,
    quantifier: null,
    except: [],
    text: known?.name ?? id,
  };
}

/** "the allies of Chile": each of them is one to Chile. */
function kinship({ concept, of }: Kin, context: Context): Proposition {
  const item = { depth: 0, quantifier: null, except: [] };
  const type = context.gazetteer.entities.get(of)?.kind ?? "";
  return {
    concept,
    sign: 1,
    mode: "fact",
    items: [
      { ...item, role: "agent", term: { kind: "gap" }, text: "they" },
      { ...item, role: "of", term: { kind: "entity", id: of, type }, text: of },
    ],
    when: [],
    distances: [],
    speaker: null,
    text: concept,
  };
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

/** A name, told apart by its owner: "the Norwegian parliament" is not the base's parliament. */
function entityTerm(node: Node, context: Context): Term | null {
  const name = node.unit.name;
  const known = name && context.gazetteer.entities.get(name.id);
  if (!name || !known) return null;
  if (name.usage === "name" && known.of !== null) {
    const owner = ownerOf(node, context);
    if (
      owner !== null &&
      owner !== known.of &&
      !isPartOf(known.of, owner, context.gazetteer.entities)
    ) {
      return { kind: "entity", id: `${known.id}@${owner}`, type: known.kind };
    }
  }
  // "Most Norwegians" are not their state.
  if (
    name.usage === "people" &&
    ["most", "some", "not-all", "count"].includes(quantifierOf(node, context)?.kind ?? "")
  )
    return { kind: "entity", id: `${known.id}?`, type: known.kind };
  if (
    name.weak &&
    (isNarrowed(node, context) ||
      isNamedByTopic(node, known.kind, context) ||
      isOfOtherTopic(node, known.kind, context) ||
      isNamedByPlace(node, known, context))
  )
    return { kind: "entity", id: `${known.id}?`, type: known.kind };
  return anySuch(node, known.kind, context) ?? { kind: "entity", id: known.id, type: known.kind };
}

/** "a treaty", with no word of what about: some one of the kind. */
function anySuch(
  { unit, children, rel, xpos }: Node,
  kind: string,
  { grammar, lexicon }: Context,
): Term | null {
  if (!unit.name?.weak || unit.form.includes(" ")) return null;
  if (!grammar.rules.sources.includes(kind)) return null;
  const others = children.filter((c) => c.rel !== "case" && c.rel !== "punct");
  const determiners = others.filter((c) => c.rel === "det");
  // "every treaty", "treaties": any of the kind; "the treaties" may be those spoken of.
  const any =
    determiners.some((c) => ANY.has(c.lower)) || (determiners.length === 0 && xpos === "NNS");
  const some =
    rel === "obj" && determiners.length === others.length && /^an?$/u.test(others[0]?.lower ?? "");
  if (!any && !some) return null;
  const concept = lexicon.words.n
    .get(kind)
    ?.flatMap((s) => (s.kind === "class" ? [s.concept] : []))[0];
  return concept === undefined ? null : { kind: "class", concept };
}

const ANY: ReadonlySet<string> = new Set(["every", "each", "any", "no", "some", "all", "most"]);

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

/** The entity whose something is: "Norway's …", "the Norwegian …", "the … of Norway". */
function ownerOf(node: Node, context: Context): string | null {
  for (const child of node.children) {
    const name = child.unit.name;
    if (!name || !["nmod", "amod", "compound", "det", "obl"].includes(child.rel)) continue;
    const mark = markOf(child);
    if (mark !== "" && !["of", "in", "from", "'s", "'"].includes(mark)) continue;
    const known = context.gazetteer.entities.get(name.id);
    if (
      known &&
      (name.usage !== "name" ||
        known.kind === "state" ||
        known.kind === "person" ||
        known.kind === "body")
    ) {
      // "the decree of the Norwegian president": another president's.
      const foreign = name.weak && known.of !== null ? ownerOf(child, context) : null;
      return foreign === null || isPartOf(known.of, foreign, context.gazetteer.entities)
        ? name.id
        : `${name.id}@${foreign}`;
    }
  }
  return null;
}

/** Does a modifier that is no part of the name make "the council" another council? */
function isNarrowed(node: Node, context: Context): boolean {
  return node.children.some((child) => {
    if (context.grammar.other.includes(child.lower) && child.rel === "det") return true;
    if (!["amod", "compound", "nummod"].includes(child.rel)) return false;
    if (context.grammar.other.includes(child.lower)) return true;
    if (child.unit.name || child.unit.time) return false;
    const term = termOf(child, context);
    return term?.kind === "word";
  });
}

/** "the Paris agreement": another text than the one that goes by the mere noun. */
function isNamedByPlace(
  node: Node,
  { kind, of }: { readonly kind: string; readonly of: string | null },
  context: Context,
): boolean {
  const place = context.grammar.topics.kinds.includes(kind) ? namingPlace(node) : undefined;
  return (
    place?.unit.name !== undefined &&
    (of === null || !isPartOf(of, place.unit.name?.id ?? "", context.gazetteer.entities))
  );
}

/** "the gas treaty", "the climate accord": one on something that the base doesn't know it by. */
function isNamedByTopic(node: Node, kind: string, context: Context): boolean {
  if (!context.grammar.topics.kinds.includes(kind)) return false;
  return node.children.some(
    (c) =>
      c.rel === "compound" &&
      c.index === node.index - 1 &&
      !c.unit.name &&
      !c.unit.time &&
      c.upos === "NOUN" &&
      c.senses.length > 0 &&
      c.senses.every((s) => s.kind === "class"),
  );
}

/** "the convention on cluster bombs": a document on something that the base doesn't know it by. */
function isOfOtherTopic(node: Node, kind: string, context: Context): boolean {
  const { topics } = context.grammar;
  if (!topics.kinds.includes(kind)) return false;
  // What stands right behind belongs to it, wherever the parse has hung it.
  const behind = [...node.children, ...(node.head?.children ?? [])].find((c) =>
    c.children.some((mark) => mark.rel === "case" && mark.index === node.index + 1),
  );
  return (
    behind !== undefined &&
    topics.marks.includes(markOf(behind)) &&
    behind.senses.length > 0 &&
    behind.senses.every((s) => s.kind === "class")
  );
}

/** Does a count only say that there is such a thing as is named? */
export function isOneNamed(node: Node, lo: number, hi: number): boolean {
  return (
    node.unit.name?.weak === true &&
    lo === 1 &&
    (hi === 1 || hi === Number.POSITIVE_INFINITY) &&
    !node.children.some((c) => ["only", "just", "single", "sole"].includes(c.lower))
  );
}

/** The quantifier that a noun phrase bears. */
export function quantifierOf(node: Node, context: Context): Quantifier | null {
  const { quantifiers } = context.grammar;
  const determiners = node.children.filter((c) =>
    ["det", "nummod", "advmod", "amod", "cc", "nmod"].includes(c.rel),
  );
  const definite = determiners.some((d) => ["the", "all", "these", "those"].includes(d.lower));
  for (const d of determiners) {
    if (d.unit.quantity && d.unit.quantity.kind === "cardinal") {
      const { lo, hi, text } = d.unit.quantity;
      // "one decree", "at least one decree": the one that goes by that name.
      if (isOneNamed(node, lo, hi)) continue;
      return { kind: "count", count: { lo, hi, text }, definite };
    }
  }
  const words = [node, ...determiners];
  for (const d of words) {
    if (d !== node && d.rel === "nmod") continue;
    const negated = childrenBy(d, "advmod").some((c) =>
      context.grammar.negations.includes(c.lower),
    );
    // The negation itself is counted with the clause's: "no X did" denies that some X did.
    if (quantifiers.no.includes(d.lower)) return { kind: "some", none: true };
    if (quantifiers.all.includes(d.lower)) return { kind: negated ? "not-all" : "all" };
    if (quantifiers.most.includes(d.lower)) return { kind: "most" };
    if (quantifiers.some.includes(d.lower)) return { kind: "some" };
  }
  const only = childrenBy(node, "advmod", "amod", "det").some((c) =>
    context.grammar.only.includes(c.lower),
  );
  return only ? { kind: "only" } : null;
}

/** "besides Chile", "other than Chile": the entities that a phrase leaves out. */
export function exceptionsOf(node: Node, context: Context): string[] {
  return node.children
    .filter((c) => context.grammar.except.includes(markOf(c)))
    .flatMap((c) => subtree(c))
    .flatMap((n) => (n.unit.name ? [n.unit.name.id] : []));
}
