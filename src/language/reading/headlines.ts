import type { SyntaxToken } from "../syntax/index.ts";
import type { Unit } from "../units/units.ts";
import type { Context } from "./context.ts";
import { endOfNounPhrase } from "./questions.ts";

/**
 * Puts in the verb that a headline leaves out: "Diet yet to vote" (has), "Norway in the club" (is).
 * Sentences that have a verb, or a word that could be one, stay as they are.
 */
export function completeHeadline(
  units: readonly Unit[],
  parse: (units: readonly Unit[]) => readonly SyntaxToken[],
  context: Context,
): readonly Unit[] {
  const { "left-out": out, "question-auxiliaries": auxiliaries } = context.grammar;
  const isAuxiliary = (unit: Unit | undefined): boolean =>
    [...auxiliaries.be, ...auxiliaries.other, ...auxiliaries.do].includes(unit?.lower ?? "");
  for (const phrase of out.before) {
    const at = units.findIndex(
      (_, i) =>
        phrase.every((word, k) => units[i + k]?.lower === word) ||
        units[i]?.lower === phrase.join(" "),
    );
    const before = units[at - 1];
    if (at > 0 && (before?.name || before?.classed) && !units.slice(0, at).some(isAuxiliary))
      return units.map((unit, i) =>
        i === at ? withAuxiliary(unit, out.auxiliary, context) : unit,
      );
  }
  if (units.length < 3 || units.length > LONGEST || units.some(isAuxiliary)) return units;
  const tokens = parse(units);
  const participle = bareParticiple(tokens);
  if (participle > 0) return insert(units, participle, out.copula);
  const state = bareState(units, tokens, context);
  if (state > 0) return insert(units, state, out.copula);
  if (units.some((unit) => mayBeVerb(unit, context))) return units;
  const tags = tokens.map((t) => t.upos);
  if (tags.some((tag) => tag === "VERB" || tag === "AUX")) return units;
  const end = endOfNounPhrase(units, tags);
  return end > 0 && tags[end] === "ADP" && !units[end + 1]?.time
    ? insert(units, end, out.copula)
    : units;
}

const LONGEST = 14;

/** "No vote needed", "Norway leaving the club": a participle that nothing finite stands beside. */
function bareParticiple(tokens: readonly SyntaxToken[]): number {
  const root = tokens.findIndex((t) => t.head < 0);
  const head = tokens[root];
  if (!head || !["NOUN", "PROPN", "PRON"].includes(head.upos)) return -1;
  if (tokens.some((t) => /^(?:VBZ|VBP|VBD|MD)$/u.test(t.xpos))) return -1;
  // "use commenced in May" may be active.
  const isPassive = (i: number): boolean =>
    tokens[i + 1] === undefined || /^(?:by|for|to|[.!?])$/u.test(tokens[i + 1]?.form ?? "");
  const at = tokens.findIndex(
    (t, i) =>
      t.head === root &&
      i > root &&
      t.rel.startsWith("acl") &&
      (t.xpos === "VBG" || (t.xpos === "VBN" && isPassive(i))),
  );
  return at > 0 && tokens[at - 1]?.upos !== "PUNCT" ? at : -1;
}

/** "Decree effective upon publication": a state said of what stands before it. */
function bareState(
  units: readonly Unit[],
  tokens: readonly SyntaxToken[],
  { lexicon }: Context,
): number {
  if (tokens.some((t) => t.upos === "VERB" || t.upos === "AUX")) return -1;
  return units.findIndex((unit, i) => {
    const senses =
      unit.senses.length > 0
        ? unit.senses.filter((s) => s.pos === "a").map((s) => s.sense)
        : (lexicon.words.a.get(unit.lower) ?? []);
    const next = tokens[i + 1]?.upos ?? "PUNCT";
    return (
      i > 0 &&
      tokens[i]?.upos === "ADJ" &&
      ["ADP", "PUNCT", "ADV"].includes(next) &&
      ["NOUN", "PROPN"].includes(tokens[i - 1]?.upos ?? "") &&
      senses.some((s) => s.kind === "event" || s.kind === "quality")
    );
  });
}

/** "yet" becomes "has yet", a verb with the senses that the word has by itself. */
function withAuxiliary(unit: Unit, auxiliary: string, context: Context): Unit {
  const own =
    unit.senses.length > 0
      ? unit.senses.map((s) => s.sense)
      : (context.lexicon.words.a.get(unit.lower) ?? []);
  const form = `${auxiliary} ${unit.form}`;
  return {
    ...unit,
    form,
    lower: form.toLowerCase(),
    senses: own.map((sense) => ({ pos: "v" as const, sense })),
  };
}

function mayBeVerb(unit: Unit, context: Context): boolean {
  if (unit.name || unit.time || unit.quantity) return false;
  if (unit.senses.length > 0)
    return unit.senses.some((s) => s.pos === "v" || s.sense.kind === "event");
  return [unit.lower, unit.lower.replace(/s$/u, "")].some(
    (lemma) => context.lexicon.words.v.get(lemma) !== undefined,
  );
}

function insert(units: readonly Unit[], at: number, word: string): readonly Unit[] {
  const like = units[at] as Unit;
  const verb = {
    ...like,
    form: word,
    lower: word,
    name: null,
    time: null,
    quantity: null,
    speech: false,
    classed: false,
    senses: [],
  };
  return [...units.slice(0, at), verb, ...units.slice(at)];
}
