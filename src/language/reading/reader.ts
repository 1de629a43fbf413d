import type { Distance, Item, Mode, Proposition, Speaker, Term, When } from "../../meaning.ts";
import { settleRoles } from "../../roles.ts";
import { kindsOf } from "./choice.ts";
import type { Context } from "./context.ts";
import { undate } from "./dating.ts";
import { contrary, deniedAct } from "./denied.ts";
import { isGrammatical, itemsOf, quantifierOf, speakerTerm, termOf } from "./items.ts";
import { eventOf, isLight, isOperator, tenseOf } from "./predicates.ts";
import { type Region, regionsOf } from "./regions.ts";
import { settleRule } from "./rules.ts";
import { childrenBy, isBelow, markOf, type Node, senseOf, subtree, textOf } from "./tree.ts";
import { durationOf, isOnlyOfDate, isUntil, settleTimes, whenOf } from "./when.ts";

/** What a clause says; `proposition` is null where no predicate was recognised. */
export interface Read {
  readonly region: Region;
  readonly proposition: Proposition | null;
  /** Words that mean something and found no place. */
  readonly unread: readonly string[];
}

/** Reads every clause of a tree. Clauses that only report, suppose or ask assert nothing. */
export function readTree(nodes: readonly Node[], context: Context): Read[] {
  const regions = regionsOf(nodes, context);
  const reads: Read[] = [];
  for (const region of regions) {
    const reporting =
      regions.some((r) => r.parent === region.head && r.link === "complement") &&
      senseOf(region.head, "speech") !== null;
    const taken = carriedEvent(region, regions, context);
    const read = taken
      ? readRegion(taken.region, regions, context, taken.core)
      : readRegion(
          region,
          regions,
          context,
          reporting ? { node: region.head, concept: "comment", negated: false, mode: null } : null,
        );
    // "X said that …" asserts nothing of itself unless it says more than who speaks.
    const plain =
      reporting &&
      (read.proposition?.items ?? []).every((i) => i.role === "agent" || i.role === "recipient");
    reads.push(plain ? { region, proposition: null, unread: [] } : read);
  }
  return reads;
}

/**
 * "a decision that the council took in June", "a step taken by Norway": the clause says of the event
 * itself who brought it about and when.
 */
function carriedEvent(
  region: Region,
  regions: readonly Region[],
  context: Context,
): { region: Region; core: Core } | null {
  const noun = region.head.head;
  if (region.link !== "relative" || !noun || noun.upos === "VERB") return null;
  const event = eventOf(noun);
  const carries =
    senseOf(region.head, "light") !== null ||
    [...context.grammar["support-verbs"], ...context.grammar["carrying-verbs"]].includes(
      region.head.lemma,
    ) ||
    context.grammar["carrying-verbs"].includes(region.head.lower);
  if (!event || !carries || isOperator(noun, context)) return null;
  const above = regions.find((r) => r.nodes.includes(noun));
  const modifiers = (above?.nodes ?? []).filter((n) => n !== noun && isBelow(n, noun));
  const core: Core = {
    node: noun,
    concept: event.concept,
    negated: event.negated,
    mode: event.mode ?? "done",
    carrier: region.head,
  };
  return {
    region: {
      ...region,
      nodes: [...region.nodes, ...modifiers, noun].sort((a, b) => a.index - b.index),
    },
    core,
  };
}

/**
 * Reads the whole sentence as one clause, once about each of its events. The comparison takes such
 * a reading only where every word of it is matched.
 */
export function readWhole(nodes: readonly Node[], context: Context): Proposition[] {
  const head = nodes.find((n) => !n.head);
  // "when they ratified it": whoever else is named is not the one who did.
  if (!head || nodes.some((n) => n.xpos === "PRP" && n.lower !== "it" && n.rel === "nsubj"))
    return [];
  const region: Region = { head, nodes, parent: null, link: "main", mark: "" };
  const out: Proposition[] = [];
  for (const node of nodes) {
    if (isFunction(node)) continue;
    const event = eventOf(node);
    const quality = senseOf(node, "quality");
    const sense = event ?? quality;
    if (!sense || isOperator(node, context)) continue;
    const core: Core = {
      node,
      concept: sense.concept,
      negated: sense.negated,
      mode: event?.mode ?? null,
    };
    const read = readRegion(region, [region], context, core, true);
    if (read.proposition && read.unread.length === 0) out.push(read.proposition);
  }
  return out;
}

