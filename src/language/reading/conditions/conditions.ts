import type { Item, Proposition } from "../../../meaning.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";

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
  /** Events and states that a requirement is for: a decision becomes official. */
  readonly outcomes: readonly string[];
}

/** A sentence of two parts, one the condition of the other. */
export interface Conditional {
  readonly kind: "needed" | "only" | "supposed" | "otherwise" | "denied";
  /** "unless": what follows may never come. */
  readonly open: boolean;
  /** "when": it is a condition only if it lies ahead. */
  readonly ahead?: boolean;
  readonly main: readonly Unit[];
  readonly condition: readonly Unit[];
}

/** How one part was read. */
export type ReadPart = (units: readonly Unit[]) => {
  readonly propositions: readonly Proposition[];
  readonly unread: readonly string[];
};

/** A preposition that the lexicon has in a phrase ("without ratification") stands by itself here. */
function detach(units: readonly Unit[], context: Context): readonly Unit[] {
  const { needed, only } = context.grammar.conditions;
  return units.flatMap((unit) => {
    const marker = [...only, ...needed].find((m) => unit.lower.startsWith(`${m} `));
    if (marker === undefined || unit.name || unit.time || unit.quantity) return [unit];
    const rest = unit.form.slice(marker.length + 1);
    return [
      { ...unit, form: unit.form.slice(0, marker.length), lower: marker, senses: [] },
      { ...unit, form: rest, lower: rest.toLowerCase(), senses: [] },
    ];
  });
}

/** The ways to split a sentence at its condition: in front, up to a comma or an inverted verb, or at the end. */
export function* splitsOf(units: readonly Unit[], context: Context): Generator<Conditional> {
  const detached = detach(units, context);
  const plain = splitFront(detached, context) ?? splitBack(detached, context);
  if (plain) yield plain;
  else yield* splitsWithoutComma(detached, context);
}

/** "Without ratification the exit is not official": the clause begins with some noun phrase. */
function* splitsWithoutComma(units: readonly Unit[], context: Context): Generator<Conditional> {
  const found = markerAt(units, 0, context);
  if (!found || found.kind === "otherwise" || found.kind === "denied") return;
  for (let at = found.length + 1; at < units.length - 2; at++) {
    const [unit, before] = [units[at], units[at - 1]];
    const opens =
      unit &&
      (unit.name !== null ||
        SUBJECTS.has(unit.lower) ||
        context.grammar.determiners.includes(unit.lower));
    const inside =
      before &&
      (context.grammar.determiners.includes(before.lower) ||
        /^(?:of|by|to|from|in|on|with|for|and|or|at)$/u.test(before.lower));
    if (opens && !inside)
      yield {
        kind: found.kind,
        open: found.open,
        main: units.slice(at),
        condition: units.slice(found.length, at),
      };
  }
}

function splitFront(units: readonly Unit[], context: Context): Conditional | null {
  const supposing =
    units[0] && context.grammar.conditions.inverted.includes(units[0].lower)
      ? ({ kind: "supposed", length: 1, open: true, ahead: false } as const)
      : null;
  const found = supposing ?? markerAt(units, 0, context);
  if (!found || found.kind === "otherwise") return null;
  const comma = units.findIndex((u, i) => i > found.length && u.lower === ",");
  const inverted =
    found.kind === "supposed"
      ? -1
      : units.findIndex(
          (u, i) => i > found.length + 1 && AUXILIARIES.has(u.lower) && isInversion(units, i),
        );
  const at = inverted > 0 && (comma < 0 || found.kind === "only") ? inverted : comma;
  if (at < 0) return null;
  const main = units.slice(units[at]?.lower === "," ? at + 1 : at);
  const condition = units.slice(found.length, at);
  return main.length < 2 || condition.length < 1
    ? null
    : {
        kind: found.kind,
        open: found.open,
        ...(found.ahead ? { ahead: true } : {}),
        main: uninvert(main),
        condition,
      };
}

const SUBJECTS = new Set(["you", "it", "they", "he", "she", "we"]);

const AUXILIARIES = new Set([
  "does",
  "do",
  "did",
  "can",
  "could",
  "will",
  "would",
  "is",
  "are",
  "may",
  "shall",
]);

/** "… does the decision become official": the auxiliary stands before its subject. */
function isInversion(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  return (
    next !== undefined &&
    (next.name !== null || ["the", "a", "its", "this", "that", "any", "it"].includes(next.lower))
  );
}

