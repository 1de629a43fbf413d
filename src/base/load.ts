import * as v from "valibot";
import { type Path, parseYaml, type YamlFile } from "./document.ts";
import { BaseError, type Fault } from "./faults.ts";
import { type FileResult, readTextFile } from "./files.ts";
import { issueFaults } from "./issues.ts";
import { referenceFaults } from "./references.ts";
import { salvage } from "./salvage.ts";
import { BaseFile } from "./schema.ts";
import { quoteLocator, readSources } from "./sources.ts";
import type { Base, BaseClaim, Entity } from "./types.ts";

export { BaseError, type Fault } from "./faults.ts";

/**
 * Reads a claim base and the source texts that it names, and validates everything: syntax, keys,
 * types, ids, references, checksums, and that every quote stands in its source.
 *
 * @param file path of a base.yaml; it is also the name that faults carry
 * @param read what was read of it, where that was done already
 * @returns the base as plain data; optional lists that were left out are empty, scalars null
 * @throws BaseError with all faults at once, in order of position
 * @example loadBase("data/chess/base.yaml").claims.length
 */
export function loadBase(file: string, read: FileResult = readTextFile(file)): Base {
  if ("problem" in read) {
    throw new BaseError([{ file, line: 1, column: 1, message: `the base ${read.problem}` }]);
  }
  const { faults, yaml } = parseYaml(file, read.text);
  if (yaml === null) throw new BaseError(faults);

  const parsed = v.safeParse(BaseFile, yaml.value);
  if (!parsed.success) faults.push(...issueFaults(parsed.issues, yaml, BaseFile));
  const base = build(file, parsed.success ? parsed.output : salvage(yaml.value), yaml, faults);
  if (faults.length > 0) throw new BaseError(faults);
  return base;
}

/** Resolves what a well-formed file refers to; what is wrong goes to `faults`. */
function build(file: string, raw: BaseFile, yaml: YamlFile, faults: Fault[]): Base {
  faults.push(...referenceFaults(raw, yaml));
  const sources = readSources(file, raw.sources, yaml, faults);
  const locate = quoteLocator(raw.sources, sources, yaml, faults);
  return {
    title: raw.title,
    referenceDate: raw["reference-date"],
    drafted: raw.drafted === true,
    sources: [...sources.values()],
    entities: raw.entities.map(toEntity),
    relations: raw.relations.map((relation) => ({
      concept: relation.concept,
      roles: relation.roles,
      oneValue: relation["one-value"],
      listed: relation.listed,
      stages: relation.stages,
      once: relation.once,
    })),
    rules: raw.rules,
    claims: raw.claims.map((claim, index) => toClaim(claim, ["claims", index], locate)),
  };
}

function toEntity(raw: BaseFile["entities"][number]): Entity {
  return {
    id: raw.id,
    name: raw.name,
    kind: raw.kind,
    aliases: raw.aliases,
    adjectives: raw.adjectives,
    nouns: raw.nouns,
    members: raw.members,
    of: raw.of,
  };
}

function toClaim(
  raw: BaseFile["claims"][number],
  path: Path,
  locate: (quote: { source: string; text: string }, path: Path) => number,
): BaseClaim {
  return {
    id: raw.id,
    statement: raw.statement,
    quotes: raw.quotes.map((quote, index) => ({
      source: quote.source,
      text: quote.text,
      line: locate(quote, [...path, "quotes", index]),
    })),
    speaker: raw.speaker,
    also: raw.also,
    wordings: raw.wordings,
    conflictsWith: raw["conflicts-with"],
  };
}
