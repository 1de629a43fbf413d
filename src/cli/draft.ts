/** Bases drafted from texts: for `--source` on the fly, for `base draft` as YAML to be looked over. */
import { createHash } from "node:crypto";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { isSpecial, readTextFile } from "../base/files.ts";
import type { Base, Source } from "../base/types.ts";
import { openEnglish } from "../builtin.ts";
import { draftBase } from "../draft.ts";
import { textReaderOf } from "./engine.ts";
import { Fault } from "./fault.ts";
import type { Options } from "./options.ts";
import { note, writeResults } from "./streams.ts";

const LONGEST_TITLE = 120;

/**
 * Drafts a base from plain texts.
 *
 * @param files their paths
 * @param folder where the base lies or would lie: the paths in it are told from there
 * @throws {Fault} where a file can't be read
 */
export async function draftFrom(files: readonly string[], folder: string): Promise<Base> {
  const english = openEnglish();
  const read = await textReaderOf(english);
  const sources = await Promise.all(
    [...new Set(files)].map(async (file, at) => {
      const source = readSource(file, `S${at + 1}`, folder);
      return { source, sentences: [...(await read(source.text, "text")).sentences] };
    }),
  );
  return draftBase(sources, english.language, english.syntax);
}

function readSource(file: string, id: string, folder: string): Source {
  const found = isSpecial(file)
    ? { problem: "is a pipe or a device; name a file" }
    : readTextFile(file);
  if ("problem" in found) throw new Fault(`the source ${found.problem}`, undefined, file);
  // A first line that stands by itself is the title.
  const first = /^\s*(\S[^\r\n]*)\r?\n[^\S\n]*\r?\n/u.exec(found.text)?.[1]?.trim() ?? "";
  return {
    id,
    title: first !== "" && first.length <= LONGEST_TITLE ? first : basename(file),
    file: relative(resolve(folder), resolve(file)).split(sep).join("/"),
    sha256: createHash("sha256").update(found.bytes).digest("hex"),
    text: found.text,
  };
}

/** `base draft FILE...`: prints a base drafted from texts, in YAML. */
export async function draftCommand(files: readonly string[], options: Options): Promise<number> {
  if (files.length === 0) throw new Fault("base draft needs the file of a text");
  const to = options.output?.at(-1);
  const base = await draftFrom(files, to === undefined ? "." : dirname(resolve(to)));
  const outside = base.sources.find(({ file }) => file.startsWith("../"));
  if (outside)
    throw new Fault(
      `${outside.file} lies outside the folder of the base`,
      "Copy the text there, or write the base into its folder with --output.",
    );
  const { stringify } = await import("yaml");
  const yaml = stringify(asWritten(base), { lineWidth: 100 });
  await writeResults(`${HEAD}${yaml}`, options);
  if (!options.quiet)
    note(`${base.claims.length} of the sentences were plain enough to be drafted; look them over`);
  return 0;
}

const HEAD = `# Drafted: each claim is a sentence of a source that could be read whole.
# Look the entities and claims over, add what is missing, then remove "drafted".
`;

/** A base as its file has it: without what is empty or read from elsewhere. */
function asWritten({ title, sources, entities, claims }: Base): object {
  const filled = (record: object): object =>
    Object.fromEntries(
      Object.entries(record).filter(
        ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
      ),
    );
  return {
    title,
    drafted: true,
    sources: sources.map(({ text: _, ...source }) => source),
    entities: entities.map(filled),
    claims: claims.map(({ conflictsWith: _, quotes, ...claim }) =>
      filled({ ...claim, quotes: quotes.map(({ source, text }) => ({ source, text })) }),
    ),
  };
}
