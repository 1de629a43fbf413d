import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { findQuantities, type NumberData } from "../../../src/language/number/index.ts";
import * as time from "../../../src/language/time/index.ts";
import { toWords } from "../number/tokens.ts";

const read = (path: string): unknown => parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const numbers = read("../../../data/language/numbers.yaml") as NumberData;
const data = read("../../../data/language/time.yaml") as time.TimeData;
const language: time.TimeLanguage = { time: data, numbers };
const tables = read("./cases.yaml") as Record<string, Record<string, string[]>>;
const relative = read("./reference.yaml") as {
  reference: string;
  cases: Record<string, string[]>;
  described: Record<string, string>;
};

function days({ lo, hi }: time.TimeSpan): string {
  if (!(lo <= hi) || (!Number.isFinite(lo) && !Number.isFinite(hi))) return "?";
  const [start, end] = [
    Number.isFinite(lo) ? time.isoOf(lo) : "",
    Number.isFinite(hi) ? time.isoOf(hi) : "",
  ];
  if (start === end) return start;
  const years = start.endsWith("-01-01") && end.endsWith("-12-31");
  if (years)
    return start.slice(0, 4) === end.slice(0, 4)
      ? start.slice(0, 4)
      : `${start.slice(0, 4)}..${end.slice(0, 4)}`;
  const month = start.slice(0, 7) === end.slice(0, 7) && start.endsWith("-01");
  if (month && time.isoOf(hi + 1).endsWith("-01")) return start.slice(0, 7);
  return `${start}..${end}`;
}

function show(span: time.TimeSpan): string {
  const { amount, yearless, weekdays, weekday, kind } = span;
  const top = amount?.hi === Number.POSITIVE_INFINITY ? "" : amount?.hi;
  const size = amount?.lo === amount?.hi ? `${amount?.lo}` : `${amount?.lo}..${top}`;
  return [
    span.relation,
    kind === "duration" ? `${size} ${amount?.unit}` : days(span),
    kind === "date" ? span.precision : kind === "duration" ? span.direction : kind,
    span.approx ? "~" : "",
    span.vague ? "?" : "",
    span.impossible ? "!" : "",
    span.ambiguous ? "%" : "",
    span.only ? "only" : "",
    yearless?.day === undefined ? yearless?.month : `${yearless.month ?? ""}/${yearless.day}`,
    yearless?.part,
    weekdays?.join(",") ?? weekday,
    span.anaphor === undefined ? "" : `same ${span.anaphor}`,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

const found = (sentence: string, reference: string | null = null): string[] =>
  time.findTimes(toWords(sentence), language, reference).map(show);

for (const [name, cases] of Object.entries(tables)) {
  describe(`times: ${name}`, () => {
    it.each(Object.entries(cases))("%s", (sentence, expected) => {
      expect(found(sentence)).toEqual(expected);
    });
  });
}

describe("times with a reference date", () => {
  it.each(Object.entries(relative.cases))("%s", (sentence, expected) => {
    expect(found(sentence, relative.reference)).toEqual(expected);
  });
});

describe("descriptions", () => {
  it.each(Object.entries(relative.described))("%s", (sentence, expected) => {
    const [span] = time.findTimes(toWords(sentence), language, null);
    expect(span && time.describe(span, data)).toBe(expected);
  });
});

describe("findTimes", () => {
  it("gives word indexes, with the preposition and without", () => {
    const [span] = time.findTimes(toWords("It was ratified in June 2005 by all"), language, null);
    expect(span).toMatchObject({ from: 3, to: 6, core: [4, 6], text: "in June 2005" });
  });

  it("leaves the article to the noun that follows", () => {
    const [span] = time.findTimes(toWords("the June 2025 decision"), language, null);
    expect(span).toMatchObject({ from: 1, to: 3 });
  });

  it("leaves a direction that takes an object outside", () => {
    const [span] = time.findTimes(toWords("a month after its publication"), language, null);
    expect(span).toMatchObject({ from: 0, to: 2, direction: "after" });
  });

  it("reads dates that the tokenizer cut into pieces", () => {
    const cut = (text: string): string[] =>
      time
        .findTimes(
          text.split(" ").map((word) => ({ text: word, lower: word.toLowerCase() })),
          language,
          null,
        )
        .map(show);
    expect(cut("in Sept . 18 , 1997")).toEqual(["in 1997-09-18 day"]);
    expect(cut("in ' 05")).toEqual(["in 2005 year"]);
    expect(cut("29 / 06 / 2025")).toEqual(["bare 2025-06-29 day"]);
    expect(cut("mid - 2025")).toEqual(["bare 2025-04-20..2025-09-13 year ~"]);
  });

  it("reads dates whose hyphens the tokenizer took out", () => {
    const glue = (text: string): time.TimeSpan[] => {
      const words = text.split(" ").flatMap((chunk) =>
        chunk.split("-").map((part, index) => ({
          text: part,
          lower: part.toLowerCase(),
          glued: index > 0,
        })),
      );
      return time.findTimes(words, language, null);
    };
    expect(glue("dated 2025-06-19").map(show)).toEqual(["bare 2025-06-19 day"]);
    expect(glue("dated 2025-06-19")[0]).toMatchObject({ from: 1, to: 4, text: "2025-06-19" });
    expect(glue("in mid-June 2025").map(show)).toEqual(["in 2025-06-10..2025-06-21 month ~"]);
    expect(glue("of 2014-2022").map(show)).toEqual(["of 2014..2022 range"]);
    expect(glue("a six-month notice").map(show)).toEqual(["bare 6 month"]);
  });

  it("leaves nothing of a date to the quantities", () => {
    const words = toWords("on 29 June 2025 over 160 nations in three years");
    const taken = time.takenBy(time.findTimes(words, language, null), words.length);
    expect(findQuantities(words, numbers, taken).map((q) => q.text)).toEqual(["over 160"]);
  });

  it("gives ordered spans within the sentence, whatever the words", () => {
    const vocabulary = Object.values(tables)
      .flatMap((cases) => Object.keys(cases))
      .flatMap((sentence) => sentence.split(" "));
    const sentences = fc.array(fc.constantFrom(...new Set(vocabulary), "-", "–", ",", ".", "'"), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(sentences, fc.boolean(), (texts, dated) => {
        const words = texts.map((text) => ({ text, lower: text.toLowerCase() }));
        const spans = time.findTimes(words, language, dated ? relative.reference : null);
        const quantities = findQuantities(words, numbers, time.takenBy(spans, words.length));
        for (const list of [spans, quantities]) {
          let last = 0;
          for (const { from, to } of list) {
            expect(from).toBeGreaterThanOrEqual(last);
            expect(to).toBeGreaterThan(from);
            last = to;
          }
          expect(last).toBeLessThanOrEqual(words.length);
        }
        for (const span of spans) {
          expect(Number.isNaN(span.lo) || Number.isNaN(span.hi)).toBe(false);
          expect(span.lo <= span.hi || span.impossible).toBe(true);
          expect(span.core[0]).toBeGreaterThanOrEqual(span.from);
        }
      }),
      { numRuns: 2000, examples: [[["the", "2014–2022", "weeks"], false]] },
    );
  });

  it("stays fast on a run-on of dates", () => {
    const words = toWords("the end of the last decade of the twentieth century and ".repeat(1000));
    const start = performance.now();
    time.findTimes(words, language, null);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
