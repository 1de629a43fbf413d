import type { SyntaxToken } from "../../syntax/index.ts";

const PREPOSITION = /^(?:on|in|at|to|by|with|without|out|under|beyond)$/iu;
const NOUN_PHRASE = /^(?:nmod|obj|obl|appos)/u;

/**
 * "The use of drones by Chile on a massive scale": a phrase behind a noun is no preposition of it. It
 * tells how that came about which the noun takes part in, or what kind of event it is.
 */
export function postposed(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  return behindVerb(tokens).map((token, index) => {
    if (token.rel !== "case" || token.upos !== "ADJ" || token.head < 0 || token.head > index)
      return token;
    let head = token.head;
    for (let up = tokens[head]; up && up.head >= 0 && NOUN_PHRASE.test(up.rel); up = tokens[head])
      head = up.head;
    const rel = tokens[head]?.upos === "VERB" ? "advmod" : "amod";
    return { ...token, head, rel };
  });
}

/** "Peru has done so on a massive scale": without a form of "be" the phrase is no predicate. */
function behindVerb(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  const root = tokens.findIndex((t) => t.head < 0);
  const phrase = tokens[root];
  if (phrase?.upos !== "ADJ" || !PREPOSITION.test(phrase.form)) return tokens;
  if (tokens.some((t) => t.head === root && /^(?:cop|nsubj)/u.test(t.rel))) return tokens;
  const verb = tokens.findIndex(
    (t, i) =>
      i < root &&
      t.head === root &&
      t.upos === "VERB" &&
      tokens.some((o) => o.head === i && o.rel.startsWith("nsubj")),
  );
  if (verb < 0) return tokens;
  return tokens.map((t, i) => {
    if (i === verb) return { ...t, head: -1, rel: "root" };
    if (i === root) return { ...t, head: verb, rel: "advmod" };
    return t.head === root ? { ...t, head: verb } : t;
  });
}
