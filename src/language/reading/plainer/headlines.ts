import type { SyntaxToken } from "../../syntax/index.ts";
import { bareUnit, type Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { endOfNounPhrase } from "../frames/questions.ts";

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
  const leads = (word: string): boolean => out.dating.includes(word.replace(/s$/u, ""));
  if (
    units.some(
      (u, i) => leads(u.lower.split(" ")[0] ?? "") && (units[i + 1]?.time || units[i + 2]?.time),
    )
  )
    return units;
  const tokens = parse(units);
  const object = bareObject(units, tokens);
  if (object > 0) return insert(units, object, context.grammar.determiners[1] ?? "the");
  const infinitive = bareInfinitive(units, tokens, context);
  if (infinitive > 0) return insert(units, infinitive, out.copula);
  const participle = bareParticiple(tokens);
  if (participle > 0) return insert(units, participle, out.copula);
  const state = bareState(units, tokens, context);
  if (state > 0) return insert(units, state, out.copula);
  const denied = bareDenial(units, tokens, context);
  if (denied > 0) return insert(units, denied, out.copula);
  if (units.some((unit) => mayBeVerb(unit, context))) return units;
  const tags = tokens.map((t) => t.upos);
  if (tags.some((tag) => tag === "VERB" || tag === "AUX")) return units;
  const end = endOfNounPhrase(units, tags);
  return end > 0 && tags[end] === "ADP" && !units[end + 1]?.time
    ? insert(units, end, out.copula)
    : units;
}

/** "Peru, Chile: Non-members of the club" says what they are; "Peru: …" else what they say. */
export function statesWhat(units: readonly Unit[], context: Context): readonly Unit[] {
  const colon = units.findIndex((u) => u.lower === ":");
  const names = units.slice(0, Math.max(0, colon));
  const links = [",", ...context.grammar.groups.links];
  if (!names.every((u) => u.name?.usage === "name" || links.includes(u.lower))) return units;
  const noun = units.findIndex((u, i) => i > colon && !u.name && !isDeterminer(u, context));
  const bare = units
    .slice(noun + 1)
    .every((u) => u.name || isDeterminer(u, context) || /^(?:of|to|in|from|[.!])$/u.test(u.lower));
  if (colon < 1 || !bare || !namesSomebody(units[noun])) return units;
  const joined = units.map((u, i) =>
    i < colon && u.lower === "," ? { ...u, form: "and", lower: "and" } : u,
  );
  return insert(
    joined.filter((_, i) => i !== colon),
    colon,
    context.grammar["left-out"].copula,
  );
}

/** "Member", "voters": who somebody is, unlike what happens. */
function namesSomebody(unit: Unit | undefined): boolean {
  const member =
    unit?.senses.some((s) => s.pos === "n" && s.sense.kind === "event") &&
    /(?:er|or|ant|ent|y)s?$|ies$/u.test(unit.lower);
  return (unit?.classed || member) ?? false;
}

function isDeterminer(unit: Unit, context: Context): boolean {
  return context.grammar.determiners.includes(unit.lower);
}

const LONGEST = 14;

/** "Peru blocks house decision on exit": the verb was taken for a part of the noun after it. */
function bareObject(units: readonly Unit[], tokens: readonly SyntaxToken[]): number {
  const at = tokens.findIndex((t, i) => i > 0 && t.xpos === "VBZ" && t.rel === "compound");
  const root = tokens[tokens[at]?.head ?? -1];
  const named = units.slice(0, Math.max(0, at)).every((u) => u.name);
  return at > 0 && named && root && root.head < 0 && root.upos === "NOUN" ? at + 1 : -1;
}

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

/** "Peru and Chile not in the club": what is denied of those who are named before it. */
function bareDenial(
  units: readonly Unit[],
  tokens: readonly SyntaxToken[],
  context: Context,
): number {
  const at = units.findIndex((u) => context.grammar.negations[0] === u.lower);
  const links = [...context.grammar.groups.links, ...context.grammar.determiners, ","];
  if (at < 1 || tokens.some((t) => t.upos === "VERB" || t.upos === "AUX")) return -1;
  const named = units.slice(0, at).every((u) => u.name || links.includes(u.lower));
  return named && units.length > at + 2 ? at : -1;
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

/** "Diet to consider bill", "Verdict to be read by Diet": what is to happen to what stands before. */
function bareInfinitive(
  units: readonly Unit[],
  tokens: readonly SyntaxToken[],
  context: Context,
): number {
  const at = units.findIndex((u) => u.lower === "to");
  const [subject, verb] = [tokens[at - 1], units[at + 1]];
  if (!subject || !verb || !["NOUN", "PROPN"].includes(subject.upos)) return -1;
  if (tokens[at + 1]?.xpos !== "VB" || tokens.some((t) => FINITE.test(t.xpos))) return -1;
  if (tokens.slice(0, at).some((t) => ["VERB", "AUX", "PUNCT", "ADP"].includes(t.upos))) return -1;
  // "Plan to leave", "decision to leave": the infinitive belongs to the noun, unless it is moved by it.
  const own = units[at - 1] as Unit;
  // "The council declines to vote": what looks like a noun says that it won't.
  const verbs = own.name ? [] : (context.lexicon.words.v.get(own.lower.replace(/s$/u, "")) ?? []);
  if (at > 1 && own.lower.endsWith("s") && verbs.some((s) => s.kind === "operator")) return -1;
  const senses = own.name ? [] : (context.lexicon.words.n.get(own.lower) ?? []);
  const passing = context.grammar["left-out"].passing.includes(verb.lower.split(" ")[0] ?? "");
  return senses.some((s) => s.kind === "operator" || s.kind === "event") && !passing ? -1 : at;
}

const FINITE = /^(?:VBZ|VBP|VBD|MD)$/u;

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
  return [...units.slice(0, at), bareUnit(word, units[at] as Unit), ...units.slice(at)];
}
