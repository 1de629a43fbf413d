import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { schemaTexts } from "../../scripts/schema.ts";

it.each(Object.entries(schemaTexts()))(
  "data/%s is the schema's; run `npm run schema` if not",
  (name, text) => {
    const file = new URL(`../../data/${name}`, import.meta.url);
    expect(readFileSync(file, "utf8")).toBe(text);
  },
);

it("the JSON Schema refuses unknown keys everywhere and asks for what the loader asks for", () => {
  const schema = JSON.parse(schemaTexts()["base.schema.json"] ?? "");
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toEqual(["title", "sources", "claims"]);
  const claim = schema.properties.claims.items;
  expect(claim.additionalProperties).toBe(false);
  expect(claim.required).toEqual(["id", "statement", "quotes"]);
  expect(claim.properties.quotes.minItems).toBe(1);
  expect(claim.properties.speaker.type).toEqual(["string", "null"]);
});

it("the JSON Schema of configurations refuses what the program refuses", () => {
  const schema = JSON.parse(schemaTexts()["config.schema.json"] ?? "");
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toEqual([]);
  expect(schema.properties["fail-on"].enum).toContain("never");
  expect(schema.properties["max-warnings"]).toMatchObject({
    type: ["integer", "null"],
    minimum: 0,
  });
  expect(schema.properties.overrides.items.required).toEqual(["files"]);
});
