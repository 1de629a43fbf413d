import type { Gist } from "../../meaning.ts";
import type { Fact, World } from "../types.ts";
import { compareWhen } from "../when.ts";
import { contradictions } from "./denials.ts";
import type { GistFact, Gists } from "./gists.ts";
import { lacksImpossibility, lacksMode, modesOf, urges } from "./modes.ts";
import { lacksDuty, lacksGroundToDeny } from "./opposition.ts";
import { pairWords } from "./pairs.ts";
import { lacksPlaces } from "./places.ts";
import { lacksPoint, shareOf } from "./share.ts";
import type { Lack, Met } from "./types.ts";
import { areOwnWords } from "./words.ts";

/** What share of a statement a claim takes up that differs in one part: the same event for sure. */
export const CLASH_SHARE = 0.7;

/**
 * Compares a claim with one statement, word by word: each word has to have its place there, then
 * the statement's point, its time, its modes and what is denied decide.
 *
 * @returns how the statement bears on the claim; else `lacks`, which says why it doesn't
 */
export function compareGists(
  claim: Gist,
  candidate: GistFact,
  facts: Gists,
  world: World,
): Met | Lack {
  const { fact, gist: source } = candidate;
  const paired = pairWords(claim, candidate, facts, world);
  if ("lacks" in paired) return paired;
  const { pairs, met, degrees, beside } = paired;
  const share = shareOf(met, source, facts);
  const isOwn = areOwnWords(claim, fact, world);
  const apart =
    lacksPlaces(claim, source, paired) ?? lacksPoint(claim, source, paired, share, isOwn);
  if (apart) return apart;
  const times = compareTimes(claim, candidate, facts, world);
  if ("lacks" in times) return times;
  const modes = modesOf(claim, source, paired, world);
  const weaker = lacksMode(claim, source, modes);
  if (weaker) return weaker;
  const turned = contradictions(claim, pairs, source, facts.partiesOf(fact.claim), beside);
  if (turned === null) return { lacks: "what is denied" };
  const undue = lacksDuty(claim, source, turned, modes, isOwn);
  if (undue) return undue;
  // "Entirely harmless" is as false as "harmless"; "not entirely" may be true.
  if (degrees.length > 0 && (turned.length === 0 || claim.denials.length > 0))
    return { lacks: degrees.join(", ") };
  const nearness = { share, words: met.size, beside, pairs: pairs.size };
  const isTurned = claim.flips % 2 === 1;
  const clashes = [...paired.clashes, ...times.clashes];
  if (clashes.length > 0) {
    // Whether what is denied differs as well is no matter of one part any more.
    if (clashes.length > 1 || turned.length > 0 || share < CLASH_SHARE)
      return { lacks: clashes.join("; ") };
    const [reason = ""] = clashes;
    const value = isTurned ? "true" : "false";
    const clash = paired.clashes.length > 0 ? "part" : "time";
    const bearing = { fact, value, reason, covers: false, clash, likeness: share } as const;
    return { bearing, ...nearness };
  }
  const opposed = turned.length > 0 !== isTurned;
  // That it should be so is more than its being so, whoever says it.
  if (!opposed && urges(claim) && !modes.theirs.has("urged")) return { lacks: "its urging" };
  const possible = opposed ? null : lacksImpossibility(claim, source, paired, world);
  if (possible) return possible;
  // "They had to sign": that they didn't is no evidence for it.
  const isDue = modes.own.has("required") && !modes.theirs.has("required");
  if (!opposed && isDue && source.atoms.some((a) => a.negates) && !denies(claim))
    return { lacks: "its duty" };
  const groundless = lacksGroundToDeny(claim, candidate, paired, turned, modes, world);
  if (groundless) return groundless;
  return {
    bearing: {
      fact,
      value: opposed ? "false" : "true",
      reason: `the source says: ${fact.statement}`,
      covers: true,
      likeness: share,
      // "K. commented on it" tells itself who spoke.
      ...(fact.speaker === null && source.speaker ? { teller: source.speaker.term } : {}),
    },
    ...nearness,
  };
}

/** Does a claim deny anything, be it by one word? */
function denies({ denials, atoms }: Gist): boolean {
  return denials.length > 0 || atoms.some((a) => a.negates || a.senses[0]?.negated);
}

/** Where the times of a claim differ from those of a statement that has one time. */
function compareTimes(
  claim: Gist,
  { fact, gist: source }: GistFact,
  facts: Gists,
  world: World,
): { readonly clashes: readonly string[] } | Lack {
  const clashes: string[] = [];
  if (claim.when.length === 0) return { clashes };
  const oneValue = world.relations.get(fact.proposition.concept)?.oneValue ?? [];
  const times = facts.of(fact.claim).flatMap((f) => f.gist.when);
  const narrower = isNarrower(fact, claim);
  for (const when of claim.when) {
    if (narrower && (when.beginning || when.relation === "since")) return { lacks: "its time" };
    if (compareWhen(when, times, []) === "equal") continue;
    const outcome = compareWhen(when, source.when, oneValue);
    if (outcome === "extra") return { lacks: "its time" };
    if (outcome === "equal") continue;
    // "put it off until 2010": that it came before that is no evidence for it.
    if (when.relation === "until") return { lacks: "its time" };
    // "began in 2014 and grew in 2022": which of them is this one's isn't sure.
    if (claim.when.length > 1) return { lacks: "its times" };
    clashes.push(outcome);
  }
  return { clashes };
}

/** When massive use began says nothing of when use began. */
function isNarrower({ proposition }: Fact, claim: Gist): boolean {
  return proposition.items.some(
    ({ term }) =>
      term.kind === "quality" &&
      !claim.atoms.some((a) => a.senses.some((s) => s.key === term.concept)),
  );
}
