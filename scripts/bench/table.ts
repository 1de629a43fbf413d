import type { Figures } from "./measure.ts";

/** A line of a table; what it has no figure for is left empty. */
export interface Row extends Figures {
  readonly name: string;
  /** Peak memory in MB. */
  readonly memory: number | null;
  /** Median time and memory over those of the table's reference. */
  readonly ratio: number | null;
  readonly memoryRatio: number | null;
  /** Further figures by what they are. */
  readonly [further: string]: string | number | null;
}

const KNOWN = ["name", "runs", "median", "lowest", "highest", "memory", "ratio", "memoryRatio"];

/** Lays rows out for people. */
export function table(rows: readonly Row[]): string {
  const further = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (key) => !KNOWN.includes(key),
  );
  const cells = [
    ["", "median ms", "lowest-highest", "runs", "ratio", "MB", "ratio", ...further],
    ...rows.map((row) => [
      row.name,
      shown(row.median),
      `${shown(row.lowest)}-${shown(row.highest)}`,
      String(row.runs),
      shown(row.ratio),
      shown(row.memory),
      shown(row.memoryRatio),
      ...further.map((key) => shown(row[key] ?? null)),
    ]),
  ];
  const widths = cells[0]?.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths?.[at] ?? 0) : cell.padStart(widths?.[at] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function shown(value: string | number | null): string {
  if (value === null) return "";
  return typeof value === "string" ? value : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