/** "Those who border it", "all who signed": a subject whom only a clause tells, and no name or class. */
function isToldByClause(node: Node, context: Context): boolean {
  return (
    node.rel === "nsubj" &&
    ["PRON", "DET"].includes(node.upos) &&
    !node.unit.group &&
    !termOf(node, context) &&
    context.grammar["told-by-clause"].includes(node.lower) &&
    childrenBy(node, "acl").some((c) => c.subtype === "relcl")
  );
}

function readRegion(
  region: Region,
  regions: readonly Region[],
  context: Context,
  given: Core | null,
  whole = false,
): Read {
  const content = region.nodes.filter((n) => !isFunction(n));
  const core = given ?? coreOf(region, content, context);
  const used = new Set<Node>();
  if (!core) {
    return {
      region,
      proposition: null,
      unread: content.filter((n) => isMeaningful(n, context)).map((n) => n.form),
    };
  }
  const untold = region.nodes.filter((n) => isToldByClause(n, context));
  if (untold.length > 0) return { region, proposition: null, unread: untold.map((n) => n.form) };
  used.add(core.node);
  let flips = core.negated ? 1 : 0;
  const modes: Mode[] = [];
  const carriers: Node[] = [];
  if (core.carrier) {
    used.add(core.carrier);
    carriers.push(core.carrier);
  }
  let speaker: Speaker | null = null;
  let saying: Node | null = null;
  for (const node of content) {
    if (used.has(node)) continue;
    const operator = senseOf(node, "operator");
    // In a sentence taken as one clause the parse is mistrusted: an operator is one wherever it hangs.
    // "The decree requires ratification": it is the duty of what it governs.
    const governs = operator?.mode === "required" && isBelow(core.node, node);
    if (operator && (isOperator(node, context) || (whole && (governs || !eventOf(node))))) {
      used.add(node);
      carriers.push(node);
      if (operator.negated) flips++;
      // "urged them to stay": they are to stay, the one who urges only speaks.
      const asks = operator.mode === "urged" && senseOf(node, "speech") && isAskingSomebody(node);
      const asking = asks ? subjectSpeaker(node, context) : null;
      if (asking) {
        speaker ??= asking.speaker;
        for (const n of asking.nodes) used.add(n);
      }
      if (operator.mode && (isBelow(core.node, node) || whole)) modes.push(operator.mode);
    } else if (isLight(node, context) || isCopular(node, context)) {
      used.add(node);
      carriers.push(node);
    } else if (
      senseOf(node, "speech") &&
      node !== core.node &&
      (node.upos === "VERB" || !eventOf(node))
    ) {
      used.add(node);
      carriers.push(node);
      const found = subjectSpeaker(node, context);
      if (found && speaker === null) {
        speaker = { ...found.speaker, denied: saysNot(node, region, context) };
        saying = node;
        // "asked them to join" tells nothing of whether they did.
        const kind = senseOf(node, "speech")?.name ?? "";
        if (
          URGING.has(kind) &&
          ["xcomp", "advcl"].includes(core.node.rel) &&
          markOf(core.node) === "to"
        )
          modes.push("urged");
      } else if (senseOf(node, "speech")?.name === "deny") flips++;
      for (const n of found?.nodes ?? []) used.add(n);
    }
  }
  for (const node of region.nodes) {
    if (node.rel === "aux") {
      const mode = context.grammar.modals[node.lower];
      if (mode) modes.push(mode);
    }
    if (
      !deniedAct(node, core.node, content, context) &&
      !isAsideOf(node, core.node, context) &&
      (saying === null || node.head !== saying)
    )
      flips += negationOf(node, region, context);
  }
  flips += sharedNegations(region, context);
  modes.push(...sharedModals(region, context));
  // "decided that it should leave": it plans to.
  const resolved =
    region.link === "complement" &&
    region.parent !== null &&
    context.lexicon.concepts.resolves.includes(eventOf(region.parent)?.concept ?? "");
  if (resolved) modes.splice(0, modes.length, ...modes.map((m) => (m === "urged" ? "planned" : m)));
  const items: Item[] = [];
  const unread: string[] = [];
  const when: When[] = [];
  let until: number | undefined;
  const lengths: Node[] = [];
  let onlyDate = false;
  const itemNodes: Node[] = [];
  const passive = isPassive(region, core.node, carriers);
  for (const node of content) {
    if (node.unit.time) {
      const read = whenOf(node, node.unit.time, context);
      if (read) {
        if (isUntil(node, node.unit.time, context)) until ??= when.length;
        when.push(read);
      } else lengths.push(node);
      continue;
    }
    // "its membership is below 90": a number that counts nothing here.
    if (
      node.unit.quantity?.kind === "cardinal" &&
      ["root", "obj", "obl", "nsubj"].includes(node.rel)
    )
      unread.push(node.form);
    if (isOnlyOfDate(node, content, context)) {
      onlyDate = true;
      continue;
    }
    if (used.has(node) || node === core.node) continue;
    const term = termOf(node, context);
    if (!term || isOwner(node, context)) continue;
    // "maim or kill", "is and stays bound": the same said twice.
    if (
      term.kind === "event" &&
      term.concept === core.concept &&
      term.negated === core.negated &&
      isCoordinated(node, core.node)
    )
      continue;
    const place = placeOf(node, core.node, carriers, region, passive, context);
    // "goes before parliament for consideration": the event once more.
    if (
      place.depth === 0 &&
      term.kind === "event" &&
      term.concept === core.concept &&
      !term.negated
    ) {
      // "90 parties have joined": how many there are can't be left out.
      const counted = quantifierOf(node, context);
      if (counted?.kind !== "count") continue;
      const noun = classOf(node, context);
      if (noun === null) unread.push(node.form);
      else
        items.push({
          role: "agent",
          term: { kind: "class", concept: noun },
          depth: 0,
          quantifier: counted,
          except: [],
          text: node.form,
        });
      continue;
    }
    const read = itemsOf(node, place.role, place.depth, context);
    items.push(
      ...(region.nodes.some((n) => deniedAct(n, core.node, content, context) === node)
        ? read.map(contrary)
        : read),
    );
    itemNodes.push(node);
  }
  inheritSubject(region, regions, items, core.node, context);
  addPronoun(region, regions, items, core, context);
  const then = until === undefined ? undefined : when[until];
  if (until !== undefined && then && flips % 2 === 1 && negated(region, context)) {
    // "not until 2005": it happened then; "not until after 2005": after that.
    flips++;
    const relation = then.relation === "until" ? "in" : then.relation;
    when[until] = { ...then, relation, beginning: true };
  }
  // "refused to sign" did not sign; "did not refuse to sign" was willing to.
  if (flips % 2 === 1 && !context.relations.get(core.concept)?.stages)
    for (const node of carriers)
      if (senseOf(node, "operator")?.name === "refuse") modes.splice(modes.indexOf("planned"), 1);
  const tense = isTold(region.head, core.node)
    ? null
    : tenseOf(tenseBearer(region, core.node), core.node, context.grammar["same-past"]);
  const mode = modes.length > 0 ? strongest(modes) : (core.mode ?? tense ?? "fact");
  const relation = context.relations.get(core.concept);
  const proposition: Proposition = {
    concept: core.concept,
    sign: flips % 2 === 0 ? 1 : -1,
    mode,
    items: orderItems(relation ? settleRoles(items, relation.roles) : items),
    when: settleTimes(when, {
      begins: beginsIn(carriers),
      only: onlyDate,
      state: isState(core.node),
    }),
    distances: lengths.flatMap((n): Distance[] =>
      n.unit.time ? [durationOf(n, n.unit.time, when, isPerfect(region), context)] : [],
    ),
    speaker: speaker ?? clauseSpeaker(region, regions, context),
    text: textOf(core.node),
  };
  const hard =
    modes.length > 0 &&
    content.every((n) => senseOf(n, "operator")?.mode !== "required" || !used.has(n));
  return {
    region,
    proposition: settleRule(undate(proposition, context), hard, context),
    unread,
  };
}

