import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { Path, YamlFile } from "./document.ts";
import { areMany, didYouMean, type Fault } from "./faults.ts";
import { isSpecial, readTextFile } from "./files.ts";
import { type LinePlace, lineFinder } from "./lines.ts";
import { findQuote, nearestText, type Span } from "./quotes.ts";
import type { BaseFile } from "./schema.ts";
import type { Source } from "./types.ts";

/** Through so many characters in all the texts nearest to wrong quotes are looked for: it takes time. */
const MAX_LOOKED = 2_000_000;

/** So many sources are listed in a message. */
const MAX_LISTED = 20;

/** The longest text shown in a message, in characters. */
const MAX_SHOWN = 160;

/** Reads a base's sources; faults go to `faults`, and a faulty source's text is missing. */
export function readSources(
  baseFile: string,
  entries: BaseFile["sources"],
  yaml: YamlFile,
  faults: Fault[],
): Map<string, Source> {
  const sources = new Map<string, Source>();
  const folder = dirname(resolve(baseFile));
  for (const [index, entry] of entries.entries()) {
    if (entry.file === "") continue; // A stub: what's wrong with it has been told.
    const at: Path = ["sources", index, "file"];
    const path = resolve(folder, entry.file);
    if (isAbsolute(entry.file) || isOutside(folder, path)) {
      const message = `"${entry.file}" lies outside the base's folder; copy it there`;
      faults.push(yaml.fault(at, message));
      continue;
    }
    if (isSpecial(path)) {
      faults.push(yaml.fault(at, `"${entry.file}" is a pipe or a device; name a file`));
      continue;
    }
    const read = readTextFile(path);
    if ("problem" in read) {
      faults.push(yaml.fault(at, `"${entry.file}" ${read.problem}`));
      continue;
    }
    if (isOutside(realpathSync(folder), realpathSync(path))) {
      const message = `"${entry.file}" is a link that leads outside the base's folder; copy the file`;
      faults.push(yaml.fault(at, message));
      continue;
    }
    const sha256 = createHash("sha256").update(read.bytes).digest("hex");
    if (sha256 !== entry.sha256) {
      const message = `"${entry.file}" has another sha256; if the file is meant to differ, write ${sha256}`;
      faults.push(yaml.fault(["sources", index, "sha256"], message));
    }
    if (!sources.has(entry.id)) sources.set(entry.id, { ...entry, text: read.text });
  }
  return sources;
}

/** Makes a function that gives the line of a quote; a quote that doesn't stand there is a fault. */
export function quoteLocator(
  entries: BaseFile["sources"],
  sources: ReadonlyMap<string, Source>,
  yaml: YamlFile,
  faults: Fault[],
): (quote: { source: string; text: string }, path: Path) => number {
  const ids = new Set(entries.map((entry) => entry.id));
  const finders = new Map<string, (offset: number) => LinePlace>();
  let looked = 0;

  return (quote, path) => {
    if (!ids.has(quote.source)) {
      if (areMany(faults)) return 0;
      const advice = didYouMean(
        quote.source,
        ids,
        `sources are ${[...ids].slice(0, MAX_LISTED).join(", ")}`,
      );
      faults.push(yaml.fault([...path, "source"], `no source "${quote.source}"${advice}`));
      return 0;
    }
    const text = sources.get(quote.source)?.text;
    if (text === undefined || areMany(faults)) return 0;
    const lineOf = finders.get(quote.source) ?? lineFinder(text);
    finders.set(quote.source, lineOf);
    const span = findQuote(text, quote.text);
    if (span) return lineOf(span.start).line;
    looked += text.length + quote.text.length;
    const near = looked <= MAX_LOOKED ? nearestText(text, quote.text) : null;
    const advice = near
      ? `the nearest there is "${shown(text, near)}" (line ${lineOf(near.start).line}); copy the words`
      : "copy words from the source";
    const message = `the quote doesn't stand in source "${quote.source}"; ${advice}`;
    faults.push(yaml.fault([...path, "text"], message));
    return 0;
  };
}

function shown(text: string, span: Span): string {
  const words = text.slice(span.start, span.end).replace(/\s+/gu, " ");
  return words.length <= MAX_SHOWN ? words : `${words.slice(0, MAX_SHOWN).trimEnd()}…`;
}

function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
}
