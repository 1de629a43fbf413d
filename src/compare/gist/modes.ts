/** Whether what a claim says as done, due, possible or urged the statement says in that way, too. */
import type { Gist, Mode } from "../../meaning.ts";
import type { World } from "../types.ts";
import type { Paired } from "./pairs.ts";
import type { Lack } from "./types.ts";
import { isConcept } from "./words.ts";

/** Modes that a claim may not add to what is said as a fact. */
const WEAK: readonly Mode[] = [
  "planned",
  "expected",
  "possible",
  "urged",
  "considered",
  "required",
  "delayed",
  "tried",
];
/** Modes of what has not happened yet. */
const AHEAD: readonly Mode[] = ["required", "expected"];
const MODAL: readonly Mode[] = ["required", "urged", "possible"];

/** The modes of a claim and of a statement. */
export interface Modes {
  readonly own: ReadonlySet<Mode>;
  readonly theirs: ReadonlySet<Mode>;
  /** "must not", "should not" and "cannot" in both: each of them says that it is not to be. */
  readonly forbid: boolean;
}

export function modesOf(claim: Gist, source: Gist, paired: Paired, world: World): Modes {
  const own = new Set(paired.modes);
  // "could foresee that they will gain": what is foreseen is ahead only then.
  if (claim.atoms.some((a) => a.senses.some((s) => s.key === world.concepts.foreknows)))
    own.delete("planned");
  return {
    own,
    theirs: new Set([...source.modes.flat(), ...source.atoms.flatMap((a) => a.modes)]),
    forbid: forbids(claim) && forbids(source),
  };
}

/** Does the claim say in a weaker way what is a fact, or as a fact what is still ahead? */
export function lacksMode(claim: Gist, source: Gist, modes: Modes): Lack | null {
  const { own, theirs, forbid } = modes;
  // "stopped signing": that it never signed is another matter.
  if (own.has("stopped") && !theirs.has("stopped") && source.denials.length > 0)
    return { lacks: "its having been" };
  // "should not stay bound": that one isn't bound tells nothing of it.
  const denies = claim.denials.length > 0 && !hasModal(theirs);
  // "They must use them", unlike "the need to use them": that they do is no evidence for it.
  const added = WEAK.some(
    (m) =>
      own.has(m) &&
      !theirs.has(m) &&
      !(m === "required" && (claim.speaker || !claim.modes.flat().includes(m))) &&
      !(m === "urged" && (forbid || (claim.speaker && !denies))) &&
      // Who denies that it can be denies that it is.
      !(m === "possible" && claim.speaker?.denied),
  );
  if (added) return { lacks: `its mode (${[...own].join(" ")})` };
  // What only has to be, or is expected to be, is not yet so.
  const ahead = new Set([...own, ...claim.atoms.flatMap((a) => a.modes)]);
  return AHEAD.some((m) => theirs.has(m)) && !WEAK.some((m) => ahead.has(m))
    ? { lacks: "its being ahead" }
    : null;
}

/** "Chile can't stay bound" doesn't say that it isn't; what one could not foresee one didn't. */
export function lacksImpossibility(
  claim: Gist,
  source: Gist,
  { pairs }: Paired,
  world: World,
): Lack | null {
  const cannot = (region: number): boolean =>
    source.modes[region]?.includes("possible") === true &&
    source.denials.some((d) => d.region === region);
  const others = [...pairs.values()].map((p) => p.other);
  const foreseen = others.some((o) => o.senses.some((s) => s.key === world.concepts.foreknows));
  const bare = [...pairs].some(
    ([atom, { other }]) =>
      other.key &&
      isConcept(atom) &&
      cannot(other.region) &&
      others.some((o) => o.region === other.region && o.senses[0]?.kind === "entity") &&
      !isModal(claim, atom.region) &&
      !claim.atoms.some((a) => a.modes.some((m) => MODAL.includes(m) || m === "stopped")),
  );
  if (bare && !foreseen) return { lacks: "its being impossible" };
  // "Anyone could have seen it", where nobody could know it: whatever stands for the knowing.
  const untold = source.atoms.some((a) => isConcept(a) && cannot(a.region) && !others.includes(a));
  const can = claim.modes.some((m) => m.includes("possible"));
  const denied = claim.denials.length > 0 || claim.atoms.some((a) => a.negates);
  return untold && can && !denied ? { lacks: "its being impossible" } : null;
}

/** Is a clause about what must, should or can be? */
export function isModal(gist: Gist, region: number): boolean {
  return gist.modes[region]?.some((m) => MODAL.includes(m)) ?? false;
}

/** Does one of some modes tell what must, should or can be? */
export function hasModal(modes: ReadonlySet<Mode>): boolean {
  return MODAL.some((m) => modes.has(m));
}

/** Does a clause say that something is not to be? */
function forbids(gist: Gist): boolean {
  return gist.denials.some(
    ({ region }) =>
      isModal(gist, region) ||
      gist.atoms.some((a) => a.region === region && a.modes.some((m) => MODAL.includes(m))),
  );
}

/** "should stay", "urged them to stay", unlike "should not": something is said to be done that may not be. */
export function urges(gist: Gist): boolean {
  const denied = (region: number): boolean => gist.denials.some((d) => d.region === region);
  return (
    gist.modes.some((modes, region) => modes.includes("urged") && !denied(region)) ||
    gist.atoms.some(
      (atom, i) =>
        atom.modes.includes("urged") &&
        !denied(atom.region) &&
        gist.atoms.slice(i + 1).some((a) => a.key && isConcept(a)),
    )
  );
}
