import type { TreeCursor } from "@lezer/common";
import { decodeHTMLStrict } from "entities/decode";
import type { TextComment } from "../../types.ts";
import { findComments } from "../comments.ts";
import type { Flow } from "../flow.ts";
import { linkName } from "./link-name.ts";

/** What the reading of a block's inline content needs. */
export interface InlineJob {
  readonly text: string;
  /** What is added to the tree's offsets to get those of the text. */
  readonly offset: number;
  readonly flow: Flow;
  readonly comments: TextComment[];
  readonly inCell: boolean;
  /** The names that the text defines links for. */
  readonly names: () => Set<string>;
}

/** Marks that a reader doesn't see, and what is passed over with all that is in it. */
const UNSEEN = new Set([
  "HeaderMark",
  "QuoteMark",
  "ListMark",
  "TaskMarker",
  "TableDelimiter",
  "EmphasisMark",
  "StrikethroughMark",
  "CodeMark",
  "FootnoteMark",
  "FootnoteReference",
  "Image",
  "Strikethrough",
  "ProcessingInstruction",
]);

const WRAPPERS = new Set(["Emphasis", "StrongEmphasis"]);

const LINE_BREAK = /^<br\b/i;
const TAG = /^<(\/?)([a-z][a-z0-9-]*)/i;

/** The HTML tags that are open. */
type OpenTags = { name: string; wrapper: ReturnType<Flow["open"]> }[];

/**
 * Adds what a reader sees of a block (the node the cursor is on) to the flow.
 */
export function readInline(cursor: TreeCursor, job: InlineJob): void {
  readContent(cursor, cursor.from, cursor.to, job, []);
}

/** Reads the node's children and the text between them, as far as it lies in the range. */
function readContent(
  cursor: TreeCursor,
  from: number,
  to: number,
  job: InlineJob,
  tags: OpenTags,
): void {
  const { flow, offset } = job;
  let at = from;
  if (cursor.firstChild()) {
    do {
      if (cursor.from < at) continue;
      if (cursor.from >= to) break;
      flow.literal(at + offset, cursor.from + offset);
      at = cursor.to;
      readNode(cursor, job, tags);
    } while (cursor.nextSibling());
    cursor.parent();
  }
  flow.literal(at + offset, to + offset);
}

function readNode(cursor: TreeCursor, job: InlineJob, tags: OpenTags): void {
  const { text, flow, offset } = job;
  const { name } = cursor;
  const from = cursor.from + offset;
  const to = cursor.to + offset;
  if (UNSEEN.has(name)) return;
  if (WRAPPERS.has(name)) {
    const wrapper = flow.open(from);
    readContent(cursor, cursor.from, cursor.to, job, tags);
    flow.close(wrapper, to);
  } else if (name === "Link" || name === "Autolink") {
    readLink(cursor, job, tags);
  } else if (name === "InlineCode") {
    readCode(cursor, job);
  } else if (name === "Escape") {
    flow.decoded(text.slice(from + 1, to), from, to);
  } else if (name === "Entity") {
    flow.decoded(decodeHTMLStrict(text.slice(from, to)), from, to);
  } else if (name === "HardBreak") {
    flow.lineBreak(from, to);
  } else if (name === "Comment") {
    job.comments.push(...findComments(text, from, to));
  } else if (name === "HTMLTag") {
    readTag(from, to, job, tags);
  } else {
    flow.literal(from, to);
  }
}

/** The code without its backticks, and without the one space that may stand beside each. */
function readCode(cursor: TreeCursor, job: InlineJob): void {
  const { text, flow, offset } = job;
  const code = text.slice(cursor.from + offset, cursor.to + offset);
  const ticks = /^`+/.exec(code)?.[0].length ?? 0;
  const words = code.slice(ticks, code.length - ticks);
  const pad = /^[ \r\n]/.test(words) && /[ \r\n]$/.test(words) && words.trim() !== "" ? 1 : 0;
  const wrapper = flow.open(cursor.from + offset);
  const from = cursor.from + ticks + pad;
  const to = cursor.to - ticks - pad;
  if (job.inCell) readCellCode(text, from + offset, to + offset, flow);
  else readContent(cursor, from, to, job, []);
  flow.close(wrapper, cursor.to + offset);
}

/** In a table, and only there, code has a backslash before each bar. */
function readCellCode(text: string, from: number, to: number, flow: Flow): void {
  let at = from;
  for (const match of text.slice(from, to).matchAll(/\\\|/g)) {
    flow.literal(at, from + match.index);
    flow.decoded("|", from + match.index, from + match.index + 2);
    at = from + match.index + 2;
  }
  flow.literal(at, to);
}

/** A link is read by its words; brackets that are no link are read as they are. */
function readLink(cursor: TreeCursor, job: InlineJob, tags: OpenTags): void {
  const { text, flow, offset } = job;
  const { from, to } = cursor;
  const parts = linkParts(cursor);
  if (parts === null) {
    flow.literal(from + offset, to + offset);
    return;
  }
  const label = parts.label ?? { from: parts.from, to: parts.to };
  const name = linkName(text.slice(label.from + offset, label.to + offset));
  if (!parts.target && !job.names().has(name)) {
    flow.literal(from + offset, parts.from + offset);
    readContent(cursor, parts.from, parts.to, job, tags);
    flow.literal(parts.to + offset, to + offset);
    return;
  }
  const wrapper = flow.open(from + offset);
  readContent(cursor, parts.from, parts.to, job, tags);
  flow.close(wrapper, to + offset);
}

interface LinkParts {
  /** The range of the words. */
  readonly from: number;
  readonly to: number;
  /** Whether the link says itself where it goes. */
  readonly target: boolean;
  /** The range of the name of its definition, where it is given beside the words. */
  readonly label: { readonly from: number; readonly to: number } | null;
}

function linkParts(cursor: TreeCursor): LinkParts | null {
  const isAutolink = cursor.name === "Autolink";
  const marks: { from: number; to: number }[] = [];
  let label: LinkParts["label"] = null;
  if (!cursor.firstChild()) return null;
  do {
    if (cursor.name === "LinkMark") marks.push({ from: cursor.from, to: cursor.to });
    else if (cursor.name === "LinkLabel" && cursor.to - cursor.from > 2) {
      label = { from: cursor.from + 1, to: cursor.to - 1 };
    }
  } while (cursor.nextSibling());
  cursor.parent();
  const [first, second] = marks;
  if (!first || !second) return null;
  return { from: first.to, to: second.from, target: isAutolink || marks.length > 2, label };
}

/** Tags are not read, but the text between them is; a pair around words counts as their markup. */
function readTag(from: number, to: number, { text, flow }: InlineJob, tags: OpenTags): void {
  const tag = text.slice(from, to);
  const [, closing, element] = TAG.exec(tag) ?? [];
  if (LINE_BREAK.test(tag)) flow.lineBreak(from, to);
  if (element === undefined || tag.endsWith("/>") || LINE_BREAK.test(tag)) return;
  const name = element.toLowerCase();
  if (closing === "") {
    tags.push({ name, wrapper: flow.open(from) });
    return;
  }
  const index = tags.findLastIndex((open) => open.name === name);
  const [open] = index < 0 ? [] : tags.splice(index);
  if (open) flow.close(open.wrapper, to);
}
