import { count } from "./count.ts";
import { paragraph, type Style } from "./layout.ts";
import { safe } from "./safe.ts";
import { SIGNS } from "./signs.ts";
import type { FilesSummary, Summary, Unread } from "./types.ts";
import { WORST_FIRST } from "./verdicts.ts";

/**
 * The closing lines for people: what was read, checked and found; of files also what was left
 * out and what was not read.
 *
 * @param shown how many of the checked sentences were shown; null where they went elsewhere
 */
export function formatSummary(summary: Summary, shown: number | null, style: Style): string {
  const { files, checked } = summary;
  const left = files ? files.suppressed.comments + files.suppressed.file : 0;
  const lines = [counts(summary, shown === null ? 0 : checked - left - shown, style)];
  if (files) lines.push(...suppressedLine(files), ...unreadLine(files.unread));
  return lines.map((line) => paragraph(line, "", "  ", style)).join("");
}

function counts({ read, checked, verdicts, files }: Summary, hidden: number, style: Style): string {
  const texts = files ? `${count(files.read, "file")}, ` : "";
  const whole =
    read === undefined ? count(checked, "claim") : `${texts}${count(read, "sentence")} read`;
  if (checked === 0) return `${whole}, none to check`;
  const found = WORST_FIRST.filter((verdict) => verdicts[verdict] > 0).map((verdict) =>
    style.paint[SIGNS[verdict].color](`${verdicts[verdict]} ${verdict}`),
  );
  const more = hidden > 0 ? ` (${hidden} not shown; --all shows every one)` : "";
  const done = read === undefined ? " checked" : `, ${checked} checked`;
  return `${whole}${done}${found.length > 0 ? ": " : ""}${found.join(", ")}${more}`;
}

function suppressedLine({ suppressed: { comments, file } }: FilesSummary): string[] {
  const all = comments + file;
  if (all === 0) return [];
  const by = [
    ...(comments > 0 ? [`${comments} by comments`] : []),
    ...(file > 0 ? [`${file} by the file of suppressions`] : []),
  ];
  return [`${count(all, "finding")} left out: ${by.join(", ")}`];
}

function unreadLine(unread: readonly Unread[]): string[] {
  const parts = unread.map(({ reason, files, folders }) => {
    const what = [
      ...(files > 0 ? [count(files, "file")] : []),
      ...(folders > 0 ? [count(folders, "folder")] : []),
    ];
    return `${what.join(" and ")} ${safe(reason)}`;
  });
  return parts.length === 0 ? [] : [`Not read: ${parts.join("; ")}`];
}
