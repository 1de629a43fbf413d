import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { schemaText } from "../../scripts/schema.ts";

it("data/base.schema.json is the schema's; run `npm run schema` if not", () => {
  const file = new URL("../../data/base.schema.json", import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(schemaText());
});

it("the JSON Schema refuses unknown keys everywhere and asks for what the loader asks for", () => {
  const schema = JSON.parse(schemaText());
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toEqual(["title", "sources", "claims"]);
  const claim = schema.properties.claims.items;
  expect(claim.additionalProperties).toBe(false);
  expect(claim.required).toEqual(["id", "statement", "quotes"]);
  expect(claim.properties.quotes.minItems).toBe(1);
  expect(claim.properties.speaker.type).toEqual(["string", "null"]);
});
