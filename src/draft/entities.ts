import type { Entity } from "../base/types.ts";
import { findNames, type Tagged } from "./names.ts";

/** What the language data know of a name. */
interface World {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** Whoever they are, they can act: then nobody is taken for the one whom something is done to. */
const ACTOR = "body";

/** Last words of names that tell what it is. */
const BODIES =
  /^(?:inc|corp|ltd|llc|plc|company|corporation|group|bank|university|college|school|institute|committee|council|commission|ministry|department|party|union|association|society|agency|office|court|parliament|congress|senate|army|navy|police|club|team|band|orchestra|museum|church|foundation|league)\.?$/iu;

/**
 * Whom and what sentences name, as entities of a base: a person's last name alone stands for the
 * whole where nobody else bears it.
 */
export function draftEntities(
  sentences: readonly (readonly (Tagged & { readonly name: string | null })[])[],
  known: (id: string) => World | null,
): Entity[] {
  const names = new Set<string>();
  const states = new Map<string, World>();
  for (const words of sentences) {
    for (const name of findNames(words)) names.add(name.join(" "));
    for (const { name } of words) {
      const world = name === null ? null : known(name);
      if (world) states.set(world.id, world);
    }
  }
  const all = [...names];
  // "Curie" where the text has "Marie Curie" and no other Curie.
  const longer = (name: string): string[] =>
    all.filter((other) => other !== name && ` ${other} `.includes(` ${name} `));
  const own = all.filter((name) => longer(name).length !== 1);
  const isAlone = (short: string): boolean =>
    short !== "" && own.filter((other) => ` ${other} `.includes(` ${short} `)).length === 1;
  const entities: Entity[] = own.map((name) => ({
    ...blank(slug(name), name, ACTOR),
    aliases: [
      ...new Set([
        ...all.filter(
          (other) => other !== name && longer(other).length === 1 && longer(other)[0] === name,
        ),
        ...[shortOf(name)].filter(isAlone),
      ]),
    ],
  }));
  const worldly = [...states.values()]
    .filter(({ kind }) => kind === "state")
    .map(({ name }) => blank(slug(name), name, "state"));
  const seen = new Set<string>();
  return [...worldly, ...entities].filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** What a longer name is called by: a person's last name, "Acme" for "Acme Corp". */
function shortOf(name: string): string {
  const words = name.split(" ");
  if (words.length < 2) return "";
  if (!BODIES.test(words.at(-1) ?? ""))
    return words.some((w) => BODIES.test(w)) ? "" : (words.at(-1) ?? "");
  return words.length === 2 ? (words[0] ?? "") : "";
}

function blank(id: string, name: string, kind: string): Entity {
  return { id, name, kind, aliases: [], adjectives: [], nouns: [], members: [], of: null };
}

function slug(name: string): string {
  return (
    name
      .normalize("NFKD")
      .toLowerCase()
      .split(/[^a-z0-9]+/u)
      .filter((part) => part !== "")
      .join("-") || "thing"
  );
}
