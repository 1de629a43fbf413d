import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { texts } from "./arbitraries.ts";
import {
  CONFLICTING,
  OPEN,
  REFUTED,
  reportClaims,
  reportTexts,
  SUPPORTED,
  textOf,
} from "./samples.ts";

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads workflow commands as GitHub's runner does. */
function parse(log: string): Command[] {
  return log
    .split(/\r\n|[\r\n]/)
    .filter((line) => line !== "")
    .map((line) => {
      const [, name = "", list = "", message = ""] = /^::(\w+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
      const pairs = list === "" ? [] : list.split(",").map((pair) => pair.split("="));
      const properties = pairs.map(([key = "", ...value]) => [key, decode(value.join("="))]);
      return { name, properties: Object.fromEntries(properties), message: decode(message) };
    });
}

function decode(text: string): string {
  const plain: Record<string, string> = { "0D": "\r", "0A": "\n", "3A": ":", "2C": ",", "25": "%" };
  return text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => plain[code] ?? "");
}

describe("github", () => {
  it("annotates findings, refuted as errors", async () => {
    const read = [textOf("docs/a, b.md", [SUPPORTED, REFUTED, OPEN, CONFLICTING])];
    const commands = parse(await reportTexts("github", read));
    expect(
      commands.map(({ name, properties }) => [name, properties.file, properties.line]),
    ).toEqual([
      ["error", "docs/a, b.md", "4"],
      ["warning", "docs/a, b.md", "6"],
    ]);
    expect(commands[0]?.properties).toMatchObject({ col: "5", endColumn: "26", endLine: "4" });
  });

  it("annotates what nothing decides where that fails", async () => {
    const log = await reportTexts("github", [textOf("a.md", [OPEN])], {
      failOn: "not-enough-evidence",
    });
    expect(parse(log).map(({ name }) => name)).toEqual(["warning"]);
  });

  it("has no place for claims, and for a nameless text says it in words", async () => {
    expect(parse(await reportClaims("github", [REFUTED]))[0]?.properties.file).toBeUndefined();
    const [command] = parse(await reportTexts("github", [textOf("<stdin>", [REFUTED])]));
    expect(command?.properties.file).toBeUndefined();
    expect(command?.message).toMatch(/^<stdin>:3:5: /);
  });

  it("tells how many more there are than GitHub shows", async () => {
    const many = Array.from({ length: 12 }, () => [REFUTED, CONFLICTING]).flat();
    const commands = parse(await reportTexts("github", [textOf("a.md", many)]));
    expect(commands).toHaveLength(25);
    expect(commands.at(-1)).toMatchObject({
      name: "notice",
      message: expect.stringContaining("2 more errors and 2 more warnings") as string,
    });
    const ten = parse(await reportTexts("github", [textOf("a.md", many.slice(0, 20))]));
    expect(ten).toHaveLength(20);
  });

  it("cannot be made to say anything else by claims, bases and file names", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (read) => {
        const findings = read
          .flatMap(({ results }) => results)
          .filter(({ checked }) => checked.verdict !== "supported");
        const commands = parse(await reportTexts("github", read));
        expect(commands.map(({ name }) => name)).toEqual(
          findings.map(({ checked }) => (checked.verdict === "refuted" ? "error" : "warning")),
        );
        for (const { properties } of commands) {
          expect(Object.keys(properties).join()).toMatch(
            /^(?:file,line,endLine,(?:col,endColumn,)?)?title$/,
          );
        }
      }),
    );
  });
});
