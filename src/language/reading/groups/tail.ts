/** What narrows or illustrates a counted class behind its noun. */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { namesAt } from "./list.ts";
import { phraseEnd } from "./words.ts";

/** What stands behind a class or list, up to the unit `to`. */
export interface Tail {
  readonly to: number;
  readonly except: readonly string[];
  readonly listed: readonly string[];
  readonly including: readonly string[];
  readonly continent: string | null;
  readonly owner: string | null;
}

/** What sets a list apart from the class that it belongs to, and what ends it. */
const ENCLOSING: Readonly<Record<string, readonly string[]>> = {
  ",": [","],
  "(": [")"],
  "-LRB-": ["-RRB-"],
  "-": ["-"],
  "–": ["–"],
  "—": ["—"],
};

/** What narrows or illustrates the class behind its noun. */
export function tailAt(
  units: readonly Unit[],
  at: number,
  context: Context,
  classy: boolean,
): Tail | null {
  const { groups } = context.grammar;
  const none: Omit<Tail, "to"> = {
    except: [],
    listed: [],
    including: [],
    continent: null,
    owner: null,
  };
  const ends = ENCLOSING[units[at]?.form ?? ""];
  const comma = ends?.includes(",") ?? false;
  const start = ends ? at + 1 : at;
  const isEnd = (to: number): boolean => ends?.includes(units[to]?.form ?? "") ?? false;
  const close = (to: number): number => (isEnd(to) ? to + 1 : to);
  if (ends && !comma) {
    const names = namesAt(units, start, context, true);
    return names && names.count > 1 && isEnd(names.to)
      ? { ...none, listed: [...names.ids], to: names.to + 1 }
      : null;
  }
  const exceptEnd = phraseEnd(units, start, groups.except);
  if (exceptEnd > 0) {
    const names = namesAt(units, exceptEnd, context);
    if (names) return { ...none, except: [...names.ids], to: close(names.to) };
  }
  const mentioned = phraseEnd(units, start, [
    ...groups.mentioned,
    ...(classy ? groups.everywhere : []),
  ]);
  if (mentioned > 0) {
    const beside = phraseEnd(units, mentioned, groups.additive);
    const whom = beside > 0 ? namesAt(units, beside, context) : null;
    return { ...none, to: close(whom ? whom.to : mentioned) };
  }
  if (comma) {
    const including = phraseEnd(units, start, groups.including);
    const names = namesAt(units, including > 0 ? including : start, context);
    if (names && including > 0) return { ...none, including: [...names.ids], to: close(names.to) };
    if (names) {
      const included = phraseEnd(units, names.to, groups.included);
      if (included > 0) return { ...none, including: [...names.ids], to: close(included) };
      // An appositive list closes with a comma or the sentence.
      if (names.count > 1 && (units[names.to]?.lower === "," || names.to >= units.length - 1))
        return { ...none, listed: [...names.ids], to: close(names.to) };
    }
    return null;
  }
  // "Each of the states France, Spain and Peru": a list that needs no comma.
  const listed = classy ? namesAt(units, at, context) : null;
  if (listed && listed.count > 1) return { ...none, listed: [...listed.ids], to: listed.to };
  if (["of", "in", "from"].includes(units[at]?.lower ?? "") && classy) {
    const behind = units[at + 1]?.lower === "the" ? at + 2 : at + 1;
    const continent = groups.continents[units[behind]?.lower ?? ""];
    if (continent !== undefined) return { ...none, continent, to: behind + 1 };
    const owner = units[behind]?.name;
    if (
      units[at]?.lower === "of" &&
      owner?.usage === "name" &&
      context.gazetteer.entities.get(owner.id)?.kind === "state"
    )
      return { ...none, owner: owner.id, to: behind + 1 };
  }
  return null;
}
