import type { Location } from "../types.ts";

/** What a text on standard input is called where nobody named it. */
export const STDIN_NAME = "<stdin>";

/**
 * `file:line:column`, as editors and terminals understand it.
 *
 * @example placeOf({ file: "a.md", line: 3, column: 1, … }) // "a.md:3:1"
 */
export function placeOf({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

/** Whether a place is in a file, not in a nameless text on standard input. */
export function isInFile(location: Location | undefined): location is Location {
  return location !== undefined && location.file !== STDIN_NAME;
}

/**
 * The URI of a file: a relative reference for a relative path, `file://` for an absolute one.
 *
 * @example uriOf("./docs/what is it?.md") // "docs/what%20is%20it%3F.md"
 */
export function uriOf(file: string): string {
  const absolute = file.startsWith("/");
  const parts = file.split("/").filter((part) => part !== "" && part !== ".");
  // A lone surrogate has no UTF-8 and so no escape; what can't be said becomes U+FFFD.
  const path = parts.map((part) =>
    escapeMore(encodeURIComponent(part.replace(/\p{Cs}/gu, "\ufffd"))),
  );
  return absolute ? `file:///${path.join("/")}` : path.join("/");
}

/** `encodeURIComponent` leaves some characters that have a meaning in Markdown and HTML. */
function escapeMore(part: string): string {
  return part.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Whether the URI of a file says where it is without a base. */
export function isAbsolute(file: string): boolean {
  return file.startsWith("/");
}
