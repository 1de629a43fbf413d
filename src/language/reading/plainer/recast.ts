/**
 * Says a sentence in plainer ones before it is parsed: "France, unlike Spain, is leaving" is "France
 * is leaving" and not "Spain is leaving"; "the one who signed was X" is "X signed". The patterns
 * and their plain forms are data (data/language/recasts).
 */
import {
  type NeedsOf,
  Pattern,
  type PatternBook,
  type PatternData,
  wordsIn,
} from "../../patterns.ts";
import type { Relation } from "../../time/types.ts";
import { bareUnit, type Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { MADE } from "./remade.ts";
import { inRow, neighbours } from "./sequences.ts";

/** `data/language/recasts/*.yaml`, parsed. */
export interface RecastData {
  /** Parts of patterns by their names, which stand in braces there. */
  readonly parts: Readonly<Record<string, string>>;
  readonly recasts: readonly {
    readonly pattern: string;
    readonly to: readonly string[];
    readonly "flip-if"?: string;
    /** The sentence may be read as it stands as well. */
    readonly soft?: boolean;
    /** One of the plain sentences has to hold, not all. */
    readonly any?: boolean;
    /** The group "list" holds several things in a row: the plain sentences are said of each two neighbours, $x and $y. */
    readonly pairs?: boolean;
  }[];
}

/** A recast as the build leaves it. */
export interface RecastEntry {
  readonly pattern: PatternData;
  /** Words that the pattern itself names, with blanks between. */
  readonly named: string;
  readonly to: readonly string[];
  readonly flipIf: string | null;
  readonly soft: boolean;
  readonly any: boolean;
  readonly pairs: boolean;
}

export interface Recast {
  readonly pattern: Pattern;
  /** Words that the pattern itself names: in it they stand for themselves, whatever else they are. */
  readonly named: ReadonlySet<string>;
  readonly to: readonly Template[];
  readonly flipIf: string | null;
  readonly soft: boolean;
  readonly any: boolean;
  readonly pairs: boolean;
}

/** The plain sentences for one, none where it can't be read, and whether it may be read as it stands as well. */
export interface Recasting {
  readonly plain: readonly Plain[];
  readonly soft: boolean;
  /** One of them has to hold, not all. */
  readonly any: boolean;
}

interface Template {
  readonly negated: boolean;
  readonly implied: boolean;
  readonly supposed: boolean;
  readonly tokens: readonly string[];
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

/** Spells the patterns out, once and for all; the build does it. */
export function compileRecasts(data: RecastData, needsOf: NeedsOf): RecastEntry[] {
  const fill = (text: string): string => {
    const filled = text.replace(
      /\{([A-Z][A-Z0-9]*)\}/gu,
      (_, name: string) => data.parts[name] ?? "",
    );
    return filled === text ? text : fill(filled);
  };
  // "<P>" is a name of any kind of actor, "<P=state>" one of that kind.
  const kinds = (pattern: string): string => pattern.replace(/<([PE])>/gu, "<$1=[^>]*>");
  // "steps?" names both "steps" and "step".
  const namedIn = (pattern: string): Set<string> =>
    new Set(
      (
        pattern.replace(/\?<\w+>|<[A-Z](?:=[a-z]+)?>/gu, " ").match(/[a-z_']{2,}\??/gu) ?? []
      ).flatMap((word) => (word.endsWith("?") ? [word.slice(0, -1), word.slice(0, -2)] : [word])),
    );
  return data.recasts.map((rule) => {
    const filled = fill(rule.pattern);
    // Words of a pattern may stand joined in the sentence ("on its own").
    const source = kinds(filled).replaceAll(/(?<=[a-z)]) (?=[a-z]|\(\?:[a-z])/gu, "[ _]");
    return {
      pattern: { source, needs: needsOf(source) },
      named: [...namedIn(filled)].join(" "),
      to: rule.to,
      flipIf: rule["flip-if"] ?? null,
      soft: rule.soft ?? false,
      any: rule.any ?? false,
      pairs: rule.pairs ?? false,
    };
  });
}

/** Makes ready what the build has left. */
export function openRecast(text: string): Recast {
  const { pattern, named, to, flipIf, soft, any, pairs } = JSON.parse(text) as RecastEntry;
  return {
    pattern: new Pattern(pattern),
    named: new Set(named.split(" ")),
    to: to.map(templateOf),
    flipIf,
    soft,
    any,
    pairs,
  };
}

function templateOf(text: string): Template {
  return {
    negated: /^\??!/u.test(text),
    implied: text.startsWith("?"),
    supposed: text.startsWith("~"),
    tokens: text.replace(/^[?~]?!? /u, "").split(/\s+/u),
  };
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

const ACTORS = new Set(["state", "group", "person", "body", "group-of-people", "organisation"]);

interface Slot {
  /** What stands for the unit in the text that patterns are matched against. */
  readonly text: string;
  /** A word that a pattern names stands for itself; a name, a date or a closed word is always the slot's text. */
  readonly fixed: boolean;
}

/** "The only European state": here what could be a verb of saying is a noun. */
function opensNoun(unit: Unit | undefined, { grammar, lexicon }: Context): boolean {
  if (!unit) return false;
  const { besides, else: others, continents } = grammar.groups;
  return (
    unit.name?.usage === "adjective" ||
    unit.quantity !== null ||
    (lexicon.words.a.get(unit.lower)?.some((s) => s.kind === "quality") ?? false) ||
    grammar.determiners.includes(unit.lower) ||
    [...grammar.only, ...besides, ...others, ...Object.keys(continents)].includes(unit.lower)
  );
}

/** "Moving" is a form of the verb, though a move is a thing. */
function isVerbForm(unit: Unit, { lexicon }: Context): boolean {
  if (!/^[a-z]+ing(?: |$)/u.test(unit.lower)) return false;
  if (unit.senses.length > 0) return unit.senses.every((s) => s.pos !== "n");
  const senses = lexicon.words.n.get(unit.lower) ?? [];
  return !senses.some((s) => s.kind === "class" || s.kind === "office");
}

/** "ratification", "a withdrawal": a noun for something that is done or happens. */
function namesEvent(unit: Unit, { lexicon }: Context): boolean {
  if (/ing(?: |$)/u.test(unit.lower)) return false;
  const senses =
    unit.senses.length > 0
      ? unit.senses.flatMap((s) => (s.pos === "n" ? [s.sense] : []))
      : (lexicon.words.n.get(unit.lower) ?? []);
  return senses.some((s) => s.kind === "event");
}

function slotOf(
  unit: Unit,
  before: Unit | undefined,
  closed: ReadonlySet<string>,
  context: Context,
): Slot {
  const fixed = (text: string): Slot => ({ text, fixed: true });
  if (closed.has(unit.lower)) return fixed(unit.lower);
  const name = unit.name;
  if (name) {
    if (name.usage === "adjective") return fixed("<A>");
    const kind = context.gazetteer.entities.get(name.id)?.kind ?? "";
    return fixed(ACTORS.has(kind) ? `<P=${kind}>` : `<E=${kind}>`);
  }
  if (unit.time) return fixed(unit.time.within ? "<T=own>" : "<T>");
  const free = (text: string): Slot => ({ text, fixed: false });
  if (unit.quantity) {
    const one = unit.quantity.kind === "cardinal" && unit.quantity.value === 1;
    return free(one && unit.lower === "one" ? "one" : "<Q>");
  }
  const noun = !unit.speech || unit.lower.endsWith("s") || opensNoun(before, context);
  if (unit.classed && noun && !isVerbForm(unit, context)) return free("<W>");
  if (unit.speech) return free("<S>");
  return free(namesEvent(unit, context) ? "<N>" : wordOf(unit));
}

function wordOf(unit: Unit): string {
  return unit.lower.replaceAll(" ", "_");
}
