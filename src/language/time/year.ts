/** Years: 2005, '05, "the year 2005", "two thousand five", "nineteen ninety-seven". */
import { readComparators } from "../number/comparator.ts";
import { afterLabelNoun } from "../number/label.ts";
import { readNumeral } from "../number/numeral.ts";
import { yearsSpan } from "./calendar.ts";
import { fullYear } from "./numeric-date.ts";
import { type Context, follows, has, known, type Period, skip, word } from "./period.ts";

export interface Year {
  readonly to: number;
  readonly year: number;
  /** Might as well be a plain number. */
  readonly weak: boolean;
}

/** Reads the year that starts at atom `at` as a period, or null. */
export function readYearPeriod(context: Context, at: number): Period | null {
  const named = skip(context, at, "year");
  if (named > at) {
    const after = skip(context, named, "of");
    const year = readYear(context, after, true) ?? readYear(context, named, true);
    if (year !== null) return known(year.to, yearsSpan(year.year), "year");
    return null;
  }
  const era = skip(context, at, "era");
  const year = readYear(context, era, era > at);
  if (year === null) return null;
  const to = skip(context, yearAfter(context, year.to), "era");
  const weak = year.weak && to === year.to && era === at;
  return known(to, yearsSpan(year.year), "year", weak ? { weak } : {});
}

/** "in 2005 year": the noun behind the number, as many languages have it. */
function yearAfter(context: Context, at: number): number {
  const to = skip(context, at, "year_behind");
  const glued = context.atoms[at]?.glued === true || context.atoms[to]?.glued === true;
  return glued && /^[\p{L}\p{N}-]/u.test(context.atoms[to]?.text ?? "") ? at : to;
}

/**
 * Reads a year. `sure` is set where the words before leave no doubt ("June …", "the year …").
 */
export function readYear(context: Context, at: number, sure: boolean): Year | null {
  return readDigits(context, at, sure) ?? readShort(context, at) ?? readWords(context, at, sure);
}

function readDigits(context: Context, at: number, sure: boolean): Year | null {
  const { atoms, lexicon } = context;
  const here = atoms[at];
  if (here === undefined || !/^[0-9]{4}$/.test(here.text)) return null;
  const next = atoms[at + 1];
  if (next?.glued === true && (next.letters || next.digits)) return null;
  if (next?.glued === true && !sure && next.lower === "/" && !isSeasonPair(context, at))
    return null;
  // "2,005" and "2005.5" are numbers.
  if (next?.glued === true && [",", ".", ":"].includes(next.lower)) {
    if (atoms[at + 2]?.digits === true && atoms[at + 2]?.glued === true) return null;
  }
  const before = atoms[at - 1];
  if (here.glued && before !== undefined && lexicon.numbers.currency.has(before.lower)) return null;
  if (afterLabelNoun(atoms, at, lexicon.numbers)) return null;
  const year = Number(here.text);
  const [lo, hi] = lexicon.data.years;
  if (sure) return year > 0 ? { to: at + 1, year, weak: false } : null;
  if (year < 1000 || year > 2199 || isCount(context, at)) return null;
  return { to: at + 1, year, weak: year < lo || year > hi };
}

/** "2005/2006" and "2005/06" are years, "2005/7" is a document. */
function isSeasonPair({ atoms }: Context, at: number): boolean {
  const [first, second] = [atoms[at]?.text ?? "", atoms[at + 2]?.text ?? ""];
  if (!/^([0-9]{2}|[0-9]{4})$/.test(second)) return false;
  const full = second.length === 4 ? Number(second) : Number(first.slice(0, 2) + second);
  return full > Number(first) && full <= Number(first) + 5;
}

