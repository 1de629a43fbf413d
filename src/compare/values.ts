/** How the values of several statements make one (Belnap 1977): true, false, both, neither. */
import type { Bearing, Evaluation } from "./types.ts";

export const NEITHER: Evaluation = { value: "neither", bearings: [] };

/** Rule 1 of a conjunction: one false part refutes it, one undecided part leaves it open. */
export function conjunction(parts: readonly Evaluation[]): Evaluation {
  const falses = parts.filter((p) => p.value === "false");
  if (falses.length > 0)
    return {
      value: "false",
      bearings: falses.flatMap((p) => p.bearings.filter((b) => b.value === "false")),
    };
  if (parts.length === 0 || parts.some((p) => p.value === "neither")) return NEITHER;
  const value = parts.some((p) => p.value === "both") ? "both" : "true";
  const ranked = [...parts].sort((a, b) => Number(b.value === "both") - Number(a.value === "both"));
  return { value, bearings: ranked.flatMap((p) => p.bearings) };
}

/** What holds of the contrary. */
export function negate(evaluation: Evaluation): Evaluation {
  const value =
    evaluation.value === "true"
      ? "false"
      : evaluation.value === "false"
        ? "true"
        : evaluation.value;
  const bearings = evaluation.bearings.map(
    (b): Bearing => ({ ...b, value: b.value === "true" ? "false" : "true" }),
  );
  return { value, bearings };
}
