import { decodeHTML } from "entities/decode";
import type { Place, ReadText, TextComment } from "../../types.ts";
import { type Block, sentencesOf } from "../emit.ts";
import { Flow } from "../flow.ts";
import type { SplitSentences } from "../sentences.ts";
import {
  BLOCKS,
  CLOSED_BY,
  isHidden,
  isNoteMark,
  PLACES,
  STRUCK,
  UNREAD,
  VOID,
} from "./elements.ts";
import { type Attributes, readTokens } from "./tokens.ts";

type OpenWrapper = { readonly flow: Flow; readonly wrapper: ReturnType<Flow["open"]> };

/** An element that is open. */
interface Element {
  readonly name: string;
  /** Whether nothing in it is read. */
  readonly unread: boolean;
  readonly place: Place;
  readonly level?: number;
  /** For markup within a line: where it stands in its block. */
  readonly wrapper: OpenWrapper | null;
}

const ENTITY = /&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?/g;

/**
 * Reads HTML. Block elements bound sentences, markup within a line does not. Scripts, styles, code
 * blocks, navigation, form fields, struck-out and hidden elements and attributes are not read.
 *
 * @example readHtml("<h1>Canal</h1><p>It <b>opened</b>.", split) // "Canal", "It opened."
 */
export function readHtml(text: string, split: SplitSentences): ReadText {
  const { blocks, comments } = new HtmlReader(text).read();
  return { kind: "html", text, sentences: sentencesOf(blocks, split), comments };
}

class HtmlReader {
  readonly #text: string;
  readonly #open: Element[] = [];
  /** How many elements of a name are open. */
  readonly #counts = new Map<string, number>();
  readonly #comments: TextComment[] = [];
  readonly #blocks: Block[] = [];
  #flow: Flow;
  /** The text that the parser has told and that is not in the flow yet. */
  #from = 0;
  #to = 0;

  constructor(text: string) {
    this.#text = text;
    this.#flow = new Flow(text);
  }

  read(): { blocks: readonly Block[]; comments: readonly TextComment[] } {
    readTokens(this.#text, {
      text: (from, to) => this.#onText(from, to),
      open: (name, attributes, from, to) => this.#onOpen(name, attributes, from, to),
      close: (name, to) => this.#onClose(name, to),
      comment: (start, end, from, to) => {
        this.#comments.push({ text: this.#text.slice(from, to).trim(), start, end });
      },
    });
    this.#endBlock();
    return { blocks: this.#blocks, comments: this.#comments };
  }

  get #top(): Element | undefined {
    return this.#open.at(-1);
  }

  #onText(from: number, to: number): void {
    if (from !== this.#to) {
      this.#takeText();
      this.#from = from;
    }
    this.#to = to;
  }

  #takeText(): void {
    const from = this.#from;
    const to = this.#to;
    this.#from = to;
    if (from === to || this.#top?.unread) return;
    let at = from;
    for (const match of this.#text.slice(from, to).matchAll(ENTITY)) {
      const start = from + match.index;
      const end = start + match[0].length;
      this.#flow.literal(at, start);
      this.#flow.decoded(decodeHTML(match[0]), start, end);
      at = end;
    }
    this.#flow.literal(at, to);
  }

  #onOpen(name: string, attributes: Attributes, from: number, to: number): void {
    this.#takeText();
    if (BLOCKS.has(name)) this.#endBlock();
    const closed = CLOSED_BY.get(name);
    while (closed?.has(this.#top?.name ?? "")) this.#pop(from);
    const top = this.#top;
    if (name === "br" && !top?.unread) this.#flow.lineBreak(from, to);
    if (VOID.has(name)) return;
    const unread =
      (top?.unread ?? false) ||
      UNREAD.has(name) ||
      STRUCK.has(name) ||
      isHidden(attributes) ||
      isNoteMark(name, attributes, top?.name);
    const isInline = !unread && !BLOCKS.has(name);
    const heading = /^h([1-6])$/.exec(name)?.[1];
    const level = heading === undefined ? top?.level : Number(heading);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    this.#open.push({
      name,
      unread,
      place: PLACES.get(name) ?? top?.place ?? "prose",
      ...(level === undefined ? {} : { level }),
      wrapper: isInline ? { flow: this.#flow, wrapper: this.#flow.open(from) } : null,
    });
  }

  #onClose(name: string, to: number): void {
    this.#takeText();
    // The block that ends is the one its element holds, so it ends before the element does.
    if (BLOCKS.has(name)) this.#endBlock();
    // A tag that closes nothing is passed over; so the search for what it closes always ends well.
    if (!this.#counts.get(name)) return;
    while (this.#top && this.#top.name !== name) this.#pop(to);
    this.#pop(to);
  }

  #pop(to: number): void {
    const element = this.#open.pop();
    if (!element) return;
    this.#counts.set(element.name, (this.#counts.get(element.name) ?? 1) - 1);
    const { wrapper } = element;
    if (wrapper?.flow === this.#flow) this.#flow.close(wrapper.wrapper, to);
  }

  #endBlock(): void {
    this.#takeText();
    if (this.#flow.text === "") return;
    if (!this.#flow.isBlank) {
      const { place = "prose", level } = this.#top ?? {};
      const kind = { place, block: this.#blocks.length };
      this.#blocks.push([
        this.#flow,
        place === "heading" && level !== undefined ? { ...kind, level } : kind,
      ]);
    }
    this.#flow = new Flow(this.#text);
  }
}
