/**
 * Says apart what is said of one thing with an "and": "the ban was short and useless" is that it
 * was short, and that it was useless. Only for statements that deny nothing before the "and".
 */
import { PREPOSITIONS, type Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node, subtree } from "../parse/tree.ts";

const WORDS: ReadonlySet<string> = new Set(["ADJ", "ADV", "NOUN"]);
/** Modifiers on the left of a word that belong to it alone. */
const OWN: ReadonlySet<string> = new Set(["det", "amod", "advmod", "nummod", "compound"]);
/** What makes the two more, or less, than each by itself. */
const TYING: ReadonlySet<string> = new Set(["between", "both", "either", "or", "than", "with"]);

/**
 * The two sentences; null where the last words of the sentence are no second part of such a pair.
 *
 * @param nodes the tree of the units, one node each
 */
export function conjunctsOf(
  units: readonly Unit[],
  nodes: readonly Node[],
  { grammar }: Context,
): readonly [readonly Unit[], readonly Unit[]] | null {
  const end = /^[.!?]$/u.test(units.at(-1)?.form ?? "") ? units.length - 1 : units.length;
  const pair = nodes.find((n) => n.rel === "conj" && n.head?.rel === "amod" && isPair(n, end));
  if (pair?.head) return ofPair(pair.head, pair, units, grammar.negations);
  const second = nodes.find((n) => n.rel === "conj" && joins(n, end));
  const first = second?.head;
  if (!second || !first) return null;
  const object = pairedObject(first, second);
  if (childrenBy(first, "conj").length > 1) return null;
  if (!object && ![first, second].every((n) => WORDS.has(n.upos) && !isNamed(n))) return null;
  if (childrenBy(second, "nsubj", "cop").length > 0) return null;
  const from = subtree(second)[0]?.index ?? end;
  const before = units.slice(0, from);
  const ties = (u: Unit): boolean => grammar.negations.includes(u.lower) || TYING.has(u.lower);
  if (before.some(ties) || grammar.quantifiers.no.some((w) => before.some((u) => u.lower === w)))
    return null;
  const cut = units[from - 1]?.form === "," ? from - 1 : from;
  const stop = units.slice(end);
  const rest = subtree(second)
    .filter((n) => n.rel !== "cc" && !(n.rel === "punct" && n.index < second.index))
    .map((n) => units[n.index] as Unit);
  const start = object
    ? (subtree(object)[0]?.index ?? object.index)
    : startOf(first, markOf(second) !== "");
  return [
    [...units.slice(0, cut), ...stop],
    [...units.slice(0, start), ...rest, ...stop],
  ];
}

/**
 * "It shields its coast from floods and its crops from frost": the object of which the first part is
 * told, where the second tells the same of another.
 */
function pairedObject(first: Node, second: Node): Node | null {
  const mark = markOf(first);
  if (mark === "" || mark === "of" || markOf(second) !== "") return null;
  const told = subtree(second).some((n) => n !== second && markOf(n) === mark);
  const objects = first.head ? childrenBy(first.head, "obj") : [];
  return told ? (objects.find((n) => n.index < first.index) ?? null) : null;
}

/** Is a second part joined by a word that adds? */
function isAdded(node: Node): boolean {
  return childrenBy(node, "cc").some((c) => ["and", "but", "yet"].includes(c.lower));
}

/** Does a second part end the sentence, joined by a word? */
function joins(node: Node, end: number): boolean {
  const inside = subtree(node);
  return (
    isAdded(node) &&
    inside.at(-1)?.index === end - 1 &&
    inside.length === end - (inside[0]?.index ?? end)
  );
}

/** "an easy and useless step" at the end of the sentence: two adjectives and nothing more of them. */
function isPair(second: Node, end: number): boolean {
  const [first, noun] = [second.head, second.head?.head];
  return (
    first?.upos === "ADJ" &&
    second.upos === "ADJ" &&
    first.index === second.index - 2 &&
    second.index === end - 2 &&
    noun?.index === end - 1 &&
    isAdded(second)
  );
}

function ofPair(
  first: Node,
  second: Node,
  units: readonly Unit[],
  negations: readonly string[],
): readonly [readonly Unit[], readonly Unit[]] | null {
  if (units.slice(0, first.index).some((u) => negations.includes(u.lower) || u.lower === "no"))
    return null;
  return [
    [...units.slice(0, first.index + 1), ...units.slice(second.index + 1)],
    [...units.slice(0, first.index), ...units.slice(second.index)],
  ];
}

