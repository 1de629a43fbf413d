import { expect, it } from "vitest";
import { sourceOf } from "../../src/report/source-of.ts";
import { EVIDENCE, REFUTED, RUN, reportTexts, textOf } from "./samples.ts";

const [RULES] = RUN.sources;
const OTHER = { ...RULES, file: "other.txt", text: "Other\n\nRooks move\nstraight.\n" };
const ELSEWHERE = { ...OTHER, title: "Elsewhere", file: "elsewhere.txt" };
const SOURCES = [RULES, OTHER, ELSEWHERE] as typeof RUN.sources;
const ROOKS = { ...EVIDENCE, sentence: "Rooks move straight." };

it("of sources with one id and title, it is the one that holds the sentence", () => {
  const fileOf = (evidence: typeof EVIDENCE) => sourceOf(SOURCES, evidence)?.file;
  expect(fileOf(EVIDENCE)).toBe("sources/the rules.txt");
  expect(fileOf(ROOKS)).toBe("other.txt");
  expect(fileOf({ ...ROOKS, source: { ...ROOKS.source, title: "Elsewhere" } })).toBe(
    "elsewhere.txt",
  );
  expect(fileOf({ ...ROOKS, source: { ...ROOKS.source, id: "none" } })).toBeUndefined();
});

it("reports of several bases show each sentence in its own source", async () => {
  const read = [textOf("a.md", [{ ...REFUTED, evidence: [EVIDENCE, ROOKS] }])];
  const sarif = JSON.parse(await reportTexts("sarif", read, { sources: SOURCES }));
  const uris = sarif.runs[0].results[0].relatedLocations.map(
    (one: { physicalLocation: { artifactLocation: { uri: string } } }) =>
      one.physicalLocation.artifactLocation.uri,
  );
  expect(uris).toEqual(["sources/the%20rules.txt", "other.txt"]);
  const html = await reportTexts("html", read, { sources: SOURCES });
  const marked = [...html.matchAll(/<mark id="(s\d)-/gu)].map(([, source]) => source);
  expect(marked).toEqual(["s0", "s1"]);
});

it("a sentence of any length is shown in its source", async () => {
  const sentence = `${"Rooks move and ".repeat(50_000)}so on.`;
  const source = { ...OTHER, text: `Other\n\n${sentence.replaceAll(" and ", "\nand ")}\n` };
  const read = [textOf("a.md", [{ ...REFUTED, evidence: [{ ...EVIDENCE, sentence }] }])];
  const html = await reportTexts("html", read, { sources: [source] as typeof RUN.sources });
  expect(html).toContain('<mark id="s0-7"');
});
