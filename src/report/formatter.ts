import { jsonFormatter, ndjsonFormatter } from "./json.ts";
import type { Style } from "./layout.ts";
import { textFormatter } from "./text.ts";
import type { Formatter, Run } from "./types.ts";

/** The formats there are, by the name that `--format` takes. */
export const FORMATS = ["text", "json", "ndjson"] as const;

export type FormatName = (typeof FORMATS)[number];

/**
 * The formatter of a name.
 *
 * @param style how text for people looks; programs' formats leave it aside
 * @param quiet for people: only what fails, without a summary
 */
export function createFormatter(
  name: FormatName,
  run: Run,
  style: Style,
  quiet: boolean,
): Formatter {
  switch (name) {
    case "text":
      return textFormatter(run, style, quiet);
    case "json":
      return jsonFormatter(run);
    case "ndjson":
      return ndjsonFormatter(run);
  }
}
