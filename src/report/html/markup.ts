import { xml } from "../xml.ts";

/** As in text for terminals, but line breaks and tabs stay. */
const HIDDEN = /(?!\u200c|\u200d|\t|\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

/**
 * Text as content of an element. Characters that nobody sees or that turn the reading direction
 * become visible, marked as no part of the text.
 *
 * @example content("a<b\u202e") // 'a&lt;b<span class="hidden">U+202E</span>'
 */
export function content(text: string): string {
  let html = "";
  let done = 0;
  for (const { 0: char, index } of text.matchAll(HIDDEN)) {
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    html += `${escapeContent(text.slice(done, index))}<span class="hidden">U+${code}</span>`;
    done = index + char.length;
  }
  return html + escapeContent(text.slice(done));
}

function escapeContent(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Text from elsewhere, whose reading direction must not reach what stands beside it. */
export function isolated(text: string): string {
  return `<bdi>${content(text)}</bdi>`;
}

/** Text within the quotation marks of an attribute, on one line. */
export function attribute(text: string): string {
  return xml(text);
}

/** What only screen readers say. */
export function spoken(text: string): string {
  return `<span class="spoken">${content(text)}</span>`;
}
