/** What a word of a sentence is joined to, whatever the parse makes of the sentence. */
import type { GistAtom } from "../../../meaning.ts";
import { childrenBy, type Node } from "../parse/tree.ts";
import { firstOf } from "./kinds.ts";

const FUNCTIONS = new Set(["aux", "cop", "mark", "case", "cc", "punct"]);

/** What a word is joined to: its head, or past a verb that only joins, what stands beside it there. */
export function boundTo(
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

/** The noun after "'s", whatever the parse hangs the name on. */
function ownedBy(owner: Node, places: ReadonlyMap<Node, number>): Node | null {
  for (const node of places.keys())
    if (node.index > owner.index && node.upos === "NOUN") return node;
  return null;
}
