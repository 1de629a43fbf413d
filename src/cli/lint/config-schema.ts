import * as v from "valibot";
import { list, optional, text } from "../../base/schema-parts.ts";
import { isCostly, TOO_COSTLY } from "./costly.ts";

/**
 * The one definition of what `.ottawa-check.yaml` may hold. `scripts/schema.ts` generates
 * data/config.schema.json for editors from it.
 */

/** What `--fail-on` and `fail-on` take. */
export const FAIL_ON = ["refuted", "conflicting-evidence", "not-enough-evidence", "never"] as const;

const base = v.pipe(
  optional(text("Path of a claim base.")),
  v.description("Another claim base than the built-in one, from the configuration's folder."),
);

const failOn = v.pipe(
  optional(v.picklist(FAIL_ON)),
  v.description("The mildest verdict that fails; each means this or worse. Default: refuted."),
);

const pattern = (description: string) =>
  v.pipe(
    text(description),
    v.check((value) => !isCostly(value), TOO_COSTLY),
  );

const override = v.strictObject({
  files: v.pipe(
    v.array(
      pattern("A glob from the configuration's folder; without a slash, it holds everywhere."),
    ),
    v.minLength(1, "is empty; give at least one glob"),
    v.description("The files that the following settings hold for."),
  ),
  base,
  "fail-on": failOn,
});

export const ConfigFile = v.pipe(
  v.strictObject({
    base,
    "fail-on": failOn,
    ignore: list(
      pattern("A pattern as in .gitignore, from the configuration's folder."),
      "Files and folders that are left aside, even where they are named by themselves.",
    ),
    "max-warnings": v.pipe(
      optional(
        v.pipe(
          v.number(),
          v.integer("is no whole number; write one such as 0 or 10"),
          v.minValue(0, "is negative; write 0 or more, or leave the key out"),
        ),
      ),
      v.description(
        "How many warnings (findings that don't fail) are allowed in the files that this configuration holds for.",
      ),
    ),
    overrides: list(override, "Other settings for some files; of several that match, the last."),
  }),
  v.title("Configuration of ottawa-check lint"),
  v.description("Holds for the files in its folder and below it."),
);

/** A configuration that fits the schema, its keys as written. */
export type ConfigFile = v.InferOutput<typeof ConfigFile>;
