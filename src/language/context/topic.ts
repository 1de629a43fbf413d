import { type Alias, type Gazetteer, type Known, nameAt } from "../units/gazetteer.ts";
import { wordFinder } from "../words/finder.ts";
import type { Word } from "../words/words.ts";

/**
 * Does a sentence name one of some things? "text": by a name that fits nothing else, so that the text
 * is about it; "sentence": by one that fits in this sentence ("Chile left the treaty"); "another": it
 * gives the ordinary name to another thing ("the trade treaty"); null: no.
 */
export type Outlook = "text" | "sentence" | "another" | null;

/** What a sentence names, and how much that tells of what the text is about: 0 to 2. */
export interface Sighting {
  readonly found: Outlook;
  /**
   * 1 for an ordinary name beside a state ("Chile left the treaty") or a name that others bear, too
   * ("Leaving Rome"); 2 for an ordinary name beside something that only the base knows.
   */
  readonly weight: number;
  /** An ordinary name with nothing that says which thing is meant: "the treaty". */
  readonly plain: boolean;
  /** How many things it names that the base knows and hardly another text speaks of. */
  readonly rare: number;
}

export type LookOut = (sentence: string) => Sighting;

/** What stands before an ordinary name that nothing else is said of. */
const PLAIN = /^(?:the|this|that)$/u;
/** The same where what follows doesn't tell what it is about: "three treaties", "Treaty lawyers". */
const COUNTED =
  /^(?:|an?|one|two|three|four|five|some|several|many|few|no|all|both|any|every|each|its|our|their|his|her|whose)$/u;
/** Kinds of things that other texts name as well. */
const COMMON: ReadonlySet<string> = new Set([
  "state",
  "group",
  "group-of-people",
  "place",
  "treaty",
  "document",
]);
/** The word before a name; none where only its kind is asked ("what sort of treaty"). */
function before(wordAt: (at: number) => string, at: number): string {
  const isKind = wordAt(at - 1) === "of" && /^(?:sort|kind|type)$/u.test(wordAt(at - 2));
  return isKind ? "" : wordAt(at - 1);
}

/** What stands beside a name. */
interface Beside {
  readonly known: Known;
  readonly weak: boolean;
  readonly length: number;
}

/** Something that hardly any text names that isn't about what the base is about. */
function isRare({ known: { kind, of }, weak, length }: Beside): boolean {
  if (COMMON.has(kind)) return false;
  return kind === "body" ? !weak && of !== null : !weak || length > 1;
}

const NOTHING: Sighting = { found: null, weight: 0, plain: false, rare: 0 };
const ABOUT = /^(?:on|about|for|against|concerning|regarding|between|with|of)$/u;

/**
 * Makes a quick look-out for the names of some things. Ordinary words ("the treaty") and names that
 * somebody else bears, too (a capital), count only beside another name of the base.
 *
 * @param ids the things; without any, everything that the base names counts
 */
export function lookOutFor(
  ids: readonly string[],
  gazetteer: Gazetteer,
  split: (text: string) => readonly Word[],
): LookOut {
  const wanted = (id: string): boolean =>
    ids.length > 0 ? ids.includes(id) : gazetteer.entities.get(id)?.inBase === true;
  const firsts = new Set(
    [...gazetteer.byFirstWord.keys()].filter((first) =>
      gazetteer.byFirstWord.get(first)?.some((a) => wanted(a.named.id)),
    ),
  );
  const isRareName = ({ id, weak }: Alias["named"], length: number): boolean => {
    const known = gazetteer.entities.get(id);
    return known?.inBase === true && isRare({ known, weak, length });
  };
  const rareFirsts = new Set(
    [...gazetteer.byFirstWord.keys()].filter((first) =>
      gazetteer.byFirstWord.get(first)?.some((a) => isRareName(a.named, a.words.length)),
    ),
  );
  const [hasFirst, hasRare] = [wordFinder(firsts), wordFinder(rareFirsts)];
  return (sentence) => {
    const isSeen = hasFirst(sentence);
    if (!isSeen && !hasRare(sentence)) return NOTHING;
    const words = split(sentence);
    const found = words.flatMap((word, at) => {
      const name = nameAt(gazetteer, words, at);
      const beside = (i: number): string => words[i]?.lower ?? "";
      return name
        ? [
            {
              ...name,
              word: word.lower,
              before: before(beside, at),
              after: beside(at + name.length),
            },
          ]
        : [];
    });
    const rare = new Set(
      found.flatMap(({ named: one, length }) => (isRareName(one, length) ? [one.id] : [])),
    ).size;
    if (!isSeen) return { ...NOTHING, rare };
    const named = found.filter(({ named: { id, usage } }) => wanted(id) && usage === "name");
    const besides = (id: string): Beside[] =>
      found.flatMap(({ named: other, length }) => {
        const known = gazetteer.entities.get(other.id);
        return other.id !== id && known?.inBase ? [{ known, weak: other.weak, length }] : [];
      });
    const isNamed = ({ weak }: Beside): boolean => !weak;
    for (const { named: one, length, word } of named) {
      if (length > 1 || (!one.weak && !gazetteer.shared.has(word)))
        return { found: "text", weight: 2, plain: false, rare };
      if (!one.weak && besides(one.id).some(isNamed))
        return { found: "text", weight: 2, plain: false, rare };
    }
    const isOther = ({ named: { weak }, before, after }: (typeof named)[number]): boolean =>
      weak && !PLAIN.test(before) && (!COUNTED.test(before) || ABOUT.test(after));
    const isHint = named.some(({ named: { weak } }) => !weak);
    if (named.some(isOther))
      return { found: "another", weight: isHint ? 1 : 0, plain: false, rare };
    const beside = named.flatMap(({ named: { id } }) => besides(id));
    const weight = beside.some(isRare) ? 2 : 1;
    if (beside.some(isNamed)) return { found: "sentence", weight, plain: false, rare };
    const plain = named.some(({ before }) => PLAIN.test(before));
    return { found: null, weight: weight === 2 ? weight : isHint ? 1 : 0, plain, rare };
  };
}
