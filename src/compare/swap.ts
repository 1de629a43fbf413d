import type { Proposition } from "../meaning.ts";
import { keyOf } from "./terms.ts";
import type { World } from "./types.ts";

/** Does one do to another in the claim what that one does to him in the statement? */
export function isSwapped(claim: Proposition, source: Proposition, world: World): boolean {
  const { concept } = claim;
  if (concept !== source.concept || world.concepts.symmetric.includes(concept)) return false;
  const inRole = (p: Proposition, role: string): string[] =>
    p.items.flatMap((i) =>
      i.depth === 0 && i.role === role && i.term.kind === "entity" ? [keyOf(i.term)] : [],
    );
  const [doer, undergoer] = [inRole(source, "agent"), inRole(source, "theme")];
  const crosses = (role: string, others: readonly string[]): boolean => {
    const own = inRole(claim, role);
    return own.length > 0 && own.every((key) => others.includes(key));
  };
  return crosses("agent", undergoer) && crosses("theme", doer);
}
