/** Finds the dates, weekdays and durations of one sentence. */
import { type Atom, textOf, toAtoms } from "../number/atoms.ts";
import { readLabels } from "../number/label.ts";
import type { Word } from "../number/types.ts";
import { parseIso } from "./calendar.ts";
import { type Duration, readDuration } from "./duration.ts";
import { timeLexicon } from "./lexicon.ts";
import { type Context, OPEN, word } from "./period.ts";
import type { Related } from "./range.ts";
import { readClock, readRecurring } from "./recurring.ts";
import { readDate } from "./relation.ts";
import { readShift, readStretch } from "./shift.ts";
import type { ISODate, TimeLanguage, TimeSpan } from "./types.ts";

/**
 * All times of a sentence, from left to right, without overlaps.
 * @param words the tokens of one sentence
 * @param language `time.yaml` and `numbers.yaml`, parsed
 * @param reference the day on which the text was written, for "yesterday" and "in March";
 * null where it isn't known, or is no date of the calendar
 * @example since 2014 → [{ kind: "date", relation: "since", precision: "year", lo: 16071, hi: 16435, … }]
 */
export function findTimes(
  words: readonly Word[],
  language: TimeLanguage,
  reference: ISODate | null = null,
): TimeSpan[] {
  const lexicon = timeLexicon(language);
  const atoms = toAtoms(words);
  const context: Context = {
    atoms,
    lexicon,
    reference: reference === null ? null : parseIso(reference),
    periods: new Map(),
  };
  const found: TimeSpan[] = [];
  const cores = coreDistances(context);
  let at = 0;
  while (at < atoms.length) {
    if ((cores[at] ?? FARTHEST) >= FARTHEST) {
      at += 1;
      continue;
    }
    const label = readLabels(atoms, at, lexicon.numbers).at(-1);
    if (label !== undefined) {
      at = label.to;
      continue;
    }
    const hit = mayStart(atoms, at) ? readHere(context, at) : null;
    if (hit === null || !mayEnd(atoms, hit.to)) {
      at += 1;
      continue;
    }
    found.push(hit.make(words));
    at = hit.to;
  }
  return found;
}

/** Marks the words that the spans use, for `findQuantities`. */
export function takenBy(spans: readonly TimeSpan[], length: number): boolean[] {
  const taken = new Array<boolean>(length).fill(false);
  for (const { from, to } of spans) taken.fill(true, from, to);
  return taken;
}

/** A date word farther away than this belongs to no date that starts here. */
const FARTHEST = 12;

/**
 * For each atom the distance to the next one that every time has: digits, or a word from the
 * tables. Most of a sentence is far from any, and is passed over without trying the readers.
 */
function coreDistances({ atoms, lexicon }: Context): number[] {
  const distances = new Array<number>(atoms.length).fill(FARTHEST);
  let distance = FARTHEST;
  for (let at = atoms.length - 1; at >= 0; at -= 1) {
    const here = atoms[at];
    distance =
      here !== undefined && (here.digits || lexicon.cores.has(here.lower)) ? 0 : distance + 1;
    distances[at] = distance;
  }
  return distances;
}

interface HitHere {
  readonly to: number;
  readonly make: (words: readonly Word[]) => TimeSpan;
}

/** A time begins a word, or follows an opening sign in one: never in the middle of "441/2025". */
function mayStart(atoms: readonly Atom[], at: number): boolean {
  const here = atoms[at];
  if (here === undefined) return false;
  const before = atoms[at - 1];
  if (!here.glued || before === undefined) return true;
  return (
    !before.letters && !before.digits && !["-", "–", ".", "/", ",", ":"].includes(before.lower)
  );
}

function mayEnd(atoms: readonly Atom[], to: number): boolean {
  const next = atoms[to];
  return next?.glued !== true || !(next.letters || next.digits);
}

