import type { Gist, GistAtom, GistSense, GistSide, Mode, Speaker, When } from "../../meaning.ts";
import type { Sense } from "../lexicon/types.ts";
import { kindsOf } from "./choice.ts";
import type { Context } from "./context.ts";
import { deniedBy, deniedClause, deniesUnsaid, isNegation } from "./gist-denials.ts";
import {
  isGeneric,
  isGrammatical,
  isOfOthers,
  isOneNamed,
  quantifierOf,
  speakerTerm,
  termOf,
} from "./items.ts";
import { isFunction, isHiddenVerb, isMistaken } from "./negation.ts";
import { demands, isOperator } from "./predicates.ts";
import { type Region, regionsOf } from "./regions.ts";
import { ofCountry, saysNot, URGING } from "./speakers.ts";
import { isIndefinite } from "./subjects.ts";
import { childrenBy, markOf, type Node, senseOf, subtree } from "./tree.ts";
import { isUntil, settleTimes, whenOf } from "./when.ts";

const FUNCTIONS = new Set(["aux", "cop", "mark", "case", "cc", "punct"]);
const SPEAKERS = new Set(["person", "body", "group-of-people", "office", "state"]);

/**
 * What a sentence speaks of, without its structure: every word with all that it can stand for,
 * which clause it stands in, and what names are joined to. Statements whose parts stand in other
 * places ("gave Japan an edge", "Japan's gain was an edge") have the same gist.
 */
