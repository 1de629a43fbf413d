import type { Distance, Item, Mode, Proposition, Speaker, Term, When } from "../../meaning.ts";
import { settleRoles } from "../../roles.ts";
import type { Context } from "./context.ts";
import { type Core, coreOf, isCopular } from "./core.ts";
import { undate } from "./dating.ts";
import { contrary, deniedAct } from "./denied.ts";
import { itemsOf, quantifierOf, termOf } from "./items.ts";
import {
  isFunction,
  isHiddenVerb,
  isMeaningful,
  isMistaken,
  negated,
  negationOf,
} from "./negation.ts";
import { isOwner, isPassive, placeOf } from "./places.ts";
import { demands, eventOf, isLight, isOperator, tenseOf } from "./predicates.ts";
import { type Region, regionsOf } from "./regions.ts";
import { settleRule } from "./rules.ts";
import { clauseSpeaker, saysNot, subjectSpeaker, URGING, unknownSpeaker } from "./speakers.ts";
import { addPronoun, inheritSubject } from "./subjects.ts";
import { childrenBy, isBelow, markOf, type Node, senseOf, textOf } from "./tree.ts";
import { aheadOf, isDemandedFor, supposedIn, untoldIn } from "./untold.ts";
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
    if (isDemandedFor(region.head, context)) continue;
    const ahead = aheadOf(region, context) ?? supposedIn(region, context);
    if (ahead) {
      reads.push({ region, proposition: null, unread: [ahead] });
      continue;
    }
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
    const unknown = reporting ? [] : unknownSpeaker(region, regions, context);
    if (unknown.length > 0) {
      reads.push({ region, proposition: null, unread: unknown });
      continue;
    }
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
  const clauses = regionsOf(nodes, context);
  const out: Proposition[] = [];
  for (const node of nodes) {
    if (isFunction(node)) continue;
    const event = eventOf(node);
    const quality = senseOf(node, "quality");
    const sense = event ?? quality;
    if (!sense || isOperator(node, context) || isDemandedFor(node, context)) continue;
    const core: Core = {
      node,
      concept: sense.concept,
      negated: sense.negated,
      mode: event?.mode ?? null,
    };
    if (isDeniedElsewhere(node, clauses, context)) continue;
    const read = readRegion(region, [region], context, core, true);
    if (read.proposition && read.unread.length === 0) out.push(read.proposition);
  }
  return out;
}

