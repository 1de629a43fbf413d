import type { Base } from "./base/types.ts";
import type { Proposition } from "./meaning.ts";

/**
 * A sentence that only says what may be done is said of the rules that its text is about: "Whales may
 * not be hunted" in a text on a treaty that governs hunting is "Under the treaty, whales may …".
 *
 * @param said what the sentence says
 * @param subject ids of what the base is about
 * @returns the sentence under those rules; null where it is no such sentence
 */
export function underRules(
  text: string,
  said: readonly Proposition[],
  base: Base,
  subject: readonly string[],
): string | null {
  if (said.length === 0) return null;
  const rules = base.entities.find(
    ({ id, kind }) => subject.includes(id) && governs(kind, said, base),
  );
  if (!rules) return null;
  const isOfSomebody = said.some(({ items }) =>
    items.some(
      ({ term }) => term.kind === "entity" && (term.id === rules.id || acts(term.type, base)),
    ),
  );
  if (isOfSomebody) return null;
  // "Nor may it be sold": what joins it to the sentence before stays in front.
  if (/^(?:nor|neither) /iu.test(text)) return `${text.replace(/[.!]$/u, "")} under ${rules.name}.`;
  return `Under ${rules.name}, ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** Is all that is said to be allowed, or forbidden, something that such a thing forbids or allows? */
function governs(kind: string, said: readonly Proposition[], base: Base): boolean {
  const rules = base.relations.filter(({ roles }) => roles?.agent?.includes(kind));
  const governed = rules.flatMap(({ roles }) => roles?.theme ?? []);
  // "Keeping them is allowed", without a time at which it was.
  const isRuled = ({ concept, items, when, distances }: Proposition): boolean =>
    rules.some((r) => r.concept === concept) &&
    when.length + distances.length === 0 &&
    items.every((i) => i.role !== "agent") &&
    items.some((i) => i.term.kind === "event" && governed.includes(i.term.concept));
  return said.every((p) => (p.mode === "possible" && governed.includes(p.concept)) || isRuled(p));
}

/** Is it of a kind that does something of itself ("Chile may not …")? */
function acts(kind: string, base: Base): boolean {
  return base.relations.some(
    ({ roles }) => roles?.agent?.includes(kind) && !(roles.theme ?? []).includes(kind),
  );
}
