import * as v from "valibot";
import { text } from "../../base/schema-parts.ts";

/** The one definition of what a file of suppressions may hold. */
export const SuppressionsFile = v.strictObject({
  version: v.pipe(v.number(), v.value(1, "is of another version of this program; write it anew")),
  suppressions: v.record(
    v.string(),
    v.array(
      v.strictObject({
        fingerprint: v.pipe(
          v.string(),
          v.regex(/^[0-9a-f]{16}$/u, "is no fingerprint: 16 digits 0-9a-f; remove the entry"),
        ),
        verdict: v.picklist(["refuted", "conflicting-evidence", "not-enough-evidence"]),
        sentence: text("The sentence, for people who read the file."),
        count: v.pipe(
          v.number(),
          v.integer("is no whole number; remove the entry"),
          v.minValue(1, "is less than 1; remove the entry"),
        ),
      }),
    ),
  ),
});

export type SuppressionsFile = v.InferOutput<typeof SuppressionsFile>;
