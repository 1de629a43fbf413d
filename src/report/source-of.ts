import type { Nearest } from "../types.ts";
import type { Run } from "./types.ts";

type Source = Run["sources"][number];

/**
 * The source of a run that a sentence stands in. Several bases may use one id, and even one title, for
 * sources of their own; then it is the one that holds the sentence.
 */
export function sourceOf(
  sources: readonly Source[],
  { source, sentence }: Pick<Nearest, "source" | "sentence">,
): Source | undefined {
  const [first, ...others] = sources.filter(
    ({ id, title }) => id === source.id && title === source.title,
  );
  if (others.length === 0) return first;
  const words = folded(sentence);
  return [first, ...others].find((one) => one && folded(one.text).includes(words)) ?? first;
}

function folded(text: string): string {
  return text.replace(/\s+/gu, " ");
}
