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
  return (crosses("agent", undergoer) && crosses("theme", doer)) || haveCrossed(claim, source);
}

/** "Keep Chile's coast from Peru": does each of two stand where the statement has the other? */
function haveCrossed(claim: Proposition, source: Proposition): boolean {
  const own = placesOf(claim);
  const theirs = placesOf(source);
  const both = [...own.keys()].filter((key) => theirs.has(key));
  return both.some((a) =>
    both.some(
      (b) =>
        own.get(a) !== own.get(b) && own.get(a) === theirs.get(b) && own.get(b) === theirs.get(a),
    ),
  );
}

/** The parts of the event in which states are named, each named once ("theme" in "keep Chile's coast"). */
function placesOf({ items }: Proposition): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const twice = new Set<string>();
  let top = "";
  for (const [at, item] of items.entries()) {
    if (item.depth === 0) top = item.role;
    if (item.term.kind !== "entity" || item.term.type !== "state") continue;
    const key = keyOf(item.term);
    if (places.has(key)) twice.add(key);
    // An owner stands before what it owns.
    const owns = item.depth > 0 && ["'s", "'", "mod"].includes(item.role);
    const owned = owns ? items.slice(at).find((i) => i.depth === 0) : undefined;
    places.set(key, owned?.role ?? top);
  }
  for (const key of twice) places.delete(key);
  return places;
}
