/** Where a word of a clause stands to its event: in which role. */
import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node } from "../parse/tree.ts";
import { eventOf } from "./predicates.ts";
import type { Region } from "./regions.ts";
import { termOf } from "./terms.ts";

/** A name that only says whose another name is ("the Norwegian parliament") is in that one's term. */
export function isOwner(node: Node, context: Context): boolean {
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
export function placeOf(
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

export function isPassive(region: Region, core: Node, carriers: readonly Node[]): boolean {
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
