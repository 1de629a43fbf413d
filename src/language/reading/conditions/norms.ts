/**
 * Reads what a rule lets and forbids from the words alone, in whatever order they stand: "to make
 * drones is not something that those who signed the treaty are free to do". It counts only where
 * every word is accounted for; then what turns the sense round is counted.
 */
import type { Item, Proposition } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import { markOf, type Node } from "../parse/tree.ts";
import { isOfOthers, withoutCondition, withoutProviso } from "./norm-clauses.ts";
import { owes } from "./norm-senses.ts";
import { isUnbound, rolesOf, some, type Told, withActs } from "./norm-words.ts";

/** What the first of two statements leaves for the second ("it bans making them, but not their sale"). */
interface Said {
  readonly source: Node | null;
  readonly thing: Node | null;
  readonly bound: boolean;
  /** Whether the words about the norm turn the sense round. */
  readonly norm: "let" | "ban" | null;
}

/**
 * The propositions of a sentence about a rule; null where it is none or any word is left, "open" where
 * it is one that says nothing of those bound ("states that left the treaty may make them").
 */
export function readNorm(nodes: readonly Node[], context: Context): Proposition[] | "open" | null {
  if (!context.relations.has(context.grammar.rules.ban)) return null;
  const told = withActs(rolesOf(nodes, context), context);
  if (told === null || !told.some((t) => t.role.is === "act")) return null;
  const rules = some(told, "let", "ban", "duty").length > 0;
  if (isUnbound(told, context)) return rules ? "open" : null;
  if (some(told, "other").length > 0)
    return rules && some(told, "source").length > 0 ? "open" : null;
  const open = withoutCondition(withoutProviso(told), context);
  // "if your country is not in the treaty": of those it says nothing.
  if (open === null) return rules && isOfOthers(told) ? "open" : null;
  const said: Said = {
    source: open.rest.find((t) => t.role.is === "source")?.node ?? open.source,
    thing: open.rest.find((t) => t.role.is === "thing")?.node ?? null,
    bound: open.bound || open.rest.some((t) => t.role.is === "bound" || t.role.is === "join"),
    norm: null,
  };
  if (!said.source && !said.bound) return null;
  return statementsOf(open.rest, said, context)?.propositions ?? null;
}

/** One statement, or several side by side. */
function statementsOf(
  told: readonly Told[],
  said: Said,
  context: Context,
): { propositions: Proposition[]; said: Said } | null {
  const whole = isTwofold(told, context) ? null : statementOf(told, said, context);
  if (whole) return whole;
  for (let at = 1; at < told.length - 1; at++) {
    if (!isJoin(told[at] as Told, context)) continue;
    const left = statementOf(trimmed(told.slice(0, at), context), { ...said, norm: null }, context);
    if (!left) continue;
    const right = statementsOf(trimmed(told.slice(at + 1), context), left.said, context);
    if (right)
      return { propositions: [...left.propositions, ...right.propositions], said: right.said };
  }
  return null;
}

/** "May not make them, and selling them is banned": each part has an act, and its own word for the rule. */
function isTwofold(told: readonly Told[], context: Context): boolean {
  const has = (part: readonly Told[], is: "let" | "ban"): boolean =>
    some(part, is).length > 0 && some(part, "act").length > 0;
  return told.some((t, at) => {
    if (!isJoin(t, context)) return false;
    const [left, right] = [told.slice(0, at), told.slice(at + 1)];
    return (has(left, "let") && has(right, "ban")) || (has(left, "ban") && has(right, "let"));
  });
}

function isJoin({ node }: Told, context: Context): boolean {
  return context.grammar.norms.joins.includes(node.lower);
}

function trimmed(told: readonly Told[], context: Context): readonly Told[] {
  let [from, to] = [0, told.length];
  while (from < to && isJoin(told[from] as Told, context)) from++;
  while (to > from && isJoin(told[to - 1] as Told, context)) to--;
  return told.slice(from, to);
}

/** What a rule does to an act, and whether that is denied. */
interface Norm {
  readonly concept: string;
  readonly sign: 1 | -1;
  /** What the words for it leave for a statement that has none. */
  readonly norm: Said["norm"];
}

