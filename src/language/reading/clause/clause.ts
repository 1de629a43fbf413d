/** Reads one clause: its event, what carries it, and who and what takes part. */
import type { Distance, Item, Mode, Proposition } from "../../../meaning.ts";
import { settleRoles } from "../../../roles.ts";
import { settleRule } from "../conditions/rules.ts";
import type { Context } from "../context.ts";
import { childrenBy, isBelow, type Node, senseOf, textOf } from "../parse/tree.ts";
import { undate } from "../times/dating.ts";
import { durationOf, settleTimes } from "../times/when.ts";
import { beginsIn, isBecoming, isFirstTime, isState, modeOf, perfectOf } from "./aspect.ts";
import { type Carried, readCarriers } from "./carriers.ts";
import { type Clause, type Core, coreOf } from "./core.ts";
import { deniedAct } from "./denied.ts";
import { isFunction, isMeaningful, negated, negationOf } from "./negation.ts";
import { type Participants, readParticipants } from "./participants.ts";
import { eventOf } from "./predicates.ts";
import type { Region } from "./regions.ts";
import { negatedTwice, sharedModals, sharedNegations } from "./shared.ts";
import { clauseSpeaker } from "./speakers.ts";
import { addPronoun, inheritSubject } from "./subjects.ts";
import { untoldIn } from "./untold.ts";

/** What a clause says; `proposition` is null where no predicate was recognised. */
export interface Read {
  readonly region: Region;
  readonly proposition: Proposition | null;
  /** Words that mean something and found no place. */
  readonly unread: readonly string[];
}

/**
 * Reads a clause.
 *
 * @param regions all clauses of the sentence
 * @param given the event that it is to be read about; null where the clause itself tells
 * @param whole whether the clause is a whole sentence taken as one, whose parse is mistrusted
 */
export function readClause(
  region: Region,
  regions: readonly Region[],
  context: Context,
  given: Core | null,
  whole = false,
): Read {
  const content = region.nodes.filter((n) => !isFunction(n));
  const core = given ?? coreOf(region, content, context);
  const nothing = (unread: readonly string[]): Read => ({ region, proposition: null, unread });
  if (!core) {
    // "says that anyone could have seen": light as the verb is, that it can be is said of something.
    const saying = regions.find((r) => r.head === region.parent)?.head;
    const reported = region.link === "complement" && saying && senseOf(saying, "speech") !== null;
    const isModal = (n: Node): boolean =>
      n === region.head && n.upos === "VERB" && n.children.some((c) => isCan(c, context));
    const told = content.filter((n) => isMeaningful(n, context) || (reported && isModal(n)));
    return nothing(told.map((n) => n.form));
  }
  const untold = untoldIn(region, core, context);
  if (untold.length > 0) return nothing(untold);
  const twice = negatedTwice(region, context);
  if (twice.length > 0) return nothing(twice.map((n) => n.form));
  const clause: Clause = { region, content, core, context, whole };
  const carried = readCarriers(clause);
  const { carriers } = carried;
  const modes = modesIn(clause, carried);
  const parts = readParticipants(clause, carried);
  const { items, when } = parts;
  items.push(...viewedIn(clause));
  inheritSubject(region, regions, items, core.node, context);
  addPronoun(region, regions, items, core, context);
  let flips = carried.flips + denialsIn(clause, carried);
  if (flips % 2 === 1 && negated(region, context) && affirmsUntil(parts)) flips++;
  const refusals = carriers.filter((n) => senseOf(n, "operator")?.name === "refuse");
  const relation = context.relations.get(core.concept);
  // "refused to sign" did not sign; "did not refuse to sign" was willing to.
  if (flips % 2 === 1 && !relation?.stages)
    for (const _ of refusals) modes.splice(modes.indexOf("planned"), 1);
  const words = region.nodes.reduce((sum, n) => sum + negationOf(n, region, context), 0);
  const byWord =
    flips % 2 === 1 &&
    words + sharedNegations(region, context) === 0 &&
    ((core.negated && core.node.upos === "VERB") || refusals.length > 0);
  const proposition: Proposition = {
    concept: core.concept,
    ...(byWord ? { byWord } : {}),
    ...(isState(core.node) ? { state: true } : {}),
    sign: flips % 2 === 0 ? 1 : -1,
    mode: modeOf(clause, modes),
    items: relation ? settleRoles(items, relation.roles) : items,
    when: settleTimes(when, {
      begins:
        beginsIn(carriers) ||
        isBecoming(region, context) ||
        isFirstTime(region, core.node, carriers, context),
      only: parts.onlyDate,
      state: isState(core.node),
    }),
    distances: parts.lengths.flatMap((n): Distance[] =>
      n.unit.time ? [durationOf(n, n.unit.time, when, perfectOf(region), context)] : [],
    ),
    speaker: carried.speaker ?? clauseSpeaker(region, regions, context),
    text: textOf(core.node),
  };
  const hard =
    modes.length > 0 &&
    content.every((n) => senseOf(n, "operator")?.mode !== "required" || !carried.used.has(n));
  return {
    region,
    proposition: settleRule(undate(proposition, context), hard, context),
    unread: [...parts.unread, ...unsaid(carried, context)],
  };
}

