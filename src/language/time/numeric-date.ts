/** Dates in digits: 29/06/2025, 29.6.25, 2025-06-29, 06/2025, and a bare 29.06 after "on". */
import { dayNumber, exists, monthsSpan } from "./calendar.ts";
import { type Context, known, NEVER, nearest, type Period } from "./period.ts";

const SEPARATORS = new Set(["/", ".", "-"]);

/** Reads the date in digits that starts at atom `at`, or null. */
export function readNumericDate(context: Context, at: number): Period | null {
  const { atoms } = context;
  if (atoms[at]?.digits !== true) return null;
  if (atoms[at]?.glued === true && atoms[at - 1]?.letters === true) return null;
  const parts: string[] = [atoms[at]?.text ?? ""];
  const bare = readUnseparated(context, at);
  if (bare !== null) return bare;
  const separator = atoms[at + 1]?.lower ?? "";
  if (!SEPARATORS.has(separator)) return null;
  let to = at + 1;
  while (parts.length < 4 && atoms[to]?.lower === separator && atoms[to + 1]?.digits === true) {
    if (atoms[to]?.glued !== atoms[to + 1]?.glued) break;
    parts.push(atoms[to + 1]?.text ?? "");
    to += 2;
  }
  const next = atoms[to];
  const stamp = next?.glued === true && next.lower === "t";
  if (next?.glued === true && (next.letters || next.digits) && !stamp) return null;
  if (stamp) while (atoms[to]?.glued === true) to += 1;
  if (parts.length === 3) return readThree(context, to, separator, parts);
  return parts.length === 2 ? readTwo(context, at, to, separator, parts) : null;
}

/** "2025 06 29": what is left of an ISO date where the hyphens were lost. */
function readUnseparated({ atoms }: Context, at: number): Period | null {
  const texts = atoms.slice(at, at + 3).map((atom) => atom.text);
  if (!/^[12][0-9]{3} [01][0-9] [0-3][0-9]$/.test(texts.join(" "))) return null;
  if (atoms[at + 3]?.digits === true) return null;
  const [year = 0, month = 0, day = 0] = texts.map(Number);
  return exists(year, month, day) ? dayOf(at + 3, year, month, day) : null;
}

function readThree(
  context: Context,
  to: number,
  separator: string,
  parts: readonly string[],
): Period | null {
  const [a = "", b = "", c = ""] = parts;
  if (b.length > 2) return null;
  if (a.length === 4) return c.length > 2 ? null : dayOf(to, Number(a), Number(b), Number(c));
  if (a.length > 2 || (c.length !== 4 && c.length !== 2)) return null;
  const year = c.length === 4 ? Number(c) : fullYear(context, Number(c));
  const [first, second] = [Number(a), Number(b)];
  // Dots are day-first everywhere; slashes and hyphens are read both ways.
  if (separator === "." || first > 12) return dayOf(to, year, second, first);
  if (second > 12) return dayOf(to, year, first, second);
  if (first < 1 || second < 1) return null;
  if (first === second) return dayOf(to, year, first, second);
  const readings = [dayNumber(year, second, first), dayNumber(year, first, second)].sort(
    (x, y) => x - y,
  );
  const [lo = 0, hi = 0] = readings;
  return known(to, [lo, hi], "day", { ambiguous: true, readings });
}

function dayOf(to: number, year: number, month: number, day: number): Period | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1) return null;
  if (!exists(year, month, day)) return known(to, NEVER, "day", { impossible: true });
  const number = dayNumber(year, month, day);
  return known(to, [number, number], "day");
}

/** 06/2025, 2025-06, and (weak) 29/06, 29.06. */
function readTwo(
  context: Context,
  at: number,
  to: number,
  separator: string,
  parts: readonly string[],
): Period | null {
  const [a = "", b = ""] = parts;
  const [first, second] = [Number(a), Number(b)];
  const inRange = (year: number): boolean =>
    year >= context.lexicon.data.years[0] && year <= context.lexicon.data.years[1];
  if (b.length === 4 && a.length <= 2 && first >= 1 && first <= 12 && inRange(second)) {
    return separator === "." && a.length < 2 ? null : known(to, monthsSpan(second, first), "month");
  }
  // "2001-10" is a range of years, "2001-06" hardly; what can be both goes to the range reader.
  if (a.length === 4 && b.length === 2 && second >= 1 && second <= 12 && inRange(first)) {
    if (separator !== "." && second > first % 100) return null;
    return separator === "." ? null : known(to, monthsSpan(first, second), "month");
  }
  if (b.length !== 2 || a.length > 2 || separator === "-" || first < 1 || second < 1) return null;
  if (second > 12 || first > 31 || context.atoms[at + 1]?.glued !== true) return null;
  const inYear = (year: number): readonly [number, number] | null => {
    if (!exists(year, second, first)) return null;
    const day = dayNumber(year, second, first);
    return [day, day];
  };
  const yearless = { month: second, day: first };
  return known(to, nearest(context, inYear), "day", { yearless, inYear, weak: true });
}

/** The four-digit year of two digits. */
export function fullYear(context: Context, short: number): number {
  return short < context.lexicon.data.pivot ? 2000 + short : 1900 + short;
}
