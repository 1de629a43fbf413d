/** Decades, centuries and named stretches of years. */
import { readNumeral } from "../number/numeral.ts";
import { yearsSpan } from "./calendar.ts";
import { fullYear } from "./numeric-date.ts";
import { type Context, follows, has, known, type Period, word } from "./period.ts";

/** Reads the decade, century or named period that starts at atom `at` (after any "the"), or null. */
export function readEra(context: Context, at: number): Period | null {
  return (
    readNamed(context, at) ??
    readCentury(context, at) ??
    readDigitDecade(context, at) ??
    readWordDecade(context, at)
  );
}

function readNamed(context: Context, at: number): Period | null {
  const hit = context.lexicon.named.at(context.atoms, at);
  if (hit === null) return null;
  const { from, to, precision, approx, edge } = hit.value;
  return known(hit.to, yearsSpan(from, to), precision, {
    ...(approx === true ? { approx } : {}),
    ...(edge ? { edge } : {}),
  });
}

/**
 * "the twenty-first century". Counted from 2000 by most writers and from 2001 by the strict,
 * so the span takes in both.
 */
function readCentury(context: Context, at: number): Period | null {
  const ordinal = readNumeral(context.atoms, at, context.lexicon.numbers);
  if (ordinal === null || !ordinal.ordinal || ordinal.value < 1 || ordinal.value > 30) return null;
  const next = word(context, ordinal.to) === "-" ? ordinal.to + 1 : ordinal.to;
  const unit = context.lexicon.list("century").at(context.atoms, next);
  if (unit === null) return null;
  const start = (ordinal.value - 1) * 100;
  return known(unit.to, yearsSpan(Math.max(start, 1), start + 100), "century");
}

/** 1990s, 1990's, '90s, 90s. */
function readDigitDecade(context: Context, at: number): Period | null {
  const { atoms } = context;
  const quoted = word(context, at) === "'";
  const digits = atoms[quoted ? at + 1 : at];
  if (digits === undefined || !/^([0-9]{4}|[0-9]{2})$/.test(digits.text)) return null;
  let to = (quoted ? at + 1 : at) + 1;
  const apostrophe = word(context, to) === "'";
  if (apostrophe) to += 1;
  if (word(context, to) !== "s" || atoms[to]?.glued !== true) return null;
  const number = Number(digits.text);
  if (number % 10 !== 0) return null;
  // "2010's decision" is of 2010.
  if (apostrophe && !follows(context, at, "article")) return null;
  if (follows(context, at, "ages")) return null;
  const start = digits.text.length === 4 ? number : fullYear(context, number);
  // "the 1900s" are a century, "the 2000s" mostly ten years.
  const century = start % 100 === 0 && start !== 2000;
  return known(
    to + 1,
    yearsSpan(start, start + (century ? 99 : 9)),
    century ? "century" : "decade",
  );
}

/** "the nineties", "the nineteen-nineties", "the two thousands". */
function readWordDecade(context: Context, at: number): Period | null {
  const { atoms, lexicon } = context;
  const head = lexicon.yearPairs.get(word(context, at));
  if (head !== undefined) {
    const next = word(context, at + 1) === "-" ? at + 2 : at + 1;
    const tail = lexicon.decadeTails.get(word(context, next));
    if (tail !== undefined) {
      const start = head * 100 + tail;
      const century = tail === 0 && start !== 2000;
      return known(
        next + 1,
        yearsSpan(start, start + (century ? 99 : 9)),
        century ? "century" : "decade",
      );
    }
  }
  const hit = lexicon.decades.at(atoms, at);
  if (hit === null || follows(context, at, "ages") || has(context, hit.to, "measures")) return null;
  const starts = [...hit.value].sort((a, b) => a - b);
  const [first = 0] = starts;
  const last = starts.at(-1) ?? first;
  const ambiguous = starts.length > 1;
  const weak = !follows(context, at, "article");
  return known(hit.to, yearsSpan(first, last + 9), "decade", {
    ...(ambiguous ? { ambiguous } : {}),
    ...(weak ? { weak } : {}),
  });
}
