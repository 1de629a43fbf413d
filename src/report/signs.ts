import type { Verdict } from "../types.ts";

/** Sign and colour of each verdict; its word always stands beside them. */
export const SIGNS = {
  supported: { sign: "✓", color: "green" },
  refuted: { sign: "✗", color: "red" },
  "conflicting-evidence": { sign: "⇄", color: "yellow" },
  "not-enough-evidence": { sign: "?", color: "cyan" },
} as const satisfies Record<Verdict, { sign: string; color: "green" | "red" | "yellow" | "cyan" }>;
