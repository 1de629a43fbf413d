/** Mends parses that have hung the main verb on something else. */
import type { SyntaxToken } from "../../syntax/index.ts";
import { FINITE, NOMINAL } from "./repairs.ts";

/**
 * "Having reconsidered their position because of X, Norway and Peru left": a participle that
 * opens the sentence governs up to the comma; the finite verb after it is the main one, and the
 * names between are its subjects.
 */
export function raiseMain(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  const opener = tokens.findIndex(
    (t) => t.upos !== "ADV" && t.upos !== "SCONJ" && t.upos !== "PART",
  );
  const first = tokens[opener];
  if (!first || !["VBG", "VBN"].includes(first.xpos) || opener > 2) return tokens;
  for (let comma = opener + 1; comma < tokens.length - 2; comma++) {
    if (tokens[comma]?.form !== ",") continue;
    const verb = mainVerbAfter(tokens, comma);
    if (verb === null) continue;
    const out = tokens.map((t) => ({ ...t }));
    const main = out[verb] as SyntaxToken;
    const root = tokens.findIndex((t) => t.head < 0);
    if (root < comma) {
      out[root] = { ...(out[root] as SyntaxToken), head: verb, rel: "advcl" };
      out[verb] = { ...main, head: -1, rel: "root" };
    } else if (root !== verb) continue;
    settleSubjects(out, comma, verb);
    return out;
  }
  return tokens;
}

/** The finite verb whose subject stands between it and the comma. */
function mainVerbAfter(tokens: readonly SyntaxToken[], comma: number): number | null {
  const first = tokens[comma + 1];
  if (
    !first ||
    first.upos === "CCONJ" ||
    first.upos === "VERB" ||
    first.upos === "AUX" ||
    first.xpos.startsWith("W")
  )
    return null;
  for (let i = comma + 2; i < tokens.length; i++) {
    const token = tokens[i] as SyntaxToken;
    if (token.xpos.startsWith("W") || token.upos === "SCONJ") return null;
    if (!FINITE.has(token.xpos)) continue;
    const verb =
      token.upos === "AUX" && (token.rel.startsWith("aux") || token.rel === "cop") ? token.head : i;
    const subject = tokens.slice(comma + 1, i).some((t) => NOMINAL.has(t.upos));
    return subject && verb > comma ? verb : null;
  }
  return null;
}

/** Names between the comma and the verb that hang on what stands before the comma are subjects. */
function settleSubjects(out: SyntaxToken[], comma: number, verb: number): void {
  let subject = out.findIndex(
    (t, i) => i > comma && i < verb && t.head === verb && t.rel.startsWith("nsubj"),
  );
  for (let i = comma + 1; i < verb; i++) {
    const token = out[i] as SyntaxToken;
    if (token.head >= comma || token.head < 0 || token.upos === "PUNCT") continue;
    if (!NOMINAL.has(token.upos)) {
      out[i] = { ...token, head: verb };
      continue;
    }
    const passive = out.some((t) => t.head === verb && t.rel === "aux:pass");
    out[i] =
      subject < 0
        ? { ...token, head: verb, rel: passive ? "nsubj:pass" : "nsubj" }
        : { ...token, head: subject, rel: "conj" };
    if (subject < 0) subject = i;
  }
}

/**
 * "The decree that he signed implements a decision": makes a word the main verb of a sentence that
 * was parsed as a noun with a long relative clause; what stands before it is its subject.
 */
export function makeMain(tokens: readonly SyntaxToken[], verb: number): SyntaxToken[] {
  const root = tokens.findIndex((t) => t.head < 0);
  return tokens.map((t, i) => {
    if (i === verb) return { ...t, head: -1, rel: "root" };
    if (i === root) return { ...t, head: verb, rel: "nsubj" };
    if (i > verb && t.head < verb)
      return {
        ...t,
        head: verb,
        rel:
          t.upos === "NOUN" || t.upos === "PROPN"
            ? t.rel.startsWith("obl") || t.rel.startsWith("nmod")
              ? "obl"
              : "obj"
            : t.rel,
      };
    return { ...t };
  });
}

/**
 * "Koval opposed the move": a participle that was taken for a preposition is the main verb of a
 * sentence that has no other; before it stands its subject, behind it its object.
 */
export function verbForMark(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  const at = tokens.findIndex(
    (t) => t.rel === "case" && t.upos === "VERB" && /^VB[ND]$/u.test(t.xpos),
  );
  const root = tokens.findIndex((t) => t.head < 0);
  const isBehind = (t: SyntaxToken, i: number): boolean =>
    i > at + 1 && t.head === root && /^(?:nmod|obj|obl)$/u.test(t.rel);
  const head = tokens[at]?.head ?? -1;
  const object = head < at ? tokens.findIndex(isBehind) : head;
  if (at < 1 || object < at || tokens[at + 1]?.upos === "ADP") return tokens;
  const isVerb = (t: SyntaxToken, i: number): boolean =>
    i !== at && FINITE.has(t.xpos) && tokens[i - 1]?.rel !== "det";
  if (tokens.some(isVerb) || !NOMINAL.has(tokens[at - 1]?.upos ?? "")) return tokens;
  const subject = root < at ? root : at - 1;
  if (root > at && (root !== object || tokens[subject]?.head !== object)) return tokens;
  return tokens.map((t, i) => {
    if (i === at) return { ...t, xpos: "VBD", head: -1, rel: "root" };
    if (i === subject) return { ...t, head: at, rel: "nsubj" };
    if (i === object)
      return t.upos === "VERB"
        ? { ...t, upos: "NOUN", xpos: "NN", head: at, rel: "obj" }
        : { ...t, head: at, rel: "obj" };
    return t.rel === "punct" || (t.head === subject && i > at) ? { ...t, head: at } : t;
  });
}

/** A determiner or preposition before the noun shows that the phrase ends with it. */
export function hasDeterminer(
  tokens: readonly SyntaxToken[],
  noun: number,
  heads: ReadonlySet<number>,
): boolean {
  return tokens.some(
    (t, i) => i < noun && heads.has(t.head) && (t.rel === "det" || t.rel === "case"),
  );
}