export function gistOf(
  nodes: readonly Node[],
  flips: number,
  framed: Speaker | null,
  context: Context,
): Gist {
  const regions = regionsOf(nodes, context);
  const regionOf = (node: Node): number => regions.findIndex((r) => r.nodes.includes(node));
  const atoms: GistAtom[] = [];
  const when: When[] = [];
  const places = new Map<Node, number>();
  const said = framed ? null : speakerIn(nodes, regions, context);
  const modes = regions.map((r) =>
    r.nodes.flatMap((n): Mode[] => (n.rel === "aux" ? modeOf(n, context) : [])),
  );
  let blocked = nodes.some((n) => blocks(n, context) || deniesUnsaid(n, regions, context));
  for (const node of nodes) {
    if (
      (isFunction(node) && !isPrepositionalPredicate(node, context)) ||
      !/[\p{L}\p{N}]/u.test(node.form)
    )
      continue;
    if (node.unit.time) {
      const read = whenOf(node, node.unit.time, context);
      const state = node.head?.upos === "ADJ" && childrenBy(node.head, "cop").length > 0;
      if (read) when.push(...settleTimes([read], { begins: false, only: false, state }));
      else blocked = true;
      // "did not … until 2005" affirms what it seems to deny.
      if (isUntil(node, node.unit.time, context)) blocked = true;
      continue;
    }
    if (
      isGrammatical(node, context) ||
      (node.subtype === "prt" && node.senses.length === 0) ||
      (node.upos !== "NOUN" && context.grammar.condition.includes(node.lower)) ||
      node.senses.some((s) => s.kind === "filler")
    )
      continue;
    if (node.unit.group) {
      places.set(node, atoms.length);
      for (const id of node.unit.group.members) {
        atoms.push({
          ...ORDINARY,
          text: node.form,
          region: regionOf(node),
          says: false,
          degree: false,
          bound: [],
          side: sideOf(node, context),
          key: false,
          senses: [{ kind: "entity", key: id, negated: false }],
        });
      }
      continue;
    }
    const read = atomOf(node, regionOf(node), said?.nodes.has(node) ?? false, context);
    if (!read) continue;
    const atom = node === said?.verb ? { ...read, plain: true, joins: true, negates: false } : read;
    places.set(node, atoms.length);
    atoms.push(atom);
  }
  const bound = atoms.map((): readonly number[] => []);
  const sides: GistSide[] = [];
  const loose: number[] = [];
  for (const [node, at] of places) {
    const isName = SPEAKERS.has(kindOf(node, context));
    const joined = boundTo(node, isName, places, atoms);
    const near = joined.filter((i) => i !== at && isPoint(atoms[i], isName, context));
    const points = near.length === 0 && isName ? pointAbove(node, places, atoms, context) : near;
    const facing = points.length > 0 && isFacing(node, context);
    for (const point of points) sides.push({ point, of: at, facing });
    if (isName) bound[at] = facing ? [] : joined.filter((i) => !points.includes(i));
    const bare = joined.every((i) => atoms[i]?.plain);
    if (isName && GIVEN.has(markOf(node))) {
      // "gave an unfair edge to Peru", "conferred one on it", whatever the parse hangs Peru on.
      const given = places.get(node.head?.head as Node) ?? -1;
      if (points.length === 0 && isPoint(atoms[given], true, context))
        sides.push({ point: given, of: at, facing: false });
      else if (bare) loose.push(at);
    }
  }
  // "The edge, they said, fell to Peru": where only one thing can be somebody's, it is.
  const points = atoms.flatMap((atom, i) => (isPoint(atom, true, context) ? [i] : []));
  if (points.length === 1)
    for (const of of loose) sides.push({ point: points[0] ?? -1, of, facing: false });
  const keys = regions.flatMap((r) => keysOf(r, places, atoms, context));
  const denials = regions.flatMap((r, region) =>
    r.nodes
      .filter((n) => isNegation(n, r, context) && (said === null || n.head !== said.verb))
      .map((n) => {
        const beyond = deniedClause(n, regions, places);
        if (beyond >= 0) return { region: beyond, atom: -1 };
        const clause =
          n.rel === "det" &&
          context.grammar.quantifiers.no.includes(n.lower) &&
          n.head?.lower !== "one";
        return { region, atom: deniedBy(n, places), ...(clause ? { clause } : {}) };
      }),
  );
  return {
    atoms: atoms.map((atom, i) => ({ ...atom, bound: bound[i] ?? [], key: keys.includes(i) })),
    sides,
    denials,
    modes,
    main: regions.findIndex((r) => r.head.head === null),
    // "commenced in May": when it began.
    when: atoms.some((a) => a.modes.includes("begun"))
      ? when.map((w) => (w.relation === "in" ? { ...w, beginning: true } : w))
      : when,
    flips: flips + (said?.speaker.denied ? 1 : 0),
    speaker: framed ?? said?.speaker ?? null,
    reports:
      framed !== null ||
      said !== null ||
      nodes.some((n) => [...n.senses].some((s) => s.kind === "speech")),
    blocked,
    ...(nodes.some((n) => isAnybody(n, context)) ? { anybody: true } : {}),
    ...(nodes.some((n) => isOneThatHasNot(n, context)) ? { existential: true } : {}),
  };
}

/** "A state that has not joined": there is one, not that none has. */
function isOneThatHasNot(node: Node, context: Context): boolean {
  return (
    isIndefinite(node) &&
    senseOf(node, "class") !== null &&
    childrenBy(node, "acl").some((c) => isDenied(c, context))
  );
}

/** "Nobody in it may", "everyone in it does". */
function isAnybody(node: Node, { grammar }: Context): boolean {
  return (
    node.rel === "nsubj" &&
    [...grammar["negative-pronouns"], ...grammar["general-pronouns"]].includes(node.lower)
  );
}

/** "was against leaving": the preposition says it. */
function isPrepositionalPredicate(node: Node, context: Context): boolean {
  if (
    !["case", "mark"].includes(node.rel) ||
    !node.head ||
    childrenBy(node.head, "cop").length === 0
  )
    return false;
  return (context.lexicon.words.a.get(node.lower) ?? []).some((s) => s.kind === "event");
}

/** "the president of Chile": the name says the same. */
function isOwnerOfName(node: Node, context: Context): boolean {
  const { entities } = context.gazetteer;
  const owned = node.head?.unit.name && entities.get(node.head.unit.name.id);
  return owned?.of != null && owned.of === node.unit.name?.id;
}

