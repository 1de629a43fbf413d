import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Prose that has nothing to do with any base: the Markdown of installed packages, one file after the
 * other, repeated where there is too little.
 *
 * @param folder where the packages lie
 * @param size in bytes, about
 */
export function foreignProse(folder: string, size: number): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.md$/i.test(file))
    .sort();
  if (files.length === 0) throw new Error(`there is no Markdown in ${folder}`);
  return repeated(
    files.map((file) => readFileSync(join(folder, file), "utf8")),
    size,
  );
}

/** The development claims as a text, repeated. */
export function subjectProse(claims: readonly string[], size: number): string {
  return repeated(
    claims.map((claim) => (/[.!?]$/u.test(claim) ? claim : `${claim}.`)),
    size,
  );
}

function repeated(parts: readonly string[], size: number): string {
  const out: string[] = [];
  for (let at = 0, length = 0; length < size; at++) {
    const part = parts[at % parts.length] ?? "";
    out.push(part);
    length += part.length + 2;
    if (at === parts.length * 1000) break;
  }
  return `${out.join("\n\n").slice(0, size)}\n`;
}
