import type * as v from "valibot";
import { FORBIDDEN_KEYS, type Path, type YamlFile } from "./document.ts";
import { didYouMean, type Fault, MAX_TOLD } from "./faults.ts";

/** What people call the types that the schema wants. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  strict_object: "keys with values",
  record: "keys with values",
  number: "a number",
};

type Issue = v.BaseIssue<unknown>;

/** So many complaints are put into words; several may be about the same. */
const MAX_ISSUES = 10 * MAX_TOLD;

/**
 * Puts a schema's complaints about a file into words, each at its place in it. Complaints about
 * one misspelt key are told once, with the key that was probably meant.
 */
export function issueFaults(
  issues: readonly Issue[],
  yaml: YamlFile,
  schema: v.GenericSchema,
): Fault[] {
  const faults = issues.slice(0, MAX_ISSUES).flatMap((issue) => {
    const path = pathOf(issue);
    // Of a missing or unknown key the last step of the path is that key.
    const isOfKey = issue.type === "strict_object" && issue.expected !== "Object";
    const parent = isOfKey ? issue.path?.at(-1)?.input : null;
    if (isRecord(parent)) return keyFaults(issue, path, parent, yaml, schema);
    if (!Array.isArray(parent)) return [yaml.fault(path, valueMessage(issue, issue.input, path))];
    // valibot takes a list for an object that lacks all keys.
    const above = path.slice(0, -1);
    return [yaml.fault(above, valueMessage(issue, parent, above))];
  });
  const told = new Set<string>();
  return faults.filter((fault) => {
    const key = `${fault.line}:${fault.column}:${fault.message}`;
    return !told.has(key) && told.add(key);
  });
}

/** Of an object with missing or unknown keys; valibot tells only the first unknown one. */
function keyFaults(
  issue: Issue,
  path: Path,
  parent: object,
  yaml: YamlFile,
  whole: v.GenericSchema,
): Fault[] {
  const above = path.slice(0, -1);
  const key = String(path.at(-1));
  const keys = Object.keys(parent);
  const known = keysAt(above, whole);
  if (issue.received === "undefined" && !Object.hasOwn(parent, key)) {
    return [yaml.fault(above, `the key "${key}" is missing; add it`)];
  }
  const unknown = keys.filter((name) => !known.includes(name) && !FORBIDDEN_KEYS.has(name));
  const free = known.filter((name) => !keys.includes(name));
  return unknown.slice(0, MAX_TOLD + 1).map((name) => {
    const advice = didYouMean(name, free, `keys here are ${known.join(", ")}`);
    return yaml.faultAtKey([...above, name], `unknown key "${name}"${advice}`);
  });
}

function valueMessage(issue: Issue, input: unknown, path: Path): string {
  const what = path.length === 0 ? "the file" : describe(path);
  if (issue.kind === "validation") return `${what} ${issue.message}`;
  if (issue.type === "picklist") return choiceMessage(issue, what, input);
  const wanted = TYPE_WORDS[issue.type] ?? issue.type;
  const hint = wanted === "text" ? advice(input) : `write it as ${wanted}`;
  return `${what} must be ${wanted}, not ${kindOf(input)}; ${hint}`;
}

/** valibot gives the choices as `("a" | "b")`. */
function choiceMessage(issue: Issue, what: string, input: unknown): string {
  const choices = (issue.expected ?? "").match(/(?<=")[^"]+(?=")/gu)?.filter((c) => c !== " | ");
  const advice = didYouMean(String(input), choices ?? [], `choices are ${choices?.join(", ")}`);
  const value = typeof input === "string" ? `"${input}"` : kindOf(input);
  return `${what} can't be ${value}${advice}`;
}

function advice(input: unknown): string {
  if (input === null) return "fill it in";
  return typeof input === "object" ? "write one line of text" : `put it in quotes: "${input}"`;
}

/** The last key of a path, with the list's key before an index: `aliases 2`. */
function describe(path: Path): string {
  const last = path.at(-1);
  if (typeof last === "string") return `"${last}"`;
  const list = path.at(-2);
  return `item ${Number(last) + 1}${list === undefined ? "" : ` of "${list}"`}`;
}

function kindOf(input: unknown): string {
  if (input === null || input === undefined) return "empty";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "keys with values";
  return typeof input === "string" ? "text" : `the ${typeof input} ${input}`;
}

function pathOf(issue: Issue): (string | number)[] {
  return (issue.path ?? []).map((item) => item.key as string | number);
}

/** The keys that the schema knows where a path leads. */
function keysAt(path: Path, whole: v.GenericSchema): string[] {
  let schema: SchemaNode | undefined = whole as unknown as SchemaNode;
  for (const step of path) {
    schema = unwrap(schema);
    schema = typeof step === "number" ? schema?.item : (schema?.entries?.[step] ?? schema?.value);
  }
  return Object.keys(unwrap(schema)?.entries ?? {});
}

/** What valibot's schemas look like from outside, as far as they are used here. */
interface SchemaNode {
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly value?: SchemaNode;
  readonly wrapped?: SchemaNode;
}

function unwrap(schema: SchemaNode | undefined): SchemaNode | undefined {
  let node = schema;
  while (node?.wrapped) node = node.wrapped;
  return node;
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