/** The class that a noun names, whatever event it names besides. */
function classOf(node: Node, context: Context): string | null {
  const forms = [node.lemma, node.lower.replace(/ies$/u, "y"), node.lower.replace(/s$/u, "")];
  const senses = [...node.senses, ...forms.flatMap((f) => context.lexicon.words.n.get(f) ?? [])];
  return senses.find((s) => s.kind === "class")?.concept ?? null;
}

/** "urged Chile to stay", unlike "asked to leave". */
function isAskingSomebody(node: Node): boolean {
  return (
    node.upos === "VERB" &&
    childrenBy(node, "obj", "iobj", "obl").some((c) => c.unit.name !== null || c.upos === "NOUN")
  );
}

/** "is not valid without a vote": what is lacking beside the event doesn't turn the event round. */
function isAsideOf(node: Node, core: Node, context: Context): boolean {
  const lacking = node.head;
  return (
    context.grammar.without.includes(node.lower) &&
    (node.rel === "case" || node.rel === "mark") &&
    lacking !== null &&
    lacking !== core &&
    !isBelow(core, lacking)
  );
}

/** "described the exit as hard": when it was told says nothing of when the exit was. */
function isTold(head: Node, core: Node): boolean {
  return (
    head !== core &&
    core.upos !== "VERB" &&
    core.upos !== "AUX" &&
    head.upos === "VERB" &&
    senseOf(head, "speech") !== null
  );
}