function readHere(context: Context, at: number): HitHere | null {
  const clock = readClock(context, at);
  if (clock !== null) return dateHit(context, at, { core: at, relation: "bare", period: clock });
  const recurring = readRecurring(context, at);
  const date = readDate(context, at);
  const duration = readDuration(context, at);
  const shifted = duration === null ? null : readShift(context, duration);
  const stretch = readStretch(context, at);
  const candidates = [
    recurring === null ? null : { core: at, relation: "bare" as const, period: recurring },
    date,
    shifted,
    stretch,
  ];
  let best: Related | null = null;
  for (const candidate of candidates) {
    if (candidate !== null && (best === null || candidate.period.to > best.period.to))
      best = candidate;
  }
  if (duration !== null && (best === null || duration.to > best.period.to)) {
    return { to: duration.to, make: (words) => durationSpan(context, words, at, duration) };
  }
  return best === null ? null : dateHit(context, at, best);
}

/** "the 2005 ratification": the article belongs to the noun behind. */
function ownStart(context: Context, at: number, { relation, core, period }: Related): number {
  const { atoms, lexicon } = context;
  const article = lexicon.list("article").at(atoms, at);
  if (relation !== "bare" || core !== at || article === null || period.recurring === true)
    return at;
  const named =
    lexicon.months.has(word(context, article.to)) ||
    /^[0-9]{4}$/.test(atoms[article.to]?.text ?? "");
  const next = atoms[period.to];
  return named && next?.letters === true && !next.glued ? article.to : at;
}

function dateHit(context: Context, at: number, related: Related): HitHere {
  const { relation, core, period } = related;
  const from = ownStart(context, at, related);
  return {
    to: period.to,
    make: (words) => {
      const { weekdays, weekday, yearless, anaphor, readings, recurring } = period;
      const bareWeekday = weekdays !== undefined && !Number.isFinite(period.lo);
      const kind = recurring === true ? "recurring" : bareWeekday ? "weekday" : "date";
      return {
        kind,
        ...places(context, words, from, Math.max(core, from), period.to),
        lo: period.lo,
        hi: period.hi,
        relation,
        precision: period.precision,
        approx: period.approx === true,
        vague: period.vague === true,
        ambiguous: period.ambiguous === true,
        impossible: period.impossible === true,
        only: false,
        ...(readings === undefined ? {} : { readings }),
        ...(weekday === undefined ? {} : { weekday }),
        ...(weekdays === undefined ? {} : { weekdays }),
        ...(yearless === undefined ? {} : { yearless }),
        ...(anaphor === undefined ? {} : { anaphor }),
      };
    },
  };
}

function durationSpan(
  context: Context,
  words: readonly Word[],
  at: number,
  found: Duration,
): TimeSpan {
  const { amount, days, comparisons, direction, relation, approx, vague } = found;
  let [lo, hi] = OPEN;
  if (direction === "ago" && context.reference !== null) {
    lo = context.reference - Math.ceil(days.hiDays);
    hi = context.reference - Math.floor(days.loDays);
  }
  return {
    kind: "duration",
    ...places(context, words, at, found.core, found.to),
    lo,
    hi,
    relation,
    precision:
      amount.unit === "day" || amount.unit === "week" || amount.unit === "month"
        ? amount.unit
        : "year",
    approx,
    vague,
    ambiguous: false,
    impossible: false,
    amount,
    duration: days,
    comparisons,
    ...(direction === null ? {} : { direction }),
    only: comparisons.includes("only"),
  };
}

function places(
  { atoms }: Context,
  words: readonly Word[],
  from: number,
  core: number,
  to: number,
): Pick<TimeSpan, "from" | "to" | "core" | "text" | "coreText"> {
  const end = (atoms[to - 1]?.word ?? 0) + 1;
  return {
    from: atoms[from]?.word ?? 0,
    to: end,
    core: [atoms[core]?.word ?? 0, end],
    text: textOf(words, atoms, from, to),
    coreText: textOf(words, atoms, core, to),
  };
}
