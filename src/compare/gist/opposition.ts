/** Whether what differs is enough to deny a claim. */
import type { Gist, GistAtom } from "../../meaning.ts";
import type { World } from "../types.ts";
import type { GistFact } from "./gists.ts";
import { hasModal, type Modes } from "./modes.ts";
import type { Paired } from "./pairs.ts";
import type { Lack } from "./types.ts";

/** Words of a claim, each with the word of the statement that it is the contrary of. */
export type Turned = readonly (readonly [GistAtom, GistAtom])[];

/** What has to be, should be or can be is denied by the like alone. */
export function lacksDuty(
  claim: Gist,
  source: Gist,
  turned: Turned,
  { own, theirs, forbid }: Modes,
  isOwn: boolean,
): Lack | null {
  // "superfluous": that it need not be is not that it isn't.
  const needless = claim.atoms.some((a) => a.negates && a.modes.includes("required"));
  const denied = claim.denials.length + source.denials.length > 0 || needless;
  if (turned.length > 0) {
    // That it has to be isn't denied by its not being so yet; "should come last" is the contrary of "must come first".
    const other = own.has("required") !== theirs.has("required");
    if (other && !forbid && !(own.has("urged") && theirs.has("required") && isOwn))
      return { lacks: "its duty" };
    // That it can be is no denial of its not being so.
    const isPossible = (gist: Gist, atom: GistAtom): boolean =>
      gist.modes[atom.region]?.includes("possible") ?? false;
    if (turned.some(([a, b]) => isPossible(claim, a) && !isPossible(source, b)))
      return { lacks: "its mode (possible)" };
    // "no longer wants to be in it": what is not wanted any more denies nothing of what was or is.
    if (source.denials.length > 0 && theirs.has("planned") && !own.has("planned"))
      return { lacks: "its wish" };
    // That it should or should not be is no denial of how it is.
    if (own.has("urged") && !hasModal(theirs)) return { lacks: "its urging" };
  }
  // "No vote is needed" is more than "there was no vote".
  return !forbid && own.has("required") && !theirs.has("required") && denied
    ? { lacks: "its duty" }
    : null;
}

/** Does the statement speak of another matter than the one that it would deny? */
export function lacksGroundToDeny(
  claim: Gist,
  { fact, gist: source }: GistFact,
  { pairs, met, beside }: Paired,
  turned: Turned,
  { own, theirs }: Modes,
  world: World,
): Lack | null {
  if (turned.length > 0) {
    // "They welcome it" denies no regret of others.
    const doer = source.atoms.find((a) => a.side === "doing" && a.region === source.main);
    if (fact.speaker === null && doer && !met.has(doer)) return { lacks: doer.text };
    // That many do it does not deny that another does the contrary.
    const { items } = fact.proposition;
    if (items.some((i) => i.depth === 0 && i.quantifier?.kind === "count"))
      return { lacks: "its number" };
  }
  if (turned.length > 0 === (claim.flips % 2 === 1)) {
    // "It has not been signed": that one has not done so is not that nobody has.
    const doer = source.atoms.find((a) => a.side === "doing" && a.region === source.main);
    const isOne = doer?.senses[0]?.kind === "entity" && !met.has(doer) && !source.anybody;
    const denied = source.denials.length > 0 && claim.denials.length > 0;
    return isOne && denied && fact.speaker === null ? { lacks: doer.text } : null;
  }
  // "No delay of its effect is provided for": one word that tells anything is too little to deny it.
  const told = [...pairs.keys()].filter((a) => !a.plain);
  const names = told.some((a) => a.senses.some((s) => s.kind === "entity"));
  if (!claim.speaker && !names && told.length + beside < 2) return { lacks: "all but one word" };
  if (source.denials.length > 0) {
    // That something has to be is not denied by its not being so yet.
    if (own.has("required") && !theirs.has("required")) return { lacks: "its being ahead" };
    // "Their consent is necessary": that they have not given it denies nothing of what is said of it.
    const need = claim.atoms.find((a) => !pairs.has(a) && isDemand(a, world));
    if (need) return { lacks: need.text };
  }
  // "It depends on their consent": that consent is needed is not denied by its not being there yet.
  const negated = claim.denials.length > 0 || claim.atoms.some((a) => a.negates);
  const needed = source.atoms.find((a) => !turned.some(([, b]) => b === a) && isDemand(a, world));
  return needed && negated ? { lacks: needed.text } : null;
}

function isDemand(atom: GistAtom, world: World): boolean {
  return atom.senses.some((s) => s.key === world.concepts.demands);
}
