import type { Item, Proposition } from "../../../meaning.ts";
import type { Context } from "../context.ts";

/** What English has for rules: the concepts of ban and duty, whom they bind, what joins them. */
export interface RuleWords {
  readonly ban: string;
  readonly duty: string;
  readonly provision: string;
  /** Kinds of things that make rules. */
  readonly sources: readonly string[];
  /** Classes of those whom a rule binds. */
  readonly bound: readonly string[];
  /** Being one of those bound. */
  readonly membership: string;
  /** Events that say who is bound: "the signatories", "those who joined". */
  readonly adherence: readonly string[];
  /** Qualities that add nothing to a rule: "lawfully permitted", "strictly forbidden". */
  readonly manner: readonly string[];
  /** Classes of things that acts are done to. */
  readonly things: readonly string[];
  /** Prepositions before a rule that lets or forbids. */
  readonly under: readonly string[];
  /** Prepositions and conjunctions before why a rule is. */
  readonly reasons: readonly string[];
  /** Concept of backing; its contrary before a rule is a ban. */
  readonly against: string;
  /** Concept of demanding: of a rule it makes a duty. */
  readonly demand: string;
}

/**
 * Brings the many ways to state a rule into one form: a treaty bans, or obliges to, an act on a
 * thing. "Members may not make drones", "you can't make drones under the treaty" and "the treaty
 * forbids making drones" are the same proposition; real acts ("Japan makes drones") stay as they are.
 */
export function settleRule(p: Proposition, hard: boolean, context: Context): Proposition {
  const words = context.grammar.rules;
  // "Chile is a member": of what goes without saying.
  const member = p.items.find(
    (i) => i.depth === 0 && i.term.kind === "class" && i.term.concept === words.bound[0],
  );
  const state = p.items.some(
    (i) =>
      i.depth === 0 && i.role === "agent" && i.term.kind === "entity" && i.term.type === "state",
  );
  if (p.concept === "be" && member && state && !p.items.some((i) => i.depth > 0)) {
    // "is no member": joined to its noun, the word was not counted with the clause's negations.
    const sign = member.quantifier?.kind === "no" ? (-p.sign as 1 | -1) : p.sign;
    return { ...p, sign, concept: words.membership, items: p.items.filter((i) => i !== member) };
  }
  // "contains a ban on it": the ban is what it says.
  const inner =
    p.concept === words.provision
      ? p.items.find(
          (i) =>
            i.depth === 0 &&
            (i.role === "theme" || i.role === "for") &&
            i.term.kind === "event" &&
            [words.ban, words.duty].includes(i.term.concept),
        )
      : undefined;
  if (inner?.term.kind === "event") {
    const items = p.items.filter((i) => i !== inner);
    return {
      ...p,
      concept: inner.term.concept,
      sign: inner.term.negated ? (-p.sign as 1 | -1) : p.sign,
      items: ruleItems(items, null, context),
    };
  }
  if (p.concept === words.ban || p.concept === words.duty || p.concept === words.provision) {
    // "No member may": said of nobody of those bound.
    const nobody = p.items.some(
      (i) => i.depth === 0 && i.quantifier?.kind === "no" && isBound(i, context),
    );
    return {
      ...p,
      sign: nobody ? (-p.sign as 1 | -1) : p.sign,
      items: ruleItems(p.items, null, context),
    };
  }
  if (
    p.concept === words.against &&
    p.sign < 0 &&
    p.items.some((i) => isRuleSource(i.term, context)) &&
    p.items.some((i) => i.term.kind === "event")
  ) {
    return { ...p, concept: words.ban, sign: 1, items: ruleItems(p.items, null, context) };
  }
  // "obliges its members to destroy them": a rule's demand, not that of circumstances.
  if (
    p.concept === words.demand &&
    p.items.some((i) => i.role === "agent" && i.depth === 0 && isRuleSource(i.term, context)) &&
    p.items.some((i) => i.term.kind === "event" && !isBound(i, context))
  ) {
    return { ...p, concept: words.duty, mode: "fact", items: ruleItems(p.items, null, context) };
  }
  const source = p.speaker && isRuleSource(p.speaker.term, context) ? p.speaker : null;
  if (!source && !isUnderRule(p, context)) return p;
  const nobody = p.items.some(
    (i) => i.depth === 0 && i.quantifier?.kind === "no" && isBound(i, context),
  )
    ? -1
    : 1;
  const concept =
    p.mode === "possible" || (p.mode === "required" && hard && p.sign < 0)
      ? words.ban
      : p.mode === "required"
        ? words.duty
        : source && !state
          ? words.provision
          : null;
  if (concept === null) return p;
  const sign =
    concept === words.ban && p.mode === "possible"
      ? -p.sign * nobody
      : concept === words.ban
        ? 1
        : p.sign;
  const act: Item = {
    role: "theme",
    term: { kind: "event", concept: p.concept, negated: false },
    depth: 0,
    quantifier: null,
    except: [],
    text: p.text,
  };
  const items = source
    ? [{ ...act, role: "agent", term: source.term, text: source.text }, ...p.items]
    : p.items;
  return {
    ...p,
    concept,
    sign: sign > 0 ? 1 : -1,
    mode: "fact",
    speaker: source ? null : p.speaker,
    items: ruleItems(items, act, context),
  };
}

