/**
 * Writes the JSON Schemas that editors use for completion and checks: data/base.schema.json from
 * src/base/schema.ts, data/config.schema.json from src/cli/lint/config-schema.ts: `npm run schema`.
 * A test fails when a file is stale.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { GenericSchema } from "valibot";
import { BaseFile } from "../src/base/schema.ts";
import { ConfigFile } from "../src/cli/lint/config-schema.ts";

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
  readonly options?: readonly string[];
  readonly title?: string;
  readonly description?: string;
}

/** The schemas by the names of their files in data/. */
const SCHEMAS: Readonly<Record<string, GenericSchema>> = {
  "base.schema.json": BaseFile,
  "config.schema.json": ConfigFile,
};

/** The text of each file in data/ that holds a JSON Schema (draft 2020-12). */
export function schemaTexts(): Record<string, string> {
  const texts = Object.entries(SCHEMAS).map(([file, schema]) => {
    const json = convert(schema as unknown as Node);
    const whole = { $schema: "https://json-schema.org/draft/2020-12/schema", ...json };
    return [file, `${JSON.stringify(whole, null, 2)}\n`];
  });
  return Object.fromEntries(texts);
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
    case "min_value":
      return { minimum: node.requirement };
    case "integer":
      return { type: "integer" };
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
    case "number":
      return { type: "number" };
    case "picklist":
      return { type: "string", enum: node.options };
    case "array":
      return { type: "array", items: convert(part(node.item)) };
    case "record":
      return { type: "object", additionalProperties: convert(part(node.value)) };
    case "nullish": {
      const inner = convert(part(node.wrapped));
      const choices = inner.enum as readonly unknown[] | undefined;
      return { ...inner, type: [inner.type, "null"], ...(choices && { enum: [...choices, null] }) };
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
  return node.type === "nullish" || (node.pipe?.some(isOptional) ?? false);
}

function part(node: Node | undefined): Node {
  if (!node) throw new Error("A schema lacks the part that its type has.");
  return node;
}

const script = fileURLToPath(import.meta.url);
if (process.argv[1] === script) {
  for (const [file, text] of Object.entries(schemaTexts())) {
    writeFileSync(new URL(`../data/${file}`, import.meta.url), text);
  }
}