/** "must explain the decision": what somebody is to say isn't said. */
function unsaid({ saying }: Carried, { grammar }: Context): string[] {
  if (saying === null) return [];
  return childrenBy(saying, "aux").some((c) => grammar.modals[c.lower]) ? [saying.form] : [];
}

/** "welcomed that they left": what somebody is for or against is told by a clause. */
function viewedIn({ core, context }: Clause): Item[] {
  const { advocates, contraries } = context.lexicon.concepts;
  const isView = [advocates, ...(contraries[advocates] ?? [])].includes(core.concept);
  if (!isView || core.node.upos !== "VERB") return [];
  return childrenBy(core.node, "ccomp").flatMap((node): Item[] => {
    const event = eventOf(node);
    if (!event) return [];
    const term = { kind: "event", concept: event.concept, negated: event.negated } as const;
    return [{ role: "theme", term, depth: 0, quantifier: null, except: [], text: node.form }];
  });
}

/** "can", "could": what is only possible. */
function isCan({ rel, lower }: Node, { grammar }: Context): boolean {
  return rel === "aux" && grammar.modals[lower] === "possible";
}

/** "would join", unlike "would have joined". */
function isWould({ lower, head }: Node, { grammar }: Context): boolean {
  const isHave = head && childrenBy(head, "aux").some((c) => c.lemma === "have");
  return grammar.counterfactual.includes(lower) && !isHave;
}

/** Whether what a clause tells is demanded, planned, begun, …, by its carrying words and modals. */
function modesIn({ region, core, context }: Clause, carried: Carried): Mode[] {
  // "would never join" is to come, "would never smoke" tells what is so.
  const isOnce = context.relations.get(core.concept)?.once === true;
  const denied = isOnce && region.nodes.some((n) => negationOf(n, region, context) > 0);
  const own = region.nodes.flatMap((n) =>
    n.rel === "aux"
      ? (context.grammar.modals[n.lower] ?? (denied && isWould(n, context) ? "planned" : []))
      : [],
  );
  const modes = [...carried.modes, ...own, ...sharedModals(region, context)];
  // "decided that it should leave": it plans to.
  const resolved =
    region.link === "complement" &&
    region.parent !== null &&
    context.lexicon.concepts.resolves.includes(eventOf(region.parent)?.concept ?? "");
  return resolved ? modes.map((m) => (m === "urged" ? "planned" : m)) : modes;
}

/** How often the negation words of a clause turn its event round. */
function denialsIn({ region, content, core, context }: Clause, { saying }: Carried): number {
  const denying = region.nodes.filter(
    (n) =>
      !deniedAct(n, core.node, content, context) &&
      !isAsideOf(n, core.node, context) &&
      (saying === null || n.head !== saying),
  );
  return denying.reduce(
    (sum, n) => sum + negationOf(n, region, context),
    sharedNegations(region, context),
  );
}

/** "not until 2005": it happened then; "not until after 2005": after that. Puts the time so. */
function affirmsUntil({ when, until }: Participants): boolean {
  const then = until === null ? undefined : when[until];
  if (until === null || !then) return false;
  const relation = then.relation === "until" ? "in" : then.relation;
  when[until] = { ...then, relation, beginning: true };
  return true;
}

/** "is not valid without a vote": what is lacking beside the event doesn't turn the event round. */
function isAsideOf(node: Node, core: Node, context: Context): boolean {
  const lacking = node.head;
  return (
    context.grammar.without.includes(node.lower) &&
    (node.rel === "case" || node.rel === "mark") &&
    lacking !== null &&
    lacking !== core &&
    !isBelow(core, lacking)
  );
}
