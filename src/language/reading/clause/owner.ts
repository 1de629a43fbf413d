/** Whose something is. */
import { isPartOf } from "../../../owners.ts";
import type { Context } from "../context.ts";
import { markOf, type Node } from "../parse/tree.ts";

/** The entity whose something is: "Norway's …", "the Norwegian …", "the … of Norway". */
export function ownerOf(node: Node, context: Context): string | null {
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