/** "must not use or store", "has not signed or ratified": the second verb has the first one's negation. */
function sharedNegations(region: Region, context: Context): number {
  const { head } = region;
  const first = head.head;
  if (region.link !== "coordinate" || !first || head.xpos !== first.xpos) return 0;
  if (childrenBy(head, "aux", "nsubj", "cop").length > 0) return 0;
  const contrasted = childrenBy(head, "cc").some((c) =>
    context.grammar.concession.includes(c.lower),
  );
  const helped = childrenBy(first, "aux").length > 0 && /^VB[N]?$/u.test(head.xpos);
  if (
    contrasted ||
    !helped ||
    childrenBy(head, "advmod").some((c) => context.grammar.negations.includes(c.lower))
  )
    return 0;
  return childrenBy(first, "advmod").filter(
    (c) =>
      context.grammar.negations.includes(c.lower) && c.lower !== "neither" && c.index < first.index,
  ).length;
}

/** "must be ratified and reported": the second verb has the first one's modal. */
function sharedModals(region: Region, context: Context): Mode[] {
  const { head } = region;
  if (
    region.link !== "coordinate" ||
    !head.head ||
    head.xpos === "VBZ" ||
    head.xpos === "VBP" ||
    childrenBy(head, "aux", "nsubj", "cop").length > 0
  )
    return [];
  return childrenBy(head.head, "aux").flatMap((aux) => context.grammar.modals[aux.lower] ?? []);
}

/** Does a word of the clause say that it began? Then its times are those of the beginning. */
function beginsIn(carriers: readonly Node[]): boolean {
  return carriers.some((n) => senseOf(n, "operator")?.mode === "begun");
}

/** "was in force": a state, not what brought it about. */
function isState(core: Node): boolean {
  return core.rel === "case" || childrenBy(core, "cop").length > 0;
}

function isPerfect(region: Region): boolean {
  return region.nodes.some((n) => n.rel === "aux" && n.lemma === "have");
}

function isCoordinated(a: Node, b: Node): boolean {
  return (a.rel === "conj" && a.head === b) || (b.rel === "conj" && b.head === a);
}

type EventSense = NonNullable<ReturnType<typeof eventOf>>;

/** "portrayed the pullout as …": a verb of saying bears its own tense, not that of what it is about. */
function tenseBearer(region: Region, core: Node): Node {
  const says =
    region.head !== core && senseOf(region.head, "speech") !== null && region.head.upos === "VERB";
  return says ? core : region.head;
}

interface Core {
  readonly node: Node;
  readonly concept: string;
  readonly negated: boolean;
  readonly mode: Mode | null;
  /** The verb that only lends itself to the event. */
  readonly carrier?: Node;
}