/** Is a participant one of those whom rules bind, not a named one? */
export function isBound(item: Item, context: Context): boolean {
  const { bound, adherence } = context.grammar.rules;
  if (item.term.kind === "class") return bound.includes(item.term.concept);
  return item.term.kind === "event" && !item.term.negated && adherence.includes(item.term.concept);
}

/** "In some countries, …", "in other states": those whom the rule doesn't bind may be meant. */
function isSomeOther({ term, quantifier, except }: Item, { grammar }: Context): boolean {
  const vague = ["some", "most", "count"].includes(quantifier?.kind ?? "");
  const member = term.kind === "class" && term.concept === grammar.rules.bound[0];
  return term.kind === "class" && !member && (vague || except.length > 0);
}

/** Is the act said to be allowed or demanded by a rule, or of those whom a rule binds? */
function isUnderRule(p: Proposition, context: Context): boolean {
  const { bound, under } = context.grammar.rules;
  if (p.mode !== "possible" && p.mode !== "required") return false;
  const sources = p.items.filter((i) => isRuleSource(i.term, context));
  const takesRule = Object.values(context.relations.get(p.concept)?.roles ?? {}).flat();
  if (sources.some((i) => i.term.kind === "entity" && takesRule.includes(i.term.type)))
    return false;
  const named = p.items.some(
    (i) =>
      i.depth === 0 &&
      (i.role === "agent" || i.role === "theme") &&
      i.term.kind === "entity" &&
      !isRuleSource(i.term, context) &&
      context.gazetteer.entities.get(i.term.id)?.of !== undefined &&
      isActor(i.term.type),
  );
  if (named) return false;
  if (sources.some((i) => under.includes(i.role) || (i.role === "agent" && i.depth === 0)))
    return true;
  return p.items.some(
    (i) =>
      (i.role === "agent" || i.role === "theme") &&
      i.depth === 0 &&
      (i.term.kind === "class" ? i.term.concept === bound[0] : isBound(i, context)),
  );
}

function isActor(type: string): boolean {
  return ["state", "person", "body", "office", "group", "group-of-people"].includes(type);
}

function isRuleSource(term: Item["term"], context: Context): boolean {
  const { sources } = context.grammar.rules;
  return term.kind === "entity"
    ? sources.includes(term.type)
    : term.kind === "class" && sources.includes(term.concept);
}

