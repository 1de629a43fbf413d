import type { GistSense } from "../../meaning.ts";
import { isKindOf } from "../terms.ts";
import type { World } from "../types.ts";

/** How what a word of a claim stands for relates to what one of a statement does. */
export function compareSenses(
  claim: GistSense,
  source: GistSense,
  world: World,
): "equal" | "opposite" | null {
  if (claim.kind === "entity" && source.kind === "entity") {
    if (claim.key === source.key) return "equal";
    return world.entities.get(source.key)?.members.includes(claim.key) ? "equal" : null;
  }
  if (claim.kind === "class" && source.kind === "entity") {
    return world.entities.get(source.key)?.classes.some((c) => isKindOf(c, claim.key, world))
      ? "equal"
      : null;
  }
  if (claim.kind === "class" && source.kind === "class")
    return isKindOf(source.key, claim.key, world) ? "equal" : null;
  if (
    claim.kind === "entity" ||
    source.kind === "entity" ||
    claim.kind === "class" ||
    source.kind === "class"
  )
    return null;
  if (claim.kind !== source.kind || claim.key !== source.key) return null;
  return claim.negated === source.negated ? "equal" : "opposite";
}
