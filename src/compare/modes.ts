/** How far one telling of an event says it has come, set against another. */
import type { Mode, Proposition } from "../meaning.ts";
import type { Entailment } from "./entailment.ts";
import type { World } from "./types.ts";

const RANK: Readonly<Partial<Record<Mode, number>>> = {
  planned: 1,
  expected: 1,
  begun: 2,
  fact: 2,
  continued: 2,
  stopped: 2,
  done: 3,
};

/** "Its effect was put off": what comes at the same moment as something else isn't. */
export function isPutOff(claim: Proposition, evidence: Proposition): boolean {
  return (
    claim.mode === "delayed" && evidence.distances.some((d) => d.direction === "same" && d.event)
  );
}

/** "Is outside": has somebody only begun to do the contrary of what a claim is about? */
export function isUnfinished(fact: Proposition, claim: Proposition, world: World): boolean {
  return (
    world.concepts.contraries[claim.concept]?.includes(fact.concept) === true &&
    world.relations.get(fact.concept)?.stages === true &&
    ["planned", "expected", "begun"].includes(fact.mode) &&
    claim.items.some(
      ({ role, term }) => role === "agent" && term.kind === "entity" && term.type === "state",
    )
  );
}

/** How one state of an event stands to another: what is done was begun, what is begun was planned. */
export function compareModes(from: Mode, to: Mode, concept: string, world: World): Entailment {
  if (from === to) return "equivalent";
  const { once, stages = false, oneValue = [] } = world.relations.get(concept) ?? {};
  if (
    once &&
    from === "done" &&
    (to === "planned" || to === "expected" || to === "begun" || to === "required")
  )
    return "alternation";
  // Who has begun to do it and goes on need not mean to begin.
  const lasts = !stages && oneValue.includes("start") && !oneValue.includes("time");
  if (lasts && to === "planned" && from !== "expected") return "independent";
  const [a, b] = [RANK[from], RANK[to]];
  if (a === undefined || b === undefined) return "independent";
  if (a === b || (!stages && a >= 2 && b >= 2)) return "equivalent";
  return a > b ? "forward" : "reverse";
}
