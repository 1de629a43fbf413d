import type { Bearing, Evaluation } from "../evaluation.ts";
import type { Meaning } from "../meaning.ts";
import type { Lookup } from "../table.ts";
import type { Checked, Evidence, Nearest, NonEmpty, Stance } from "../types.ts";

/** The source sentence of each quote of a claim of the base, by the claim's id. */
export type EvidenceBase = Lookup<readonly Nearest[]>;

/** Turns the evaluation of a claim's propositions into its verdict, evidence and rationale. */
export function judge(
  claim: string,
  meaning: Meaning,
  whole: Evaluation,
  nearest: (claim: string) => readonly string[],
  evidence: EvidenceBase,
  trace: Checked["trace"],
): Checked {
  const rest = { claim, trace };
  const open = (why: string): Checked => leaveOpen(claim, why, nearest, evidence, trace);
  if (meaning.kind === "command")
    return open("It asks or wishes for something and states nothing.");
  if (whole.value === "neither") {
    return open(
      meaning.unread.length > 0
        ? `This could not be read: ${meaning.unread.join(", ")}.`
        : "The sources do not say.",
    );
  }
  const wanted = whole.bearings.filter((b) => whole.value === "both" || b.value === whole.value);
  const shown = collect(wanted, evidence);
  if (!isNonEmpty(shown)) return open("The sources do not say.");
  const reasons = [...new Set(wanted.map((b) => sentence(b.reason)))].slice(0, 3);
  const rationale: NonEmpty<string> = isNonEmpty(reasons) ? reasons : ["The source says so."];
  const verdict =
    whole.value === "both"
      ? "conflicting-evidence"
      : whole.value === "true"
        ? "supported"
        : "refuted";
  return { ...rest, verdict, evidence: shown, rationale };
}

/** Leaves a claim open, for a reason, with the source sentences that are nearest to it. */
export function leaveOpen(
  claim: string,
  why: string,
  nearest: (claim: string) => readonly string[],
  evidence: EvidenceBase,
  trace: Checked["trace"],
): Checked {
  return {
    claim,
    trace,
    verdict: "not-enough-evidence",
    evidence: [],
    nearest: () =>
      nearest(claim)
        .flatMap((id) => evidence.get(id) ?? [])
        .slice(0, 2),
    rationale: [why],
  };
}

/** The deciding sentences; those that decide most of the claim's parts first. */
function collect(bearings: readonly Bearing[], base: EvidenceBase): Evidence[] {
  const out = new Map<string, { evidence: Evidence; claims: Set<string> }>();
  for (const { fact, value } of bearings) {
    for (const found of base.get(fact.claim) ?? []) {
      const stance: Stance = value === "true" ? "supports" : "refutes";
      const key = `${found.sentence}\n${stance}`;
      const known = out.get(key);
      if (known) known.claims.add(found.id);
      else {
        const { id, sentence, source, speaker } = found;
        out.set(key, {
          evidence: { id, stance, sentence, source, speaker },
          claims: new Set([id]),
        });
      }
    }
  }
  // What a source says itself comes before what it reports of others.
  const told = (entry: { evidence: Evidence }): number => (entry.evidence.speaker ? 1 : 0);
  return [...out.values()]
    .sort((a, b) => b.claims.size - a.claims.size || told(a) - told(b))
    .map(({ evidence }) => evidence);
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?]$/u.test(trimmed) ? "" : "."}`;
}

function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0;
}