/** What an atom is unless something says more of it. */
const ORDINARY = { plain: false, joins: false, negates: false, modes: [] };

/** Everything that a word can stand for; null where it carries no meaning of its own. */
function atomOf(node: Node, region: number, says: boolean, context: Context): GistAtom | null {
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
  if (quantity && node.head && isOneNamed(node.head, quantity.lo, quantity.hi)) return null;
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
    empty ||
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
      !["amod", "advmod", "case"].includes(node.rel);
  return {
    ...base,
    senses,
    plain: light,
    joins: empty,
    negates,
    modes: modesOf(node, operator, context),
  };
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

/** What stands before the one to whom something is given. */
const GIVEN = new Set(["to", "for", "with", "on", "upon"]);

/** Who does something, and against whom it is done. */
function sideOf(of: Node, context: Context): GistAtom["side"] {
  // "against soldiers and civilians": each stands where the first does.
  const first = firstOf(of);
  const node = first !== of && kindOf(first, context) === kindOf(of, context) ? first : of;
  const mark = markOf(node);
  // "accused them of it": they did it.
  const accused =
    node.rel === "obj" && node.head !== null && senseOf(node.head, "speech")?.name === "blame";
  if (!SPEAKERS.has(kindOf(node, context)) && !node.unit.group)
    return classSideOf(node, mark, accused, context);
  if (mark === "between") return "mutual";
  if (accused) return "doing";
  if (context.grammar.facing.includes(mark)) return "facing";
  const isUndergoer = node.subtype === "pass" && node.head?.xpos === "VBN";
  if (node.rel === "obj" || isUndergoer || isReceiver(node, context)) return "object";
  // "reported to Chile": it is told.
  if (mark === "to" && node.head?.upos === "VERB") return "object";
  if (mark === "of") return "undergoing";
  return mark === "by" || node.rel === "nsubj" ? "doing" : null;
}

/** The same of people of a kind ("the soldiers"), who do what has an object. */
function classSideOf(
  node: Node,
  mark: string,
  accused: boolean,
  context: Context,
): GistAtom["side"] {
  if (!senseOf(node, "class")) return null;
  if (accused) return "doing";
  if (context.grammar.facing.includes(mark)) return "facing";
  const isDoer = node.rel === "nsubj" && node.subtype !== "pass";
  const verb = node.head;
  const { onesided } = context.lexicon.concepts;
  const sided = verb?.senses.some((s) => s.kind === "event" && s.concept in onesided) ?? false;
  // What happens does nothing itself.
  if (sided || senseOf(node, "event")) return isDoer ? "doing" : null;
  if (verb?.upos !== "VERB" || isEmpty(verb, context)) return isDoer ? "undergoing" : null;
  if (isDoer) return childrenBy(verb, "obj").length > 0 ? "doing" : "undergoing";
  return node.rel === "obj" && senseOf(verb, "event") ? "object" : null;
}

/** "Chile received notice", "is to get word": it is the one who is told. */
function isReceiver(node: Node, context: Context): boolean {
  const verb =
    node.head && isOperator(node.head, context)
      ? childrenBy(node.head, "xcomp")[0]
      : (node.head ?? undefined);
  return (
    node.rel === "nsubj" &&
    verb !== undefined &&
    context.grammar.receiving.includes(verb.lemma) &&
    childrenBy(verb, "obj").some((c) => c.senses.some((s) => s.kind === "event"))
  );
}

function kindOf(node: Node, context: Context): string {
  const term = node.unit.name ? termOf(node, context) : null;
  return term?.kind === "entity" ? term.type : "";
}

/** Verbs that only carry a noun, and joining words. */
function isEmpty(node: Node, context: Context): boolean {
  return (
    node.upos === "VERB" &&
    node.unit.senses.length === 0 &&
    !isActOnThing(node, context) &&
    ((context.grammar["support-verbs"].includes(node.lemma) && !doesSomething(node, context)) ||
      context.grammar.copular.includes(node.lemma))
  );
}

/** "making drones": here the verb carries no noun but does something to a thing. */
function isActOnThing(node: Node, context: Context): boolean {
  const { rules } = context.grammar;
  const acts = context.relations.get(rules.ban)?.roles.theme ?? [];
  return (
    node.senses.some((s) => s.kind === "event" && acts.includes(s.concept)) &&
    childrenBy(node, "obj").some((c) => rules.things.includes(kindOf(c, context)))
  );
}

/** "Enter the treaty": what could be a support verb has as its object what a relation of its own takes. */
function doesSomething(node: Node, context: Context): boolean {
  const named = childrenBy(node, "obj").filter((c) => c.unit.name !== null && !isActor(c, context));
  return node.senses.some(
    (s) =>
      s.kind === "event" &&
      named.some((c) => {
        const takes = context.relations.get(s.concept)?.roles.theme ?? [];
        return kindsOf(c, context).some((kind) => takes.includes(kind));
      }),
  );
}

/** Somebody who acts, whom support verbs are also said of ("set them free"). */
function isActor(node: Node, context: Context): boolean {
  return kindsOf(node, context).some((kind) => ACTORS.has(kind));
}

const ACTORS: ReadonlySet<string> = new Set(["state", "group", "person", "body"]);

function isPlain(senses: readonly GistSense[], context: Context): boolean {
  const first = senses[0];
  return first !== undefined && context.lexicon.kin.plain.has(first.key);
}

/** The senses of a word under every part of speech, the tagger's first. */
function sensesOf(node: Node, context: Context): readonly Sense[] {
  const { words } = context.lexicon;
  const more =
    node.unit.senses.length > 0
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

function modeOf(aux: Node, context: Context): Mode[] {
  if (context.grammar.opinion.includes(aux.lower)) return ["urged"];
  const mode = context.grammar.modals[aux.lower];
  return mode ? [mode] : [];
}

/** Conditions, comparisons and counts say more than a gist holds. */
function blocks(node: Node, context: Context): boolean {
  if (isMistaken(node) || isHiddenVerb(node)) return true;
  const { grammar } = context;
  // What came before what is no matter of which words are there.
  if (node.rel === "mark" && ["if", "unless", "whether", "than", "before"].includes(node.lower))
    return true;
  if (grammar.only.includes(node.lower) && node.lower !== "just" && !isDiminishing(node, context))
    return true;
  if (node.rel === "case" && node.lower === "than") return true;
  // "decided after the decree"
  if (node.rel === "case" && ["before", "after"].includes(node.lower) && isText(node.head, context))
    return true;
  if (node.unit.group && (node.unit.group.quantifier !== null || node.unit.group.concept !== null))
    return true;
  // "All those who came": that some did is no evidence for it.
  const all = [...childrenBy(node, "det"), node].some((n) =>
    ["all", "every", "each", "everyone", "everybody"].includes(n.lower),
  );
  if (all && node.upos !== "VERB" && childrenBy(node, "acl").some((c) => c.subtype === "relcl"))
    return true;
  // "Aims: no war": what there is to be none of is not denied.
  if (grammar.quantifiers.no.includes(node.lower) && isNounIn(node.head, "appos")) return true;
  const quantifier = node.unit.name ? null : quantifierOf(node, context);
  return quantifier?.kind === "most" || (quantifier?.kind === "count" && node.upos !== "VERB");
}

/** "Is merely a rumour", "called it only useful": what it is said to be is no more, but that it is. */
function isDiminishing({ rel, head, lower }: Node, { grammar }: Context): boolean {
  const denied = head?.children.some((c) => grammar.negations.includes(c.lower));
  if (denied || lower === "just") return false;
  if (rel !== "advmod" || !head || !["ADJ", "NOUN"].includes(head.upos)) return false;
  return (
    childrenBy(head, "cop").length > 0 ||
    markOf(head) === "as" ||
    (head.rel === "xcomp" && head.upos === "ADJ")
  );
}

function isText(node: Node | null, context: Context): boolean {
  return node !== null && kindOf(node, context) === "document";
}

function isDenied(verb: Node, context: Context): boolean {
  return (
    verb.subtype === "relcl" &&
    verb.children.some((c) => context.grammar.negations.includes(c.lower))
  );
}

function isNounIn(node: Node | null, rel: string): boolean {
  return node?.upos === "NOUN" && node.rel === rel;
}

/** The words that a clause is about ("difficult yet necessary"): what its negation denies. */
function keysOf(
  region: Region,
  places: ReadonlyMap<Node, number>,
  atoms: readonly GistAtom[],
  context: Context,
): number[] {
  const depth = (node: Node): number => {
    let d = 0;
    for (let n: Node | null = node; n && n !== region.head; n = n.head)
      d += n.rel === "nsubj" ? 10 : 1;
    return d;
  };
  const inside = region.nodes
    .filter((n) => places.has(n))
    .sort((a, b) => depth(a) - depth(b) || a.index - b.index);
  for (const node of inside) {
    const at = places.get(node) ?? -1;
    const atom = atoms[at];
    if (atom && !atom.joins && atom.senses.some((s) => s.kind === "concept")) {
      const beside = node.children
        .filter((c) => c.rel === "conj" && region.nodes.includes(c))
        .flatMap((c) => places.get(c) ?? []);
      return [at, ...beside.filter((i) => atoms[i]?.senses.some((s) => s.kind === "concept"))];
    }
  }
  // "They cited article 2 of the charter": it is about what is named.
  return inside
    .filter((n) => n.unit.name && !SPEAKERS.has(kindOf(n, context)))
    .flatMap((n) => places.get(n) ?? []);
}

/** Is a word what only one of two has, be they persons or things? */
function isPoint(atom: GistAtom | undefined, isName: boolean, context: Context): boolean {
  const { onesided } = context.lexicon.concepts;
  return (
    atom?.senses.some(
      (s) => s.kind === "concept" && onesided[s.key] === (isName ? "actors" : "things"),
    ) ?? false
  );
}

/** "It gave an uneven edge to Peru": to whom it went hangs on the adjective where verb and noun are one. */
function pointAbove(
  node: Node,
  places: ReadonlyMap<Node, number>,
  atoms: readonly GistAtom[],
  context: Context,
): number[] {
  const quality = node.head;
  const verb = quality?.head;
  if (!quality || !verb || !["to", "for"].includes(markOf(node))) return [];
  if (!["obj", "xcomp"].includes(quality.rel) || !senseOf(quality, "quality")) return [];
  const place = places.get(verb) ?? -1;
  return isPoint(atoms[place], true, context) ? [place] : [];
}

/** "outweighs duty", "priority over duty": the other has it. */
function isFacing(node: Node, context: Context): boolean {
  const at = firstOf(node);
  const mark = markOf(at);
  if (mark !== "") return context.grammar.facing.includes(mark);
  const isPassive = at.head !== null && childrenBy(at.head, "aux").length > 0;
  // The lexicon keeps apart what gives it to the object ("favour") and what has it over the object.
  const own = at.head?.senses.some(
    (s) => s.kind === "event" && s.concept in context.lexicon.concepts.onesided,
  );
  return (
    (at.rel === "obj" || (at.rel === "nsubj" && at.subtype === "pass" && isPassive)) &&
    at.head?.upos === "VERB" &&
    (own ?? false)
  );
}

/** Of a list, the first: what it hangs on, they all hang on. */
function firstOf(node: Node): Node {
  let at = node;
  while (at.rel === "conj" && at.head) at = at.head;
  return at;
}

/** The noun after "'s", whatever the parse hangs the name on. */
function ownedBy(owner: Node, places: ReadonlyMap<Node, number>): Node | null {
  for (const node of places.keys())
    if (node.index > owner.index && node.upos === "NOUN") return node;
  return null;
}

/** What a word is joined to: its head, or past a verb that only joins, what stands beside it there. */
function boundTo(
  node: Node,
  isName: boolean,
  places: ReadonlyMap<Node, number>,
  atoms: readonly GistAtom[],
): number[] {
  let at = isName ? node : firstOf(node);
  while (at.head && ["conj", "appos", "flat", "compound"].includes(at.rel) && at.head.unit.name)
    at = at.head;
  const head = at.subtype === "poss" ? (ownedBy(at, places) ?? at.head) : at.head;
  if (!head) return [];
  const content = (n: Node): number[] => {
    const place = places.get(n);
    const atom = place === undefined ? undefined : atoms[place];
    if (place !== undefined && atom && !atom.plain)
      return [place, ...childrenBy(n, "conj").flatMap(content)];
    return n.children.filter((c) => c !== at && c.rel !== "nsubj").flatMap(content);
  };
  const place = places.get(head);
  // "its army and people": each of them is its own.
  const beside_ =
    head.rel === "conj" && head.head
      ? [head.head]
      : childrenBy(head, "conj").filter((c) => c.upos === head.upos);
  const joined =
    head.upos === "NOUN" && at.index < head.index
      ? beside_.flatMap((n) => places.get(n) ?? [])
      : [];
  if (place !== undefined && atoms[place] && !atoms[place].plain) return [place, ...joined];
  // "An edge arose for them", "the edge is in their hands": what arose is theirs; "it put them in a
  // bind": they are not what put.
  const arose =
    childrenBy(head, "cop").length > 0 ||
    (at.rel === "obl" && childrenBy(head, "obj", "iobj", "xcomp").length === 0);
  const beside = head.children.filter(
    (c) => c !== at && (at.rel === "nsubj" || c.rel !== "nsubj" || arose) && !FUNCTIONS.has(c.rel),
  );
  return [...(place === undefined ? [] : [place]), ...beside.flatMap(content)];
}

interface Said {
  readonly speaker: Speaker;
  readonly verb: Node;
  readonly nodes: ReadonlySet<Node>;
}

/** "regretted the step", unlike "regretted that it was taken": the verb says what one thinks of a thing. */
function isAttitude(node: Node, context: Context): boolean {
  const event = node.senses.find((s) => s.kind === "event");
  return (
    event !== undefined &&
    !context.lexicon.kin.plain.has(event.concept) &&
    childrenBy(node, "obj").length > 0 &&
    childrenBy(node, "ccomp", "xcomp").length === 0
  );
}

/** Who speaks in the sentence itself: the subject of a reporting verb. */
function speakerIn(
  nodes: readonly Node[],
  regions: readonly Region[],
  context: Context,
): Said | null {
  for (const node of nodes) {
    const speech = senseOf(node, "speech");
    if (!speech || node.upos !== "VERB" || isAttitude(node, context)) continue;
    const subject =
      childrenBy(node, "nsubj").find((c) => c.subtype !== "pass") ??
      childrenBy(node, "obl").find((c) => markOf(c) === "by");
    const term = subject && speakerTerm(subject, context);
    if (!subject || !term) continue;
    if (term.kind === "entity" ? !SPEAKERS.has(term.type) : term.kind !== "class") continue;
    const own = subtree(subject).filter(
      (n) =>
        n === subject ||
        ["compound", "flat", "appos", "amod", "nmod", "det", "conj"].includes(n.rel),
    );
    const region = regions.find((r) => r.nodes.includes(node));
    const denied = region !== undefined && saysNot(node, region, context);
    return {
      speaker: {
        term: ofCountry(subject, term, context),
        text: own.map((n) => n.form).join(" "),
        denied,
      },
      verb: node,
      nodes: new Set(own),
    };
  }
  return null;
}
