import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/text/kinds.ts";
import { sentencesOf } from "./read.ts";

const FOLDER = new URL("../documents/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");

describe("the development documents", () => {
  const documents = readdirSync(FOLDER).filter((name) => !name.endsWith(".labels.json"));

  test.each(documents)("every labelled sentence of %s is found, on its line", async (name) => {
    const text = read(name);
    const labels: { line: number; text: string }[] = JSON.parse(
      read(name.replace(/\.\w+$/, ".labels.json")),
    );
    const found = (await sentencesOf(text, kindOf(name) ?? "text")).map(
      (sentence) => `${lineOf(text, sentence.start)}: ${sentence.text}`,
    );
    const wanted = labels.map((label) => `${label.line}: ${label.text}`);
    expect(wanted.filter((sentence) => !found.includes(sentence))).toEqual([]);
    expect(labels.length).toBeGreaterThan(0);
  });
});

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
