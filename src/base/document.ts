import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
} from "yaml";
import { composeYaml } from "./compose.ts";
import type { Fault } from "./faults.ts";
import { placer } from "./places.ts";

/** Keys and indexes from the top of a document to one of its values. */
export type Path = readonly (string | number)[];

/** A parsed YAML file that knows where each of its values stands. */
export interface YamlFile {
  readonly value: unknown;
  /** A fault at the value that a path leads to, or at the nearest value above it. */
  fault(path: Path, message: string): Fault;
  /** A fault at the last key of a path. */
  faultAtKey(path: Path, message: string): Fault;
}

/** Keys that would reach into JavaScript's own objects. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set([
  "__proto__",
  "constructor",
  "prototype",
]);

/**
 * How often aliases may be expanded. A base has little use for them, and a few lines of aliases
 * to aliases grow to gigabytes.
 */
const MAX_ALIASES = 100;

const UNREADABLE = {
  "too deep": "this is nested too deeply; a file of this kind needs seven levels at most",
  "too long": "the file holds too much to be read from here on; split it",
};

/**
 * Parses YAML 1.2 (so JSON too) and keeps the places of its values.
 *
 * @param file the name that faults carry
 * @returns the faults that parsing found, and the file unless its syntax is broken. Duplicate and
 *   forbidden keys are faults that leave a file that can be checked further.
 */
export function parseYaml(file: string, text: string): { faults: Fault[]; yaml: YamlFile | null } {
  const place = placer(file, text);
  const { document, second, stopped } = composeYaml(text);
  const end = stopped?.offset ?? text.length + 1;
  const problems = [...document.errors, ...document.warnings].filter(({ pos }) => pos[0] < end);
  const faults = onePerLine(
    problems.map(({ pos, message, code }) =>
      place(pos[0], `${lowerFirst(message.trimEnd().replace(/\.$/u, ""))}; ${advice(code)}`),
    ),
  );
  // A slip in the syntax can look like depth; then it is the slip that is told.
  if (stopped && faults.length === 0) faults.push(place(stopped.offset, UNREADABLE[stopped.why]));
  if (second !== null) {
    faults.push(place(second, "a second document begins here; put each into a file of its own"));
  }
  if (stopped || document.errors.length > 0) return { faults, yaml: null };

  let firstAlias: Alias | null = null;
  let broken = false;
  const anchors = new Set<string>();
  visit(document, {
    Value: (_key, { anchor }) => {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Alias: (_key, alias, above) => {
      firstAlias ??= alias;
      const name = alias.source;
      const isWithin = above.some((node) => isNode(node) && anchorOf(node) === name);
      if (anchors.has(name) && !isWithin) return;
      const what = isWithin ? `"*${name}" stands within itself` : `no "&${name}" stands before`;
      faults.push(place(startOf(alias) ?? 0, `${what}; write the value out`));
      broken = true;
    },
    Map: (_key, map) => {
      const keys = new Set<string>();
      for (const { key } of map.items) {
        const start = isNode(key) ? (key.range?.[0] ?? 0) : 0;
        if (!isScalar(key)) {
          faults.push(place(start, "a key must be a single word; write it as `key: value`"));
          broken = true;
          continue;
        }
        const name = String(key.value);
        if (keys.has(name)) {
          faults.push(place(start, `the key "${name}" is given twice; remove one of the two`));
        } else if (FORBIDDEN_KEYS.has(name)) {
          faults.push(place(start, `the key "${name}" is refused; rename it`));
        }
        keys.add(name);
      }
    },
  });

  if (broken) return { faults, yaml: null };

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const start = (firstAlias as Alias | null)?.range?.[0] ?? 0;
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    faults.push(place(start, "the aliases expand to too much; write the values out"));
    return { faults, yaml: null };
  }

  const pairs = pairFinder();
  const fault = (path: Path, message: string) => place(offsetOf(document, path, pairs), message);
  const faultAtKey = (path: Path, message: string) =>
    place(keyOffset(document, path, pairs), message);
  return { faults, yaml: { value, fault, faultAtKey } };
}

/** One slip in the syntax often makes several complaints; the first in a line tells enough. */
function onePerLine(faults: readonly Fault[]): Fault[] {
  const lines = new Set<number>();
  return faults.filter(({ line }) => !lines.has(line) && lines.add(line));
}

/** Finds the pair of a key. */
type FindPair = (map: YAMLMap, key: string | number) => Pair | undefined;

/** Each map is looked through once, however many of its keys are asked for. */
function pairFinder(): FindPair {
  const known = new WeakMap<YAMLMap, Map<string, Pair>>();
  return (map, key) => {
    let pairs = known.get(map);
    if (pairs === undefined) {
      pairs = new Map();
      for (const pair of map.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : null;
        if (name !== null && !pairs.has(name)) pairs.set(name, pair);
      }
      known.set(map, pairs);
    }
    return typeof key === "string" ? pairs.get(key) : undefined;
  };
}

function offsetOf(document: Document.Parsed, path: Path, pairs: FindPair): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    node = child(document, node, step, pairs);
    const start = startOf(node);
    if (start === null) break;
    offset = start;
  }
  return offset;
}

function keyOffset(document: Document.Parsed, path: Path, pairs: FindPair): number {
  let node: unknown = document.contents;
  for (const step of path.slice(0, -1)) node = child(document, node, step, pairs);
  if (isAlias(node)) node = node.resolve(document);
  const pair = isMap(node) ? pairs(node, path.at(-1) ?? "") : undefined;
  return startOf(pair?.key) ?? offsetOf(document, path, pairs);
}

function child(
  document: Document.Parsed,
  above: unknown,
  step: string | number,
  pairs: FindPair,
): unknown {
  const node = isAlias(above) ? above.resolve(document) : above;
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isPair(item) ? item.key : item;
  }
  const pair = isMap(node) ? pairs(node, step) : undefined;
  return pair === undefined ? null : (pair.value ?? pair.key);
}

function anchorOf(node: Node): string | undefined {
  return isAlias(node) ? undefined : (node as { anchor?: string }).anchor;
}

function startOf(node: unknown): number | null {
  return isNode(node) ? ((node as Node).range?.[0] ?? null) : null;
}

function advice(code: string): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "indent with spaces";
    case "BAD_INDENT":
    case "BLOCK_AS_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
      return "mend the indentation, or put text that holds `: ` or ` #` in quotes";
    case "MULTILINE_IMPLICIT_KEY":
    case "MISSING_CHAR":
      return "look for a missing colon, comma, bracket or quote";
    case "TAG_RESOLVE_FAILED":
      return "leave the tag (`!…`) out";
    default:
      return "put text that holds special characters in quotes";
  }
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