/** True where a number of four digits counts something: "over 2000", "2000 people". */
function isCount(context: Context, at: number): boolean {
  const { atoms, lexicon } = context;
  const year = Number(atoms[at]?.text);
  for (let start = at - 1; start >= Math.max(0, at - 4); start -= 1) {
    if (lexicon.relations.at(atoms, start)?.to === at) break;
    const { to, list } = readComparators(atoms, start, lexicon.numbers);
    if (to !== at) continue;
    if (list.some((comparison) => !["exact", "full", "only", "about"].includes(comparison)))
      return true;
    if (year % 100 === 0) return true;
  }
  if (has(context, at + 1, "measures")) return true;
  const next = atoms[at + 1];
  if (next === undefined || !next.letters || next.glued) return false;
  // "killed 2000 civilians": a plural without a preposition or article before the number.
  const plural = next.text === next.lower && next.lower.length > 3 && next.lower.endsWith("s");
  if (!plural || at === 0) return false;
  if (follows(context, at, "determiners")) return false;
  for (let start = at - 1; start >= Math.max(0, at - 4); start -= 1) {
    const relation = lexicon.relations.at(atoms, start);
    if (relation?.to === at && relation.value !== "of") return year % 100 === 0;
  }
  const before = atoms[at - 1];
  return before === undefined || before.letters;
}

/** '05, "since 05", "back in 99" */
function readShort(context: Context, at: number): Year | null {
  return readBareShort(context, at) ?? readApostrophe(context, at);
}

/** Two digits are a year where a preposition of time stands before them and nothing that they count behind. */
function readBareShort(context: Context, at: number): Year | null {
  const { atoms, lexicon } = context;
  const here = atoms[at];
  if (here === undefined || !/^(?:0[0-9]|[3-9][0-9])$/.test(here.text) || here.glued) return null;
  const dated = [1, 2].some((back) => {
    const relation = lexicon.relations.at(atoms, at - back);
    return relation?.to === at && relation.value !== "of";
  });
  const next = atoms[at + 1];
  const counts = next !== undefined && (next.glued || next.lower.endsWith("s"));
  if (!dated || counts || has(context, at + 1, "measures")) return null;
  return { to: at + 1, year: fullYear(context, Number(here.text)), weak: true };
}

function readApostrophe(context: Context, at: number): Year | null {
  const { atoms } = context;
  const digits = atoms[at + 1];
  if (word(context, at) !== "'" || digits === undefined || !/^[0-9]{2}$/.test(digits.text))
    return null;
  if (!digits.glued && digits.word !== (atoms[at]?.word ?? 0) + 1) return null;
  const next = atoms[at + 2];
  if (next?.glued === true && (next.letters || next.digits)) return null;
  return { to: at + 2, year: fullYear(context, Number(digits.text)), weak: true };
}

function readWords(context: Context, at: number, sure: boolean): Year | null {
  return readPair(context, at) ?? readThousand(context, at, sure);
}

/** "nineteen ninety-seven", "twenty oh five", "nineteen hundred". */
function readPair(context: Context, at: number): Year | null {
  const { atoms, lexicon } = context;
  const head = lexicon.yearPairs.get(word(context, at));
  if (head === undefined) return null;
  let next = at + 1;
  if (word(context, next) === "-") next += 1;
  const oh = lexicon.list("oh").at(atoms, next);
  if (oh !== null) {
    let last = oh.to;
    if (word(context, last) === "-") last += 1;
    const unit = lexicon.numbers.cardinals.get(word(context, last));
    return unit === undefined || unit > 9
      ? null
      : { to: last + 1, year: head * 100 + unit, weak: false };
  }
  const tail = readNumeral(atoms, next, lexicon.numbers);
  if (tail === null || tail.ordinal || tail.digits) return null;
  // "twenty five" is 25, "nineteen hundred people" a count.
  if (tail.value < 10 || tail.value > 99 || tail.scale !== 1) return null;
  return { to: tail.to, year: head * 100 + tail.value, weak: false };
}

/** "two thousand five", "two thousand and twenty-five"; weak unless a date stands before it. */
function readThousand(context: Context, at: number, sure: boolean): Year | null {
  const { atoms, lexicon } = context;
  const numeral = readNumeral(atoms, at, lexicon.numbers);
  if (numeral === null || numeral.digits || numeral.ordinal) return null;
  const { value, to } = numeral;
  if (value < 2000 || value > 2099) return null;
  if (sure) return { to, year: value, weak: false };
  const next = atoms[to];
  const ends = next === undefined || !next.letters;
  return value === 2000 || !ends ? null : { to, year: value, weak: true };
}
