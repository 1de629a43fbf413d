/** Dates with the prepositions that tie them to the rest: "since 2014", "as early as 2014". */
import { readComparators } from "../number/comparator.ts";
import { addMonths } from "./calendar.ts";
import { type Context, type Days, known, OPEN, type Period, skip, word } from "./period.ts";
import { type Related, readRange } from "./range.ts";
import { readPeriod } from "./read.ts";
import type { Precision, Relation } from "./types.ts";

/** These take one edge of "the end of July". */
const EDGED = new Set<Relation>(["by", "before", "until", "after"]);
/** With these a weak date stays a plain word: "of march", "for 1500". */
const LOOSE = new Set<Relation>(["of", "for"]);

/** Reads the date that starts at atom `at`, preposition and all, or null. */
export function readDate(context: Context, at: number): Related | null {
  const range = readRange(context, at);
  const single = readRelated(context, at);
  if (range === null) return single;
  return single === null || range.period.to >= single.period.to ? range : single;
}

function readRelated(context: Context, at: number): Related | null {
  const { atoms, lexicon } = context;
  let start = at;
  let alone = false;
  for (let round = 0; round < 2; round += 1) {
    const prefix = lexicon.prefixes.at(atoms, start);
    if (prefix === null) break;
    alone ||= prefix.value;
    start = prefix.to;
  }
  const related =
    withRelation(context, start) ??
    (alone ? bare(context, start, "in") : null) ??
    beside(context, at) ??
    over(context, at);
  // A prefix without its preposition may belong to the date: "early June", "late in 2005".
  const plain = start === at ? null : withRelation(context, at);
  const direct = bare(context, at, "bare");
  let best: Related | null = null;
  for (const next of [related, plain, direct]) {
    if (next !== null && (best === null || next.period.to > best.period.to)) best = next;
  }
  return best;
}

/** "shortly before 2010", "well after 2005": these go with no other prepositions. */
function beside(context: Context, at: number): Related | null {
  const start = skip(context, at, "beside_prefix");
  const found = start === at ? null : withRelation(context, start);
  return found?.relation === "before" || found?.relation === "after" ? found : null;
}

/** "over the summer of 2025"; without the article "over" compares. */
function over(context: Context, at: number): Related | null {
  const start = skip(context, at, "over");
  if (start === at || skip(context, start, "article") === start) return null;
  return bare(context, start, "in");
}

function withRelation(context: Context, at: number): Related | null {
  const { atoms, lexicon } = context;
  const hit = lexicon.relations.at(atoms, at);
  if (hit === null) return null;
  const next = word(context, hit.to) === "-" ? hit.to + 1 : hit.to;
  const { to: core, approx } = skipAbout(context, next);
  const range = readRange(context, core);
  const period = readPeriod(context, core) ?? readOrdinalDay(context, core, hit.value);
  if (range !== null && (period === null || range.period.to > period.to)) {
    // "in 2014-2022", "in the years 2014 to 2022"
    return { ...range, relation: hit.value === "in" ? range.relation : hit.value };
  }
  if (period === null || (period.weak === true && LOOSE.has(hit.value))) return null;
  if (period.recurring === true && hit.value !== "on") return null;
  const exact = edged(period, hit.value);
  const loose = approx || hit.value === "around";
  return finish(context, core, loose ? widened(exact) : exact, hit.value);
}

/** "in about 2005", "by around 2010" */
function skipAbout(context: Context, at: number): { to: number; approx: boolean } {
  const second = context.lexicon.relations.at(context.atoms, at);
  if (second?.value === "around") return { to: second.to, approx: true };
  const { to, list } = readComparators(context.atoms, at, context.lexicon.numbers);
  return list.includes("about") ? { to, approx: true } : { to: at, approx: false };
}

function bare(context: Context, at: number, relation: Relation): Related | null {
  const period = readPeriod(context, at);
  if (period === null || (period.weak === true && relation === "bare")) return null;
  return finish(context, at, period, relation);
}

/** How many months "around" reaches to either side, by what is named. */
const AROUND: Readonly<Partial<Record<Precision, number>>> = {
  month: 1,
  quarter: 2,
  season: 2,
  half: 3,
  year: 12,
  decade: 24,
  century: 120,
  millennium: 600,
};
/** The same for days and weeks, in days. */
const AROUND_DAYS = 3;

/** "around 2005" takes in the years next to it. */
function widened(period: Period): Period {
  // "towards the end of 2025" is as wide as it gets.
  if (period.approx === true) return period;
  const months = AROUND[period.precision];
  const widen = ([lo, hi]: Days): Days =>
    months === undefined
      ? [lo - AROUND_DAYS, hi + AROUND_DAYS]
      : [addMonths(lo, -months), addMonths(hi + 1, months) - 1];
  return { ...mapDays(period, widen), approx: true };
}

/** Applies `change` to the days of a period, with a year or without. */
function mapDays(period: Period, change: (days: Days) => Days): Period {
  const { inYear, lo, hi } = period;
  const cut =
    inYear === undefined
      ? {}
      : {
          inYear: (year: number): Days | null => {
            const days = inYear(year);
            return days === null ? null : change(days);
          },
        };
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) return { ...period, ...cut };
  const [from, to] = change([lo, hi]);
  return { ...period, lo: from, hi: to, ...cut };
}

/** "before the end of July": the last day of July. */
function edged(period: Period, relation: Relation): Period {
  const { edge } = period;
  if (edge === undefined || !EDGED.has(relation)) return period;
  const day = ([lo, hi]: Days): number =>
    edge === "last" ? hi : edge === "first" ? lo : Math.floor((lo + hi) / 2);
  return mapDays(period, (days) => [day(days), day(days)]);
}

/** Adds "onwards" and the like. */
function finish(context: Context, core: number, period: Period, relation: Relation): Related {
  const hit = context.lexicon.onwards.at(context.atoms, period.to);
  const open =
    relation === "bare" || relation === "from" || relation === "in" || relation === "since";
  if (hit === null || !(open || hit.value === relation)) return { core, relation, period };
  if (period.weekdays !== undefined && !Number.isFinite(period.lo))
    return { core, relation, period };
  // "from 2014 on" ends there; "in 2014 on the border" doesn't.
  const single = hit.to === period.to + 1 && word(context, period.to).length <= 2;
  const next = context.atoms[hit.to];
  if (single && (relation === "in" || relation === "bare" || next?.letters === true)) {
    return { core, relation, period };
  }
  return { core, relation: hit.value, period: { ...period, to: hit.to } };
}

/** "on the 29th": a day of a month that the text has named. */
function readOrdinalDay(context: Context, at: number, relation: Relation): Period | null {
  const { atoms, lexicon } = context;
  const start = skip(context, at, "article");
  const here = atoms[start];
  const ending = atoms[start + 1];
  if (start === at || relation === "of" || relation === "in" || here?.digits !== true) return null;
  if (ending === undefined || !lexicon.numbers.endings.has(ending.lower)) return null;
  const day = Number(here.text);
  const next = atoms[start + 2];
  if (day < 1 || day > 31 || next?.letters === true || next?.glued === true) return null;
  return known(start + 2, OPEN, "day", { yearless: { day } });
}
