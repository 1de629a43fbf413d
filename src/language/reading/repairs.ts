import type { SyntaxToken } from "../syntax/index.ts";

/**
 * Mends what the parser often gets wrong in short statements, where the words themselves leave no
 * doubt: "the treaty banning mines" is a noun with a clause, not a compound.
 */
export function repair(tokens: readonly SyntaxToken[]): SyntaxToken[] {
  const out = tokens.map((token, index) => (isDetermined(tokens, index) ? { ...token, upos: "NOUN", xpos: "NN" } : { ...token }));
  out.forEach((token, index) => {
    const before = out[index - 1];
    const target = out[token.head];
    if (!before || !target || token.head <= index) return;
    const gerund = token.xpos === "VBG" && (token.rel === "amod" || token.rel === "compound");
    const noun = (before.upos === "NOUN" || before.upos === "PROPN") && before.head === token.head && before.rel === "compound";
    if (!gerund || !noun || !hasDeterminer(out, index - 1, token.head)) return;
    const [head, rel] = [target.head, target.rel];
    const object = token.head;
    out[index - 1] = { ...before, head, rel };
    out[index] = { ...token, head: index - 1, rel: "acl" };
    out[object] = { ...target, head: index, rel: "obj" };
    // What stood before the noun belongs to it now; a later head that pointed at the object stays.
    out.forEach((t, i) => {
      if (i < index - 1 && t.head === object) out[i] = { ...t, head: index - 1 };
    });
  });
  return out;
}

/** "made any move": what has a determiner right before it is no verb. */
function isDetermined(tokens: readonly SyntaxToken[], index: number): boolean {
  const [token, before] = [tokens[index], tokens[index - 1]];
  return token?.upos === "VERB" && token.xpos === "VB" && token.rel === "obj" && before?.rel === "det" && before.head === index;
}

/** A determiner or preposition before the noun shows that the phrase ends with it. */
function hasDeterminer(tokens: readonly SyntaxToken[], noun: number, head: number): boolean {
  return tokens.some((t, i) => i < noun && (t.head === noun || t.head === head) && (t.rel === "det" || t.rel === "case"));
}
