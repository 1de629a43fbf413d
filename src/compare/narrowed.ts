/** Names that narrow down a class: "every Nordic Council member". */
import type { Item, Proposition } from "../meaning.ts";

/** How a name narrows down a class: "Nordic Council member", "member of the Nordic Council". */
const NARROWING: readonly string[] = ["mod", "of", "in", "from", "within", "among", "amongst"];

/** "Every Nordic Council member": a name beside the class narrows down who is meant, and nothing here tells how. */
export function isNarrowed(item: Item, proposition: Proposition): boolean {
  return (
    item.term.kind === "class" &&
    blockOf(item, proposition.items).some(
      (i) =>
        i.depth > 0 &&
        NARROWING.includes(i.role) &&
        i.term.kind === "entity" &&
        !item.except.includes(i.term.id),
    )
  );
}

/** A participant with what stands right before and behind it to describe it. */
export function blockOf(item: Item, items: readonly Item[]): readonly Item[] {
  const at = items.indexOf(item);
  const end = items.findIndex((i, index) => index > at && i.depth === 0);
  const before = items.slice(0, at).findLastIndex((i) => i.depth === 0 || i.role !== "mod");
  return items.slice(before + 1, end < 0 ? undefined : end);
}