/** One statement with one word for what the rule does. */
function statementOf(
  told: readonly Told[],
  said: Said,
  context: Context,
): { propositions: Proposition[]; said: Said } | null {
  const acts = withoutObjects(some(told, "act"));
  if (acts.length === 0) return bareBan(told, said, context);
  const found = normOf(told, acts, said, context);
  if (!found) return null;
  const { source, thing } = said;
  const concepts = new Set(acts.map(conceptOf));
  const propositions = [...concepts].map(
    (act): Proposition => ({
      concept: found.concept,
      sign: found.sign,
      mode: "fact",
      items: [
        ...(source ? [entityItem(source, "agent", 0, context)] : []),
        eventItem(act, acts),
        ...(thing ? [entityItem(thing, "mod", 1, context)] : []),
      ],
      when: [],
      distances: [],
      speaker: null,
      text: told.map((t) => t.node.form).join(" "),
    }),
  );
  return { propositions, said: { ...said, norm: found.norm } };
}

/** "a prohibition on drones": without an act. */
function bareBan(
  told: readonly Told[],
  said: Said,
  context: Context,
): { propositions: Proposition[]; said: Said } | null {
  const others = some(told, "let", "duty", "keep", "break", "mute", "favour", "exempt", "comma");
  const thing = some(told, "thing")[0]?.node;
  if (some(told, "ban").length !== 1 || others.length > 0 || !thing) return null;
  const items = [
    ...(said.source ? [entityItem(said.source, "agent", 0, context)] : []),
    entityItem(thing, "theme", 0, context),
  ];
  const sign = some(told, "turn").length % 2 === 0 ? 1 : -1;
  const plain = { mode: "fact", when: [], distances: [], speaker: null } as const;
  const text = told.map((t) => t.node.form).join(" ");
  const ban: Proposition = { ...plain, concept: context.grammar.rules.ban, sign, items, text };
  return { propositions: [ban], said: { ...said, norm: null } };
}

/** "destroy their stockpiles": what another act is done to is no act of its own. */
function withoutObjects(acts: readonly Told[]): readonly Told[] {
  const isObject = ({ node }: Told): boolean =>
    node.upos === "NOUN" &&
    !/ing$/u.test(node.lower) &&
    (node.rel === "obj" || (node.rel === "nmod" && markOf(node) === "of")) &&
    acts.some((a) => a.node === node.head && a.node !== node);
  return acts.filter((act) => !isObject(act));
}

function conceptOf({ role }: Told): string {
  return role.is === "act" ? role.concept : "";
}

