import type { Standalone } from "./types.ts";

/** The first group of a pattern that may have several for the same thing; null where it doesn't match. */
export function matched(pattern: string, bare: string): string | null {
  const groups = new RegExp(pattern.replace(/\(\?<who>/gu, "("), "iu").exec(bare);
  return groups?.slice(1).find((g) => g !== undefined) ?? null;
}

/** A sentence spelt out from its context, as the reading of some words of it. */
export function standing(text: string, words: string, means: string, denied: boolean): Standalone {
  return { text, bindings: [{ words, means }], denied, near: true };
}