/** The event that a clause is about: its head, else the highest event, quality or noun below. */
function coreOf(region: Region, content: readonly Node[], context: Context): Core | null {
  const byDepth = [...content].sort(
    (a, b) => depthIn(a, region) - depthIn(b, region) || a.index - b.index,
  );
  const inPhrase = prepositionalState(region.head, context);
  if (inPhrase) return inPhrase;
  for (const node of byDepth) {
    const event = eventOf(node);
    if (
      event &&
      !isMember(node, region, context) &&
      !isOperator(node, context) &&
      !isCopular(node, context) &&
      !isLight(node, context)
    ) {
      const sense = fittingSense(node, event, content, context);
      return { node, concept: sense.concept, negated: sense.negated, mode: sense.mode };
    }
  }
  for (const node of byDepth) {
    const quality = senseOf(node, "quality");
    if (
      quality &&
      (node === region.head || childrenBy(node, "cop", "nsubj").length > 0 || node.rel === "xcomp")
    ) {
      return { node, concept: quality.concept, negated: quality.negated, mode: null };
    }
  }
  const head = region.head;
  if (childrenBy(head, "cop").length > 0 && termOf(head, context))
    return { node: virtual(head), concept: "be", negated: false, mode: null };
  for (const node of byDepth) {
    const quality = senseOf(node, "quality");
    if (quality) return { node, concept: quality.concept, negated: quality.negated, mode: null };
  }
  return null;
}

/** "its members", "the signatories": those bound by a rule, where they are not what is said of somebody. */
function isMember(node: Node, region: Region, context: Context): boolean {
  const { adherence, bound } = context.grammar.rules;
  if (node.upos === "VERB" || node === region.head || childrenBy(node, "cop").length > 0)
    return false;
  const joins = node.senses.some((s) => s.kind === "event" && adherence.includes(s.concept));
  return (
    joins &&
    node.senses.some((s) => s.kind === "class" && bound.includes(s.concept)) &&
    /(?:er|ers|y|ies|or|ors|ant|ants|ent|ents)$/u.test(node.lower)
  );
}

/** Of the senses of a phrase the one that takes what stands there: one joins treaties, not aggressions. */
function fittingSense(
  node: Node,
  first: EventSense,
  content: readonly Node[],
  context: Context,
): EventSense {
  const senses = node.senses.flatMap((s) => (s.kind === "event" ? [s] : []));
  if (node.unit.senses.length < 2 || senses.length < 2) return first;
  const kinds = content.flatMap((n) =>
    n.unit.name ? [context.gazetteer.entities.get(n.unit.name.id)?.kind ?? ""] : [],
  );
  const fits = (sense: EventSense): boolean => {
    const taken = context.relations.get(sense.concept)?.roles.theme;
    return taken === undefined || taken.some((kind) => kinds.includes(kind));
  };
  return senses.find(fits) ?? first;
}

/** "remain bound", "stay a party": the verb only joins the subject with what follows. */
export function isCopular(node: Node, context: Context): boolean {
  if (!context.grammar.copular.includes(node.lemma) || node.upos === "NOUN") return false;
  return childrenBy(node, "xcomp").some((c) =>
    c.upos !== "VERB" || c.xpos === "VBN"
      ? c.senses.some((s) => s.kind === "event" || s.kind === "quality")
      : false,
  );
}

/** "X is a lawmaker": the core is the copula, the noun is one of its items. */
function virtual(head: Node): Node {
  return childrenBy(head, "cop")[0] ?? head;
}

/** "is in the club", "are outside the treaty": the preposition is the predicate. */
function prepositionalState(head: Node, context: Context): Core | null {
  if (childrenBy(head, "cop").length === 0 || childrenBy(head, "nsubj").length === 0) return null;
  for (const mark of childrenBy(head, "case", "mark")) {
    for (const sense of [
      ...mark.unit.senses.filter((u) => u.pos === "a").map((u) => u.sense),
      ...(context.lexicon.words.a.get(mark.lower) ?? []),
    ]) {
      if (sense.kind === "event")
        return { node: mark, concept: sense.concept, negated: sense.negated, mode: sense.mode };
    }
  }
  return null;
}

