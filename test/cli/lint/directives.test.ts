import { describe, expect, it } from "vitest";
import { Directives } from "../../../src/cli/lint/directives.ts";
import type { Location, Verdict } from "../../../src/types.ts";

/** The comments of a text, `<…>`, and the finding that stands at each `*`. */
function scene(text: string): {
  directives: Directives;
  suppressed: (verdict?: Verdict) => number[];
} {
  const comments = [...text.matchAll(/<([^>]*)>/gu)].map((match) => ({
    text: match[1] ?? "",
    location: place(text, match.index, match.index + match[0].length),
  }));
  const findings = [...text.matchAll(/\*/gu)].map(({ index }) => place(text, index, index + 1));
  const directives = new Directives(comments, text);
  return {
    directives,
    /** The lines of the findings that are suppressed. */
    suppressed: (verdict = "refuted") =>
      findings
        .filter((location) => directives.suppress({ verdict, location }))
        .map((at) => at.line),
  };
}

function place(text: string, start: number, end: number): Location {
  const [from, to] = [start, end].map((offset) => {
    const lines = text.slice(0, offset).split("\n");
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  });
  if (!from || !to) throw new Error("unreachable");
  return { file: "a", ...from, endLine: to.line, endColumn: to.column };
}

describe("what comments suppress", () => {
  it.each([
    ["from -disable to the end", "*\n<ottawa-check-disable>\n*\n*", [3, 4]],
    ["from -disable on its own line on", "* <ottawa-check-disable> *\n*", [1, 2]],
    ["to -enable", "<ottawa-check-disable>\n*\n<ottawa-check-enable>\n*", [2]],
    [
      "the line of -disable-line, before and after",
      "*\n* <ottawa-check-disable-line> *\n*",
      [2, 2],
    ],
    ["the line after -disable-next-line", "* <ottawa-check-disable-next-line>\n*\n*", [2]],
    ["the next line that is not blank", "<ottawa-check-disable-next-line>\n\n \n*\n*", [4]],
    ["with a reason", "<ottawa-check-disable-line -- a quotation, refuted> *", [1]],
    ["with the verdict", "<ottawa-check-disable-line refuted> *", [1]],
    [
      "with one of several",
      "<ottawa-check-disable-line not-enough-evidence, refuted -- why> *",
      [1],
    ],
    ["not with another", "<ottawa-check-disable-line conflicting-evidence> *", []],
    [
      "until its verdict is enabled",
      "<ottawa-check-disable>\n<ottawa-check-enable refuted>\n*",
      [],
    ],
    [
      "though another verdict is enabled",
      "<ottawa-check-disable>\n<ottawa-check-enable conflicting-evidence>\n*",
      [3],
    ],
    ["nothing, where the order is misspelt", "<ottawa-check-disable-lines> *", []],
    ["nothing, where the verdict is misspelt", "<ottawa-check-disable-line refutd> *", []],
  ])("%s", (_, text, lines) => {
    const { suppressed } = scene(text);
    expect(suppressed()).toEqual(lines);
  });

  it("includes a sentence of several lines of which one is meant", () => {
    const { directives } = scene("a\nb <ottawa-check-disable-line>\nc");
    const location = { file: "a", line: 1, column: 1, endLine: 3, endColumn: 2 };
    expect(directives.suppress({ verdict: "refuted", location })).toBe(true);
  });
});

describe("what is told of comments", () => {
  function told(text: string): string[] {
    const { directives, suppressed } = scene(text);
    suppressed();
    return directives.notes().map(({ kind, location }) => `${location.line} ${kind}`);
  }

  it.each([
    ["nothing, where they are used", "<ottawa-check-disable>\n*\n<ottawa-check-enable>\n", []],
    ["that they suppress nothing", "<ottawa-check-disable-next-line>\nx\n*", ["1 unused"]],
    [
      "that one of two on a line is enough",
      "<ottawa-check-disable>\n* <ottawa-check-disable-line>",
      ["1 unused"],
    ],
    [
      "that a verdict of the list is not needed",
      "* <ottawa-check-disable-line refuted, conflicting-evidence>",
      ["1 unused"],
    ],
    ["that nothing is enabled", "*\n<ottawa-check-enable>", ["2 unused"]],
    ["that they are misspelt", "<ottawa-check-disabel>\n*", ["1 mistaken"]],
    ["that a verdict is misspelt", "* <ottawa-check-disable-line refuted refutd>", ["1 mistaken"]],
    [
      "in the order of the text",
      "<ottawa-check-x>\n<ottawa-check-disable>\n",
      ["1 mistaken", "2 unused"],
    ],
  ])("%s", (_, text, notes) => {
    expect(told(text)).toEqual(notes);
  });

  it("names the verdicts that are not needed", () => {
    const { directives, suppressed } = scene(
      "* <ottawa-check-disable-line refuted, conflicting-evidence>",
    );
    suppressed();
    expect(directives.notes()[0]?.message).toContain(
      "'ottawa-check-disable-line conflicting-evidence'",
    );
  });
});
