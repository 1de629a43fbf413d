import { createHash } from "node:crypto";

/**
 * A hash of a sentence without its line breaks: neither moving it nor reflowing its text changes
 * it, and any other wording does.
 *
 * @example fingerprint("Bishops move  straight.") === fingerprint("Bishops move straight.") // true
 */
export function fingerprint(sentence: string): string {
  const folded = sentence.normalize("NFC").replace(/\s+/gu, " ").trim();
  return createHash("sha256").update(folded).digest("hex").slice(0, 16);
}