/** How far down a word stands; a subject stands lower than any complement of its verb. */
function depthIn(node: Node, region: Region): number {
  let depth = 0;
  for (let n: Node | null = node; n && n !== region.head; n = n.head)
    depth += n.rel === "nsubj" ? 10 : 1;
  return depth;
}

const FUNCTION_RELATIONS = new Set(["aux", "cop", "mark", "case", "cc", "punct"]);

function isFunction(node: Node): boolean {
  return FUNCTION_RELATIONS.has(node.rel);
}

function isMeaningful(node: Node, context: Context): boolean {
  if (isGrammatical(node, context)) return false;
  return (
    node.unit.name !== null ||
    node.unit.time !== null ||
    termOf(node, context) !== null ||
    (node.upos === "VERB" && node.senses.length === 0)
  );
}

/** Negation words of a clause: each turns it round. "Neither … nor" is one. */
function negationOf(node: Node, region: Region, context: Context): number {
  const { grammar } = context;
  if (node.lower === "nor")
    return region.nodes.some((n) => n.lower === "neither") || region.nodes[0] !== node ? 0 : 1;
  if (grammar.negations.includes(node.lower)) {
    const head = node.head;
    if (isElliptic(node, region)) return 0;
    // "Hardly had he signed when …": he signed.
    if (node.index === 0 && node.lower.endsWith("ly")) return 0;
    // "not all", "not only" are quantifiers and focus, not negations of the clause.
    if (head && [...grammar.quantifiers.all, ...grammar.only].includes(head.lower)) return 0;
    return 1;
  }
  if (
    grammar.quantifiers.no.includes(node.lower) ||
    grammar["negative-pronouns"].includes(node.lower)
  )
    return 1;
  if ((node.rel === "case" || node.rel === "mark") && grammar.without.includes(node.lower))
    return 1;
  return 0;
}

/** "… even though the enemy isn't": the last word denies what is left out, not the clause before it. */
export function isElliptic(node: Node, region: Region): boolean {
  const last = region.nodes.every((n) => n.index <= node.index || n.upos === "PUNCT");
  return (
    last &&
    region.nodes.some((n) => n.upos === "VERB" && n !== node.head && n.index < node.index - 2)
  );
}

function negated(region: Region, context: Context): boolean {
  return region.nodes.some((n) => context.grammar.negations.includes(n.lower));
}

function strongest(modes: readonly Mode[]): Mode {
  for (const mode of [
    "urged",
    "considered",
    "required",
    "possible",
    "expected",
    "planned",
    "stopped",
    "begun",
    "continued",
    "done",
  ] as const) {
    if (modes.includes(mode)) return mode;
  }
  return modes[0] ?? "fact";
}

/** A name that only says whose another name is ("the Norwegian parliament") is in that one's term. */
function isOwner(node: Node, context: Context): boolean {
  const head = node.head;
  if (!node.unit.name || !head) return false;
  // "The signing of the decree by Chile": who does it, not whose it is.
  if (markOf(node) === "by" && head.head !== null && eventOf(head.head)) return false;
  const known = head.unit.name && context.gazetteer.entities.get(head.unit.name.id);
  if (known && known.of !== null && ["amod", "nmod", "compound", "det", "obl"].includes(node.rel))
    return true;
  return (
    termOf(head, context)?.kind === "entity" &&
    !head.unit.name &&
    ["amod", "nmod", "compound"].includes(node.rel)
  );
}

/** Where a word stands to the core: its role if it is a participant, else the word that it modifies. */
function placeOf(
  node: Node,
  core: Node,
  carriers: readonly Node[],
  region: Region,
  passive: boolean,
  context: Context,
): { role: string; depth: number } {
  let at = node;
  while (at !== region.head && at.head) {
    const head = at.head;
    const below =
      (core.rel === "cop" || core.rel === "case") &&
      head === region.head &&
      at.rel !== "amod" &&
      at.rel !== "nmod" &&
      at.rel !== "compound";
    if (head === core || carriers.includes(head) || below)
      return { role: roleOf(at, head, core, passive), depth: 0 };
    if (
      at.rel === "conj" ||
      at.rel === "appos" ||
      at.rel === "flat" ||
      termOf(head, context) === null
    ) {
      at = head;
      continue;
    }
    return {
      role: markOf(at) || (at.rel === "nmod" && at.subtype === "poss" ? "of" : "mod"),
      depth: 1,
    };
  }
  return {
    role: at === region.head && (core.rel === "cop" || core.rel === "case") ? "theme" : "agent",
    depth: 0,
  };
}

