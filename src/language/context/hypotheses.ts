import type { Said } from "./discourse.ts";
import type { ContextData } from "./types.ts";

/**
 * Does a sentence only say what would be so? It begins so ("In that case …"), or goes on from one
 * that supposes something ("Suppose that it rains. Then …"), or answers a question what if.
 *
 * @param lower the sentence in small letters, its words parted by spaces
 * @param block the paragraph that it stands in
 * @param said the sentences before, the latest first
 * @example isHypothetical("then the treaty falls . ", 1, [{ written: "If it rains, …", … }], data) // true
 */
export function isHypothetical(
  lower: string,
  block: number,
  said: readonly Said[],
  { hypotheses }: ContextData,
): boolean {
  if (new RegExp(hypotheses.opens, "u").test(lower)) return true;
  const supposes = new RegExp(hypotheses.supposes, "iu");
  const within = said.find((s) => supposes.test(s.written));
  // What stands in the paragraph after "Suppose that …", and the paragraph under "What if …?"
  if (within && reaches(within, block, said)) return true;
  const [last] = said;
  return (
    last !== undefined &&
    new RegExp(hypotheses.follows, "u").test(lower) &&
    new RegExp(hypotheses.condition, "iu").test(last.written)
  );
}

function reaches(supposed: Said, block: number, said: readonly Said[]): boolean {
  if (supposed.block === block) return true;
  const since = said.slice(0, said.indexOf(supposed));
  return supposed.role === "question" && since.every((s) => s.block === block);
}
