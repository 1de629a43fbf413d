import type { SyntaxNodeRef } from "@lezer/common";
import type { Place, ReadText, TextComment, TextSentence } from "../../types.ts";
import { findComments } from "../comments.ts";
import { type Block, sentencesOf } from "../emit.ts";
import { type BlockKind, Flow } from "../flow.ts";
import type { SplitSentences } from "../sentences.ts";
import { frontMatterEnd } from "./front-matter.ts";
import { readInline } from "./inline.ts";
import { linkName } from "./link-name.ts";
import { blockParser, markdownParser } from "./parser.ts";
import { isTooDeep } from "./too-deep.ts";
import { type Window, windowsOf } from "./windows.ts";

/** Blocks that hold inline text. */
const LEAVES: Readonly<Record<string, Place | undefined>> = {
  Paragraph: "prose",
  Task: "item",
  TableCell: "cell",
};

/** Blocks that say where the blocks in them stand. */
const CONTAINERS: Readonly<Record<string, Place | undefined>> = {
  Blockquote: "quotation",
  ListItem: "item",
};

const HEADING = /^(?:ATX|Setext)Heading([1-6])$/;

/** Blocks that are not read, but may hold comments. */
const RAW = new Set(["HTMLBlock", "CommentBlock"]);

/**
 * Reads Markdown (CommonMark with GitHub's extensions and front matter). Read are paragraphs,
 * headings, list items, table cells, quotations, footnotes, and in them what a reader sees: code
 * spans and the words of links, not their targets. Front matter, code blocks, images, struck-out
 * text and raw HTML are passed over.
 *
 * @returns null where the nesting is too deep to be meant
 * @example
 * const { sentences } = readMarkdown("# Canal\n\nIt *opened* in 1869.", split)
 * // "Canal" (heading) and "It opened in 1869."
 */
export function readMarkdown(text: string, split: SplitSentences): ReadText | null {
  if (isTooDeep(text)) return null;
  const comments: TextComment[] = [];
  return { kind: "markdown", text, sentences: readSentences(text, split, comments), comments };
}

/** Reads window by window; the comments found are added to those given. */
function* readSentences(
  text: string,
  split: SplitSentences,
  comments: TextComment[],
): Iterable<TextSentence> {
  const start = frontMatterEnd(text);
  const names = linkNames(text, start);
  const speakers = new Set<string>();
  let count = 0;
  for (const window of windowsOf(text, markdownParser(), start)) {
    const blocks = readBlocks(text, window, { comments, names, before: count });
    count += blocks.length;
    yield* sentencesOf(blocks, split, speakers);
  }
}

interface Reading {
  readonly comments: TextComment[];
  readonly names: () => Set<string>;
  /** How many blocks there were before. */
  readonly before: number;
}

function readBlocks(text: string, { tree, offset, end }: Window, reading: Reading): Block[] {
  const { comments, names, before } = reading;
  const blocks: Block[] = [];
  const places: Place[] = [];

  tree.iterate({
    enter(node) {
      if (node.from >= end) return false;
      const inner = CONTAINERS[node.name];
      if (inner !== undefined) places.push(inner);
      if (RAW.has(node.name)) {
        comments.push(...findComments(text, node.from + offset, node.to + offset));
        return false;
      }
      const kind = kindOf(node, places.at(-1));
      if (kind === null) return node.name !== "FencedCode" && node.name !== "CodeBlock";
      const flow = new Flow(text);
      const inCell = kind.place === "cell";
      readInline(node.node.cursor(), { text, offset, flow, comments, names, inCell });
      if (!flow.isBlank) blocks.push([flow, { ...kind, block: before + blocks.length }]);
      return false;
    },
    leave(node) {
      if (CONTAINERS[node.name] !== undefined) places.pop();
    },
  });
  return blocks;
}

function kindOf(node: SyntaxNodeRef, inside: Place | undefined): Omit<BlockKind, "block"> | null {
  const level = HEADING.exec(node.name)?.[1];
  if (level !== undefined) return { place: "heading", level: Number(level) };
  const place = LEAVES[node.name];
  if (place === undefined) return null;
  return { place: place === "prose" ? (inside ?? "prose") : place };
}

/** What may be the definition of a link; only the parser knows whether it is. */
const DEFINITION = /^[ \t>]{0,20}\[[^\]\n]{1,999}\]:/m;

/** The names of the text's link definitions, found when they are first asked for. */
function linkNames(text: string, start: number): () => Set<string> {
  let names: Set<string> | null = null;
  return () => {
    names ??= DEFINITION.test(text) ? findLinkNames(text, start) : new Set();
    return names;
  };
}

function findLinkNames(text: string, start: number): Set<string> {
  const found = new Set<string>();
  for (const { tree, offset, end } of windowsOf(text, blockParser(), start)) {
    tree.iterate({
      enter(node) {
        if (node.from >= end) return false;
        if (node.name === "LinkReference") {
          const label = /^\[([^\]]*)\]/.exec(text.slice(node.from + offset, node.to + offset));
          if (label) found.add(linkName(label[1] as string));
        }
        return !(node.name in LEAVES);
      },
    });
  }
  return found;
}
