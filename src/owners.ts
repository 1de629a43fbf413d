import type { Lookup } from "./table.ts";

/**
 * A thing and all whom it belongs to: a decree, the president whose it is, the president's country.
 * No base may have such a chain end in a circle (`base/references.ts`).
 *
 * @param id where to begin; nothing for null
 * @example [...withOwners("decree", things)] // ["decree", "president", "chile"]
 */
export function* withOwners(
  id: string | null | undefined,
  things: Lookup<{ readonly of?: string | null | undefined }>,
): Iterable<string> {
  for (let next = id ?? null; next !== null; next = things.get(next)?.of ?? null) yield next;
}

/** Is `inner` the same as `outer` or owned by it? "Chile's decree" is its president's. */
export function isPartOf(
  inner: string | null | undefined,
  outer: string,
  things: Lookup<{ readonly of?: string | null | undefined }>,
): boolean {
  for (const id of withOwners(inner, things)) if (id === outer) return true;
  return false;
}
