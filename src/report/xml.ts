import { safe, safeLines } from "./safe.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that no XML document may hold, though they are no control characters. */
const FORBIDDEN = /[\ufffe\uffff]/g;

function escapeMarkup(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"']/g, (char) => ENTITIES[char] ?? "");
}

/**
 * Text on one line for XML, as content or within an attribute's quotation marks. Characters that
 * XML doesn't allow, or nobody sees, become visible as `\u{hex}`.
 *
 * @example xml('a < "b"') // "a &lt; &quot;b&quot;"
 */
export function xml(text: string): string {
  return escapeMarkup(safe(text));
}

/** As {@link xml}, but keeps line breaks: for content. */
export function xmlLines(text: string): string {
  return escapeMarkup(safeLines(text));
}

/**
 * A start tag with its attributes, in the order given.
 *
 * @example startTag("testcase", { name: "a & b", line: 3 }) // '<testcase name="a &amp; b" line="3">'
 */
export function startTag(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xml(String(value))}"`);
  return `<${name}${written.join("")}>`;
}
