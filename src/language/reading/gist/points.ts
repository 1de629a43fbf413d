/** What only one of two has, and whose it is. */
import type { GistAtom, GistSide } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node, senseOf } from "../parse/tree.ts";
import { boundTo } from "./bonds.ts";
import { firstOf, kindOf, SPEAKERS } from "./kinds.ts";

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

/** "The edge that Peru has drawn from it": by point, whose its own clause says it is, whoever spoke of it. */
function drawnBy(
  places: ReadonlyMap<Node, number>,
  atoms: readonly GistAtom[],
  context: Context,
): ReadonlyMap<number, Node> {
  const drawn = new Map<number, Node>();
  for (const node of places.keys()) {
    const verb = node.rel === "nsubj" && node.subtype !== "pass" ? node.head : null;
    const point = verb?.rel === "acl" && verb.head ? places.get(verb.head) : undefined;
    if (!verb || point === undefined || !isPoint(atoms[point], true, context)) continue;
    if (SPEAKERS.has(kindOf(node, context)) && (atoms[places.get(verb) ?? -1]?.plain ?? true))
      drawn.set(point, node);
  }
  return drawn;
}

/** What stands before the one to whom something is given. */
const GIVEN = new Set(["to", "for", "with", "on", "upon"]);

/**
 * Tells whose the things are that only one of two has, and what other names are joined to.
 *
 * @returns `sides`, and for each atom those that it is joined to
 */
export function sidesOf(
  places: ReadonlyMap<Node, number>,
  atoms: readonly GistAtom[],
  context: Context,
): { readonly sides: readonly GistSide[]; readonly bound: readonly (readonly number[])[] } {
  const bound = atoms.map((): readonly number[] => []);
  const sides: GistSide[] = [];
  const drawn = drawnBy(places, atoms, context);
  const loose: number[] = [];
  for (const [node, at] of places) {
    const isName = SPEAKERS.has(kindOf(node, context));
    const joined = boundTo(node, isName, places, atoms);
    const near = joined.filter((i) => i !== at && isPoint(atoms[i], isName, context));
    const own = [...drawn].flatMap(([point, by]) => (by === node ? [point] : []));
    const above = near.length === 0 && isName ? pointAbove(node, places, atoms, context) : near;
    const facing = own.length === 0 && above.length > 0 && isFacing(node, context);
    const points = own.length > 0 ? own : above.filter((p) => facing || !drawn.has(p));
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
  // "As the ministry stressed, Peru has the edge": a state has it, not the one who speaks of it.
  const kinds = new Map([...places].map(([node, at]) => [at, kindOf(node, context)]));
  const isStates = ({ point, of, facing }: GistSide): boolean =>
    facing ||
    !["person", "body", "office"].includes(kinds.get(of) ?? "") ||
    !sides.some((s) => s.point === point && !s.facing && kinds.get(s.of) === "state");
  return { sides: sides.filter(isStates), bound };
}
