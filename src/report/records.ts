import type { Evidence, Location, Nearest, Verdict } from "../types.ts";
import type { Result } from "./types.ts";

/** One result as programs read it; the order of the fields is part of the format. */
export interface ResultRecord {
  /** Only for texts that came as records: the id of its record. */
  readonly id?: string | number | null;
  readonly claim: string;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  /** Only with the verdict not-enough-evidence. */
  readonly nearest?: readonly Nearest[];
  readonly rationale: readonly string[];
  /** Only for texts. */
  readonly location?: Location;
  /** Only with `--explain`. */
  readonly trace?: readonly string[];
}

/**
 * The record of a result: fields in their order, nothing that the format doesn't name.
 *
 * @param explain whether the record tells how the claim was read
 */
export function toRecord({ checked, location, id }: Result, explain: boolean): ResultRecord {
  return {
    ...(id !== undefined && { id }),
    claim: checked.claim,
    verdict: checked.verdict,
    evidence: checked.evidence.map((item) => found(item, item.stance)),
    ...(checked.verdict === "not-enough-evidence" && {
      nearest: checked.nearest().map((item) => found(item)),
    }),
    rationale: [...checked.rationale],
    ...(location && { location: place(location) }),
    ...(explain && { trace: [...checked.trace()] }),
  };
}

function found(item: Nearest): Nearest;
function found(item: Nearest, stance: Evidence["stance"]): Evidence;
function found(item: Nearest, stance?: Evidence["stance"]): Nearest {
  const { id, title, line } = item.source;
  return {
    id: item.id,
    ...(stance && { stance }),
    sentence: item.sentence,
    source: { id, title, line },
    speaker: item.speaker,
  };
}

function place({ file, line, column, endLine, endColumn }: Location): Location {
  return { file, line, column, endLine, endColumn };
}
