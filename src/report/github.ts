import { count } from "./count.ts";
import { detailsOf, RULES } from "./findings.ts";
import { isInFile, placeOf } from "./place.ts";
import { safeLines } from "./safe.ts";
import type { Formatter, Result, Run } from "./types.ts";
import { isFinding } from "./verdicts.ts";

/** GitHub shows so many annotations of each level for a step, the first ones. */
const SHOWN = 10;

/**
 * `--format github`: workflow commands, which GitHub turns into annotations of the lines. All
 * are written, so that the log has them; a closing notice tells how many GitHub leaves out.
 */
export function githubFormatter(run: Run): Formatter {
  const written = { error: 0, warning: 0 };
  return {
    head: () => "",
    result: (result) => {
      const { verdict } = result.checked;
      if (verdict === "supported" || !isFinding(result, run)) return "";
      const { level, short } = RULES[verdict];
      written[level] += 1;
      return annotation(level, { ...placeProperties(result), title: short }, textOf(result));
    },
    tail: () => {
      const more = (["error", "warning"] as const)
        .filter((level) => written[level] > SHOWN)
        .map((level) => count(written[level] - SHOWN, `more ${level}`));
      if (more.length === 0) return "";
      const message = `${more.join(" and ")} only in the log: GitHub shows ${SHOWN} of each kind for a step.`;
      return annotation("notice", { title: "ottawa-check" }, message);
    },
  };
}

/** Columns are only for places within one line. */
function placeProperties({ location }: Result): Record<string, string | number> {
  if (!isInFile(location)) return {};
  const { file, line, column, endLine, endColumn } = location;
  const start = { file: file.replace(/^(?:\.\/)+/, ""), line };
  // GitHub counts the last column in; ours is the one after it.
  if (line === endLine) return { ...start, endLine, col: column, endColumn: endColumn - 1 };
  return { ...start, endLine };
}

/** The message; a place that GitHub can't show goes into it. */
function textOf(result: Result): string {
  const { location } = result;
  const place = location && !isInFile(location) ? `${placeOf(location)}: ` : "";
  return `${place}${detailsOf(result)}`;
}

/**
 * A workflow command.
 *
 * @example annotation("error", { file: "a.md", line: 3 }, "50% wrong") // "::error file=a.md,line=3::50%25 wrong\n"
 */
function annotation(
  level: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  const gap = written.length > 0 ? " " : "";
  return `::${level}${gap}${written.join(",")}::${escapeData(safeLines(message))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
