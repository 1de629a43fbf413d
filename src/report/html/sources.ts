import type { Evidence, Nearest } from "../../types.ts";
import { type Folding, find, fold } from "../../verbatim.ts";
import { sourceOf } from "../source-of.ts";
import type { Run } from "../types.ts";
import { Lines, type Stretch } from "./lines.ts";
import { content, isolated, spoken } from "./markup.ts";

/** A stretch of a source that findings rest on. */
interface Passage {
  start: number;
  end: number;
  readonly citedBy: Set<number>;
}

/** The sources of a run, and where in them the evidence stands. */
export class Sources {
  readonly #given: Run["sources"];
  readonly #sources: readonly SourceText[];

  constructor(sources: Run["sources"]) {
    this.#given = sources;
    this.#sources = sources.map((source, index) => new SourceText(source, `s${index}-`));
  }

  /** Notes that a result rests on a sentence. All must be noted before anything is rendered. */
  cite(evidence: Evidence, result: number): void {
    this.#find(evidence)?.cite(evidence, result);
  }

  /** The id of the place that shows a sentence; null where the run has no such source. */
  idOf(evidence: Evidence | Nearest): string | null {
    return this.#find(evidence)?.idOf(evidence) ?? null;
  }

  /** The sources that were cited as HTML, and those that were not folded up below. */
  render(nameOf: (result: number) => string): string {
    const cited = this.#sources.filter((source) => source.isCited);
    const others = this.#sources.filter((source) => !source.isCited);
    const rest = others.map((source) => source.render(nameOf)).join("");
    if (cited.length === 0) return rest;
    return (
      cited.map((source) => source.render(nameOf)).join("") +
      (rest === ""
        ? ""
        : `<details class="others"><summary>Sources that no finding rests on (${others.length})</summary>\n${rest}</details>\n`)
    );
  }

  #find(found: Nearest): SourceText | undefined {
    const source = sourceOf(this.#given, found);
    return source && this.#sources[this.#given.indexOf(source)];
  }
}

class SourceText {
  readonly title: string;
  readonly #text: string;
  readonly #prefix: string;
  readonly #lines: Lines;
  #passages: Passage[] = [];
  #folding: Folding | null = null;

  constructor({ title, text }: Run["sources"][number], prefix: string) {
    this.title = title;
    this.#text = text;
    this.#prefix = prefix;
    this.#lines = new Lines(text);
  }

  get isCited(): boolean {
    return this.#passages.length > 0;
  }

  cite(evidence: Evidence, result: number): void {
    const found = this.#locate(evidence);
    if (!found) return;
    const touching = this.#passages.filter(
      ({ start, end }) => start < found.end && found.start < end,
    );
    const merged: Passage = {
      start: Math.min(found.start, ...touching.map(({ start }) => start)),
      end: Math.max(found.end, ...touching.map(({ end }) => end)),
      citedBy: new Set([...touching.flatMap(({ citedBy }) => [...citedBy]), result]),
    };
    this.#passages = [...this.#passages.filter((one) => !touching.includes(one)), merged];
  }

  idOf(evidence: Nearest): string {
    const found = this.#locate(evidence);
    const passage = this.#passages.find(
      ({ start, end }) => found && start <= found.start && found.end <= end,
    );
    return passage ? this.#passageId(passage) : `${this.#prefix}L${evidence.source.line}`;
  }

  #passageId({ start }: Passage): string {
    return `${this.#prefix}${start}`;
  }

  /** Where a sentence stands: the occurrence nearest to its line, however the source breaks lines. */
  #locate({ sentence, source }: Nearest): Pick<Stretch, "start" | "end"> | null {
    const words = sentence.trim().replace(/\s+/gu, " ");
    if (words === "") return null;
    const goal = this.#lines.offsetOf(source.line);
    this.#folding ??= fold(this.#text);
    const { folded, offsetOf } = this.#folding;
    let nearest: Pick<Stretch, "start" | "end"> | null = null;
    for (let at = find(folded, words); at >= 0; at = find(folded, words, at + words.length)) {
      const start = offsetOf(at);
      if (nearest && Math.abs(nearest.start - goal) <= Math.abs(start - goal)) continue;
      nearest = { start, end: offsetOf(at + words.length - 1) + 1 };
    }
    return nearest;
  }

  render(nameOf: (result: number) => string): string {
    const stretches = [...this.#passages]
      .sort((a, b) => a.start - b.start)
      .map((passage): Stretch => {
        const results = [...passage.citedBy].sort((a, b) => a - b);
        const links = results.map((one) => `<a href="#f${one}">${content(nameOf(one))}</a>`);
        return {
          start: passage.start,
          end: passage.end,
          open: (first) =>
            `<mark${first ? ` id="${this.#passageId(passage)}" tabindex="-1"` : ""}>${first ? spoken("evidence: ") : ""}`,
          close: "</mark>",
          below: `<p class="cited">Decides ${links.join(", ")}</p>\n`,
        };
      });
    return `<article class="source" aria-labelledby="${this.#prefix}title">
<h3 id="${this.#prefix}title">${isolated(this.title)}</h3>
<div class="text">
${this.#lines.render(stretches, this.#prefix)}</div>
</article>
`;
  }
}
