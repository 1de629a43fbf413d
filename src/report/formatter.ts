import { jsonFormatter, ndjsonFormatter } from "./json.ts";
import type { Style } from "./layout.ts";
import { textFormatter } from "./text.ts";
import type { Formatter, Run } from "./types.ts";

/** The formats that lists can have, by the name that `--format` takes. */
export const LIST_FORMATS = ["text", "json", "ndjson"] as const;

export type ListFormatName = (typeof LIST_FORMATS)[number];

/** The formats that results can have. */
export const FORMATS = [
  ...LIST_FORMATS,
  "sarif",
  "junit",
  "github",
  "html",
  "claimreview",
] as const;

export type FormatName = (typeof FORMATS)[number];

/**
 * The formatter of a name. What is not needed for claims typed by hand is loaded only here.
 *
 * @param style how text for people looks; programs' formats leave it aside
 * @param quiet for people: only what fails, without a summary
 */
export async function createFormatter(
  name: FormatName,
  run: Run,
  style: Style,
  quiet: boolean,
): Promise<Formatter> {
  switch (name) {
    case "text":
      return textFormatter(run, style, quiet);
    case "json":
      return jsonFormatter(run);
    case "ndjson":
      return ndjsonFormatter(run);
    case "sarif":
      return (await import("./sarif.ts")).sarifFormatter(run);
    case "junit":
      return (await import("./junit.ts")).junitFormatter(run);
    case "github":
      return (await import("./github.ts")).githubFormatter(run);
    case "html":
      return (await import("./html.ts")).htmlFormatter(run);
    case "claimreview":
      return (await import("./claimreview.ts")).claimReviewFormatter(run);
  }
}
