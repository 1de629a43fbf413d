import { parse, type SyntaxModel } from "../../src/language/syntax/index.ts";
import type { Word } from "./conllu.ts";

/**
 * For each relation the F1 score of its arcs (dependent, head and relation right), in percent.
 *
 * @example byRelation(model, sentences, ["nsubj"]) // { nsubj: 90.4 }
 */
export function byRelation(
  model: SyntaxModel,
  sentences: readonly (readonly Word[])[],
  relations: readonly string[],
): Record<string, number> {
  const counts = new Map(relations.map((rel) => [rel, { gold: 0, guessed: 0, right: 0 }]));
  for (const words of sentences) {
    const parsed = parse(
      model,
      words.map(({ form }) => ({ form })),
    );
    for (const [i, gold] of words.entries()) {
      const guess = parsed[i];
      const [wanted, found] = [counts.get(gold.rel), counts.get(guess?.rel ?? "")];
      if (wanted !== undefined) {
        wanted.gold += 1;
        wanted.right += guess?.rel === gold.rel && guess.head === gold.head ? 1 : 0;
      }
      if (found !== undefined) {
        found.guessed += 1;
      }
    }
  }
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  return Object.fromEntries(
    [...counts].map(([rel, { gold, guessed, right }]) => [
      rel,
      percent((2 * right) / Math.max(1, gold + guessed)),
    ]),
  );
}
