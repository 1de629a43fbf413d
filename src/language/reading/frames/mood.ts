import type { Meaning } from "../../../meaning.ts";
import type { SyntaxToken } from "../../syntax/index.ts";
import type { Unit } from "../../units/units.ts";
import type { Grammar } from "../grammar.ts";

/** Tells questions, commands and wishes, which state nothing, from statements. */
export function moodOf(
  sentence: string,
  units: readonly Unit[],
  parse: (units: readonly Unit[]) => readonly SyntaxToken[],
  grammar: Grammar,
): Meaning["kind"] {
  if (/\?[\s"'\u201d\u00bb)]*$/u.test(sentence)) return "question";
  const [first, second] = units.filter((u) => /[\p{L}\p{N}]/u.test(u.form));
  if (!first || !second) return "statement";
  if (grammar.wishes.includes(first.lower)) return "command";
  if (first.name || first.time || first.quantity) return "statement";
  // "Use, sale, storage: the pact bans the lot" names what it speaks of.
  if (units[1]?.form === "," && units.slice(0, -1).some((u) => u.form === ":")) return "statement";
  // "Guess who left? Chile did.": the answer is given.
  if (grammar.guessing.includes(first.lower) && /^wh/u.test(second.lower)) return "statement";
  const tokens = parse(units);
  const root = tokens.findIndex((t) => t.head < 0);
  const isVerb = tokens[root]?.xpos === "VB" && tokens[root].upos === "VERB";
  const before = tokens.slice(0, root);
  const bare = before.every((t) => ["ADV", "INTJ", "PUNCT", "AUX", "PART"].includes(t.upos));
  const helped = tokens.some((t) => t.head === root && /^(?:nsubj|csubj|aux|expl)/u.test(t.rel));
  return isVerb && bare && !helped ? "command" : "statement";
}
