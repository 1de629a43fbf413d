import { Tokenizer } from "htmlparser2";

/** The attributes of a tag, names in small letters, values as written. */
export type Attributes = Readonly<Record<string, string>>;

/** What is told of an HTML text, in its order; all offsets are those of the text. */
export interface HtmlEvents {
  /** Text as written, entities and all; text that runs on may come in several calls. */
  text(from: number, to: number): void;
  open(name: string, attributes: Attributes, from: number, to: number): void;
  close(name: string, to: number): void;
  /** A comment, with where the words in it stand. */
  comment(from: number, to: number, start: number, end: number): void;
}

/**
 * Cuts HTML into tags, text and comments, with offsets. The library's tokenizer is used without
 * its parser, whose work grows with the depth of nesting at every tag.
 */
export function readTokens(html: string, events: HtmlEvents): void {
  let name = "";
  let tagStart = 0;
  let attribute = "";
  let value = "";
  let attributes: Record<string, string> = {};
  const openTag = (end: number): void => {
    events.open(name, attributes, tagStart, end + 1);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext(start, end) {
        // Within a closing tag that the text's end cuts off, the tokenizer has no start.
        if (start >= 0) events.text(start, end);
      },
      ontextentity: () => undefined,
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        tagStart = start - 1;
        attributes = {};
      },
      onopentagend: openTag,
      onselfclosingtag: openTag,
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata(start, end) {
        value += html.slice(start, end);
      },
      onattribentity: () => undefined,
      onattribend() {
        if (!Object.hasOwn(attributes, attribute)) attributes[attribute] = value;
      },
      onclosetag(start, end) {
        const bracket = html.indexOf(">", end);
        const to = bracket < 0 ? html.length : bracket + 1;
        events.close(html.slice(start, end).toLowerCase(), to);
      },
      oncomment(start, end, offset) {
        const from = html.lastIndexOf("<", start - 1);
        if (!html.startsWith("<!--", from)) return;
        events.comment(from, Math.min(end + 1, html.length), start, Math.max(start, end - offset));
      },
      oncdata: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
