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
  parseDocument,
  visit,
} from "yaml";
import type { Fault } from "./faults.ts";
import { lineFinder } from "./lines.ts";

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

const TOO_DEEP = "is nested too deeply to be read; a file of this kind needs seven levels at most";

/**
 * Parses YAML 1.2 (so JSON too) and keeps the places of its values.
 *
 * @param file the name that faults carry
 * @returns the faults that parsing found, and the file unless its syntax is broken. Duplicate and
 *   forbidden keys are faults that leave a file that can be checked further.
 */
export function parseYaml(file: string, text: string): { faults: Fault[]; yaml: YamlFile | null } {
  const place = placer(file, text);
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { prettyErrors: false, uniqueKeys: true, merge: false });
  } catch (error) {
    if (error instanceof RangeError) return { faults: [place(0, TOO_DEEP)], yaml: null };
    throw error;
  }

  const faults = onePerLine(
    [...document.errors, ...document.warnings].map(({ pos, message, code }) =>
      place(pos[0], `${lowerFirst(message.trimEnd().replace(/\.$/u, ""))}; ${advice(code)}`),
    ),
  );
  let broken = document.errors.some((error) => error.code !== "DUPLICATE_KEY");
  if (broken) return { faults, yaml: null };

  let firstAlias: Alias | null = null;
  visit(document, {
    Alias: (_key, alias) => {
      firstAlias ??= alias;
    },
    Pair: (_key, pair) => {
      if (!isScalar(pair.key)) {
        const start = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
        faults.push(place(start, "a key must be a single word; write it as `key: value`"));
        broken = true;
      } else if (FORBIDDEN_KEYS.has(String(pair.key.value))) {
        const key = String(pair.key.value);
        faults.push(place(pair.key.range?.[0] ?? 0, `the key "${key}" is refused; rename it`));
      }
    },
  });

  if (broken) return { faults, yaml: null };

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const start = (firstAlias as Alias | null)?.range?.[0] ?? 0;
    const what = error instanceof RangeError ? TOO_DEEP : "the aliases expand to too much";
    faults.push(place(start, `${what}; write the values out`));
    return { faults, yaml: null };
  }

  const fault = (path: Path, message: string) => place(offsetOf(document, path), message);
  const faultAtKey = (path: Path, message: string) => place(keyOffset(document, path), message);
  return { faults, yaml: { value, fault, faultAtKey } };
}

/** One slip in the syntax often makes several complaints; the first in a line tells enough. */
function onePerLine(faults: readonly Fault[]): Fault[] {
  const lines = new Set<number>();
  return faults.filter(({ line }) => !lines.has(line) && lines.add(line));
}

/** Makes faults from UTF-16 offsets; columns come out in code points. */
function placer(file: string, text: string): (offset: number, message: string) => Fault {
  const lineOf = lineFinder(text);
  return (offset, message) => {
    const { line, lineStart } = lineOf(offset);
    return { file, line, column: [...text.slice(lineStart, offset)].length + 1, message };
  };
}

function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    node = child(node, step);
    const start = startOf(node);
    if (start === null) break;
    offset = start;
  }
  return offset;
}

function keyOffset(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  for (const step of path.slice(0, -1)) {
    if (isAlias(node)) node = node.resolve(document);
    node = child(node, step);
  }
  if (isAlias(node)) node = node.resolve(document);
  const key = path.at(-1);
  const pair = isMap(node)
    ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    : null;
  return startOf(pair?.key) ?? offsetOf(document, path);
}

function child(node: unknown, step: string | number): unknown {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isPair(item) ? item.key : item;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === step);
  return pair === undefined ? null : (pair.value ?? pair.key);
}

function startOf(node: unknown): number | null {
  return isNode(node) ? ((node as Node).range?.[0] ?? null) : null;
}

function advice(code: string): string {
  switch (code) {
    case "DUPLICATE_KEY":
      return "remove one of the two";
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
    case "RESOURCE_EXHAUSTION":
      return "a file of this kind needs seven levels at most";
    default:
      return "put text that holds special characters in quotes";
  }
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
