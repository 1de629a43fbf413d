import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Verdict } from "../../src/types.ts";

export const LABELS = [
  "supported",
  "refuted",
  "conflicting-evidence",
  "not-enough-evidence",
] as const satisfies readonly Verdict[];

/** A claim with what a reader of the sources says of it. */
export type LabelledClaim = v.InferOutput<typeof LabelledClaim>;
const LabelledClaim = v.object({
  id: v.string(),
  claim: v.string(),
  label: v.picklist(LABELS),
  /** Ids of sentences, each of which suffices, or which are needed together. */
  evidence: v.array(v.string()),
  kind: v.string(),
});

/** The numbered sentences of the sources: id (source.number) and text. */
export type NumberedSentence = readonly [id: string, text: string];
const Sentences = v.array(v.tuple([v.string(), v.string()]));

/** What the user can mend: a missing or malformed file, a wrong option. */
export class UsageError extends Error {}

/**
 * Reads labelled claims, one JSON object a line; blank lines are skipped.
 *
 * @throws UsageError that names file, line and key
 */
export function readClaims(file: string): LabelledClaim[] {
  return readText(file)
    .split("\n")
    .flatMap((line, index) => {
      if (line.trim() === "") return [];
      return [parse(LabelledClaim, line, `${file}:${index + 1}`)];
    });
}

/** Reads the numbered sentences. @throws UsageError */
export function readSentences(file: string): readonly NumberedSentence[] {
  return parse(Sentences, readText(file), file);
}

function parse<T extends v.GenericSchema>(
  schema: T,
  json: string,
  where: string,
): v.InferOutput<T> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new UsageError(`${where}: no valid JSON (${(error as Error).message})`);
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new UsageError(`${where}: ${v.getDotPath(issue) ?? "value"}: ${issue.message}`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file}: can't be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
