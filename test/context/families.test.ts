import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Place, Verdict } from "../../src/types.ts";
import { BUILT_IN, openChecker } from "../helpers/engine.ts";

type Families = Record<string, string[][][]>;

const FAMILIES = [
  "families.yaml",
  "paragraphs.yaml",
  "replies.yaml",
  "short-answers.yaml",
  "whole-texts.yaml",
  "turns.yaml",
  "leaning.yaml",
].flatMap((file) => {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return Object.entries(parse(text) as Families);
});

const VERDICTS: Readonly<Record<string, Verdict | null>> = {
  S: "supported",
  R: "refuted",
  C: "conflicting-evidence",
  N: "not-enough-evidence",
  "-": null,
};

const checker = openChecker(BUILT_IN);

/** The lines of a table: where each sentence stands, what it says, and what is expected of it. */
function sentencesOf(lines: readonly string[]) {
  let block = 0;
  return lines.map((line) => {
    if (!line.startsWith("+ ")) block++;
    const heading = /^(#+) (.*)$/u.exec(line);
    const [, marks = "", title = ""] = heading ?? [];
    if (heading)
      return { text: title, place: "heading" as Place, level: marks.length, block, expected: null };
    const [, mark = "", letter = "", text = ""] = /^([*|+] )?([SRCN-]) (.*)$/u.exec(line) ?? [];
    const place: Place = mark === "* " ? "item" : mark === "| " ? "cell" : "prose";
    return { text, place, block, expected: VERDICTS[letter] ?? null };
  });
}

describe.each(FAMILIES)("%s", (_, texts) => {
  it.each(texts.flat().map((lines) => [lines]))("%s", (lines) => {
    const checking = checker.openText();
    const sentences = sentencesOf(lines);
    const got = sentences.map((s) => ({ ...s, verdict: checking.next(s)?.verdict ?? null }));
    const judged = got.filter((s) => s.place !== "heading");
    expect(judged.map((s) => `${s.text} ${s.verdict}`)).toEqual(
      judged.map((s) => `${s.text} ${s.expected}`),
    );
  });
});

it("tells what was bound", () => {
  const checking = checker.openText();
  checking.next({ text: "The Ottawa Convention exists.", place: "prose", block: 0 });
  const checked = checking.next({ text: "It came into force in 2007.", place: "prose", block: 0 });
  expect(checked?.rationale.at(-1)).toBe(
    'In its context, "It" as "the Ottawa Convention" was read.',
  );
  expect(checked?.trace()[0]).toBe(
    "in its context: The Ottawa Convention came into force in 2007.",
  );
});
