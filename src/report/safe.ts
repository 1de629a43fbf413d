/**
 * Control, format (bidi, zero-width, tag) and separator characters and lone surrogates: what a
 * terminal obeys or a reader can't see. The joiners that emoji and some scripts need stay.
 */
const UNSAFE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text from claims and bases, made harmless for a terminal: each unsafe character becomes
 * visible as `\u{hex}`; line breaks and tabs become a space.
 *
 * @example safe("a\u001b[31mb\tc") // "a\\u{1b}[31mb c"
 */
export function safe(text: string): string {
  return text
    .replace(/\r\n|[\n\r\t]/g, " ")
    .replace(UNSAFE, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}

/** As {@link safe}, but keeps line breaks: for messages of several lines. */
export function safeLines(text: string): string {
  return text.split("\n").map(safe).join("\n");
}

/**
 * JSON in ASCII where it matters: as `JSON.stringify`, with the unsafe characters that it
 * leaves as they are escaped too. Parsing gives the same value.
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (char) =>
    char.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}
