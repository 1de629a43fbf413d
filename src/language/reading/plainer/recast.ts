/**
 * Says a sentence in plainer ones before it is parsed: "France, unlike Spain, is leaving" is "France
 * is leaving" and not "Spain is leaving"; "the one who signed was X" is "X signed". The patterns
 * and their plain forms are data (data/language/recasts).
 */
import { type PatternBook, wordsIn } from "../../patterns.ts";
import type { Relation } from "../../time/types.ts";
import { bareUnit, type Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import type { Recast } from "./recasts.ts";
import { MADE } from "./remade.ts";
import { inRow, neighbours } from "./sequences.ts";
import { slotOf, wordOf } from "./slots.ts";

/** The plain sentences for one, none where it can't be read, and whether it may be read as it stands as well. */
export interface Recasting {
  readonly plain: readonly Plain[];
  readonly soft: boolean;
  /** One of them has to hold, not all. */
  readonly any: boolean;
}

/** One plain sentence; `negated` where its contrary is said. */
export interface Plain {
  readonly units: readonly Unit[];
  readonly negated: boolean;
  /** It is only implied: false where a source denies it, else it says nothing. */
  readonly implied: boolean;
  /** It only tells what is spoken of: where it isn't so, another thing is meant. */
  readonly supposed: boolean;
}

const MOST_UNITS = 60;

/** The plain sentences of the first pattern that fits; null where none does. */
export function recast(
  units: readonly Unit[],
  recasts: PatternBook<Recast>,
  context: Context,
): Recasting | null {
  if (units.length < 3 || units.length > MOST_UNITS) return null;
  const { negations, determiners, only } = context.grammar;
  const closed = new Set([...negations, ...determiners, ...only]);
  const slots = units.map((unit, at) => ({
    word: wordOf(unit),
    ...slotOf(unit, units[at - 1], closed, context),
  }));
  const words = wordsIn(slots.flatMap((s) => [s.word, s.text]));
  for (const { pattern, named, to, flipIf, soft, any, pairs } of recasts.fitting(words)) {
    const text = slots.map((s) => `${!s.fixed && named.has(s.word) ? s.word : s.text} `).join("");
    const match = pattern.exec(text);
    if (!match) continue;
    const groups = match.indices?.groups ?? {};
    const flipped = flipIf !== null && groups[flipIf] !== undefined;
    const groupOf = (name: string): readonly Unit[] => slice(units, text, groups[name]);
    const sayings = pairs
      ? neighbours(inRow(groupOf("list"))).map(
          ([x, y]) =>
            (name: string): readonly Unit[] =>
              name === "x" ? x : name === "y" ? y : groupOf(name),
        )
      : [groupOf];
    if (sayings.length === 0) continue;
    const own = new Set<Unit>();
    const addedUnit = (word: string): Unit => {
      const unit = literal(word, units, context);
      own.add(unit);
      return unit;
    };
    const plain = sayings.flatMap((group) =>
      to.map(({ negated, implied, supposed, tokens }) => ({
        negated: negated !== flipped && !supposed,
        implied,
        supposed,
        units: related(
          (pairs ? joinedBy(tokens, group("x"), group("y")) : tokens).flatMap((token) =>
            token.startsWith("$@")
              ? labelled(token, group)
              : MADE[token.slice(0, 2)]
                ? group(token.slice(2)).map((unit) => MADE[token.slice(0, 2)]?.(unit) ?? unit)
                : token.startsWith("$")
                  ? group(token.slice(1))
                  : [addedUnit(token)],
          ),
          own,
        ),
      })),
    );
    const same =
      plain.length === 1 && !plain[0]?.negated && formsOf(plain[0]?.units ?? []) === formsOf(units);
    if (!same && plain.every((p) => p.units.length > 1)) return { plain, soft, any };
  }
  return null;
}

/** "The vote came before the signature", but "they voted before he signed". */
function joinedBy(
  tokens: readonly string[],
  x: readonly Unit[],
  y: readonly Unit[],
): readonly string[] {
  const first = tokens[0] === "$y" ? y : x;
  return first.some(isFiniteVerb) ? tokens.filter((token) => token !== "came") : tokens;
}

function isFiniteVerb({ lower, name, senses }: Unit): boolean {
  if (name) return false;
  if (
    /^(?:is|was|were|has|had|did|took|came|went|made|got|put|gave|became|said)(?: |$)/u.test(lower)
  )
    return true;
  return /^[a-z]+ed(?: |$)/u.test(lower) && senses.every((s) => s.pos !== "n");
}

function formsOf(units: readonly Unit[]): string {
  return units.map((u) => u.form).join(" ");
}

/** Units of a range of the slot text: each ends with one blank, which the range may leave out. */
function slice(
  units: readonly Unit[],
  text: string,
  range: readonly [number, number] | undefined,
): readonly Unit[] {
  if (!range) return [];
  const at = (offset: number): number => text.slice(0, offset).split(" ").length - 1;
  const open = range[1] > range[0] && text[range[1] - 1] !== " " ? 1 : 0;
  return units.slice(at(range[0]), at(range[1]) + open);
}

/** "$@n:article": a number as that of an article. */
function labelled(token: string, group: (name: string) => readonly Unit[]): readonly Unit[] {
  const [name = "", noun = ""] = token.slice(2).split(":");
  return group(name).map((unit) => {
    const { quantity } = unit;
    if (!quantity) return unit;
    const value = quantity.kind === "label" ? quantity.value : String(quantity.value ?? "");
    return { ...unit, quantity: { ...quantity, kind: "label", noun, value } };
  });
}

const RELATIONS: Readonly<Record<string, Relation>> = {
  since: "since",
  before: "before",
  after: "after",
  by: "by",
  until: "until",
};

/** "since" put before "2010" is part of the date. */
function related(units: readonly Unit[], own: ReadonlySet<Unit>): readonly Unit[] {
  return units.flatMap((unit, at): Unit[] => {
    const [before, next] = [units[at - 1], units[at + 1]];
    const isBare = (u: Unit | undefined): boolean =>
      u?.time?.kind === "date" && u.time.relation === "bare";
    if (RELATIONS[unit.lower] && own.has(unit) && isBare(next)) return [];
    const relation =
      before && own.has(before) && isBare(unit) ? RELATIONS[before.lower] : undefined;
    if (!unit.time || !relation) return [unit];
    const text = `${before?.form} ${unit.time.text}`;
    return [
      { ...unit, form: text, lower: text.toLowerCase(), time: { ...unit.time, relation, text } },
    ];
  });
}

/** A word that a plain sentence needs and the sentence has not. */
function literal(word: string, units: readonly Unit[], { lexicon }: Context): Unit {
  const at = units[0]?.from ?? 0;
  const unit = bareUnit(word, { from: at, to: at });
  const { n } = lexicon.words;
  const senses = n.get(word) ?? n.get(word.replace(/s$/u, "")) ?? n.get(word.replace(/ies$/u, "y"));
  const says: Partial<Unit> = REPORTING.has(word) ? { speech: true, asserts: ["v"] } : {};
  return { ...unit, ...says, classed: senses?.some((s) => s.kind === "class") ?? false };
}

/** The verbs by which plain sentences tell who says something. */
const REPORTING: ReadonlySet<string> = new Set(["said", "says", "say"]);
