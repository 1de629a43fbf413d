/** What the words of a whole sentence are, and whose they are. */
import type { Gist, GistAtom } from "../../meaning.ts";
import { isSpeaker } from "../attribution.ts";
import type { Fact, World } from "../types.ts";

/** What happens or how something is, not who or what. */
export function isConcept(atom: GistAtom): boolean {
  return atom.senses.some((s) => s.kind === "concept");
}

/** What happens or how something is, or a word of which only that is known. */
export function isContent(atom: GistAtom): boolean {
  return isConcept(atom) || atom.senses.some((s) => s.kind === "word");
}

/** The state that a word names. */
export function stateOf({ senses: [first] }: GistAtom, world: World): string | null {
  return first?.kind === "entity" && world.entities.get(first.key)?.kind === "state"
    ? first.key
    : null;
}

/** Does the claim give a statement to the one whose words the source has it as? */
export function areOwnWords({ speaker }: Gist, fact: Fact, world: World): boolean {
  return speaker !== null && fact.speaker !== null && isSpeaker(speaker, fact.speaker, world);
}
