import type { SyntaxToken } from "../../syntax/index.ts";
import { hasDeterminer, raiseMain, verbForMark } from "./main-verb.ts";
import { postposed } from "./postposed.ts";

/**
 * Mends what the parser often gets wrong, where the words themselves leave no doubt: "the treaty
 * banning drones" is a noun with a clause, not a compound; in "Having reconsidered, Norway left" the
 * sentence is about leaving.
 */
export function repair(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  return raiseMain(
    gerundSubject(
      keepFronted(
        splitCompounds(
          restorePerfect(
            restoreVerbs(
              activePerfect(
                verbalConjunct(takingVerb(verbForMark(postposed(tokens.map(calledOut))))).map(
                  (token, index, tokens) =>
                    asActive(
                      tokens,
                      alike(tokens, raiseConjunct(tokens, asSubject(tokens, token, index))),
                    ),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  ).map(ownGerund);
}

/** Prepositions before a name that does what the gerund behind it says. */
const BEFORE_DOER = new Set(["about", "of", "with", "without", "over", "despite"]);

/** "heard about Peru leaving the club": it is Peru that leaves. */
function ownGerund(token: SyntaxToken, index: number, tokens: readonly SyntaxToken[]): SyntaxToken {
  const isOwned = (gerund: number): boolean => {
    const [name, verb] = [tokens[gerund - 1], tokens[gerund]];
    if (verb?.xpos !== "VBG" || verb.upos !== "VERB" || name?.upos !== "PROPN") return false;
    return (
      /^(?:advcl|acl|xcomp|ccomp)$/u.test(verb.rel) &&
      /^(?:obl|nmod)$/u.test(name.rel) &&
      (verb.head === name.head || verb.head === gerund - 1) &&
      tokens.some(
        (t) => t.head === gerund - 1 && t.rel === "case" && BEFORE_DOER.has(t.form.toLowerCase()),
      )
    );
  };
  if (isOwned(index + 1)) return { ...token, head: index + 1, rel: "nsubj" };
  if (isOwned(index)) return { ...token, head: tokens[index - 1]?.head ?? -1, rel: "advcl" };
  const isMark = token.rel === "case" && isOwned(token.head + 1);
  return isMark ? { ...token, head: token.head + 1, rel: "mark" } : token;
}

/** "Breaking the rules is punished": what the sentence is about, not what anybody does. */
function gerundSubject(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  const [first] = tokens;
  const root = first?.head ?? -1;
  const ready =
    first?.xpos === "VBG" &&
    first.rel === "advcl" &&
    tokens[root]?.head === -1 &&
    tokens.slice(0, root).every((t) => t.form !== ",") &&
    tokens.every((t) => t.head !== root || !/^(?:nsubj|csubj|expl)/u.test(t.rel));
  return ready ? tokens.map((t, i) => (i === 0 ? { ...t, rel: "csubj" } : t)) : tokens;
}

/** "They welcome the plan": what has a subject is no interjection. */
function calledOut(token: SyntaxToken, index: number, tokens: readonly SyntaxToken[]): SyntaxToken {
  const isVerb = token.upos === "INTJ" && tokens.some((t) => t.head === index && t.rel === "nsubj");
  return isVerb ? { ...token, upos: "VERB", xpos: "VBP" } : token;
}

/** "has been disregarding the rules": after a form of "be" it is a verb, no preposition. */
function restoreVerbs(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  const at = tokens.findIndex(
    (t, i) =>
      t.rel === "case" &&
      t.xpos === "VBG" &&
      tokens[i - 1]?.upos === "AUX" &&
      tokens[i - 1]?.head === t.head,
  );
  const [verb, noun] = [tokens[at], tokens[tokens[at]?.head ?? -1]];
  if (!verb || !noun || verb.head < at) return tokens;
  return tokens.map((t, i) => {
    if (i === at) return { ...t, head: noun.head, rel: noun.rel };
    if (t === noun) return { ...t, head: at, rel: "obj" };
    return t.head === verb.head && i < at
      ? { ...t, head: at, rel: t.rel === "cop" ? "aux" : t.rel }
      : t;
  });
}

/** "Peru has taken steps": without a form of "be" nothing is done to it. */
function activePerfect(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  return tokens.map((t) => {
    const verb = tokens[t.head];
    if (t.rel !== "nsubj:pass" || verb?.xpos !== "VBN") return t;
    const helpers = tokens.filter((o) => o.head === t.head && /^(?:aux|cop)/u.test(o.rel));
    return helpers.length === 1 && /^(?:has|have|had)$/iu.test(helpers[0]?.form ?? "")
      ? { ...t, rel: "nsubj" }
      : t;
  });
}

/** "Norway has left parliament": not that it has a parliament which was left. */
function restorePerfect(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  const at = tokens.findIndex((t, i) => {
    const participle = tokens[i + 1];
    const object = tokens[participle?.head ?? -1];
    return (
      /^(?:has|have|had)$/iu.test(t.form) &&
      participle?.xpos === "VBN" &&
      participle.rel === "amod" &&
      object?.rel === "obj" &&
      object.head === i
    );
  });
  const [auxiliary, participle] = [tokens[at], tokens[at + 1]];
  if (!auxiliary || !participle) return tokens;
  return tokens.map((t, i) => {
    if (i === at) return { ...t, upos: "AUX", head: at + 1, rel: "aux" };
    if (i === at + 1) return { ...t, upos: "VERB", head: auxiliary.head, rel: auxiliary.rel };
    return t.head === at ? { ...t, head: at + 1 } : t;
  });
}

/** "Norway left the club to save money": a name takes no purpose, what is done with it does. */
export function raisePurposes(
  tokens: readonly SyntaxToken[],
  isName: (index: number) => boolean,
): readonly SyntaxToken[] {
  return tokens.map((token, index) => {
    const noun = tokens[token.head];
    const verb = noun && tokens[noun.head];
    const purpose =
      token.rel === "acl" &&
      noun?.rel === "obj" &&
      verb?.upos === "VERB" &&
      isName(token.head) &&
      tokens.some((t) => t.head === index && t.rel === "mark" && t.form.toLowerCase() === "to");
    return purpose ? { ...token, head: noun.head, rel: "advcl" } : token;
  });
}

/** "Neither of them abides by it": without a form of "be" the present is no passive. */
function asActive(tokens: readonly SyntaxToken[], token: SyntaxToken): SyntaxToken {
  const verb = tokens[token.head];
  if (!/^(?:nsubj:pass|obl:agent)$/u.test(token.rel) || !/^VB[ZP]$/u.test(verb?.xpos ?? ""))
    return token;
  const isPassive = tokens.some((t) => t.head === token.head && t.rel.startsWith("aux"));
  return isPassive ? token : { ...token, rel: token.rel === "obl:agent" ? "obl" : "nsubj" };
}

/** "to save land and shield people from harm": what has an object is a verb, no noun. */
function takingVerb(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  return tokens.map((t, i) => {
    const takes =
      t.xpos === "NN" &&
      t.rel === "conj" &&
      /^(?:and|or)$/u.test(tokens[i - 1]?.form.toLowerCase() ?? "") &&
      tokens.some((o, at) => o.head === i && o.rel === "obj" && at > i);
    return takes ? { ...t, upos: "VERB", xpos: "VB" } : t;
  });
}

/** "to stop them being hurt and shield them": an infinitive is added to one, not to a participle. */
function alike(tokens: readonly SyntaxToken[], token: SyntaxToken): SyntaxToken {
  if (token.rel !== "conj" || token.upos !== "VERB" || token.xpos !== "VB") return token;
  if (!/^VB[NG]$/u.test(tokens[token.head]?.xpos ?? "")) return token;
  for (let at = tokens[token.head]?.head ?? -1; at >= 0; at = tokens[at]?.head ?? -1)
    if (tokens[at]?.upos === "VERB" && tokens[at]?.xpos === "VB") return { ...token, head: at };
  return token;
}

/** "borders Peru and plans to leave": what has a finite verb is added to a verb, no noun. */
function raiseConjunct(tokens: readonly SyntaxToken[], token: SyntaxToken): SyntaxToken {
  const noun = tokens[token.head];
  const finite = token.upos === "VERB" && /^VB[ZPD]$/u.test(token.xpos);
  if (token.rel !== "conj" || !finite || !noun || !/^(?:NOUN|PROPN)$/u.test(noun.upos))
    return token;
  const verb = tokens[noun.head];
  const isObject = /^(?:obj|compound|obl)/u.test(noun.rel);
  return verb?.upos === "VERB" && isObject ? { ...token, head: noun.head } : token;
}

/**
 * "is an ally of Chile and borders Peru": behind "and", without a determiner and right before a name,
 * it is a verb of the same subject.
 */
function verbalConjunct(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  const at = tokens.findIndex(
    (t, i) =>
      t.xpos === "NNS" &&
      tokens[i - 1]?.form.toLowerCase() === "and" &&
      tokens[i + 1]?.upos === "PROPN" &&
      tokens[i + 2]?.form !== "'s",
  );
  const top = tokens.findIndex((t) => t.rel === "root");
  const root = tokens[top];
  if (at < 1 || !root || top > at) return tokens;
  const predicate = tokens.some((t) => t.head === top && /^(?:nsubj|cop)/u.test(t.rel));
  if (!predicate) return tokens;
  return tokens.map((t, i) => {
    if (i === at) return { ...t, upos: "VERB", xpos: "VBZ", head: top, rel: "conj" };
    if (i === at - 1) return { ...t, head: at };
    return i === at + 1 ? { ...t, head: at, rel: "obj" } : t;
  });
}

/** "The three states share a border": a noun before a verb is no part of a compound with it. */
function asSubject(tokens: readonly SyntaxToken[], token: SyntaxToken, index: number): SyntaxToken {
  const verb = tokens[token.head];
  if (
    token.rel !== "compound" ||
    token.head < index ||
    verb?.upos !== "VERB" ||
    verb.xpos === "VBG" ||
    verb.xpos === "VBN"
  )
    return token;
  return tokens.some((t) => t.head === token.head && t.rel.startsWith("nsubj"))
    ? token
    : { ...token, rel: "nsubj" };
}

/** "the treaty banning drones": a noun, a gerund and its object. */
function splitCompounds(tokens: readonly SyntaxToken[]): SyntaxToken[] {
  const out = tokens.map((token, index) =>
    isDetermined(tokens, index) ? { ...token, upos: "NOUN", xpos: "NN" } : { ...token },
  );
  for (const index of out.keys()) openGerund(out, index);
  return out;
}

/**
 * [the treaty banning] drones → [the treaty [banning drones]]: the noun takes the place of the phrase,
 * the gerund becomes its clause, the noun behind it the object.
 */
function openGerund(out: SyntaxToken[], index: number): void {
  const [before, gerund] = [out[index - 1], out[index]];
  if (!before || !gerund || gerund.xpos !== "VBG" || before.rel !== "compound") return;
  if (before.upos !== "NOUN" && before.upos !== "PROPN") return;
  const object = out.findIndex(
    (t, i) =>
      i > index &&
      (t.upos === "NOUN" || t.upos === "PROPN") &&
      (i === gerund.head || t.head === gerund.head || t.head === index),
  );
  const behind = out.slice(index + 1, object + 1);
  if (object < 0 || behind.some((t) => ["VERB", "AUX", "ADP", "PUNCT"].includes(t.upos))) return;
  // The phrase's own place is that of its head: the object, or the gerund itself.
  const top = gerund.rel === "amod" || gerund.rel === "compound" ? gerund.head : index;
  if (before.head !== top && before.head !== index) return;
  const place = out[top];
  if (!place || !hasDeterminer(out, index - 1, new Set([index - 1, index, object]))) return;
  const { head, rel } = place;
  out.forEach((t, i) => {
    if (i < index - 1 && (t.head === index || t.head === object))
      out[i] = { ...t, head: index - 1 };
  });
  out[index - 1] = { ...before, head, rel };
  out[index] = { ...gerund, head: index - 1, rel: "acl" };
  out[object] = { ...(out[object] as SyntaxToken), head: index, rel: "obj" };
}

/** "made any move": what has a determiner right before it is no verb. */
function isDetermined(tokens: readonly SyntaxToken[], index: number): boolean {
  const [token, before] = [tokens[index], tokens[index - 1]];
  return (
    token?.upos === "VERB" &&
    token.xpos === "VB" &&
    token.rel === "obj" &&
    before?.rel === "det" &&
    before.head === index
  );
}

/** "In force since 1999, the treaty …": what stands before the comma belongs to the opening predicate. */
function keepFronted(tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  const first = tokens[0];
  const comma = tokens.findIndex((t) => t.form === ",");
  if (first?.upos !== "ADJ" || first.rel !== "advmod" || comma < 2 || first.head < comma)
    return tokens;
  return tokens.map((t, i) =>
    i > 0 && i < comma && t.head === first.head ? { ...t, head: 0 } : { ...t },
  );
}

export const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);
export const NOMINAL = new Set(["NOUN", "PROPN", "PRON"]);
