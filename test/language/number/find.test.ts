import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  findQuantities,
  type NumberData,
  type Quantity,
} from "../../../src/language/number/index.ts";
import { toWords } from "./tokens.ts";

const read = (path: string): unknown => parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const data = read("../../../data/language/numbers.yaml") as NumberData;
const tables = read("./cases.yaml") as Record<string, Record<string, (string | number)[]>>;

function show(quantity: Quantity): string {
  if (quantity.kind === "label") return `label ${quantity.noun} ${quantity.value}`;
  const { kind, lo, hi, approx, vague, only, exact, unit } = quantity;
  const top = hi === Number.POSITIVE_INFINITY ? "" : String(hi);
  return [
    kind === "cardinal" ? "" : kind,
    lo === hi ? String(lo) : `${lo}..${top}`,
    approx ? "~" : "",
    vague ? "?" : "",
    only ? "only" : "",
    exact ? "exact" : "",
    unit,
  ]
    .filter(Boolean)
    .join(" ");
}

for (const [name, cases] of Object.entries(tables)) {
  describe(`quantities: ${name}`, () => {
    it.each(Object.entries(cases))("%s", (sentence, expected) => {
      const words = toWords(sentence);
      expect(findQuantities(words, data).map(show)).toEqual(expected.map(String));
    });
  });
}

describe("findQuantities", () => {
  it("gives word indexes and the comparator's words", () => {
    const [found] = findQuantities(toWords("Now well over 160 nations adhere"), data);
    expect(found).toMatchObject({ from: 1, to: 4, comparator: "well over", text: "well over 160" });
  });

  it("points at a comparator behind the counted noun", () => {
    const [found] = findQuantities(toWords("160 nations and territories or more adhere"), data);
    expect(found).toMatchObject({ from: 0, to: 1, tail: [4, 6], comparator: "or more" });
  });

  it("leaves taken words alone", () => {
    const words = toWords("in 2005 five states left");
    const found = findQuantities(words, data, [true, true, false, false, false]);
    expect(found.map(show)).toEqual(["5"]);
  });

  it("reads numbers that the tokenizer cut into pieces", () => {
    const words = ["160", "+", "of", "1,340"].map((text) => ({ text, lower: text }));
    expect(findQuantities(words, data).map(show)).toEqual(["160..", "1340"]);
  });

  it("reads past the names of an object's own members", () => {
    expect(
      findQuantities(toWords("is this a constructor call with 3 values"), data).map(show),
    ).toEqual(["3"]);
  });

  it("stays fast on a run-on of numbers", () => {
    const words = toWords("more than one hundred and fifty to ".repeat(2000));
    const start = performance.now();
    findQuantities(words, data);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