/** "They use it on people who are not soldiers": what another clause denies of its own is not denied of this. */
function isDeniedElsewhere(core: Node, clauses: readonly Region[], context: Context): boolean {
  const own = clauses.find((c) => c.nodes.includes(core));
  const hasSubject = (c: Region): boolean => childrenBy(c.head, "nsubj").length > 0;
  // "They did not join, and since May it has used them".
  const apart = (c: Region): boolean =>
    own?.link === "coordinate" &&
    own.parent === c.head &&
    hasSubject(c) &&
    (hasSubject(own) || own.nodes.some((n) => n.xpos === "PRP" && n.index < own.head.index));
  return clauses.some(
    (c) =>
      c !== own &&
      (((c.link === "coordinate" || c.link === "relative") &&
        hasSubject(c) &&
        !isBelow(core, c.head)) ||
        apart(c)) &&
      c.nodes.some((n) => negationOf(n, c, context) > 0),
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
  const untold = untoldIn(region, core, context);
  if (untold.length > 0) return { region, proposition: null, unread: untold };
  used.add(core.node);
  let flips = core.negated ? 1 : 0;
  const modes: Mode[] = [];
  const carriers: Node[] = [];
  if (core.carrier) {
    used.add(core.carrier);
    carriers.push(core.carrier);
  }
  if (content.some((n) => demands(n, context))) modes.push("required");
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
      // "the requisite vote was held": that it is needed goes without saying.
      const taken =
        operator.mode === "required" &&
        node.rel === "amod" &&
        node.head === core.node &&
        region.head !== core.node;
      if (operator.mode && !taken && (isBelow(core.node, node) || whole)) modes.push(operator.mode);
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
  const twice = negatedTwice(region, context);
  if (twice.length > 0) return { region, proposition: null, unread: twice.map((n) => n.form) };
  modes.push(...sharedModals(region, context));
  // "decided that it should leave": it plans to.
  const resolved =
    region.link === "complement" &&
    region.parent !== null &&
    context.lexicon.concepts.resolves.includes(eventOf(region.parent)?.concept ?? "");
  if (resolved) modes.splice(0, modes.length, ...modes.map((m) => (m === "urged" ? "planned" : m)));
  const items: Item[] = [];
  const unread: string[] = region.nodes.filter(isMistaken).map((n) => n.form);
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
  unread.push(...region.nodes.filter(isHiddenVerb).map((n) => n.form));
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
  const relation = context.relations.get(core.concept);
  // "is trying to leave": it has set about it; "tried to leave" may have failed.
  const said = modes.length > 0 ? strongest(modes) : (core.mode ?? tense ?? "fact");
  const mode = said === "tried" && relation?.stages && tense !== "done" ? "begun" : said;
  const words = region.nodes.reduce((sum, n) => sum + negationOf(n, region, context), 0);
  const proposition: Proposition = {
    concept: core.concept,
    ...(words + sharedNegations(region, context) === 0 &&
    flips % 2 === 1 &&
    ((core.negated && core.node.upos === "VERB") ||
      carriers.some((n) => senseOf(n, "operator")?.name === "refuse"))
      ? { byWord: true }
      : {}),
    sign: flips % 2 === 0 ? 1 : -1,
    mode,
    items: orderItems(relation ? settleRoles(items, relation.roles) : items),
    when: settleTimes(when, {
      begins: beginsIn(carriers) || isFirstTime(region, core.node, carriers, context),
      only: onlyDate,
      state: isState(core.node),
    }),
    distances: lengths.flatMap((n): Distance[] =>
      n.unit.time ? [durationOf(n, n.unit.time, when, perfectOf(region), context)] : [],
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

/** "is not in it and also not Chile": a second negation that begins anew denies something of its own. */
function negatedTwice(region: Region, context: Context): Node[] {
  const { grammar } = context;
  const plain = region.nodes.filter(
    (n) => negationOf(n, region, context) > 0 && !grammar.without.includes(n.lower),
  );
  const [first, ...others] = plain;
  if (!first) return [];
  const begins = (n: Node): boolean =>
    n.rel === "cc" || [",", ";", ":", "-", "–", "—"].includes(n.form);
  return others.filter(
    (n) =>
      (first.lower === "never" && n.rel === "det") ||
      region.nodes.some((b) => b.index > first.index && b.index < n.index && begins(b)),
  );
}

/** Does a word of the clause say that it began? Then its times are those of the beginning. */
function beginsIn(carriers: readonly Node[]): boolean {
  return carriers.some((n) => senseOf(n, "operator")?.mode === "begun");
}

/** "was first used in 2014": that is when it began. */
function isFirstTime(
  region: Region,
  core: Node,
  carriers: readonly Node[],
  { lexicon }: Context,
): boolean {
  return region.nodes.some(
    (n) =>
      n.rel === "advmod" &&
      n.index > 0 &&
      n.head !== null &&
      n.head.upos === "VERB" &&
      (n.head === core || carriers.includes(n.head)) &&
      (lexicon.words.a.get(n.lower) ?? []).some(
        (s) => s.kind === "quality" && s.concept === FIRST && !s.negated,
      ),
  );
}

/** The concept of being the first of its kind. */
const FIRST = "first";

/** "was in force": a state, not what brought it about. */
function isState(core: Node): boolean {
  return core.rel === "case" || childrenBy(core, "cop").length > 0;
}

function perfectOf(region: Region): "present" | "past" | null {
  const have = region.nodes.find(
    (n) =>
      n.rel === "aux" &&
      (n.lemma === "have" ||
        // "it's been in force"
        (n.lower === "'s" && region.nodes.some((o) => o.lower === "been" && o.index > n.index))),
  );
  return have ? (have.xpos === "VBD" ? "past" : "present") : null;
}

function isCoordinated(a: Node, b: Node): boolean {
  return (a.rel === "conj" && a.head === b) || (b.rel === "conj" && b.head === a);
}

/** "portrayed the pullout as …": a verb of saying bears its own tense, not that of what it is about. */
function tenseBearer(region: Region, core: Node): Node {
  const says =
    region.head !== core && senseOf(region.head, "speech") !== null && region.head.upos === "VERB";
  return says ? core : region.head;
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

/** "Peru said it would leave": the country that speaks, where it can do what "it" is said to do. */
export function pronounOfSpeaker(parent: Region, core: Node, context: Context): Node | null {
  const pronoun = childrenBy(core, "nsubj").find((n) => ["it", "they"].includes(n.lower));
  const speaker = parent.nodes.find((n) => n.rel === "nsubj");
  const term = pronoun && speaker ? termOf(speaker, context) : null;
  if (!speaker || term?.kind !== "entity" || term.type !== "state") return null;
  const event = senseOf(core, "event");
  const takes = event ? context.relations.get(event.concept)?.roles.agent : undefined;
  return takes?.includes("state") ? speaker : null;
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

/** Participants first, each with its modifiers behind it. */
function orderItems(items: readonly Item[]): Item[] {
  return [...items];
}
