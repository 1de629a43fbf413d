/**
 * Writes data/base.schema.json, which editors use for completion and checks in base.yaml, from the
 * schema in src/base/schema.ts: `npm run schema`. A test fails when the file is stale.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BaseFile } from "../src/base/schema.ts";

type Json = { [key: string]: unknown };

/** The parts of valibot's schemas that bases use; anything else is an error, not left out. */
interface Node {
  readonly kind: string;
  readonly type: string;
  readonly pipe?: readonly Node[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly value?: Node;
  readonly wrapped?: Node;
  readonly requirement?: unknown;
  readonly title?: string;
  readonly description?: string;
}

/** The JSON Schema (draft 2020-12) of a base.yaml. */
export function baseJsonSchema(): Json {
  const schema = convert(BaseFile as unknown as Node);
  return { $schema: "https://json-schema.org/draft/2020-12/schema", ...schema };
}

/** The text of data/base.schema.json. */
export function schemaText(): string {
  return `${JSON.stringify(baseJsonSchema(), null, 2)}\n`;
}

function convert(node: Node): Json {
  if (node.pipe) return Object.assign({}, ...node.pipe.map(convertStep));
  return convertType(node);
}

function convertStep(node: Node): Json {
  if (node.kind === "schema") return node.pipe ? convert(node) : convertType(node);
  switch (node.type) {
    case "title":
      return { title: node.title };
    case "description":
      return { description: node.description };
    case "regex":
      return { pattern: (node.requirement as RegExp).source };
    case "min_length":
      return { minItems: node.requirement };
    case "check": // What JSON Schema can't say; the program checks it.
      return {};
    default:
      throw new Error(`No JSON Schema for the step "${node.type}"; add it to scripts/schema.ts.`);
  }
}

function convertType(node: Node): Json {
  switch (node.type) {
    case "string":
      return { type: "string" };
    case "boolean":
      return { type: "boolean" };
    case "array":
      return { type: "array", items: convert(part(node.item)) };
    case "record":
      return { type: "object", additionalProperties: convert(part(node.value)) };
    case "nullish": {
      const inner = convert(part(node.wrapped));
      return { ...inner, type: [inner.type, "null"] };
    }
    case "strict_object": {
      const entries = Object.entries(node.entries ?? {});
      const required = entries.filter(([, entry]) => !isOptional(entry)).map(([key]) => key);
      return {
        type: "object",
        properties: Object.fromEntries(entries.map(([key, entry]) => [key, convert(entry)])),
        required,
        additionalProperties: false,
      };
    }
    default:
      throw new Error(`No JSON Schema for the type "${node.type}"; add it to scripts/schema.ts.`);
  }
}

function isOptional(node: Node): boolean {
  return node.type === "nullish";
}

function part(node: Node | undefined): Node {
  if (!node) throw new Error("A schema lacks the part that its type has.");
  return node;
}

const script = fileURLToPath(import.meta.url);
if (process.argv[1] === script) {
  writeFileSync(new URL("../data/base.schema.json", import.meta.url), schemaText());
}
