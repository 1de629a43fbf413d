import type { SyntaxToken } from "../../syntax/index.ts";

const NOUN_PHRASE = /^(?:nmod|obj|obl|appos)/u;

/**
 * "The use of mines by Chile on a massive scale": a phrase behind a noun is no preposition of it. It
 * tells how that came about which the noun takes part in, or what kind of event it is.
 */
export function postposed(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  return tokens.map((token, index) => {
    if (token.rel !== "case" || token.upos !== "ADJ" || token.head < 0 || token.head > index)
      return token;
    let head = token.head;
    for (let up = tokens[head]; up && up.head >= 0 && NOUN_PHRASE.test(up.rel); up = tokens[head])
      head = up.head;
    const rel = tokens[head]?.upos === "VERB" ? "advmod" : "amod";
    return { ...token, head, rel };
  });
}