function roleOf(child: Node, owner: Node, core: Node, passive: boolean): string {
  const mark = markOf(child);
  switch (child.rel) {
    case "nsubj":
    case "csubj":
      return passive || child.subtype === "pass" ? "theme" : "agent";
    case "obj":
    case "xcomp":
    case "ccomp":
      return "theme";
    case "iobj":
      return "recipient";
    case "nmod":
    case "obl":
      if (child.subtype === "poss") return "of";
      if (mark === "by") return "agent";
      return mark === "" ? "mod" : mark;
    case "advmod":
    case "amod":
    case "compound":
      return "mod";
    case "acl":
    case "advcl":
      return mark || "mod";
    default:
      return owner === core ? child.rel : "mod";
  }
}

function isPassive(region: Region, core: Node, carriers: readonly Node[]): boolean {
  for (const node of [core, ...carriers]) {
    if (childrenBy(node, "nsubj", "csubj").some((c) => c.subtype === "pass")) return true;
    if (childrenBy(node, "aux").some((c) => c.subtype === "pass")) return true;
  }
  if (carriers.includes(region.head) && region.head.head === core) return false;
  const bare =
    (region.link === "relative" || region.link === "adverbial") &&
    childrenBy(region.head, "nsubj", "obj", "aux").length === 0;
  return region.head.xpos === "VBN" && bare;
}

/** The subject that a clause shares with the one above it. */
function inheritSubject(
  region: Region,
  regions: readonly Region[],
  items: Item[],
  core: Node,
  context: Context,
): void {
  const passive = isPassive(region, core, []);
  if (region.link === "main") return;
  const has = (role: string): boolean => items.some((i) => i.depth === 0 && i.role === role);
  const role = passive ? "theme" : "agent";
  if (region.link === "relative") {
    const antecedent = region.head.head;
    if (!antecedent || antecedent === core) return;
    const gap = has(role) ? "theme" : role;
    if (!has(gap)) addWithModifiers(antecedent, gap, items, context);
    return;
  }
  const parent = regions.find((r) => r.head === region.parent);
  if (has(role) || !parent) return;
  if (region.link === "complement") {
    const own = passive ? null : pronounOfSpeaker(parent, core, context);
    if (own) addWithModifiers(own, role, items, context);
    return;
  }
  // "accused Peru of breaking it": Peru did.
  const accused = parent.nodes.find(
    (n) => n.rel === "obj" && n.head && senseOf(n.head, "speech")?.name === "blame",
  );
  const subject = accused ?? parent.nodes.find((n) => n.rel === "nsubj");
  if (subject) addWithModifiers(subject, role, items, context);
  else if (parent.link === "relative" && parent.head.head)
    addWithModifiers(parent.head.head, role, items, context);
}

/** "Peru said it would leave": the country that speaks, where it can do what "it" is said to do. */
function pronounOfSpeaker(parent: Region, core: Node, context: Context): Node | null {
  const pronoun = childrenBy(core, "nsubj").find((n) => ["it", "they"].includes(n.lower));
  const speaker = parent.nodes.find((n) => n.rel === "nsubj");
  const term = pronoun && speaker ? termOf(speaker, context) : null;
  if (!speaker || term?.kind !== "entity" || term.type !== "state") return null;
  const event = senseOf(core, "event");
  const takes = event ? context.relations.get(event.concept)?.roles.agent : undefined;
  return takes?.includes("state") ? speaker : null;
}

/**
 * "…, but its council had rejected it": what the pronoun stands for, the nearest thing before it
 * that the relation takes, else the object of the clause before.
 */
