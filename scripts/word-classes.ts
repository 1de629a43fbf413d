import type { LexiconData } from "../src/language/lexicon/types.ts";
import type { WorldData } from "../src/language/units/gazetteer.ts";

/** Tables of the language data whose words patterns can name. */
interface Tables {
  readonly world: WorldData;
  readonly nouns: LexiconData["nouns"];
}

/**
 * Pieces of patterns that are filled from tables, so that no pattern has to name one country or
 * one weapon: `{COUNTRY}` is any country, `{WEAPON}` any weapon, one or several.
 *
 * @returns regular expressions over words in lower case, without a blank after the last word
 * @example wordClasses(tables).COUNTRY // "(?:...|norway|...)"
 */
export function wordClasses({ world, nouns }: Tables): Record<"COUNTRY" | "WEAPON", string> {
  const countries = world.countries.flatMap(({ name, aliases = [] }) => [
    name,
    ...aliases.filter((alias) => !alias.includes(" ")),
  ]);
  const weapons = Object.keys(nouns)
    .filter((concept) => isKindOf(concept, "weapon", nouns))
    .flatMap((concept) => nouns[concept]?.words ?? []);
  return {
    COUNTRY: anyOf(countries),
    WEAPON: anyOf(weapons.flatMap((word) => [word, `${word}s`])),
  };
}

function isKindOf(concept: string, kind: string, nouns: Tables["nouns"]): boolean {
  const above = nouns[concept]?.is;
  return concept === kind || (above !== undefined && isKindOf(above, kind, nouns));
}

/** Names as a text's words spell them: in lower case, without hyphens; those with stops are left out. */
function anyOf(names: readonly string[]): string {
  const plain = names.map((name) => name.toLowerCase().replaceAll("-", " "));
  const words = [...new Set(plain)].filter((name) => /^[\p{Ll} ]{3,}$/u.test(name));
  return `(?:${words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|")})`;
}
