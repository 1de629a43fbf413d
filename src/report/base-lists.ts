import type { Base, BaseClaim, Source } from "../base/types.ts";
import { count } from "./count.ts";
import type { ListFormatName } from "./formatter.ts";
import { paragraph, type Style } from "./layout.ts";
import { safe, safeJson } from "./safe.ts";

/** Claims of a base, in the format asked for. */
export function formatClaims(
  base: Base,
  claims: readonly BaseClaim[],
  format: ListFormatName,
  style: Style,
): string {
  if (format === "text") return claims.map((claim) => claimText(base, claim, style)).join("\n");
  return list(claims.map(claimRecord), "claims", format);
}

/** The sources of a base, in the format asked for. */
export function formatSources(base: Base, format: ListFormatName, style: Style): string {
  if (format === "text") {
    return base.sources.map((source) => sourceText(base, source, style)).join("\n");
  }
  return list(base.sources.map(sourceRecord), "sources", format);
}

function list(records: readonly object[], name: string, format: "json" | "ndjson"): string {
  if (format === "ndjson") return records.map((record) => `${safeJson(record)}\n`).join("");
  const lines = records.map((record) => `\n    ${safeJson(record)}`).join(",");
  return `{\n  "${name}": [${lines}${records.length > 0 ? "\n  " : ""}]\n}\n`;
}

function claimRecord(claim: BaseClaim): object {
  const { id, statement, also, quotes, speaker, conflictsWith } = claim;
  const verbatim = quotes.map(({ source, line, text }) => ({ source, line, text }));
  return { id, statement, also, quotes: verbatim, speaker, conflictsWith };
}

function claimText(base: Base, claim: BaseClaim, style: Style): string {
  const { paint } = style;
  const parts = [
    paragraph(`${paint.bold(safe(claim.id))}  ${safe(claim.statement)}`, "", "  ", style),
  ];
  for (const wording of claim.also)
    parts.push(paragraph(`also: ${safe(wording)}`, "  ", "  ", style));
  for (const { source, text, line } of claim.quotes) {
    const title = base.sources.find(({ id }) => id === source)?.title ?? source;
    parts.push(paragraph(`“${safe(text)}”`, "  ", "  ", style));
    parts.push(paragraph(paint.dim(`${safe(title)}, line ${line}`), "  — ", "    ", style));
  }
  if (claim.speaker !== null) {
    const name = base.entities.find(({ id }) => id === claim.speaker)?.name ?? claim.speaker;
    parts.push(paragraph(`said by ${safe(name)}`, "  ", "  ", style));
  }
  if (claim.conflictsWith.length > 0) {
    const others = claim.conflictsWith.map(safe).join(", ");
    parts.push(paragraph(`conflicts with ${others}`, "  ", "  ", style));
  }
  return parts.join("");
}

function sourceRecord({ id, title, file, sha256 }: Source): object {
  return { id, title, file, sha256 };
}

function sourceText(base: Base, { id, title, file, sha256 }: Source, style: Style): string {
  const given = base.claims.filter(({ quotes }) => quotes.some(({ source }) => source === id));
  return [
    paragraph(`${style.paint.bold(safe(id))}  ${safe(title)}`, "", "  ", style),
    paragraph(`${safe(file)}, gives ${count(given.length, "claim")}`, "  ", "  ", style),
    paragraph(style.paint.dim(`sha256 ${safe(sha256)}`), "  ", "  ", style),
  ].join("");
}
