/** Reads a plain statement clause by clause, with its condition or its order of events. */
import type { Gist, Meaning, Proposition, Speaker } from "../../meaning.ts";
import type { Unit } from "../units/units.ts";
import { readTree, readWhole } from "./clause/clauses.ts";
import {
  hasPerfect,
  isAnother,
  isAnyWho,
  isNotWho,
  isOfNobody,
  isRestriction,
  isRuleNaming,
  isTeller,
  unordered,
} from "./clause/vague.ts";
import { conditionalGist, conditionalOf, isDated, isPast } from "./conditions/conditional.ts";
import { dropOutcome } from "./conditions/requirements.ts";
import type { Context } from "./context.ts";
import { gistOf } from "./gist/gist.ts";
import { togetherOf } from "./meanings.ts";
import { settleAntecedents } from "./parse/antecedents.ts";
import { chooseSenses } from "./parse/choice.ts";
import { raisePurposes, repair } from "./parse/repairs.ts";
import { buildTree, type Node } from "./parse/tree.ts";
import { parseWithVerb } from "./parse/verbs.ts";
import type { Reading } from "./reading.ts";
import { type Part, readOrdered } from "./times/ordered.ts";

/** Reads a plain statement whose lists and classes are joined. */
export function readJoined(
  units_: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  const { parse, context, kind } = reading;
  const part = (some: readonly Unit[]): Part => {
    const tokens = raisePurposes(
      repair(parseWithVerb(some, parse, context)),
      (i) => some[i]?.name !== null,
    );
    const nodes = buildTree(some, tokens, context.lexicon);
    chooseSenses(nodes, context);
    settleAntecedents(nodes, context);
    return { nodes, reads: readTree(nodes, context) };
  };
  const turned = flips % 2 === 1 ? -1 : 1;
  const ordered = readOrdered(units_, part, context);
  const conditional =
    (ordered && isPast(ordered)) || isDated(units_, part, context)
      ? null
      : conditionalOf(units_, part, context);
  // A condition that asserts nothing ("as soon as it is published") may still tell an order.
  if (conditional && (conditional.length > 0 || ordered?.propositions[0]?.mode !== "fact")) {
    const { nodes } = part(units_);
    const propositions = conditional.map(
      (p): Proposition => ({
        ...p,
        sign: (p.sign * turned) as 1 | -1,
        speaker: speaker ?? p.speaker,
      }),
    );
    return {
      propositions,
      alternatives: [],
      gist: conditionalGist(units_, gistOf(nodes, flips, speaker, context), context),
      unread: [],
      kind,
      trace: nodes.map(showNode),
    };
  }
  if (ordered) {
    const propositions = ordered.propositions.map((p, i) => ({
      ...p,
      sign: (p.sign * (i === 0 ? turned : 1)) as 1 | -1,
      speaker: speaker ?? p.speaker,
    }));
    return {
      propositions,
      alternatives: [],
      gist: { ...gistOf(ordered.nodes, flips, speaker, context), blocked: true },
      unread: ordered.unread,
      kind,
      trace: ordered.nodes.map(showNode),
    };
  }
  const { nodes, reads } = part(units_);
  // "It is false that it came and then left": not both, but perhaps one of the two.
  if (turned < 0 && reads.some((r) => r.region.link === "coordinate" && r.proposition))
    return togetherOf([readJoined(units_, 0, speaker, reading)], 1, kind);
  const propositions: Proposition[] = [];
  const vague: string[] = nodes
    .filter((n) => isTeller(n) || isRuleNaming(n, context))
    .map((n) => n.form);
  for (const read of reads) {
    const p = read.proposition;
    if (!p) continue;
    const isOther = isAnother(read.region, p, context);
    if (
      isOther ||
      isAnyWho(read.region, context) ||
      isNotWho(read.region, p, context) ||
      isOfNobody(read.region, p, context)
    ) {
      vague.push(p.text);
      continue;
    }
    const main = read.region.link === "main";
    const denied = main && turned < 0 ? { denied: true } : {};
    const restricts = isRestriction(read.region, context) ? { restricts: true } : {};
    // "had been so for years": counted back from a day that isn't told.
    const loose = hasPerfect(nodes) ? p.distances.filter((d) => !d.event && !d.date) : [];
    vague.push(...loose.map((d) => d.text));
    const distances = p.distances.filter((d) => !loose.includes(d));
    propositions.push(
      dropOutcome(
        { ...p, ...denied, ...restricts, distances, speaker: speaker ?? p.speaker },
        context,
      ),
    );
  }
  const reasoned = givesReason(reads);
  const alternatives = readWhole(nodes, context).map((p) => ({
    ...dropOutcome(p, context),
    sign: (p.sign * turned) as 1 | -1,
    speaker: speaker ?? p.speaker,
  }));
  return {
    propositions,
    alternatives,
    gist: {
      ...withoutOutcome(gistOf(nodes, flips, speaker, context), propositions, context),
      reasoned,
    },
    unread: [...reads.flatMap((r) => r.unread), ...unordered(nodes), ...vague],
    reasoned,
    kind,
    trace: nodes.map(showNode),
  };
}

/** "It isn't official: it needs a vote": what it takes to be so is not denied by its not being so. */
function withoutOutcome(gist: Gist, said: readonly Proposition[], { grammar }: Context): Gist {
  const { outcomes } = grammar.conditions;
  const open = said.some((p) => p.sign < 0 && outcomes.includes(p.concept));
  return open && said.some((p) => p.mode === "required") ? { ...gist, blocked: true } : gist;
}

/** "It left because they attacked": a clause says why another is so. */
function givesReason(reads: Part["reads"]): boolean {
  return reads.some(
    ({ region, proposition }) =>
      proposition !== null &&
      // Why something does not suffice is that something else is needed.
      proposition.mode !== "required" &&
      region.link === "adverbial" &&
      region.mark === "because" &&
      reads.some((r) => r.region.head === region.parent && r.proposition !== null),
  );
}

export function showNode(node: Node): string {
  const senses = node.senses
    .map((s) => ("concept" in s ? s.concept : "name" in s ? s.name : s.kind))
    .join("|");
  const name = node.unit.name?.id ?? (node.unit.time ? "time" : node.unit.quantity ? "number" : "");
  return `${node.index} ${node.form} ${node.upos}/${node.xpos} ${node.head?.index ?? -1} ${node.rel}${node.subtype ? `:${node.subtype}` : ""} ${name || senses}`;
}
