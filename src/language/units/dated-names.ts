/** Dates that stand before a name and belong to what it names: "the 1997 convention". */
import type { TimeSpan } from "../time/types.ts";
import type { Word } from "../words/words.ts";
import { type Gazetteer, nameAt } from "./gazetteer.ts";

/** Kinds of things that go by the year from which they are. */
const DATED_KINDS: ReadonlySet<string> = new Set(["treaty", "document"]);

/** Words before a date that tell when something happens, not of when a thing is. */
const RELATING: ReadonlySet<string> = new Set(
  "in since by until till before after from on during around about between and or of at to as for back".split(
    " ",
  ),
);

/**
 * The date without the article and the preposition that seemed to be its own, where it stands within
 * the name of a thing: in "withdrew from the 1997 convention" nothing is said of when they withdrew.
 * Null for any other.
 */
export function dateOfName(
  words: readonly Word[],
  time: TimeSpan,
  gazetteer: Gazetteer,
): TimeSpan | null {
  if (time.kind !== "date" || time.precision !== "year") return null;
  const after = nameAt(gazetteer, words, time.to);
  const kind = after && gazetteer.entities.get(after.named.id)?.kind;
  if (!kind || !DATED_KINDS.has(kind)) return null;
  const at = time.to - 1;
  const before = words[at - 1]?.lower ?? "";
  if (!/[\p{L}']$/u.test(before) || RELATING.has(before)) return null;
  return { ...time, from: at, core: [at, time.to], relation: "in", within: true };
}