function addPronoun(
  region: Region,
  regions: readonly Region[],
  items: Item[],
  core: Core,
  context: Context,
): void {
  if (items.some((i) => i.depth === 0 && i.role === "theme")) return;
  const pronoun = [...childrenBy(core.node, "obj", "nsubj")].find(
    (n) =>
      context.grammar["object-pronouns"].includes(n.lower) &&
      (n.rel === "obj" || n.subtype === "pass"),
  );
  if (!pronoun) return;
  const takes = context.relations.get(core.concept)?.roles.theme;
  const before = regions
    .flatMap((r) => r.nodes)
    .filter((n) => n.index < pronoun.index)
    .sort((a, b) => b.index - a.index);
  const found = takes
    ? before.find((n) => kindsOf(n, context).some((kind) => takes.includes(kind)))
    : before.find((n) => n.rel === "obj" && !region.nodes.includes(n));
  if (found) addWithModifiers(found, "theme", items, context);
}

function addWithModifiers(node: Node, role: string, items: Item[], context: Context): void {
  items.push(...itemsOf(node, role, 0, context).map(asExample));
  for (const child of childrenBy(node, "conj")) addWithModifiers(child, role, items, context);
}

/** "None of the countries that border Japan": that some of them do is what the clause says. */
function asExample(item: Item): Item {
  const kind = item.quantifier?.kind;
  return kind === "no" || kind === "all" || kind === "most" || kind === "not-all" || kind === "only"
    ? { ...item, quantifier: { kind: "some" } }
    : item;
}

/** Who speaks in "X called it easy". */
function subjectSpeaker(
  node: Node,
  context: Context,
): { speaker: Speaker; nodes: readonly Node[] } | null {
  const subject =
    childrenBy(node, "nsubj").find((c) => c.subtype !== "pass") ??
    childrenBy(node, "obl").find((c) => markOf(c) === "by");
  const term = subject && speakerTerm(subject, context);
  if (!subject || !term || (term.kind !== "entity" && term.kind !== "class")) return null;
  // What a clause tells of the speaker besides is no part of the name.
  const besides = childrenBy(subject, "acl")
    .filter((c) => c.subtype === "relcl")
    .flatMap(subtree);
  const nodes = subtree(subject).filter((n) => !besides.includes(n));
  return {
    speaker: { term: ofCountry(subject, term, context), text: textOf(subject), denied: false },
    nodes,
  };
}

/** "a Peruvian lawmaker": one of a country, not just any. */
export function ofCountry(subject: Node, term: Term, context: Context): Term {
  if (term.kind !== "class") return term;
  const country = subject.children
    .filter((c) => ["amod", "compound", "nmod"].includes(c.rel) && c.unit.name !== null)
    .map((c) => termOf(c, context))
    .find((t) => t?.kind === "entity" && t.type === "state");
  return country?.kind === "entity"
    ? { kind: "entity", id: `office:${term.concept}@${country.id}`, type: "person" }
    : term;
}

/** Kinds of saying by which somebody is to do something. */
export const URGING: ReadonlySet<string> = new Set(["ask", "order", "suggest"]);

/** "denied that …", "did not say that …", unlike "has not denied that …". */
export function saysNot(speech: Node, region: Region, context: Context): boolean {
  const name = senseOf(speech, "speech")?.name;
  const denies = name === "deny" || name === "doubt";
  const negated = region.nodes.some((n) => n.head === speech && negationOf(n, region, context) > 0);
  return denies !== negated;
}

/** Who speaks where the clause is what somebody says. */
function clauseSpeaker(
  region: Region,
  regions: readonly Region[],
  context: Context,
): Speaker | null {
  for (let at: Region | undefined = region; at; at = regions.find((r) => r.head === at?.parent)) {
    const parent = at.parent && regions.find((r) => r.head === at?.parent);
    if (!parent) return null;
    const speech = parent.nodes.find((n) => senseOf(n, "speech") && n.upos === "VERB");
    const blames = speech && senseOf(speech, "speech")?.name === "blame";
    if (!speech || (at.link !== "complement" && at.link !== "aside" && !blames)) continue;
    const found = subjectSpeaker(speech, context);
    if (found) {
      return { ...found.speaker, denied: saysNot(speech, parent, context) };
    }
  }
  return null;
}

/** Participants first, each with its modifiers behind it. */
function orderItems(items: readonly Item[]): Item[] {
  return [...items];
}
