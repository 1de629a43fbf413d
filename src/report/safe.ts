/**
 * Control, format (bidi, zero-width, tag) and separator characters and lone surrogates: what a
 * terminal obeys or a reader can't see. The joiners that emoji and some scripts need stay.
 */
const UNSAFE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * What CI servers take for an order wherever it stands in a line of a log: `##[add-mask]`,
 * `##vso[…]`, `##teamcity[…]`. Of these, the second sign is written as `\u{23}`.
 */
const ORDER = /##(?=[a-z]{0,20}\[)/gi;

/** What GitHub takes for an order at a line's start, after white space: `::stop-commands::`. */
const COMMAND = /^(\s*):(?=:)/u;

/**
 * Text from claims and bases, made harmless for a terminal and for a log: each unsafe character
 * becomes visible as `\u{hex}`; line breaks and tabs become a space.
 *
 * @example safe("a\u001b[31mb\tc") // "a\\u{1b}[31mb c"
 */
export function safe(text: string): string {
  return text
    .replace(/\r\n|[\n\r\t]/g, " ")
    .replace(UNSAFE, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
    .replace(ORDER, "#\\u{23}");
}

/**
 * A line that no CI server takes for an order: what stands first is no command.
 *
 * @example safeStart("  ::error::x") // "  \\u{3a}:error::x"
 */
export function safeStart(line: string): string {
  return line.replace(COMMAND, "$1\\u{3a}");
}

/** As {@link safe}, but keeps line breaks: for messages of several lines. */
export function safeLines(text: string): string {
  return text
    .split("\n")
    .map((line) => safeStart(safe(line)))
    .join("\n");
}

/**
 * JSON in ASCII where it matters: as `JSON.stringify`, with the unsafe characters that it
 * leaves as they are escaped too. Parsing gives the same value.
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(UNSAFE, (char) =>
      char.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    )
    .replace(ORDER, "#\\u0023");
}
