import { createHash } from "node:crypto";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { Lines } from "../../src/report/html/lines.ts";
import { content } from "../../src/report/html/markup.ts";
import { nasty, texts } from "./arbitraries.ts";
import {
  EVIDENCE,
  OPEN,
  REFUTED,
  RUN,
  reportClaims,
  reportTexts,
  SUPPORTED,
  textOf,
} from "./samples.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** All elements of a page, in order, each with the text in it. */
function elementsOf(html: string): Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element = { name, attributes, text: "" };
      all.push(element);
      open.push(element);
    },
    ontext: (text) => {
      for (const element of open) element.text += text;
    },
    onclosetag: () => {
      open.pop();
    },
  });
  parser.end(html);
  return all;
}

const ELEMENTS =
  /^(?:html|head|meta|title|style|body|a|header|h[123]|bdi|p|ul|ol|li|nav|div|main|section|mark|span|sup|details|summary|strong|figure|blockquote|figcaption|aside|article|footer)$/;
const ATTRIBUTES =
  /^(?:lang|charset|http-equiv|content|name|class|href|id|aria-(?:labelledby|hidden)|tabindex|dir|data-line|open)$/;

describe("whatever claims, bases, texts and file names hold", () => {
  it("only the page's own elements are there, and every link leads somewhere", async () => {
    await fc.assert(
      fc.asyncProperty(texts, nasty, async (read, title) => {
        const base = { title, referenceDate: null };
        const html = await reportTexts("html", read, { base, explain: true, all: true });
        const elements = elementsOf(html);
        const ids = new Set(elements.map(({ attributes }) => attributes.id));
        for (const { name, attributes } of elements) {
          expect(name).toMatch(ELEMENTS);
          for (const key of Object.keys(attributes)) expect(key).toMatch(ATTRIBUTES);
          const { href, id } = attributes;
          if (href !== undefined) expect(ids).toContain(href.slice(1));
          if (id !== undefined) {
            expect(elements.filter((one) => one.attributes.id === id)).toHaveLength(1);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("the text stands there as written, with what is hidden made visible", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const html = new Lines(text).render([], "");
        const lines = elementsOf(html)
          .filter(({ name }) => name === "p")
          .map((line) => line.text);
        const written = text.split(/\r\n|[\r\n]/);
        if (written.length > 1 && written.at(-1) === "") written.pop();
        expect(lines).toEqual(
          written.map((line) => elementsOf(`<p>${content(line)}</p>`)[0]?.text),
        );
      }),
    );
  });
});

describe("content", () => {
  it.each([
    ["a < b & c > d", "a &lt; b &amp; c &gt; d"],
    ["a\tb", "a\tb"],
    ["\u202eab", '<span class="hidden">U+202E</span>ab'],
    ["\u0000\ud800", '<span class="hidden">U+0000</span><span class="hidden">U+D800</span>'],
    ["👩‍🚀", "👩‍🚀"],
  ])("%j", (text, html) => {
    expect(content(text)).toBe(html);
  });
});

describe("marks", () => {
  const mark = (start: number, end: number) => ({
    start,
    end,
    open: (first: boolean) => (first ? "[" : "("),
    close: "]",
    after: "!",
    below: `${start}\n`,
  });
  const shown = (text: string, stretches: readonly [number, number][]): string =>
    new Lines(text)
      .render(
        stretches.map(([start, end]) => mark(start, end)),
        "",
      )
      .replace(/<p [^>]*>|<\/p>/g, "");

  it.each([
    ["in a line", "one two", [[4, 7]], "one [two]!\n4\n"],
    ["over lines", "one\ntwo\nend", [[2, 5]], "on[e]\n(t]!wo\n2\nend\n"],
    ["over a line break of two characters", "one\r\ntwo", [[0, 8]], "[one]\n(two]!\n0\n"],
    ["over a blank line", "a\n\nb", [[0, 4]], "[a]\n(]\n(b]!\n0\n"],
    [
      "several in a line",
      "a b c",
      [
        [0, 1],
        [4, 5],
      ],
      "[a]! b [c]!\n0\n4\n",
    ],
    ["at the end", "a b\n", [[2, 3]], "a [b]!\n2\n"],
    [
      "that overlap",
      "abcd",
      [
        [0, 3],
        [2, 4],
      ],
      "[abc]![d]!\n0\n2\n",
    ],
  ] as const)("%s", (_, text, stretches, expected) => {
    expect(shown(text, stretches as unknown as [number, number][])).toBe(expected);
  });

  it("places count code points", () => {
    const place = { file: "a", line: 2, column: 2, endLine: 2, endColumn: 4 };
    expect(new Lines("x\r\n😀bc😀").stretchOf(place)).toEqual({ start: 5, end: 7 });
  });
});

describe("html", () => {
  it("allows its own style and nothing else", async () => {
    const html = await reportClaims("html", [REFUTED]);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    const policy = elementsOf(html).find(({ attributes }) => attributes["http-equiv"]);
    expect(policy?.attributes.content).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(html).not.toMatch(/<script|https?:|style="/);
  });

  it("highlights a sentence of a source however its lines are broken", async () => {
    const [source] = RUN.sources;
    const text = "Title\n\nBishops move\n  diagonally.\n";
    const html = await reportClaims("html", [REFUTED], {
      ...RUN,
      sources: source ? [{ ...source, text }] : [],
    });
    const marks = elementsOf(html).filter(({ name }) => name === "mark");
    expect(marks.map((one) => one.text).slice(1)).toEqual([
      "evidence: Bishops move",
      "  diagonally.",
    ]);
  });

  it("leads to the line where a source does not hold the sentence", async () => {
    const checked = { ...REFUTED, evidence: [{ ...EVIDENCE, sentence: "Not there." }] } as const;
    expect(await reportClaims("html", [checked])).toContain('<a href="#s0-L7">');
  });

  it("unfolds findings and folds up the rest; names texts without any", async () => {
    const html = await reportTexts("html", [
      textOf("a.md", [SUPPORTED, REFUTED]),
      textOf("b.md", [OPEN]),
    ]);
    const cards = elementsOf(html).filter(({ attributes }) => attributes.class?.startsWith("card"));
    expect(cards.map(({ attributes }) => [attributes.class, "open" in attributes])).toEqual([
      ["card supported", false],
      ["card refuted", true],
    ]);
    expect(html).toContain("<li><bdi>b.md</bdi></li>");
  });
});
