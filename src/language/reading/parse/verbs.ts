/** Parses that lack a verb are tried again with the word that could be one. */
import type { SyntaxToken } from "../../syntax/index.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import type { Parse } from "../reading.ts";
import { inputOf } from "./inputs.ts";
import { makeMain } from "./main-verb.ts";

/**
 * Parses; where no verb was found though a word could be one ("Peru and Bolivia border Japan",
 * "Paris inks decree"), or the sentence has no predicate ("The decree that he signed implements a
 * decision"), parses again with that word as a verb.
 */
export function parseWithVerb(
  units: readonly Unit[],
  parse: Parse,
  context: Context,
): SyntaxToken[] {
  const inputs = units.map(inputOf);
  const tokens = parse(inputs);
  const asVerb = (index: number): SyntaxToken[] =>
    parse(inputs.map((input, i) => (i === index ? { ...input, upos: "VERB" } : input)));
  const nominal = (t: SyntaxToken): boolean =>
    t.upos === "NOUN" || t.upos === "PROPN" || t.upos === "ADJ";
  if (
    tokens.some(
      (t) => (t.upos === "VERB" || t.upos === "AUX") && t.xpos !== "VBG" && t.xpos !== "VBN",
    )
  ) {
    const root = tokens.findIndex((t) => t.head < 0);
    if (!lacksPredicate(tokens, root)) return tokens;
    // "Only Chile plans to leave": what a name stands before is no noun.
    const before = units[root - 1];
    const bare = (before?.name ?? null) !== null || before?.group !== undefined;
    if (bare && /s$/u.test(tokens[root]?.form ?? "") && tokens[root - 1]?.head === root) {
      const again = couldBeVerb(units[root], tokens[root] as SyntaxToken, context) && asVerb(root);
      if (again && again[root]?.head === -1) return again;
    }
    // "Some doubt that it rained", "no one doubts that …": those who speak are told by how many they are.
    if (saysThat(units, root, context)) return asVerb(root);
    const plural = behindRelative(tokens, root);
    if (plural >= 0) return makeMain(tokens, plural);
    const index = tokens.findIndex(
      (t, i) =>
        i > root + 1 && nominal(t) && /s$/u.test(t.form) && couldBeVerb(units[i], t, context),
    );
    if (index < 0) return tokens;
    const again = asVerb(index);
    return again[index]?.head === -1 ? again : makeMain(again, index);
  }
  // "Peru rejected pact": no pact that Peru rejected is spoken of.
  const participle = tokens.findIndex(
    (t, i) => t.xpos === "VBN" && t.rel === "amod" && i > 0 && isActor(units[i - 1], context),
  );
  if (
    participle > 0 &&
    participle <= LATEST &&
    tokens[tokens[participle]?.head ?? -1]?.head === -1
  ) {
    return makeActive(tokens, participle);
  }
  const index = tokens.findIndex(
    (t, i) => i > 0 && nominal(t) && couldBeVerb(units[i], t, context),
  );
  return index < 0 ? tokens : asVerb(index);
}

/** Makes a participle before a noun the main verb, of which that noun is the object. */
function makeActive(tokens: readonly SyntaxToken[], verb: number): SyntaxToken[] {
  const noun = tokens[verb]?.head ?? -1;
  return tokens.map((t, i) => {
    if (i === verb) return { ...t, upos: "VERB", xpos: "VBD", head: -1, rel: "root" };
    if (i === noun) return { ...t, head: verb, rel: "obj" };
    if (i === verb - 1) return { ...t, head: verb, rel: "nsubj" };
    if (i < verb && (t.head === noun || t.head === verb)) return { ...t, head: verb - 1 };
    if (i > noun && t.head === noun)
      return { ...t, head: verb, rel: t.rel.startsWith("nmod") ? "obl" : t.rel };
    return { ...t };
  });
}

const LATEST = 3;
const ACTORS: ReadonlySet<string> = new Set(["state", "group", "person", "body"]);

/** A name of somebody who acts, no adjective. */
function isActor(unit: Unit | undefined, { gazetteer }: Context): boolean {
  const { name } = unit ?? {};
  return name?.usage === "name" && ACTORS.has(gazetteer.entities.get(name.id)?.kind ?? "");
}

/** Could a word be the verb by which so many as stand before it say what comes after it? */
function saysThat(units: readonly Unit[], at: number, { grammar, lexicon }: Context): boolean {
  const who = units[at - 1]?.lower ?? "";
  const word = units[at]?.lower ?? "";
  const { some, most } = grammar.quantifiers;
  return (
    units[at + 1]?.lower === "that" &&
    [...some, ...most, ...grammar["negative-pronouns"], "one", "others"].includes(who) &&
    [word, word.replace(/s$/u, "")].some((lemma) =>
      lexicon.words.v.get(lemma)?.some((s) => s.kind === "speech"),
    )
  );
}

/** A noun stands where the main verb should. */
function lacksPredicate(tokens: readonly SyntaxToken[], root: number): boolean {
  const head = tokens[root];
  if (!head || (head.upos !== "NOUN" && head.upos !== "PROPN")) return false;
  return !tokens.some(
    (t) =>
      t.head === root && (t.rel === "cop" || t.rel.startsWith("nsubj") || t.rel.startsWith("aux")),
  );
}

/** "Bombs that fail to explode [continue] to harm people": the verb of a plural, taken into its clause. */
function behindRelative(tokens: readonly SyntaxToken[], root: number): number {
  if (tokens[root]?.xpos !== "NNS") return -1;
  const clause = tokens.findIndex((t) => t.head === root && t.rel === "acl:relcl");
  if (clause < 0) return -1;
  return tokens.findIndex(
    (t, i) =>
      i > clause &&
      t.upos === "VERB" &&
      /^VBP?$/u.test(t.xpos) &&
      !/^(?:to|not|n't|and|or|,)$/iu.test(tokens[i - 1]?.form ?? "") &&
      tokens.every((o) => o.head !== i || !/^(?:mark|aux|cc|nsubj)/u.test(o.rel)),
  );
}

function couldBeVerb(unit: Unit | undefined, token: SyntaxToken, context: Context): boolean {
  if (!unit || unit.name || unit.time || unit.quantity || unit.group) return false;
  if (unit.senses.some((s) => s.pos === "v")) return true;
  const stem = unit.lower;
  return [
    stem,
    stem.replace(/s$/u, ""),
    stem.replace(/es$/u, ""),
    stem.replace(/ed$/u, ""),
    stem.replace(/d$/u, ""),
    token.lemma,
  ].some((lemma) =>
    context.lexicon.words.v
      .get(lemma)
      ?.some(
        (sense) => sense.kind === "event" || sense.kind === "speech" || sense.kind === "operator",
      ),
  );
}

export const HEAD_ENDS = /^(?:of|in|from|at|on|with|who|which|that|whose|for)$/u;
