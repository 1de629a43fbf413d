import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { MAX_BYTES } from "../../src/base/files.ts";
import { BaseError, loadBase } from "../../src/base/load.ts";

const chess = fileURLToPath(new URL("fixtures/chess/", import.meta.url));
const good = readFileSync(join(chess, "base.yaml"), "utf8");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "base-"));
  for (const file of ["rotterdam.txt", "bulletin.txt"]) {
    copyFileSync(join(chess, file), join(folder, file));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The faults of a base.yaml beside the chess sources, as `line:column: message`. */
function faultsOf(base: string | Uint8Array): string[] {
  const file = join(folder, "base.yaml");
  writeFileSync(file, base);
  try {
    loadBase(file);
    return [];
  } catch (error) {
    if (!(error instanceof BaseError)) throw error;
    expect(error.faults.every((fault) => fault.file === file)).toBe(true);
    expect(error.message.split("\n")).toHaveLength(error.faults.length);
    return error.faults.map(({ line, column, message }) => `${line}:${column}: ${message}`);
  }
}

describe("a good base", () => {
  const base = loadBase(join(chess, "base.yaml"));

  it("comes out as plain data with every optional part filled", () => {
    expect(JSON.parse(JSON.stringify(base))).toEqual(base);
    expect(base.title).toBe("The Rotterdam Open");
    expect(base.referenceDate).toBe("2024-05-12");
    expect(base.entities[1]).toEqual({
      id: "sweden",
      name: "Sweden",
      kind: "state",
      aliases: [],
      adjectives: ["Swedish"],
      nouns: [],
      members: [],
      of: null,
    });
    expect(base.relations[0]?.oneValue).toEqual(["agent"]);
    // biome-ignore lint/suspicious/noThenProperty: a text, never called.
    expect(base.rules).toEqual([{ if: "X won Y", then: "X took part in Y" }]);
    expect(base.claims[3]).toMatchObject({ speaker: null, also: [], conflictsWith: [] });
  });

  it("holds its sources' texts", () => {
    expect(base.sources.map(({ id, text }) => [id, text.split("\n")[0]])).toEqual([
      ["rotterdam", "Lindqvist wins the Rotterdam Open after a tense final round"],
      ["bulletin", "Rotterdam Open: final standings"],
    ]);
  });

  it("tells the line of every quote, also of one over wrapped lines", () => {
    const lines = base.claims.flatMap(({ quotes }) => quotes.map(({ line }) => line));
    expect(lines).toEqual([1, 3, 4, 7, 3]);
  });

  it("may leave out everything that is optional", () => {
    const [head] = good.split("entities:");
    expect(faultsOf(`${head?.replace(/reference.*\n/u, "")}claims: []\nrules:\n`)).toEqual([]);
  });

  it("may be JSON and may begin with a byte order mark", () => {
    expect(faultsOf(JSON.stringify(parse(good)))).toEqual([]);
    expect(faultsOf(`\ufeff${good}`)).toEqual([]);
    expect(faultsOf(good.replaceAll("\n", "\r\n"))).toEqual([]);
  });
});

describe("faults", () => {
  const read = readFileSync(new URL("faults.cases.yaml", import.meta.url), "utf8");
  const cases: { name: string; change: { from: string; to: string }; faults: string[] }[] =
    parse(read);
  test.each(cases)("$name", ({ change, faults }) => {
    expect(good).toContain(change.from);
    expect(faultsOf(good.replace(change.from, () => change.to))).toEqual(faults);
  });

  it("come all at once, in order of position, each with file, line and column", () => {
    const file = join(folder, "base.yaml");
    const bad = good
      .replace("id: players", "id: Players")
      .replace("2024-05-12", "soon")
      .replace("of: sweden", "of: sveden");
    writeFileSync(file, bad);
    expect(() => loadBase(file)).toThrow(BaseError);
    expect(faultsOf(bad).map((fault) => fault.split(":")[0])).toEqual(["2", "18", "61"]);
  });

  it("count columns in code points", () => {
    expect(faultsOf(good.replace("[Swedish]", '["😀😀é", 7]'))).toEqual([
      '22:25: item 2 of "adjectives" must be text, not the number 7; put it in quotes: "7"',
    ]);
  });

  it("tell a base that is empty, missing or something else", () => {
    expect(faultsOf("")).toEqual([
      "1:1: the file must be keys with values, not empty; write it as keys with values",
    ]);
    expect(faultsOf("- a\n")).toEqual([
      "1:1: the file must be keys with values, not a list; write it as keys with values",
    ]);
    expect(() => loadBase(join(folder, "none.yaml"))).toThrow(
      /none\.yaml:1:1: the base doesn't exist; check the path$/u,
    );
    expect(() => loadBase(folder)).toThrow(/:1:1: the base is a folder; name a file$/u);
  });

  it("tell text that isn't UTF-8, in the base and in a source", () => {
    const latin1 = Buffer.from("title: caf\u00e9\n", "latin1");
    expect(faultsOf(latin1)).toEqual(["1:1: the base isn't UTF-8 text; save it as UTF-8"]);
    writeFileSync(join(folder, "latin1.txt"), latin1);
    expect(faultsOf(good.replace("file: bulletin.txt", "file: latin1.txt"))).toEqual([
      '10:11: "latin1.txt" isn\'t UTF-8 text; save it as UTF-8',
    ]);
  });
});

describe("refuses what would harm", () => {
  it("a link that leads outside the folder", () => {
    symlinkSync(join(chess, "bulletin.txt"), join(folder, "link.txt"));
    expect(faultsOf(good.replace("file: bulletin.txt", "file: link.txt"))).toEqual([
      '10:11: "link.txt" is a link that leads outside the base\'s folder; copy the file',
    ]);
  });

  it("a link that leads to itself", () => {
    symlinkSync("loop.txt", join(folder, "loop.txt"));
    expect(faultsOf(good.replace("file: bulletin.txt", "file: loop.txt"))).toEqual([
      '10:11: "loop.txt" can\'t be read (ELOOP); check the path',
    ]);
  });

  it.skipIf(process.platform === "win32")("a device or a pipe, which may never end", () => {
    symlinkSync("/dev/zero", join(folder, "zero.txt"));
    expect(faultsOf(good.replace("file: bulletin.txt", "file: zero.txt"))).toEqual([
      '10:11: "zero.txt" is a pipe or a device; name a file',
    ]);
  });

  it("braces that make names without end", () => {
    const name = `"${"{a,b}".repeat(24)}"`;
    expect(faultsOf(good.replace("adjectives: [Swedish]", `adjectives: [${name}]`))).toEqual([
      expect.stringMatching(/^22:18: .*braces that make more than 100000 names/u),
    ]);
    expect(faultsOf(good.replace("name: Sweden", `name: ${name}`))).toEqual([
      expect.stringMatching(/"name" has braces that make more than 100000 names/u),
    ]);
  });

  it("aliases that expand to too much", () => {
    const levels = Array.from({ length: 12 }, (_, i) => {
      const items = Array(9).fill(i === 0 ? "x" : `*a${i - 1}`);
      return `a${i}: &a${i} [${items.join(", ")}]`;
    });
    const faults = faultsOf(levels.join("\n"));
    expect(faults).toEqual(["2:10: the aliases expand to too much; write the values out"]);
  });

  it("a few aliases it does not", () => {
    const shared = good
      .replace("nouns: [grandmaster]", "nouns: &nouns [grandmaster]")
      .replace("adjectives: [Swedish]", "adjectives: *nouns");
    expect(faultsOf(shared)).toEqual([]);
  });

  it("files over the size limit", () => {
    expect(faultsOf(new Uint8Array(MAX_BYTES + 1).fill(35))).toEqual([
      "1:1: the base is larger than 64 MB; split it",
    ]);
  });

  it("keys of JavaScript's own objects", () => {
    faultsOf(good.replace("      agent: [person]", "      __proto__: {polluted: [yes]}"));
    expect("polluted" in {}).toBe(false);
  });
});
