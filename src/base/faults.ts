/** Something wrong in a base: where, what and how to mend it. Lines and columns count from 1. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  /** In Unicode code points. */
  readonly column: number;
  /** What is wrong; how to mend it. */
  readonly message: string;
}

/** So many faults are told; who has mended these sees the next. */
export const MAX_TOLD = 100;

/**
 * Whether so many faults were found that looking for more is a waste: each takes time, and a huge
 * file can hold millions.
 */
export function areMany(faults: readonly Fault[]): boolean {
  return faults.length > MAX_TOLD;
}

/**
 * Thrown for a base that can't be used. Holds its faults in order of position, the first of very
 * many; the message has one line for each: `base.yaml:3:5: unknown key "qoutes"; did you mean "quotes"?`
 */
export class BaseError extends Error {
  override readonly name = "BaseError";
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const told = withoutRest(faults.toSorted((a, b) => a.line - b.line || a.column - b.column));
    super(told.map((f) => `${f.file}:${f.line}:${f.column}: ${f.message}`).join("\n"));
    this.faults = told;
  }
}

function withoutRest(sorted: readonly Fault[]): readonly Fault[] {
  const next = sorted[MAX_TOLD];
  if (next === undefined) return sorted;
  return [...sorted.slice(0, MAX_TOLD), { ...next, message: "there is more; mend these first" }];
}

/** Longer names are compared with none: it takes their length's square. */
const MAX_NAME = 100;

/** How many known names are compared; with every name of a huge base it would take minutes. */
const MAX_COMPARED = 2000;

/**
 * The known name nearest to a misspelt one, or null where none is near: at most a third of the
 * letters may differ.
 *
 * @example nearestName("qoutes", ["quotes", "speaker"]) // "quotes"
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  if (name.length > MAX_NAME) return null;
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  let compared = 0;
  for (const candidate of known) {
    if (compared++ === MAX_COMPARED) break;
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `; did you mean "x"?`, or else the given advice. */
export function didYouMean(name: string, known: Iterable<string>, otherwise: string): string {
  const near = nearestName(name, known);
  return near === null ? `; ${otherwise}` : `; did you mean "${near}"?`;
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;
