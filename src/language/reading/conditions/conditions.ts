/** What a sentence with a condition says. */
import type { Proposition } from "../../../meaning.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { dropOutcome, requirements } from "./requirements.ts";
import type { Conditional } from "./splits.ts";

/** What English has for conditions: conjunctions by what they make of the clause after them. */
export interface ConditionWords {
  /** Without it the rest does not hold: "unless", "until", "without", "before". */
  readonly needed: readonly string[];
  /** With it alone the rest holds: "only if", "only once". */
  readonly only: readonly string[];
  /** It is supposed: "if", "once", "provided that". */
  readonly supposed: readonly string[];
  /** They suppose where the clause is about a decision that hasn't been acted on: "when they ratify it". */
  readonly ahead: readonly string[];
  /** Verbs that suppose where they begin the sentence: "had he not signed". */
  readonly inverted: readonly string[];
  /** What is said not to be so, by the same one: "far from leaving, …". */
  readonly denied: readonly string[];
  /** "or else", "otherwise". */
  readonly otherwise: readonly string[];
  /** Those of them that can also tell when something was. */
  readonly temporal: readonly string[];
  readonly dating: readonly string[];
  /** Pronouns that begin a clause. */
  readonly subjects: readonly string[];
  /** Verbs that stand before their subject after a condition: "only then does it count". */
  readonly auxiliaries: readonly string[];
  /** Verbs that tell of something as past. */
  readonly past: readonly string[];
  /** Events and states that a requirement is for: a decision becomes official. */
  readonly outcomes: readonly string[];
}

/** How one part was read. */
export type ReadPart = (units: readonly Unit[]) => {
  readonly propositions: readonly Proposition[];
  readonly unread: readonly string[];
};

/**
 * What a conditional sentence says. A necessary condition is a requirement ("it is not official
 * until parliament ratifies it" = parliament has to ratify it); doing without one denies the
 * requirement; a supposed one asserts nothing. Null where the words are no condition after all
 * ("left before the war", "signed without reading").
 */
export function readConditional(
  split: Conditional,
  read: ReadPart,
  context: Context,
): readonly Proposition[] | null {
  const main = read(split.main).propositions;
  const { outcomes } = context.grammar.conditions;
  if (split.kind === "denied") return deniedOf(main, read(split.condition));
  const first = main.find((p) => outcomes.includes(p.concept)) ?? main[0];
  if (!first) return null;
  const conditions = readConjuncts(split.condition, read);
  const outcome = outcomes.includes(first.concept);
  // "not until two years later", "without delay": a time or a manner.
  if (
    (conditions.length === 0 && split.kind !== "supposed") ||
    split.condition.some((u) => u.time !== null)
  )
    return null;
  const told = split.condition.some((u) => context.grammar.conditions.past.includes(u.lower));
  if (
    split.ahead &&
    (told || !(conditions.length > 0 && conditions.every((p) => liesAhead(p, context))))
  )
    return null;
  const demands = main.every((p) => p.mode === "required");
  const later = conditions.some((p) => outcomes.includes(p.concept) && !isOfAnotherMatter(p));
  if (demands && later) return main.map((p) => dropOutcome(p, context));
  switch (split.kind) {
    case "otherwise":
      return null;
    case "needed":
      if (!outcome && first.mode !== "possible")
        return ["planned", "expected"].includes(first.mode) || split.open ? [] : null;
      return requirements(conditions, first.sign < 0 ? 1 : -1, first, outcome, context);
    case "only":
      return outcome || first.mode === "possible"
        ? requirements(conditions, first.sign, first, outcome, context)
        : null;
    case "supposed":
      // "if it is official, they have ratified it": they have to.
      if (!outcome && split.open && asked(conditions, outcomes) && isPrior(first))
        return requirements(
          main.filter((p) => p.mode !== "fact" || isPrior(p)),
          1,
          conditions.find((p) => outcomes.includes(p.concept)) ?? first,
          true,
          context,
        );
      // "if they don't ratify it, it isn't official": they have to; "is official even so": they needn't.
      if (outcome && conditions.length > 0 && conditions.every((p) => p.sign < 0))
        return requirements(conditions, first.sign, first, outcome, context);
      return isWhetherBound(first, conditions, context) ||
        isPermission(main, context) ||
        (first.mode === "done" && split.open === false)
        ? main
        : demands && (later || main.every((p) => p.sign < 0))
          ? main.map((p) => dropOutcome(p, context))
          : [];
  }
}

/** "until the war is over": what is over is nothing that is decided. */
function isOfAnotherMatter({ items }: Proposition): boolean {
  return items.some((i) => i.depth === 0 && (i.term.kind === "class" || i.term.kind === "word"));
}

/** Is the condition that an outcome has come about? */
function asked(conditions: readonly Proposition[], outcomes: readonly string[]): boolean {
  return (
    conditions.length > 0 && conditions.every((p) => outcomes.includes(p.concept) && p.sign > 0)
  );
}

/** "has ratified it", "must have been ratified": it came before. */
function isPrior({ mode }: Proposition): boolean {
  return mode === "done" || mode === "required";
}

/** "when the diet ratifies it": said in the present of what is done once, to another act. */
function liesAhead(p: Proposition, context: Context): boolean {
  const taken = context.relations.get(p.concept)?.roles.theme ?? [];
  return p.mode === "fact" && p.sign > 0 && taken.some((kind) => context.relations.has(kind));
}

/** "Far from tolerating it, the treaty forbids it": both, the first turned round, of one subject. */
function deniedOf(
  main: readonly Proposition[],
  part: ReturnType<ReadPart>,
): readonly Proposition[] | null {
  const subject = main[0]?.items.filter((i) => i.depth === 0 && i.role === "agent") ?? [];
  if (part.unread.length > 0 || part.propositions.length !== 1) return null;
  const denied = part.propositions.map((p): Proposition => {
    const own = p.items.some((i) => i.depth === 0 && i.role === "agent");
    return {
      ...p,
      mode: "fact",
      sign: p.sign < 0 ? 1 : -1,
      items: own ? p.items : [...subject, ...p.items],
    };
  });
  return [...main, ...denied];
}

/** "allows its storage provided that …": a ban leaves no room for a permission under a condition either. */
function isPermission(main: readonly Proposition[], context: Context): boolean {
  return (
    main.length > 0 && main.every((p) => p.concept === context.grammar.rules.ban && p.sign < 0)
  );
}

/** "no hoarding if you are in": the condition only says whom the rule binds. */
function isWhetherBound(
  rule: Proposition,
  conditions: readonly Proposition[],
  context: Context,
): boolean {
  const { ban, duty, adherence } = context.grammar.rules;
  return (
    (rule.concept === ban || rule.concept === duty) &&
    conditions.length > 0 &&
    conditions.every((c) => adherence.includes(c.concept) && c.sign > 0)
  );
}

/** "ratification by parliament and a report to the organisation": a requirement each. */
function readConjuncts(units: readonly Unit[], read: ReadPart): readonly Proposition[] {
  const pieces: Unit[][] = [[]];
  for (const unit of units) {
    if (["and", "or", "nor", ",", "both", "either"].includes(unit.lower)) pieces.push([]);
    else pieces.at(-1)?.push(unit);
  }
  const reads = pieces.filter((p) => p.length > 0).map((p) => read(p));
  if (reads.length > 1 && reads.every((r) => r.propositions.length > 0 && r.unread.length === 0))
    return reads.flatMap((r) => r.propositions);
  const whole = read(units);
  return whole.unread.length > 0 ? [] : whole.propositions;
}