function isNamed({ unit }: Node): boolean {
  return [unit.name, unit.time, unit.quantity, unit.group].some(Boolean);
}

/** Where the words of the first part begin, with or without the preposition that both may share. */
function startOf(first: Node, withMark: boolean): number {
  let start = first.index;
  for (const child of [...first.children].sort((a, b) => b.index - a.index)) {
    if (child.index > start) continue;
    const own = OWN.has(child.rel) || (withMark && child.rel === "case");
    const inside = subtree(child);
    if (!own || inside.at(-1)?.index !== start - 1) continue;
    start = inside[0]?.index ?? start;
  }
  return start;
}

/** Words that set something off from what was said before. */
const SETTING_OFF: readonly (readonly string[])[] = [
  ["rather", "than"],
  ["rather than"],
  ["instead", "of"],
  ["instead of"],
  ["as", "opposed", "to"],
  ["and", "not"],
  ["but", "not"],
  ["not"],
];

/**
 * "Bought bread rather than butter": that it bought bread, and what is said not to be, that it
 * bought butter; null where nothing is set off at the end of the sentence.
 */
export function contrastedIn(
  units: readonly Unit[],
  nodes: readonly Node[],
  { grammar }: Context,
): readonly [readonly Unit[], readonly Unit[]] | null {
  const end = /^[.!?]$/u.test(units.at(-1)?.form ?? "") ? units.length - 1 : units.length;
  for (let from = end - 2; from >= 3; from--) {
    const words = SETTING_OFF.find((some) => some.every((w, i) => units[from + i]?.lower === w));
    if (!words || end - from - words.length > LONGEST) continue;
    const at = from + words.length;
    const cut = units[from - 1]?.form === "," ? from - 1 : from;
    if (words.at(-1) === "not" && JUST.has(units[at]?.lower ?? "")) return null;
    if (words[0] === "not" && cut === from) continue;
    if (units.slice(0, cut).some((u) => grammar.negations.includes(u.lower))) return null;
    const head = headOf(nodes, at, end);
    const first = head && likeBefore(nodes, head, cut);
    if (!first) return null;
    const marked = PREPOSITIONS.has(units[at]?.lower ?? "");
    const range = subtree(first).filter((n) => n.index < cut);
    const mark = childrenBy(first, "case")[0];
    const start = marked && mark ? mark.index : startOf(first, false);
    const stop = (range.at(-1)?.index ?? first.index) + 1;
    return [
      [...units.slice(0, cut), ...units.slice(end)],
      [
        ...units.slice(0, start),
        ...units.slice(at, end),
        ...units.slice(stop, cut),
        ...units.slice(end),
      ],
    ];
  }
  return null;
}

const LONGEST = 8;
/** "Not just": that, too. */
const JUST: ReadonlySet<string> = new Set([
  "just",
  "only",
  "merely",
  "simply",
  "solely",
  "alone",
  "even",
]);

/** The word that the others from one place to another hang on. */
function headOf(nodes: readonly Node[], from: number, to: number): Node | null {
  const inside = (n: Node | null | undefined): boolean =>
    n !== null && n !== undefined && n.index >= from && n.index < to;
  return nodes.find((n) => inside(n) && !inside(n.head)) ?? null;
}

/** What stands before a place as another word stands behind it: the same kind of word, marked alike. */
function likeBefore(nodes: readonly Node[], head: Node, cut: number): Node | null {
  const marks = head.children.filter((c) => c.rel === "case").map((c) => c.lower);
  const before = nodes.filter((n) => n.index < cut);
  const alike = before.filter(
    (n) =>
      n.upos === head.upos ||
      (["NOUN", "PROPN"].includes(n.upos) && ["NOUN", "PROPN"].includes(head.upos)),
  );
  const marked = alike.filter((n) => {
    const own = childrenBy(n, "case").map((c) => c.lower);
    return own.length > 0 && marks.includes(own[0] ?? "");
  });
  if (marked.length > 0) return marked.at(-1) ?? null;
  if (head.rel === "conj" && head.head && alike.includes(head.head)) return head.head;
  // The last one whose phrase ends there.
  return (
    alike.findLast(
      (n) =>
        subtree(n)
          .filter((s) => s.index < cut)
          .at(-1)?.index ===
        cut - 1,
    ) ?? null
  );
}
