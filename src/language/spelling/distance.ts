/**
 * How unlike two words are: insertions, deletions, substitutions and swaps of neighbours
 * (Damerau-Levenshtein, restricted), counted and weighed. The slips that writers make most (a
 * doubled letter, a swap, one vowel for another) weigh less, so that of two words at the same
 * distance the likelier one wins.
 */
export interface Distance {
  readonly edits: number;
  readonly weight: number;
}

const FAR: Distance = { edits: Number.POSITIVE_INFINITY, weight: Number.POSITIVE_INFINITY };
const VOWELS = "aeiouy";
const ALIKE: readonly string[] = ["ck", "cs", "sz", "vw", "bp", "dt", "fv", "gj", "kq", "mn"];

/** @example distance("freind", "friend") // one edit, a swap */
export function distance(a: string, b: string): Distance {
  const rows: Distance[][] = [
    Array.from({ length: b.length + 1 }, (_, j) => ({ edits: j, weight: j })),
  ];
  for (let i = 1; i <= a.length; i++) {
    const row: Distance[] = [{ edits: i, weight: i }];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const options = [
        step(rows[i - 1]?.[j], a[i - 1] === a[i - 2] ? 0.6 : 1),
        step(row[j - 1], b[j - 1] === b[j - 2] ? 0.6 : 0.9),
        same
          ? (rows[i - 1]?.[j - 1] ?? FAR)
          : step(rows[i - 1]?.[j - 1], substitution(a[i - 1] ?? "", b[j - 1] ?? "")),
      ];
      if (!same && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        options.push(step(rows[i - 2]?.[j - 2], 0.7));
      row.push(
        options.reduce((best, d) =>
          d.edits < best.edits || (d.edits === best.edits && d.weight < best.weight) ? d : best,
        ),
      );
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? FAR;
}

function step(from: Distance | undefined, weight: number): Distance {
  return from ? { edits: from.edits + 1, weight: from.weight + weight } : FAR;
}

function substitution(x: string, y: string): number {
  if (VOWELS.includes(x) && VOWELS.includes(y)) return 0.75;
  return ALIKE.includes(x + y) || ALIKE.includes(y + x) ? 0.8 : 1.1;
}
