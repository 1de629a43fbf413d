import type { Trial } from "./trial.ts";

/** How often `__mutant` may be asked during one trial; a mutant that loops asks for ever. */
const PATIENCE = 3_000_000;

/** What became of mutants, by their ids. */
export interface Fates {
  readonly killed: ReadonlySet<number>;
  /** Those that changed no trial's outcome. */
  readonly survived: ReadonlySet<number>;
}

/**
 * Tries all mutants on the trials that reach them.
 *
 * @throws where a trial fails without any mutant
 */
export function tryMutants(trials: readonly Trial[], onDone: (id: number) => void): Fates {
  let active = -1;
  let asked = 0;
  let reached = new Set<number>();
  Object.assign(globalThis, {
    __mutant: (id: number): boolean => {
      if (active < 0) reached.add(id);
      else if (++asked > PATIENCE) throw new Error("endless");
      return id === active;
    },
  });
  const byMutant = new Map<number, Trial[]>();
  for (const trial of trials) {
    reached = new Set();
    if (!trial.passes()) throw new Error(`fails without a mutant: ${trial.claim}`);
    for (const id of reached) byMutant.set(id, [...(byMutant.get(id) ?? []), trial]);
  }
  const fails = (trial: Trial): boolean => {
    asked = 0;
    try {
      return !trial.passes();
    } catch {
      return true;
    }
  };
  const killed = new Set<number>();
  const survived = new Set<number>();
  for (const [id, reaching] of [...byMutant].sort(([a], [b]) => a - b)) {
    active = id;
    (reaching.some(fails) ? killed : survived).add(id);
    onDone(id);
  }
  active = -1;
  return { killed, survived };
}
