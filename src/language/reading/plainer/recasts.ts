/** The recasts: how they are written, compiled and opened. */
import { type NeedsOf, Pattern, type PatternData } from "../../patterns.ts";

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

interface Template {
  readonly negated: boolean;
  readonly implied: boolean;
  readonly supposed: boolean;
  readonly tokens: readonly string[];
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
