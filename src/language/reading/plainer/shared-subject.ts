/**
 * Cuts a sentence that says two things of one subject ("it signed in May and has since left"), the
 * same of two times ("it sold tin since 1990, and copper since 2000"), or its contrary of another
 * ("Chile signed, whereas Peru didn't").
 */
import { bareUnit, type Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { inputOf } from "../parse/inputs.ts";
import { buildTree, childrenBy, type Node, subtree } from "../parse/tree.ts";
import type { Parse } from "../reading.ts";
import { tiesClauses } from "./splice.ts";

const JOINS: ReadonlySet<string> = new Set(["and", "but", "yet"]);
/** Words before somebody who differs. */
const CONTRASTS: ReadonlySet<string> = new Set(["and", "but", "while", "whereas"]);
const FINITE = /^(?:VBZ|VBD|VBP|MD)$/u;
const LONGEST = 40;
const SHORTEST = 3;
/** So many places are tried, that time stays linear. */
const MOST_CUTS = 4;

type Parts = readonly (readonly Unit[])[];

/**
 * The two statements; null where the sentence is none of these, or where the first part counts or
 * denies its subject away ("nobody came and went").
 */
export function shareSubject(units: readonly Unit[], parse: Parse, context: Context): Parts | null {
  const end = /^[.!]$/u.test(units.at(-1)?.form ?? "") ? units.length - 1 : units.length;
  if (end > LONGEST) return null;
  const tree = (some: readonly Unit[]): Node[] =>
    buildTree(some, parse(some.map(inputOf)), context.lexicon);
  const differing = differingIn(units, end, tree, context);
  if (differing) return differing;
  if (units.slice(0, end).some((u, i) => ties(u, units[i + 1], context))) return null;
  let tried = 0;
  for (let at = SHORTEST; at < end - 1 && tried < MOST_CUTS; at++) {
    if (!JOINS.has(units[at]?.lower ?? "")) continue;
    tried += 1;
    const stop = [...units.slice(end), bareUnit(".", units.at(-1) as Unit)].slice(0, 1);
    const first = [...units.slice(0, units[at - 1]?.form === "," ? at - 1 : at), ...stop];
    const said = clauseOf(tree(first), context);
    if (said === null) continue;
    const rest = units.slice(at + 1, end);
    const second = secondOf(first, rest, said, tree, context) ?? gapped(first, rest, said, tree);
    if (second) return [first, [...second, ...stop]];
  }
  return null;
}

/** "As a rule" ties no clause. */
function ties(unit: Unit, next: Unit | undefined, context: Context): boolean {
  const isPhrase = unit.lower === "as" && context.grammar.determiners.includes(next?.lower ?? "");
  return !isPhrase && tiesClauses(unit, next, context);
}

/** The main verb of a statement, with its subject and the words that help it. */
interface Clause {
  readonly root: Node;
  readonly subject: readonly Node[];
  readonly helpers: readonly Node[];
}

function clauseOf(nodes: readonly Node[], { grammar }: Context): Clause | null {
  const root = nodes.find((n) => n.head === null);
  const [head] = root ? childrenBy(root, "nsubj") : [];
  if (!root || !head || childrenBy(root, "ccomp", "parataxis").length > 0) return null;
  const helpers = childrenBy(root, "aux", "cop");
  if (!FINITE.test(root.xpos) && !helpers.some((n) => FINITE.test(n.xpos))) return null;
  const subject = subtree(head);
  const none = [...grammar.quantifiers.no, "only", "neither", "few", "not"];
  if (subject.some((n) => none.includes(n.lower))) return null;
  return head.index < root.index ? { root, subject, helpers } : null;
}

/** "Has since left": said of the subject of the first part, whose helping verbs it may share. */
function secondOf(
  first: readonly Unit[],
  rest: readonly Unit[],
  { root, subject, helpers }: Clause,
  tree: (units: readonly Unit[]) => Node[],
  context: Context,
): readonly Unit[] | null {
  if (rest.length < 2 || rest[0]?.name || rest[1]?.lower === "of") return null;
  const who = subject.map((n) => first[n.index] as Unit);
  const full = [...who, ...rest];
  const nodes = tree([...full, bareUnit(".", rest.at(-1) as Unit)]);
  const verb = nodes.slice(who.length).find((n) => n.upos === "VERB" || n.upos === "AUX");
  const lead = nodes.slice(who.length, verb?.index ?? 0);
  if (!verb || lead.some((n) => n.upos !== "ADV" && n.upos !== "PART")) return null;
  const isParticiple = verb.upos === "VERB" && /^VB[ND]$/u.test(verb.xpos);
  if (isParticiple && root.xpos === "VBN" && helpers.length > 0) {
    if (helpers.some((n) => context.grammar.negations.includes(n.lower))) return null;
    const helped = helpers.filter((n) => n.rel === "aux").map((n) => first[n.index] as Unit);
    return [...who, ...helped, ...rest];
  }
  const main = verb.upos === "AUX" && verb.head !== null ? verb.head : verb;
  if (main.head !== null || !FINITE.test(verb.xpos)) return null;
  return childrenBy(main, "nsubj").some((n) => n.index < who.length) ? full : null;
}

/** "Whereas Peru didn't": what the first part says, denied of somebody else. */
function differingIn(
  units: readonly Unit[],
  end: number,
  tree: (units: readonly Unit[]) => Node[],
  context: Context,
): Parts | null {
  const { negations } = context.grammar;
  const not = units[end - 1];
  const helper = units[end - 2];
  const who = units.slice(0, end - 2).findLastIndex((u) => CONTRASTS.has(u.lower)) + 1;
  if (!not || !helper || !negations.includes(not.lower) || who < SHORTEST + 1) return null;
  const named = units.slice(who, end - 2);
  const isNamed = named.length > 0 && named.length <= 3 && named.at(-1)?.name;
  const before = units.slice(0, who - (units[who - 2]?.form === "," ? 2 : 1));
  if (!isNamed || before.some((u) => negations.includes(u.lower) || CONTRASTS.has(u.lower)))
    return null;
  const stop = bareUnit(".", not);
  const said = clauseOf(tree([...before, stop]), context);
  const does = context.grammar["question-auxiliaries"].do.includes(helper.lower);
  if (!said || said.helpers.length > 0 === does) return null;
  const { root, helpers } = said;
  const from = does ? root.index : Math.max(...helpers.map((n) => n.index));
  const rest = before.slice(from + 1);
  const verb = does ? [bareUnit(root.lemma, before[from] as Unit)] : [];
  return [
    [...before, stop],
    [...named, helper, not, ...verb, ...rest, stop],
  ];
}

/** "And copper since 2000": with the verb of the first part, which has a time told in that way, too. */
function gapped(
  first: readonly Unit[],
  rest: readonly Unit[],
  { root, subject, helpers }: Clause,
  tree: (units: readonly Unit[]) => Node[],
): readonly Unit[] | null {
  if (root.upos !== "VERB" || rest.length < 2) return null;
  const last = rest.at(-1);
  if (!last?.time || !first.some((u) => u.time)) return null;
  const marks = (some: readonly Unit[]): string | undefined =>
    some[some.findLastIndex((u) => u.time) - 1]?.lower;
  if (marks(first.slice(0, -1)) !== marks(rest)) return null;
  const nodes = tree(rest);
  if (nodes.some((n) => n.upos === "VERB" || n.upos === "AUX")) return null;
  const [object] = childrenBy(root, "obj");
  const start = subject[0]?.index ?? 0;
  const isOther = /^(?:NOUN|PROPN|DET|PRON)$/u.test(nodes[0]?.upos ?? "");
  const until = isOther || !object ? root.index : (subtree(object).at(-1)?.index ?? root.index);
  return helpers.some((n) => n.index > root.index)
    ? null
    : [...first.slice(start, until + 1), ...rest];
}