/** Puts an inverted auxiliary behind the subject, so that the parser meets plain order. */
function uninvert(main: readonly Unit[]): readonly Unit[] {
  const first = main[0];
  if (!first || !AUXILIARIES.has(first.lower) || !isInversion(main, 0)) return main;
  if (["does", "do", "did"].includes(first.lower)) return main.slice(1);
  const subject = main[1]?.name || main[1]?.lower === "it" ? 2 : 3;
  return [...main.slice(1, subject), first, ...main.slice(subject)];
}

function splitBack(units: readonly Unit[], context: Context): Conditional | null {
  for (let at = 2; at < units.length - 1; at++) {
    const found = markerAt(units, at, context);
    if (!found || (found.kind === "otherwise" && units[at - 1]?.lower !== ",")) continue;
    const condition = units.slice(at + found.length).filter((u) => !/^[.!]$/u.test(u.lower));
    const end = units[at - 1]?.lower === "," ? at - 1 : at;
    if (condition.length > 0)
      return {
        kind: found.kind,
        open: found.open,
        ...(found.ahead ? { ahead: true } : {}),
        main: units.slice(0, end),
        condition,
      };
  }
  return null;
}

/** The conjunction or preposition that begins at a word, the longest first. */
function markerAt(
  units: readonly Unit[],
  at: number,
  context: Context,
): { kind: Conditional["kind"]; length: number; open: boolean; ahead?: boolean } | null {
  const words = context.grammar.conditions;
  if (words.ahead.includes(units[at]?.lower ?? ""))
    return { kind: "supposed", length: 1, open: false, ahead: true };
  for (const kind of [
    "only",
    "needed",
    "otherwise",
    "supposed",
    ...(at === 0 ? (["denied"] as const) : []),
  ] as const) {
    for (const marker of words[kind]) {
      const parts = marker.split(" ");
      // A phrase of the lexicon may have joined some of them.
      let text = "";
      for (let length = 1; length <= parts.length && at + length <= units.length; length++) {
        text = `${text} ${units[at + length - 1]?.lower ?? ""}`.trim();
        if (text === marker) return { kind, length, open: !words.temporal.includes(marker) };
      }
    }
  }
  return null;
}

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
  const told = split.condition.some((u) => PAST.has(u.lower));
  if (
    split.ahead &&
    (told || !(conditions.length > 0 && conditions.every((p) => liesAhead(p, context))))
  )
    return null;
  const demands = main.every((p) => p.mode === "required");
  const later = conditions.some((p) => outcomes.includes(p.concept));
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
        : demands
          ? main.map((p) => dropOutcome(p, context))
          : [];
  }
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

const PAST = new Set(["was", "were", "had", "did", "'d"]);

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

/** The conditions as what is, or is not, required; for what, unless that goes without saying. */
function requirements(
  conditions: readonly Proposition[],
  sign: 1 | -1,
  main: Proposition,
  outcome: boolean,
  context: Context,
): readonly Proposition[] {
  const aim: Item = {
    role: "aim",
    term: { kind: "event", concept: main.concept, negated: false },
    depth: 0,
    quantifier: null,
    except: [],
    text: main.text,
  };
  // Who brings it about is no participant of it: a person doesn't leave, a country does.
  const kinds = context.relations.get(main.concept)?.roles.agent;
  const about = main.items
    .filter(
      (i) =>
        (i.term.kind === "entity" &&
          i.term.type !== "person" &&
          (i.role !== "agent" || kinds === undefined || kinds.includes(i.term.type))) ||
        // "The law takes effect only after a vote": not just anything does.
        (i.term.kind === "class" && i.depth === 0),
    )
    .map((i): Item => ({ ...i, role: "aim", depth: 1 }));
  return conditions.map((p) => ({
    ...p,
    mode: "required",
    sign: p.sign < 0 ? (-sign as 1 | -1) : sign,
    items: [...p.items, ...(outcome ? [] : [aim]), ...about],
  }));
}

/** "for it to be official": what a requirement is for adds nothing where that is its whole point. */
export function dropOutcome(p: Proposition, context: Context): Proposition {
  if (p.mode !== "required") return p;
  const { outcomes } = context.grammar.conditions;
  return {
    ...p,
    items: p.items.filter(
      (i) =>
        !(
          (i.term.kind === "event" || i.term.kind === "quality") &&
          !i.term.negated &&
          outcomes.includes(i.term.concept)
        ),
    ),
  };
}
