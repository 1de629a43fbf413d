import {
  type BlockContext,
  parser as commonMark,
  type InlineContext,
  type Line,
  type MarkdownConfig,
  type MarkdownParser,
  Strikethrough,
  Table,
  TaskList,
} from "@lezer/markdown";

/** The start of a footnote, `[^1]: `. */
const FOOTNOTE = /^\[\^[^\]\s]{1,200}\]:[ \t]*/;
const FOOTNOTE_REFERENCE = /^\[\^[^\]\s]{1,200}\]/;

const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_PARENTHESIS = 40;
const CARET = 94;

/** The characters of emphasis and strikethrough: `*`, `_`, `~`. */
const EMPHASIS = [42, 95, 126];

/** What the parser looks for in a block's text. */
const INLINE = [
  "Escape",
  "Entity",
  "InlineCode",
  "HTMLTag",
  "Emphasis",
  "HardBreak",
  "Link",
  "Image",
  "LinkEnd",
  "FootnoteReference",
  "EmphasisLimit",
  "LinkLimit",
  "Strikethrough",
];

/** How many marks of one paragraph may mean something; the work grows with their square. */
const MOST_MARKS = 2000;

/** How long a link's target may be; a target that never ends would be read again and again. */
const LONGEST_TARGET = 4096;

/** Footnotes, which GitHub has and the parser's GFM part has not. */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: "FootnoteDefinition",
      block: true,
      composite(_context: BlockContext, line: Line, indent: number): boolean {
        if (line.indent < line.baseIndent + indent && line.next > -1) return false;
        line.moveBaseColumn(line.baseIndent + indent);
        return true;
      },
    },
    "FootnoteMark",
    "FootnoteReference",
  ],
  parseBlock: [
    {
      name: "FootnoteDefinition",
      before: "LinkReference",
      parse(context, line) {
        const mark = footnoteMark(line);
        if (mark === null) return false;
        const start = context.lineStart + line.pos;
        context.startComposite("FootnoteDefinition", line.pos, 4);
        context.addElement(context.elt("FootnoteMark", start, start + mark.length));
        line.moveBase(line.pos + mark.length);
        return null;
      },
      endLeaf: (_context, line) => footnoteMark(line) !== null,
    },
  ],
  parseInline: [
    {
      name: "FootnoteReference",
      before: "Link",
      parse(context, next, at) {
        if (next !== OPEN_BRACKET || context.char(at + 1) !== CARET) return -1;
        const ahead = context.slice(at, Math.min(context.end, at + 204));
        const mark = FOOTNOTE_REFERENCE.exec(ahead);
        if (!mark) return -1;
        return context.addElement(context.elt("FootnoteReference", at, at + mark[0].length));
      },
    },
  ],
};

function footnoteMark(line: Line): string | null {
  if (line.next !== OPEN_BRACKET || line.indent >= line.baseIndent + 4) return null;
  return FOOTNOTE.exec(line.text.slice(line.pos, line.pos + 256))?.[0] ?? null;
}

/**
 * Leaves marks as they are where links and emphasis could take more than linear time: where one
 * paragraph has very many, or the target of a link is very long.
 */
function limits(): MarkdownConfig {
  const counts = new WeakMap<InlineContext, number>();
  const isOver = (context: InlineContext): boolean => {
    const count = (counts.get(context) ?? 0) + 1;
    counts.set(context, count);
    return count > MOST_MARKS;
  };
  return {
    parseInline: [
      {
        name: "EmphasisLimit",
        before: "Emphasis",
        parse(context, next, at) {
          return EMPHASIS.includes(next) && isOver(context) ? at + 1 : -1;
        },
      },
      {
        name: "LinkLimit",
        before: "LinkEnd",
        parse(context, next, at) {
          if (next !== CLOSE_BRACKET) return -1;
          if (isOver(context)) return at + 1;
          if (context.char(at + 1) !== OPEN_PARENTHESIS) return -1;
          if (context.end - at <= LONGEST_TARGET) return -1;
          return context.slice(at, at + LONGEST_TARGET).includes(")") ? -1 : at + 2;
        },
      },
    ],
  };
}

let shared: MarkdownParser | null = null;
let blocks: MarkdownParser | null = null;

/**
 * The parser for CommonMark with GitHub's tables, task lists, strikethrough and footnotes. Bare
 * URLs are text to a reader, so they are not looked for.
 */
export function markdownParser(): MarkdownParser {
  shared ??= commonMark.configure([Table, TaskList, Strikethrough, footnotes, limits()]);
  return shared;
}

/** The same parser for blocks alone, which leaves what stands in them as it is. */
export function blockParser(): MarkdownParser {
  const whole = markdownParser();
  blocks ??= whole.configure({ remove: INLINE });
  return blocks;
}