/** Counts what turns the sense round; null where words stand that it can't tell the reach of. */
function normOf(
  told: readonly Told[],
  acts: readonly Told[],
  said: Said,
  context: Context,
): Norm | null {
  const at = (t: Told | undefined): number => (t ? told.indexOf(t) : -1);
  const [first, last] = [at(acts[0]), at(acts.at(-1))];
  if (first < 0) return null;
  const between = (t: Told): boolean => at(t) > first && at(t) < last;
  const turns = some(told, "turn");
  const strong = some(told, "let", "ban", "duty", "provide", "keep", "break", "mute", "favour");
  // "bans making and allows using them", "not making but using them": which goes with which?
  if (strong.some(between) || turns.some((t) => between(t) && t.node.lower !== "nor")) return null;
  if (some(told, "keep", "break").length > 0 && !said.source)
    if (!told.some((t) => owes(t.node, context))) return null;
  const undone = acts.filter((t) => t.role.is === "act" && t.role.negated);
  if (undone.length > 0 && acts.length > 1) return null;
  const bans = some(told, "ban", "break");
  const lets = some(told, "let", "keep");
  const mute = some(told, "mute");
  const favours = some(told, "favour");
  const means = strong.length === 0 ? some(told, "mean").slice(0, 1) : [];
  const duty = [...some(told, "duty"), ...means];
  const exempts = some(told, "exempt");
  // "You can't store them, it is forbidden", "beyond a ban, it has them destroyed": no word reaches over a comma.
  // "Of making and selling them, it bans both."
  const fronted = context.grammar.norms.fronts.includes(told[0]?.node.lower ?? "");
  const commas = fronted ? [] : some(told, "comma").map(at);
  const reaches = (t: Told): boolean => {
    const nearest = acts.reduce((a, b) =>
      Math.abs(at(b) - at(t)) < Math.abs(at(a) - at(t)) ? b : a,
    );
    const [lo, hi] = [Math.min(at(t), at(nearest)), Math.max(at(t), at(nearest))];
    return commas.every((c) => c < lo || c > hi);
  };
  if (![...strong, ...turns, ...exempts].every(reaches)) return null;
  const isNeither = (t: Told): boolean => t.node.lower === "neither";
  // "Neither this nor that": one denial.
  const denials = turns
    .filter((t) => !between(t))
    .filter((t, i, all) => !(t.node.lower === "nor" && all.slice(0, i).some(isNeither)));
  const turned = [...denials, ...undone];
  const { rules, norms } = context.grammar;
  const demanded = acts.filter((t) => norms.demanded.includes(conceptOf(t)));
  // "contains a ban on it": the ban is what it says.
  const inner = (b: Told): boolean =>
    at(b) < first &&
    told.slice(at(b) + 1, first).every((t) => t.role.is === "plain" || t.role.is === "turn");
  const provides = bans.length === 1 && bans.every(inner) ? [] : some(told, "provide");
  const signOf = (count: number): 1 | -1 => (count % 2 === 0 ? 1 : -1);
  if (demanded.length === acts.length && provides.length + mute.length + favours.length > 0) {
    if (bans.length + lets.length + duty.length > 0) return null;
    return { concept: rules.provision, sign: signOf(turned.length + mute.length), norm: null };
  }
  if (provides.length > 0 || (demanded.length > 0 && mute.length + favours.length > 0)) return null;
  if (duty.length > 0) {
    if (duty.length > 1 || bans.length + lets.length + exempts.length + mute.length > 0)
      return null;
    const before = turned.filter((t) => at(t) < at(duty[0]));
    // "must not" is a ban, "need not" only no duty.
    const hard = (turned.length - before.length) % 2 === 1;
    const concept = hard ? rules.ban : rules.duty;
    return { concept, sign: signOf(before.length), norm: hard ? "ban" : null };
  }
  // "leaves their scrapping to the members": what a rule demands, it doesn't only let.
  const isLeft = lets.some((t) => t.node.lemma.startsWith("leave") || t.node.lower === "up");
  if (demanded.length === acts.length && isLeft && bans.length + exempts.length === 0)
    return { concept: rules.duty, sign: signOf(turned.length + 1), norm: null };
  // To say nothing of an act is not to ban it; to prescribe it is more than to let it.
  lets.push(...favours, ...(bans.length > 0 ? [] : mute));
  // "was drawn up to end their production": that it be not done is what it is for.
  const drafted = told.some((t) => norms.drafting.includes(t.node.lemma));
  if (bans.length + lets.length + exempts.length === 0 && drafted && undone.length > 0)
    return { concept: rules.ban, sign: signOf(denials.length), norm: "ban" };
  if (bans.length + lets.length + exempts.length === 0) {
    const left = said.norm;
    return (
      left && {
        concept: rules.ban,
        sign: signOf(turned.length + (left === "let" ? 1 : 0)),
        norm: left,
      }
    );
  }
  const exempting = bans.length > 0 ? exempts.length + mute.length : 0;
  const norm = bans.length % 2 === 1 ? "ban" : "let";
  return { concept: rules.ban, sign: signOf(1 + bans.length + turned.length + exempting), norm };
}

function entityItem(node: Node, role: string, depth: number, context: Context): Item {
  const id = node.unit.name?.id ?? "";
  const type = context.gazetteer.entities.get(id)?.kind ?? "";
  return {
    role,
    depth,
    term: { kind: "entity", id, type },
    quantifier: null,
    except: [],
    text: node.form,
  };
}

function eventItem(concept: string, acts: readonly Told[]): Item {
  const text = acts.find((t) => t.role.is === "act" && t.role.concept === concept)?.node.form ?? "";
  return {
    role: "theme",
    depth: 0,
    term: { kind: "event", concept, negated: false },
    quantifier: null,
    except: [],
    text,
  };
}