/** A thing that the act is done to: a named one, or one of a class that is nobody. */
function isThing(item: Item, context: Context): boolean {
  if (item.term.kind === "entity")
    return (
      !isRuleSource(item.term, context) &&
      !isActor(item.term.type) &&
      // "The order does not mention it": a text says something, nothing is done to it.
      !(item.role === "agent" && context.grammar.topics.kinds.includes(item.term.type))
    );
  return (
    item.term.kind === "class" && isKindOf(item.term.concept, context.grammar.rules.things, context)
  );
}

function isKindOf(concept: string, kinds: readonly string[], context: Context): boolean {
  for (let c: string | undefined = concept; c !== undefined; c = context.lexicon.parents.get(c))
    if (kinds.includes(c)) return true;
  return false;
}

/** What an act is done to: things, though their noun be one for what is done ("stocks"). */
function isObject({ role, depth, text }: Item, act: Item | null): boolean {
  return act !== null && role === "theme" && depth === 0 && /[^s]s$/u.test(text);
}

/** Why a rule is: with what hangs on it, it is no act and no thing of the rule's. */
function reasonsIn(items: readonly Item[], context: Context): ReadonlySet<Item> {
  const reasons = new Set<Item>();
  let within = false;
  for (const item of items) {
    if (item.depth === 0) within = context.grammar.rules.reasons.includes(item.role);
    if (within || context.grammar.rules.reasons.includes(item.role)) reasons.add(item);
  }
  return reasons;
}

/** "bans the purchase of lorries": what the act is done to, whatever it is, is no place. */
function isActedOn({ term, depth, role }: Item): boolean {
  return term.kind === "class" && depth > 0 && ["mod", "of"].includes(role);
}

/**
 * The rule's source as agent, each act as theme with the things it is done to. A ban on an act bans
 * it everywhere and by everybody bound, so places and those bound are left out.
 */
function ruleItems(items: readonly Item[], act: Item | null, context: Context): Item[] {
  const words = context.grammar.rules;
  const { manner } = words;
  const sources: Item[] = [];
  const acts: Item[] = act ? [act] : [];
  const things: Item[] = [];
  const rest: Item[] = [];
  const reasons = reasonsIn(items, context);
  for (const item of items) {
    const { term } = item;
    if (reasons.has(item) || context.grammar.norms.outside.includes(item.role)) rest.push(item);
    else if (isRuleSource(term, context)) sources.push({ ...item, role: "agent", depth: 0 });
    else if (isBound(item, context)) {
      if (isSomeOther(item, context)) rest.push(item);
    } else if (isThing(item, context)) things.push(item);
    // "has to destroy its stocks": what is destroyed is no second act.
    else if (term.kind === "event" && isObject(item, act)) things.push(item);
    else if (term.kind === "event") acts.push({ ...item, role: "theme", depth: 0 });
    // "the only thing that it bans" says more than that it bans it.
    else if (item.text.toLowerCase() === "only" && item.depth > 0) continue;
    else if (term.kind === "quality" && manner.includes(term.concept)) continue;
    else if (
      term.kind === "class" &&
      item.quantifier?.kind !== "only" &&
      !isActedOn(item) &&
      (item.depth > 0 || !["agent", "theme", "for"].includes(item.role))
    )
      continue;
    else rest.push(item);
  }
  // "such weapons as drones": the named thing is the one.
  const named = things.filter((i) => i.term.kind === "entity");
  if (named.length > 0)
    things.splice(
      0,
      things.length,
      ...things.filter(
        (i) =>
          i.term.kind === "entity" ||
          !(i.term.kind === "class" && words.things.includes(i.term.concept)),
      ),
    );
  const under = acts.length > 0;
  const placed = things.map(
    (item): Item =>
      under ? { ...item, role: "mod", depth: 1 } : { ...item, role: "theme", depth: 0 },
  );
  return [
    ...sources,
    ...rest.map((i) =>
      i.depth === 0 ? i : { ...i, depth: 0, role: i.role === "mod" ? "detail" : i.role },
    ),
    ...acts,
    ...placed,
  ];
}
