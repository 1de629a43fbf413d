import type { Word } from "./conllu.ts";

/** The tag pairs of a treebank that occur more than once, the most frequent first. */
export function tagPairs(sentences: readonly (readonly Word[])[]): [string, string][] {
  const counts = new Map<string, number>();
  for (const word of sentences.flat()) {
    const key = `${word.upos} ${word.xpos}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 3)
    .sort((a, b) => b[1] - a[1])
    .map(([key]) => key.split(" ") as [string, string]);
}

/** The relations of a treebank but the root, the most frequent first. */
export function relations(sentences: readonly (readonly Word[])[]): string[] {
  const counts = new Map<string, number>();
  for (const word of sentences.flat()) {
    counts.set(word.rel, (counts.get(word.rel) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([rel]) => rel)
    .filter((rel) => rel !== "root");
}
