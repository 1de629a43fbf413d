/** When a sentence tells that something is or happens, as its parse shows it. */
import type { SyntaxToken } from "../syntax/index.ts";

export const SETTLED =
  /\b(?:not|no|never|nothing|nobody|neither|nor|without|needs?|needed|requires?|required|necessary|already|enough|suffices?|alone)\b|n['’]t\b/iu;

/** Is what a sentence says told in the present? */
export function isPresent(tokens: readonly SyntaxToken[]): boolean {
  const root = tokens.findIndex((t) => t.head < 0);
  const verbs = tokens.filter((t, i) => i === root || t.head === root);
  const finite = verbs.find((t) => /^(?:VBZ|VBP|VBD|MD)$/u.test(t.xpos));
  return finite !== undefined && /^VB[ZP]$/u.test(finite.xpos) && tokens[root]?.xpos !== "VBN";
}

/** Has it a subject of which something is told? */
export function happensOrIs(tokens: readonly SyntaxToken[]): boolean {
  return tokens.some((t) => t.rel.startsWith("nsubj"));
}

/** Is it told in the present that something happens, not how something is? */
export function happens(tokens: readonly SyntaxToken[]): boolean {
  const root = tokens.findIndex((t) => t.head < 0);
  const head = tokens[root];
  const below = tokens.filter((t) => t.head === root);
  if (below.some((t) => t.rel === "cop")) return false;
  if (/^VB[ZP]$/u.test(head?.xpos ?? "")) return true;
  const passive = below.find((t) => t.rel === "aux:pass");
  return (
    passive !== undefined && /^VB[ZP]$/u.test(passive.xpos) && !below.some((t) => t.rel === "aux")
  );
}
