import type { SyntaxNodeRef, TreeCursor } from "@lezer/common";
import type { Place, ReadText, TextComment } from "../../types.ts";
import { findComments } from "../comments.ts";
import { type Block, sentencesOf } from "../emit.ts";
import { type BlockKind, Flow } from "../flow.ts";
import type { SplitSentences } from "../sentences.ts";
import { frontMatterEnd } from "./front-matter.ts";
import { readInline } from "./inline.ts";
import { linkName } from "./link-name.ts";
import { markdownParser } from "./parser.ts";
import { isTooDeep } from "./too-deep.ts";

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
  try {
    const { blocks, comments } = readBlocks(text);
    return { kind: "markdown", text, sentences: sentencesOf(blocks, split), comments };
  } catch (error) {
    // Emphasis in emphasis in emphasis …: the stack is full.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readBlocks(text: string): { blocks: Block[]; comments: TextComment[] } {
  const offset = frontMatterEnd(text);
  const tree = markdownParser().parse(offset === 0 ? text : text.slice(offset));
  const comments: TextComment[] = [];
  const blocks: Block[] = [];
  const places: Place[] = [];
  const names = linkNames(text, offset, () => tree.cursor());

  tree.iterate({
    enter(node) {
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
      if (!flow.isBlank) blocks.push([flow, { ...kind, block: blocks.length }]);
      return false;
    },
    leave(node) {
      if (CONTAINERS[node.name] !== undefined) places.pop();
    },
  });
  return { blocks, comments };
}

function kindOf(node: SyntaxNodeRef, inside: Place | undefined): Omit<BlockKind, "block"> | null {
  const level = HEADING.exec(node.name)?.[1];
  if (level !== undefined) return { place: "heading", level: Number(level) };
  const place = LEAVES[node.name];
  if (place === undefined) return null;
  return { place: place === "prose" ? (inside ?? "prose") : place };
}

/** The names of the text's link definitions, found when they are first asked for. */
function linkNames(text: string, offset: number, cursor: () => TreeCursor): () => Set<string> {
  let names: Set<string> | null = null;
  return () => {
    if (names !== null) return names;
    const found = new Set<string>();
    cursor().iterate((node) => {
      if (node.name === "LinkReference") {
        const label = /^\[([^\]]*)\]/.exec(text.slice(node.from + offset, node.to + offset));
        if (label) found.add(linkName(label[1] as string));
      }
      return !(node.name in LEAVES);
    });
    names = found;
    return found;
  };
}
