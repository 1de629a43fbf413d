import type { Evidence, Verdict } from "../types.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Result } from "./types.ts";

/** A verdict as programs that show findings have it. */
export interface Rule {
  readonly level: "error" | "warning";
  /** A few words, for a list. */
  readonly short: string;
  /** A sentence on what it means. */
  readonly full: string;
  /** What to do about it. */
  readonly help: string;
}

/** The verdicts that can be findings. */
export type FindingVerdict = Exclude<Verdict, "supported">;

export const RULES: Readonly<Record<FindingVerdict, Rule>> = {
  refuted: {
    level: "error",
    short: "A source refutes the statement",
    full: "A source of the claim base says or plainly entails that the statement is false, and no source says that it is true.",
    help: "Compare the statement with the source sentence that is given with it. Correct the statement, or, where the source is out of date or wrong, the claim base.",
  },
  "conflicting-evidence": {
    level: "warning",
    short: "The sources disagree about the statement",
    full: "One source of the claim base supports the statement and another one refutes it.",
    help: "Read both source sentences. Say in the text who says what, or leave the statement out.",
  },
  "not-enough-evidence": {
    level: "warning",
    short: "No source says anything about the statement",
    full: "The sources of the claim base neither support nor refute the statement, and the run asks for evidence of every statement.",
    help: "Add a source that says it to the claim base, or leave the statement out. Whether this is reported at all is set by --fail-on.",
  },
};

/** So many source sentences stand in a message. */
const QUOTED = 2;

/** What a finding says: the verdict in words, then its {@link detailsOf}. Plain text. */
export function messageOf(result: Result): string {
  const { verdict } = result.checked;
  const short = verdict === "supported" ? "A source supports the statement" : RULES[verdict].short;
  return `${short}: ${detailsOf(result)}`;
}

/** The statement, why, and the first source sentences of each stance, each on a line. */
export function detailsOf({ checked: { claim, rationale, evidence } }: Result): string {
  const sentences = quoted(evidence).map(({ stance, sentence, source, speaker }) => {
    const who = speaker === null ? "" : `said by ${speaker}; `;
    const what = stance === "refutes" ? "Refuted" : "Supported";
    return `${what} by: “${sentence}” — ${who}${source.title}, line ${source.line}`;
  });
  return [`“${claim}”`, ...rationale, ...sentences].join("\n");
}

function quoted(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = { supports: 0, refutes: 0 };
  return evidence.filter(({ stance }) => ++seen[stance] <= QUOTED);
}

/**
 * Fingerprints of findings that stay when their lines move: a hash of the sentence, and how many
 * times the same sentence has come up before in the same text.
 *
 * @returns a function that must see the findings in their order
 * @example createFingerprints()(result) // "5f0c4e…:1"
 */
export function createFingerprints(): (result: Result) => string {
  const seen = new Map<string, number>();
  return ({ checked: { claim, verdict }, location }) => {
    const hash = fingerprint(claim);
    const key = `${location?.file ?? ""}\0${verdict}\0${hash}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${hash}:${times}`;
  };
}
